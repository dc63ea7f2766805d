import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// Findings kept up to date change by change are the findings made from nothing.
struct FindingsTests {
  private let catalog = Samples.komerza
  private let rules = Samples.rules

  private func expectFresh(_ findings: Findings, _ design: KeyDesign, _ comment: Comment) {
    let fresh = Findings(rules: rules, design: design, today: Samples.today)
    #expect(findings.counts == fresh.counts, comment)
    #expect(findings.list() == fresh.list(), comment)
  }

  @Test func `after every tick, undo, remedy and edit they equal findings from nothing`() {
    var random = SeededRandom()
    for _ in 0..<3 {
      var editor = DesignEditor(catalog: catalog, design: KeyDesign())
      var findings = Findings(rules: rules, design: editor.design, today: Samples.today)
      for _ in 0..<40 {
        let flipped = Self.gesture(on: &editor, findings, using: &random)
        findings.update(design: editor.design, flipped: flipped)
        expectFresh(findings, editor.design, "\(random)")
      }
    }
  }

  @Test func `counts are those of the list`() {
    var random = SeededRandom()
    for _ in 0..<40 {
      let design = Self.randomDesign(using: &random)
      let findings = Findings(rules: rules, design: design, today: Samples.today)
      let list = findings.list()
      for severity in Severity.allCases {
        let open = list.count { $0.severity == severity && !$0.isAccepted }
        #expect(findings.counts[severity] == open, "\(random)")
      }
      #expect(findings.counts.accepted == list.count { $0.isAccepted }, "\(random)")
      #expect(findings.counts.total == list.count, "\(random)")
    }
  }

