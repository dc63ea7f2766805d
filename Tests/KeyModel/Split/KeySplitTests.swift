import BitCollections
import Testing

@testable import Catalogs
@testable import Judgement
@testable import Keys

/// The fewest keys that do the work of one that no rule set allows.
struct KeySplitTests {
  private static func split(
    _ ids: String..., policy: Policy = Policy(), edit: (inout KeyDetails) -> Void = { _ in }
  ) -> (split: KeySplit, rules: RuleSet) {
    let rules = RuleSet(catalog: Samples.komerza, policy: policy)
    var design = Samples.design(ids)
    edit(&design.details)
    return (KeySplit(design, rules: rules, today: Samples.today), rules)
  }

  private static func ids(_ key: KeyDesign) -> [String] {
    key.scopes.map { Samples.komerza.scopes[$0].id }
  }

  @Test func `a key without an error stays as it is`() {
    let (split, _) = Self.split("stores.orders.view", "stores.orders.create")
    #expect(split.keys.count == 1 && split.isProvenMinimal)
    #expect(split.keys.first?.details.label == "Order importer of the warehouse")
    #expect(split.unsettled == [] && split.unplaced == [] && split.dropped == [])
  }

  @Test func `what may not be together is in two keys, each with the view of what it changes`() {
    let (split, _) = Self.split(
      "stores.orders.view", "stores.orders.create", "stores.orders.deliver")
    #expect(split.isProvenMinimal)
    #expect(
      split.keys.map(Self.ids) == [
        ["stores.orders.view", "stores.orders.create"],
        ["stores.orders.view", "stores.orders.deliver"],
      ])
    #expect(
      split.keys.map(\.details.label) == [
        "Order importer of the warehouse-1", "Order importer of the warehouse-2",
      ])
    #expect(split.keys.allSatisfy { $0.details.ipAddresses == ["203.0.113.7"] })
  }

  @Test func `the whole platform takes two keys, and no more`() throws {
    let rules = Samples.rules
    var design = Samples.design([])
    design.scopes = BitSet(Samples.komerza.scopes.indices)
    let split = KeySplit(design, rules: rules, today: Samples.today)
    #expect(split.keys.count == 2 && split.isProvenMinimal)
    #expect(split.keys.reduce(into: BitSet()) { $0.formUnion($1.scopes) } == design.scopes)
    for key in split.keys {
      let errors = Samples.findings(key, rules: rules).filter { $0.severity == .error }
      #expect(errors == [])
      #expect(!Samples.findings(key, rules: rules).contains { $0.rule == "blind-write" })
    }
  }

  @Test func `the chosen calls are kept, and a scope that none of them needs is left out`() {
    let deliver = "PUT /stores/{storeId}/orders/{orderId}/deliver"
    let (split, _) = Self.split(
      "stores.orders.view", "stores.orders.create", "stores.orders.deliver", "stores.tax.view"
    ) { $0.operations = [deliver, "POST /stores/{storeId}/orders"] }
    #expect(
      split.keys.map(\.details.operations).sorted { $0[0] < $1[0] } == [
        ["POST /stores/{storeId}/orders"], [deliver],
      ])
    #expect(split.dropped == ["stores.tax.view"])
  }

  @Test func `a scope that no chosen call needs is left out where one key is enough, too`() {
    let call = "PUT /stores/{storeId}/orders/{orderId}/deliver"
    let (split, _) = Self.split("stores.orders.view", "stores.orders.deliver", "stores.tax.view") {
      $0.operations = [call]
    }
    #expect(split.keys.map(Self.ids) == [["stores.orders.view", "stores.orders.deliver"]])
    #expect(split.dropped == ["stores.tax.view"] && split.isProvenMinimal)
    #expect(split.keys.first?.details.operations == [call])
    #expect(split.keys.first?.details.label == "Order importer of the warehouse")
  }

  @Test func `a scope without which there is an error is kept, though no chosen call needs it`()
    throws
  {
    let rule = SplitCatalog.combination(
      0, [("all", SplitCatalog.ids([0])), ("without", SplitCatalog.ids([6]))])
    let catalog = try SplitCatalog.catalog(
      scopes: 12, requirements: [[[0]]], combinations: [rule])
    var design = KeyDesign(scopes: [0, 6])
    design.details.operations = catalog.operations.map(\.call)
    let split = KeySplit(design, rules: RuleSet(catalog: catalog), today: Samples.today)
    #expect(split.keys == [design] && split.dropped == [] && split.unsettled == [])
  }

  @Test func `a call that the key does not open, or the catalog does not know, is told`() {
    let calls = ["POST /stores", "GET /made/up", "POST /stores/{storeId}/orders"]
    let (split, _) = Self.split("stores.orders.create", "stores.orders.deliver") {
      $0.operations = calls
    }
    #expect(split.unplaced == ["POST /stores", "GET /made/up"])
    #expect(split.keys.map(Self.ids) == [["stores.orders.create"]])
  }

  @Test func `every scope is kept where a chosen call does not state what it needs`() {
    let (split, _) = Self.split("stores.orders.create", "stores.orders.deliver", "stores.tax.view")
    {
      $0.operations = ["POST /stores/{storeId}/orders", "GET /user/applications"]
    }
    #expect(split.dropped == [] && split.unplaced == ["GET /user/applications"])
    #expect(split.keys.flatMap(Self.ids).count == 3)
  }

  @Test func `a scope that is an error by itself is kept apart from nothing and said`() {
    var policy = Policy()
    policy.forbiddenScopes = ["stores.tax.view"]
    let (split, _) = Self.split("stores.orders.view", "stores.tax.view", policy: policy)
    #expect(split.keys.count == 1 && split.isProvenMinimal)
    #expect(split.unsettled.map(\.rule) == ["forbidden-scope"])
  }

  @Test func `a rule about the details is said, and what can be split is split`() {
    var policy = Policy()
    policy.requiredFields = [.purpose]
    let (split, _) = Self.split(
      "stores.orders.create", "stores.orders.deliver", "made.up", policy: policy)
    #expect(split.keys.count == 2 && split.isProvenMinimal)
    #expect(split.unsettled.map(\.rule).sorted() == ["required-field", "unknown-scope"])
    #expect(split.keys.map(\.details.unknownScopes) == [["made.up"], []])
  }

  @Test func `an accepted risk is no reason to split, and goes where it applies`() {
    let accepted = ["free-goods-order-deliver", "unpaid-delivery"].map { rule in
      Acceptance(
        rule: rule, scopes: ["stores.orders.create", "stores.orders.deliver"], reason: "r",
        by: "b", until: nil)
    }
    let whole = Self.split("stores.orders.create", "stores.orders.deliver") {
      $0.accepted = accepted
    }
    #expect(whole.split.keys.count == 1)
    let parted = Self.split("stores.orders.create", "stores.orders.deliver") {
      $0.accepted = [accepted[1]]
    }
    #expect(parted.split.keys.map(\.details.accepted) == [[], [accepted[1]]])
  }

  @Test func `a rule that a further scope settles is asked with that scope`() {
    var policy = Policy()
    policy.levels = ["blind-write": .severity(.error)]
    let (split, rules) = Self.split(
      "stores.orders.view", "stores.orders.create", "stores.orders.deliver", policy: policy)
    #expect(split.keys.count == 2 && split.unsettled == [])
    for key in split.keys {
      #expect(!Samples.findings(key, rules: rules).contains { $0.severity == .error })
    }
  }

  @Test func `sets of three, and calls with alternatives, are counted exactly`() throws {
    let triple = SplitCatalog.combination(0, [("all", SplitCatalog.ids([0, 3, 6]))])
    let pair = SplitCatalog.combination(1, [("all", SplitCatalog.ids([0, 9]))])
    let catalog = try SplitCatalog.catalog(
      scopes: 12, requirements: [[[0]], [[3]], [[6], [9]], [[10, 11]]],
      combinations: [triple, pair])
    var design = KeyDesign(scopes: [0, 3, 6, 9, 10, 11])
    design.details.operations = catalog.operations.map(\.call)
    let split = KeySplit(design, rules: RuleSet(catalog: catalog), today: Samples.today)
    #expect(split.keys.count == 2 && split.isProvenMinimal)
  }

  @Test func `many that hold against each other are colored, and beyond the limit not proven`()
    throws
  {
    // Each of nine scopes against its two neighbors on a ring: an odd ring takes three.
    let ring = (0..<9).map { scope in
      SplitCatalog.combination(scope, [("all", SplitCatalog.ids([scope, (scope + 1) % 9]))])
    }
    let catalog = try SplitCatalog.catalog(scopes: 12, requirements: [], combinations: ring)
    let design = KeyDesign(scopes: BitSet(0..<9))
    let rules = RuleSet(catalog: catalog)
    let split = KeySplit(design, rules: rules, today: Samples.today)
    #expect(split.keys.count == 3 && split.isProvenMinimal && split.lowerBound == 3)
    let hasty = KeySplit(design, rules: rules, today: Samples.today, stepLimit: 4)
    #expect(!hasty.isProvenMinimal && hasty.lowerBound < hasty.keys.count)
    #expect(hasty.keys.reduce(into: BitSet()) { $0.formUnion($1.scopes) } == design.scopes)
  }

  @Test func `an empty key has nothing to split`() {
    let (split, _) = Self.split()
    #expect(split.keys.count == 1)
    #expect(split.unsettled.map(\.rule) == ["no-scopes-selected"])
  }
}
