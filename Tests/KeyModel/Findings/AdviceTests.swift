import BitCollections
import BundledCatalogs
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// Advice that never contradicts itself.
struct AdviceTests {
  private static let isLong = SeededRandom.environment("KEYWRIGHT_LONG") != nil
  /// Those that `KEYWRIGHT_CATALOGS` names (`slack,aws`); all in the long run, else two.
  private static let catalogs =
    SeededRandom.environment("KEYWRIGHT_CATALOGS")?.split(separator: ",").map(String.init)
    ?? (isLong ? BundledCatalogs.ids : ["komerza", "github-classic"])

  @Test(arguments: catalogs)
  func `for every key of one or two scopes, remedies in any order end and take nothing back`(
    id: String
  ) throws {
    let catalog = try #require(try BundledCatalogs.load(id))
    let rules = RuleSet(catalog: catalog)
    var random = SeededRandom()
    for (one, other) in Self.pairs(catalog.scopes.count, using: &random) {
      var design = KeyDesign()
      design.scopes = [one, other]
      let walk = AdviceWalk(design, rules: rules, using: &random)
      #expect(
        walk.problems == [], "\(catalog.scopes[one].id), \(catalog.scopes[other].id), \(random)")
    }
  }

  /// All pairs of so many scopes, and each with itself; of more than a few seconds' worth some of them,
  /// but for the long run.
  private static func pairs(
    _ count: Int, using random: inout SeededRandom
  ) -> [(Int, Int)] {
    guard count > 60, !isLong || count > 2000 else {
      return (0..<count).flatMap { one in (one..<count).map { (one, $0) } }
    }
    return (0..<(count > 500 ? 60 : 500)).map { _ in
      (random.next(below: count), random.next(below: count))
    }
  }

  @Test(arguments: catalogs)
  func `the same holds for random keys with wanted calls, and all that can be opened are`(
    id: String
  ) throws {
    let catalog = try #require(try BundledCatalogs.load(id))
    let rules = RuleSet(catalog: catalog)
    var random = SeededRandom()
    for _ in 0..<(Self.isLong ? 10_000 : catalog.scopes.count > 500 ? 40 : 400) {
      var design = KeyDesign()
      for _ in 0..<random.next(below: 6) {
        design.scopes.insert(random.next(below: catalog.scopes.count))
      }
      var calls: BitSet = []
      for _ in 0...random.next(below: 4) where !catalog.operations.isEmpty {
        calls.insert(random.next(below: catalog.operations.count))
      }
      design.details.operations = calls.map { catalog.operations[$0].call }
      let walk = AdviceWalk(design, rules: rules, using: &random)
      let start = "\(design.scopes.map { catalog.scopes[$0].id }) \(design.details.operations)"
      #expect(walk.problems == [], "\(start) \(random)")
      let access = KeyAccess(walk.design, in: catalog)
      let closed = design.details.operations.filter { access.answer(call: $0) == .closed }
      #expect(closed == [], "\(start) \(random)")
    }
  }

  @Test(arguments: CoverCatalog.Variety.allCases)
  func `the same holds in generated catalogs`(variety: CoverCatalog.Variety) throws {
    var random = SeededRandom()
    for _ in 0..<(Self.isLong ? 10_000 : 400) {
      let catalog = try CoverCatalog.random(
        scopes: Int.random(in: 2...9, using: &random),
        operations: Int.random(in: 1...14, using: &random), variety: variety, using: &random)
      let rules = RuleSet(catalog: catalog)
      var design = KeyDesign(details: CoverCatalog.terms(catalog, using: &random))
      design.scopes = BitSet(
        catalog.scopes.indices.filter { _ in Bool.random(using: &random) })
      design.details.operations = catalog.operations.filter { _ in
        Int.random(in: 0..<4, using: &random) == 0
      }.map(\.call)
      if Int.random(in: 0..<4, using: &random) == 0 {
        let names = catalog.operations.map(\.call) + catalog.scopes.map(\.id)
        design.details.never = Array(names.shuffled(using: &random).prefix(1))
      }
      let walk = AdviceWalk(design, rules: rules, using: &random)
      #expect(walk.problems == [], "\(design) \(random)")
    }
  }

  // MARK: - Single pieces of advice

  private let catalog = Samples.komerza

  private func findings(_ ids: [String], for calls: [String] = []) -> [Finding] {
    var design = Samples.design(ids)
    design.details.operations = calls
    design.details.ipAddresses = []
    return Findings(rules: Samples.rules, design: design, today: Samples.today).list()
  }

  private static let refund = "POST /stores/{storeId}/orders/{orderId}/refund"

  @Test func `a closed call asks for the fewest scopes, and an empty key for nothing else`() throws
  {
    let list = findings([], for: ["GET /stores/{storeId}/orders"])
    let finding = try #require(list.first)
    #expect(finding.rule == "wanted-call-closed" && finding.severity == .error)
    #expect(finding.operations == ["GET /stores/{storeId}/orders"])
    #expect(finding.remedy?.text == "Tick stores.orders.view")
    let view = try #require(catalog.indexOfScope("stores.orders.view"))
    #expect(finding.remedy?.edits == [.tick([view])])
    #expect(!list.contains { $0.rule == "no-scopes-selected" })
  }

  @Test func `each closed call is one finding`() {
    let calls = ["GET /stores/{storeId}/orders", "GET /stores/{storeId}/products"]
    #expect(
      findings(["user.view"], for: calls).filter { $0.rule == "wanted-call-closed" }
        .map(\.operations) == calls.map { [$0] })
  }

  @Test func `the view that settles blind-write is needed`() throws {
    let refund = try #require(
      catalog.operations.first { $0.path.hasSuffix("/refund") && $0.method != "GET" }?.call)
    let list = findings(["stores.orders.refund", "stores.orders.view"], for: [refund])
    #expect(!list.contains { $0.rule == "unneeded-scope" || $0.rule == "blind-write" })
    #expect(
      findings(["stores.orders.refund"], for: [refund]).contains { $0.rule == "blind-write" })
  }

  @Test func `what a call needs is not unticked: other ways out are offered`() throws {
    let call = "PUT /stores/{storeId}/orders/{orderId}/deliver"
    let list = findings(["stores.orders.deliver", "stores.orders.view"], for: [call])
    let finding = try #require(list.first { $0.rule == "unpaid-delivery" })
    #expect(finding.remedy?.edits == [])
    #expect(finding.remedy?.offers == [.limitAddresses, .acceptRisk, .giveUp([call])])
    #expect(
      finding.remedy?.text == "\(call) needs it: limit the key to addresses, accept the risk until "
        + "a day, or give up the call")
  }

  @Test func `the only scope of a key is not unticked`() throws {
    let finding = try #require(
      findings(["stores.products.delete"]).first { $0.rule == "destructive-scope" })
    #expect(finding.remedy?.edits == [])
    #expect(finding.remedy?.offers == [.limitAddresses, .acceptRisk])
  }

  @Test func `a wide scope makes place for the narrow one that the calls need`() throws {
    let catalog = Samples.granting
    var design = KeyDesign()
    let all = try #require(catalog.indexOfScope("all"))
    let read = try #require(catalog.indexOfScope("repo.read"))
    design.scopes = [all]
    design.details.operations = ["GET /repo"]
    let list = Findings(rules: RuleSet(catalog: catalog), design: design, today: Samples.today)
      .list()
    let finding = try #require(list.first { $0.rule == "destructive-scope" })
    #expect(finding.remedy?.edits == [.untick([all]), .tick([read])])
    #expect(finding.remedy?.text == "Untick all, and tick repo.read")
  }

  @Test func `nobody can accept that a call stays closed`() {
    var design = Samples.design(["user.view"])
    design.details.operations = ["GET /stores/{storeId}/orders"]
    design.details.accepted = [
      Acceptance(rule: "wanted-call-closed", scopes: [], reason: "Later", by: "Ada", until: nil)
    ]
    let list = Findings(rules: Samples.rules, design: design, today: Samples.today).list()
    #expect(list.contains { $0.rule == "wanted-call-closed" && !$0.isAccepted })
    #expect(list.contains { $0.rule == "acceptance-unused" })
  }

  @Test func `a policy that makes closed calls a note leaves an empty key an error`() throws {
    let text = """
      { "$schema": "urn:keywright:policy:1", "severities": { "wanted-call-closed": "note" } }
      """
    let policy = try Policy(decoding: Array(text.utf8), catalogs: [catalog])
    var design = KeyDesign()
    design.details.operations = ["GET /stores/{storeId}/orders"]
    let rules = RuleSet(catalog: catalog, policy: policy)
    let list = Findings(rules: rules, design: design, today: Samples.today).list()
    #expect(list.first?.rule == "no-scopes-selected")
    #expect(list.first { $0.rule == "wanted-call-closed" }?.severity == .note)
  }
}