  @Test func `the list goes by severity, with accepted findings behind the others of theirs`() {
    var random = SeededRandom()
    for _ in 0..<40 {
      let design = Self.randomDesign(using: &random)
      let list = Samples.findings(design)
      for (one, next) in zip(list, list.dropFirst()) {
        #expect(one.severity >= next.severity, "\(random)")
        if one.severity == next.severity { #expect(!one.isAccepted || next.isAccepted) }
      }
    }
  }

  @Test func `a list with a limit is the beginning of the whole list`() {
    var random = SeededRandom()
    for _ in 0..<20 {
      let design = Self.randomDesign(using: &random)
      let findings = Findings(rules: rules, design: design, today: Samples.today)
      let list = findings.list()
      for limit in 0...list.count + 1 {
        #expect(findings.list(limit: limit) == Array(list.prefix(limit)), "\(random)")
      }
    }
  }

  @Test func `a remedy that is applied removes its finding`() {
    var random = SeededRandom()
    for _ in 0..<30 {
      let design = Self.randomDesign(using: &random)
      for finding in Samples.findings(design) {
        guard let remedy = finding.remedy, !remedy.edits.isEmpty else { continue }
        var mended = design
        remedy.apply(to: &mended)
        let stays = Samples.findings(mended).contains {
          $0.rule == finding.rule && $0.scopes == finding.scopes && $0.message == finding.message
        }
        #expect(!stays, "\(finding) \(random)")
      }
    }
  }

  @Test func `a preview says what a tick then brings and takes`() {
    var random = SeededRandom()
    for _ in 0..<60 {
      let design = Self.randomDesign(using: &random)
      var findings = Findings(rules: rules, design: design, today: Samples.today)
      let scope = Int.random(in: catalog.scopes.indices, using: &random)
      let preview = findings.preview(flipping: scope)
      let joined: Set = ["blind-write"]
      let before = Self.signatures(findings.list(), but: joined)
      var next = design
      if next.scopes.remove(scope) == nil { next.scopes.insert(scope) }
      findings.update(design: next, flipped: [scope])
      let after = Self.signatures(findings.list(), but: joined)
      let added = Self.signatures(preview.added, but: joined)
      #expect(added.isSubset(of: after), "\(random)")
      #expect(Set(after.subtracting(before).map(\.rule)).isSuperset(of: added.map(\.rule)))
      for gone in Self.signatures(preview.removed, but: joined) {
        #expect(before.contains(gone), "\(gone) \(random)")
      }
    }
  }

  @Test func `the severity that a tick would bring is that of its preview`() {
    var random = SeededRandom()
    for _ in 0..<20 {
      let design = Self.randomDesign(using: &random)
      let findings = Findings(rules: rules, design: design, today: Samples.today)
      for scope in catalog.scopes.indices {
        let added = findings.preview(flipping: scope).added
        let brought = findings.severity(addedByFlipping: scope, except: "unneeded-scope")
        let expected = added.filter { $0.rule != "unneeded-scope" }.map(\.severity).max()
        #expect(brought == expected, "\(catalog.scopes[scope].id) \(random)")
      }
    }
  }

  @Test func `the severity of a scope is that of the strongest finding that names it`() {
    var random = SeededRandom()
    for _ in 0..<30 {
      let design = Self.randomDesign(using: &random)
      let findings = Findings(rules: rules, design: design, today: Samples.today)
      for scope in catalog.scopes.indices {
        let own = findings.list(ofScope: scope)
        #expect(own.allSatisfy { $0.scopes.contains(catalog.scopes[scope].id) })
        guard design.scopes.contains(scope) else {
          #expect(findings.severity(ofScope: scope) == nil)
          continue
        }
        #expect(own.map(\.severity).max() == findings.severity(ofScope: scope), "\(random)")
      }
    }
  }

  // MARK: - Random designs

  private struct Signature: Hashable {
    var rule: String
    var severity: Severity
    var scopes: [String]
  }

  private static func signatures(_ list: [Finding], but rules: Set<String>) -> Set<Signature> {
    Set(
      list.filter { !rules.contains($0.rule) }
        .map { Signature(rule: $0.rule, severity: $0.severity, scopes: $0.scopes) })
  }

  private static func randomDesign(using random: inout SeededRandom) -> KeyDesign {
    let catalog = Samples.komerza
    let share = Double.random(in: 0...1, using: &random)
    var design = KeyDesign()
    for scope in catalog.scopes.indices where Double.random(in: 0..<1, using: &random) < share {
      design.scopes.insert(scope)
    }
    edit(&design, using: &random)
    edit(&design, using: &random)
    return design
  }

  private static func edit(_ design: inout KeyDesign, using random: inout SeededRandom) {
    let catalog = Samples.komerza
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      let call = catalog.operations.randomElement(using: &random)?.call ?? ""
      design.details.operations.append(call)
    case 1:
      design.details.ipAddresses = Bool.random(using: &random) ? [] : ["10.0.0.1", "0.0.0.0/0"]
    case 2: design.details.unknownScopes = ["stores.veiw", "nothing.like.it"]
    case 3: design.details.rotateBy = Bool.random(using: &random) ? nil : Samples.date("2020-01-01")
    case 4: design.details.operations = []
    default:
      let findings = Samples.findings(design)
      guard let finding = findings.randomElement(using: &random) else { return }
      design.details.accepted.append(
        Acceptance(
          rule: finding.rule,
          scopes: Array(finding.scopes.prefix(Int.random(in: 0...3, using: &random))),
          reason: "r", by: "b",
          until: Bool.random(using: &random)
            ? nil : Samples.date("2026-11-2\(Bool.random(using: &random) ? 2 : 3)")))
    }
  }

  private static func gesture(
    on editor: inout DesignEditor, _ findings: Findings, using random: inout SeededRandom
  ) -> [Int] {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return editor.undo()?.flipped ?? []
    case 1: return editor.redo()?.flipped ?? []
    case 2:
      guard let remedy = findings.list().compactMap(\.remedy).randomElement(using: &random) else {
        return []
      }
      return editor.edit(named: remedy.text) { remedy.apply(to: &$0) }
    case 3:
      var design = editor.design
      edit(&design, using: &random)
      return editor.edit(named: "edit") { $0 = design }
    case 4:
      let category = editor.catalog.categories.randomElement(using: &random)
      return editor.set(
        category?.scopes ?? 0..<0, chosen: Bool.random(using: &random), named: "category")
    default:
      let scope = Int.random(in: editor.catalog.scopes.indices, using: &random)
      return editor.set([scope], chosen: !editor.isChosen(scope), named: "tick")
    }
  }
}
