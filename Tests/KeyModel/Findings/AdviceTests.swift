import BitCollections
import BundledCatalogs
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// Advice that never contradicts itself.
struct AdviceTests {
  @Test(arguments: ["komerza", "github-classic"])
  func `for every key of one or two scopes, remedies in any order end and take nothing back`(
    id: String
  ) throws {
    let catalog = try #require(try BundledCatalogs.load(id))
    let rules = RuleSet(catalog: catalog)
    var random = SeededRandom()
    for one in catalog.scopes.indices {
      for other in one..<catalog.scopes.count {
        var design = KeyDesign()
        design.scopes = [one, other]
        let walk = AdviceWalk(design, rules: rules, using: &random)
        #expect(
          walk.problems == [], "\(catalog.scopes[one].id), \(catalog.scopes[other].id), \(random)")
      }
    }
  }

  @Test(arguments: ["komerza", "github", "slack"])
  func `the same holds for random keys with wanted calls, and all that can be opened are`(
    id: String
  ) throws {
    let catalog = try #require(try BundledCatalogs.load(id))
    let rules = RuleSet(catalog: catalog)
    var random = SeededRandom()
    for _ in 0..<500 {
      var design = KeyDesign()
      let count = Int.random(in: 0...5, using: &random)
      design.scopes = BitSet(catalog.scopes.indices.shuffled(using: &random).prefix(count))
      design.details.operations = catalog.operations.indices.shuffled(using: &random)
        .prefix(Int.random(in: 1...4, using: &random)).map { catalog.operations[$0].call }
      let walk = AdviceWalk(design, rules: rules, using: &random)
      let start = "\(design.scopes.map { catalog.scopes[$0].id }) \(design.details.operations)"
      #expect(walk.problems == [], "\(start) \(random)")
      let access = KeyAccess(walk.design, in: catalog)
      let closed = design.details.operations.filter { access.answer(call: $0) == .closed }
      #expect(closed == [], "\(start) \(random)")
    }
  }

  @Test func `the same holds in generated catalogs with grants and alternatives`() throws {
    var random = SeededRandom()
    for _ in 0..<300 {
      let catalog = try CoverCatalog.random(
        scopes: Int.random(in: 2...9, using: &random),
        operations: Int.random(in: 1...14, using: &random), grants: true, using: &random)
      let rules = RuleSet(catalog: catalog)
      var design = KeyDesign()
      design.scopes = BitSet(
        catalog.scopes.indices.filter { _ in Bool.random(using: &random) })
      design.details.operations = catalog.operations.filter { _ in
        Int.random(in: 0..<4, using: &random) == 0
      }.map(\.call)
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
