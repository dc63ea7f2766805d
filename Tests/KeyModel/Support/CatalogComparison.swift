import BitCollections
import TestSupport

@testable import Catalogs
@testable import Judgement
@testable import Keys

/// Whether two catalogs are the same, whatever is asked of them.
enum CatalogComparison {
  /// What differs; empty where nothing does.
  static func differences(_ one: Catalog, _ other: Catalog) -> [String] {
    var found: [String] = []
    func compare(_ name: String, _ isSame: Bool) { if !isSame { found.append(name) } }
    compare("document", CatalogEncoder.encode(one) == CatalogEncoder.encode(other))
    compare("compact form", CompactCatalog.encode(one) == CompactCatalog.encode(other))
    compare("id", one.id == other.id && one.version == other.version)
    compare("name", one.name == other.name && one.summary == other.summary)
    compare("sources", one.sources == other.sources && one.servers == other.servers)
    compare("categories", one.categories == other.categories)
    compare("scopes", one.scopes == other.scopes)
    compare("operations", one.operations == other.operations)
    compare("combinations", one.combinations == other.combinations)
    compare("reviews", one.reviewed == other.reviewed)
    compare("presets", one.presets == other.presets)
    compare("nodes", one.tree.nodes == other.tree.nodes)
    compare("node of a leaf", one.tree.nodeOfLeaf == other.tree.nodeOfLeaf)
    compare("node of a group", one.tree.nodeOfGroup == other.tree.nodeOfGroup)
    guard found.isEmpty else { return found }
    for index in one.scopes.indices {
      let id = one.scopes[index].id
      compare("index of \(id)", [one, other].allSatisfy { $0.indexOfScope(id) == index })
      compare("calls of \(id)", one.operationsOfScope[index] == other.operationsOfScope[index])
      compare("grants of \(id)", one.granted(by: index) == other.granted(by: index))
      compare("granters of \(id)", one.granters(of: index) == other.granters(of: index))
    }
    for (index, operation) in one.operations.enumerated() {
      let call = operation.call
      compare("index of \(call)", [one, other].allSatisfy { $0.indexOfOperation(call) == index })
    }
    for name in ["", "x", "GET", "GET ", "GET /none", "stores.orders.refund.x", "\u{10FFFF}"] {
      compare("index of \(name)", one.indexOfScope(name) == other.indexOfScope(name))
      compare("index of \(name)", one.indexOfOperation(name) == other.indexOfOperation(name))
    }
    return found
  }

  /// Whether the rules find the same in random keys of both.
  static func differencesOfFindings(
    _ one: Catalog, _ other: Catalog, _ random: SeededRandom
  ) -> [String] {
    var walk = RandomWalk(rules: RuleSet(catalog: one), random: random)
    let rules = RuleSet(catalog: other)
    for step in 0..<40 {
      walk.step()
      let found = Findings(rules: rules, design: walk.editor.design, today: Samples.today)
      if found.list() != walk.findings.list() { return ["findings at step \(step)"] }
    }
    return []
  }
}
