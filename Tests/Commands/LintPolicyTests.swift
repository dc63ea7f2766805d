import TerminalHarness
import Testing

/// A team's policy, from the command line or found beside the manifest.
struct LintPolicyTests {
  private static func policy(_ members: String) -> String {
    "{\n  \"$schema\": \"urn:keywright:policy:1\",\n  \(members)\n}\n"
  }
  private static let forbidding = policy("\"forbiddenScopes\": [\"stores.orders.view\"]")

  @Test func `the policy named on the command line holds`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "a.json")
    try fixture.folder.write(Self.forbidding, to: "team.json")
    let run = try fixture.run("lint", "--policy", "team.json", "a.json")
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("forbidden-scope"))
    #expect(try fixture.run("lint", "a.json").status == .exited(0))
  }

  @Test(arguments: [".keywright.json", "keys/.keywright.json", "keys/eu/.keywright.json"])
  func `the nearest policy at or above the manifest holds`(place: String) throws {
    let fixture = try LintFixture()
    let absolute = try fixture.folder.write(LintFixture.clean, to: "keys/eu/a.json")
    try fixture.folder.write(Self.forbidding, to: place)
    for path in ["keys/eu/a.json", "./keys/../keys/eu/a.json", absolute] {
      #expect(try fixture.run("lint", path).status == .exited(1), "\(path)")
    }
    let inside = try fixture.run("lint", "a.json", directory: fixture.folder.file("keys/eu"))
    #expect(inside.status == .exited(1))
    let above = try fixture.run("lint", "../eu/a.json", directory: fixture.folder.file("keys/eu"))
    #expect(above.status == .exited(1))
  }

  @Test func `a nearer policy takes the place of a farther one`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "keys/a.json")
    try fixture.folder.write(LintFixture.clean, to: "b.json")
    try fixture.folder.write(Self.forbidding, to: ".keywright.json")
    try fixture.folder.write(Self.policy("\"platforms\": []"), to: "keys/.keywright.json")
    let run = try fixture.run("lint", "keys/a.json", "b.json")
    #expect(run.outputText.contains("\nkeys/a.json: no findings\n"))
    #expect(run.outputText.contains("\nb.json\n"))
  }

  @Test func `standard input is held to the policy of the current folder`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(Self.forbidding, to: ".keywright.json")
    try fixture.folder.write("", to: "deep/er/x")
    let run = try fixture.run(
      "lint", "-", input: Array(LintFixture.clean.utf8),
      directory: fixture.folder.file("deep/er"))
    #expect(run.status == .exited(1))
  }

  @Test(arguments: [
    ("\"severities\": { \"refund-lop\": \"off\" }", ":3:", "\"refund-loop\""),
    ("\"forbiddenScopes\": [\"stores.order.view\"]", ":3:", "\"stores.orders.view\""),
    ("\"requiredFields\": [\"labels\"]", ":3:", "\"label\""),
    ("\"severity\": {}", ":3:", "\"severities\""),
    ("\"longestDaysToRotation\": 0", ":3:", "1 to 36500"),
    ("\"combinations\": [{ \"untik\": [] }]", ":3: at combinations[0].untik:", "\"untick\""),
    ("\"platforms\": [\"gihtub\"]", ":3: at platforms[0]:", "\"github\""),
  ])
  func `a policy that is wrong is bad input, located, with what was meant`(
    members: String, place: String, meant: String
  ) throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "a.json")
    try fixture.folder.write(Self.policy(members), to: "team.json")
    let run = try fixture.run("lint", "--policy", "team.json", "a.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.hasPrefix("keywright: team.json\(place)"), "\(run.errorText)")
    #expect(run.errorText.contains(meant), "\(run.errorText)")
    #expect(!run.outputText.contains("no findings"))
  }

  @Test func `a policy that is not there is bad input`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.clean, to: "a.json")
    let run = try fixture.run("lint", "--policy", "team.json", "a.json")
    #expect(run.status == .exited(2))
    #expect(run.errorText.contains("team.json"))
  }

  @Test func `rules change their severity or go, and new ones come`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    let members = """
      "severities": { "free-goods-order-deliver": "note", "unpaid-delivery": "off" },
        "combinations": [
          {
            "id": "desk-orders", "title": "The desk orders", "severity": "warning",
            "all": ["stores.orders.view", "stores.orders.create"],
            "message": "The desk may look at orders and not make them.",
            "confidence": "documented"
          }
        ]
      """
    try fixture.folder.write(Self.policy(members), to: ".keywright.json")
    let run = try fixture.run("lint", "a.json")
    #expect(run.status == .exited(0))
    #expect(run.outputText.contains("  warning  desk-orders"))
    #expect(run.outputText.contains("  note     free-goods-order-deliver"))
    #expect(!run.outputText.contains("unpaid-delivery"))
    let page = try fixture.run("explain", "desk-orders")
    #expect(page.status == .exited(0))
    #expect(page.outputText.hasPrefix("desk-orders (warning, documented, since 1.0)\n"))
    // What is off can still be asked about.
    #expect(try fixture.run("explain", "unpaid-delivery").status == .exited(0))
  }
}
