import Catalogs
import Designer
import Documents
import Judgement
import Keys
import TerminalHarness
import TerminalUI
import Testing

/// What scripts read.
struct LintJSONTests {
  @Test func `the document has the shape that is promised`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"]), to: "a.json")
    try fixture.folder.write(LintFixture.clean, to: "b.json")
    let run = try fixture.run("lint", "--format", "json", "a.json", "b.json")
    #expect(run.status == .exited(0))
    #expect(
      run.outputText == """
        {
          "$schema": "urn:keywright:lint:1",
          "keywright": "1.0.0",
          "today": "2026-12-01",
          "manifests": [
            {
              "path": "a.json",
              "policy": null,
              "findings": [
                {
                  "rule": "unpaid-delivery",
                  "severity": "warning",
                  "scopes": ["stores.orders.deliver"],
                  "operations": [
                    "PUT /stores/{storeId}/orders/{orderId}/deliver",
                    "PUT /stores/{storeId}/orders/{orderId}/redeliver",
                    "POST /stores/{storeId}/paymentMethods/custom/orders/{orderId}/approve"
                  ],
                  "message": "Delivers orders that nobody paid for, and approves custom payments.",
                  "confidence": "documented",
                  "accepted": false,
                  "remedy": "Untick stores.orders.deliver",
                  "trace": [
                    {
                      "call": "PUT /stores/{storeId}/orders/{orderId}/deliver",
                      "note": "delivers an order that was placed in the open shop and never paid",
                      "open": true,
                      "openedBy": ["stores.orders.deliver"],
                      "missing": []
                    }
                  ]
                }
              ]
            },
            { "path": "b.json", "policy": null, "findings": [] }
          ],
          "unreadable": [],
          "summary": { "error": 0, "warning": 1, "note": 0, "accepted": 0, "unreadable": 0 }
        }

        """)
  }

  @Test func `what the platform's own form leaves to be filled in is said to scripts too`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(
      """
      { "$schema": "urn:keywright:manifest:1", "catalog": { "id": "aws", "version": "1" },
        "label": "reports", "scopes": ["s3:GetObject"] }
      """, to: "aws.json")
    let run = try fixture.run("lint", "--format", "json", "aws.json")
    let notes = try run.json()["manifests"]?.elements.first?["notes"]?.elements ?? []
    #expect(notes.contains { $0.string?.contains("filled in: RESOURCE_ARN") == true })
  }

  @Test func `what cannot be read is named, with its line`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write("{\n  \"label\": \n", to: "cut.json")
    let run = try fixture.run("lint", "--format", "json", "cut.json", "gone.json")
    #expect(run.status == .exited(2))
    let root = try run.json()
    #expect(root["manifests"]?.elements.isEmpty == true)
    #expect(root["summary"]?["unreadable"]?.integer == 2)
    let found = root["unreadable"]?.elements ?? []
    #expect(found.map { $0["path"]?.string } == ["cut.json", "gone.json"])
    #expect(found.map { $0["line"]?.integer } == [3, nil])
    #expect(found.first?["message"]?.string?.hasPrefix("at label: the document ends") == true)
  }

  @Test func `hostile names stay inside their strings`() throws {
    let fixture = try LintFixture()
    let name = "a\u{1B}[31m\"\n.json"
    try fixture.folder.write(LintFixture.clean, to: name)
    let run = try fixture.run("lint", "--format", "json", name)
    let root = try JSONDocument(parsing: run.output).root
    #expect(root["manifests"]?.elements.first?["path"]?.string == name)
    #expect(!run.output.contains(0x1B))
  }

  @Test func `the findings are those of the library and of the designer, in the same order`() throws
  {
    let fixture = try LintFixture()
    let catalog = try CommandSamples.komerza()
    let rules = RuleSet(catalog: catalog)
    for preset in catalog.presets {
      let ids = preset.scopes.map { catalog.scopes[$0].id } + ["stores.orders.deliver"]
      try fixture.folder.write(
        LintFixture.manifest(ids.uniqued(), label: "key"), to: "\(preset.id).json")
    }
    for preset in catalog.presets {
      let path = "\(preset.id).json"
      let run = try fixture.run("lint", "--format", "json", path)
      let listed = try JSONDocument(parsing: run.output).root["manifests"]?.elements.first
      let found = listed?["findings"]?.elements.map { [$0["rule"]?.string, $0["message"]?.string] }
      let manifest = try Manifest(decoding: try #require(fixture.folder.read(path))) { _ in catalog
      }
      let today = try #require(CalendarDate(RuleExample.day))
      let findings = Findings(rules: rules, design: manifest.original, today: today)
      #expect(found == findings.list().map { [$0.rule, $0.message] })
      let state = DesignerState(
        manifest: manifest, target: .undecided, today: today, size: Size(rows: 24, columns: 80))
      #expect(state.findings.list() == findings.list())
    }
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, in the order of the first.
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
