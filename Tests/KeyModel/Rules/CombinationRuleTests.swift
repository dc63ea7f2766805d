import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// Every rule that a catalog brings as data keeps the promises that make a rule set honest.
struct CombinationRuleTests {
  private static let catalog = Samples.komerza
  /// These four may go quiet as scopes are added, and no other.
  private static let mayGoQuiet: Set = [
    "blind-write", "webhook-log-side-channel", "hidden-deletes",
    "category-delete-orphans-products",
  ]

  private static func finding(_ combination: Combination, _ scopes: BitSet) -> Finding? {
    Samples.findings(KeyDesign(scopes: scopes)).first { $0.rule == combination.id }
  }

  @Test func `the documented rules are all there, with their severities`() {
    let documented = """
      free-goods-order-deliver:error free-goods-coupon-order:error refund-loop:warning \
      affiliate-self-referral:error self-approved-payment:error webhook-data-exfiltration:error \
      mass-destruction:error customer-balance-write:warning affiliate-self-pay:warning \
      unpaid-delivery:warning unbounded-discount:warning product-payload-swap:warning \
      storefront-takeover:warning stock-secrets-readable:warning account-secrets-readable:warning \
      pii-bulk-export:warning webhook-log-side-channel:warning webhook-hijack:warning \
      alarm-removal:warning category-delete-orphans-products:note
      """
    let present = Set(Self.catalog.combinations.map { "\($0.id):\($0.severity.rawValue)" })
    #expect(Set(documented.split(separator: " ").map(String.init)).subtracting(present) == [])
  }

  @Test(arguments: catalog.combinations)
  func `each smallest trigger fires, and without any one of its scopes is silent`(
    combination: Combination
  ) {
    let triggers = Self.smallestTriggers(of: combination)
    #expect(!triggers.isEmpty)
    for trigger in triggers {
      let finding = Self.finding(combination, trigger)
      #expect(finding?.severity == combination.severity)
      #expect(finding?.scopes == trigger.map { Self.catalog.scopes[$0].id })
      for scope in trigger {
        #expect(Self.finding(combination, trigger.subtracting([scope])) == nil)
      }
    }
  }

  @Test(arguments: catalog.combinations)
  func `at least two near misses are silent`(combination: Combination) {
    let misses = Self.nearMisses(of: combination)
    #expect(misses.count >= 2)
    for miss in misses { #expect(Self.finding(combination, miss) == nil) }
  }

  @Test func `a further scope raises the refund loop to an error`() {
    let both = ["stores.orders.create", "stores.orders.refund"]
    func loop(_ ids: [String]) -> Finding? {
      Samples.findings(Samples.design(ids)).first { $0.rule == "refund-loop" }
    }
    #expect(loop(both)?.severity == .warning)
    #expect(loop(both + ["stores.orders.view"])?.severity == .warning)
    let raised = loop(both + ["stores.orders.deliver"])
    #expect(raised?.severity == .error)
    #expect(raised?.scopes.contains("stores.orders.deliver") == true)
  }

  @Test func `adding scopes never removes or lowers a finding of a combination`() {
    var random = SeededRandom()
    let rules = Samples.rules
    let scopes = Self.catalog.scopes.indices
    let combinations = Set(Self.catalog.combinations.map(\.id)).subtracting(Self.mayGoQuiet)
    for _ in 0..<60 {
      var design = KeyDesign()
      var findings = Findings(rules: rules, design: design, today: Samples.today)
      var before: [String: Severity] = [:]
      for scope in scopes.shuffled(using: &random).prefix(25) {
        design.scopes.insert(scope)
        findings.update(design: design, flipped: [scope])
        let now = Dictionary(
          findings.list().map { ($0.rule, $0.severity) }, uniquingKeysWith: max)
        for (rule, severity) in before where combinations.contains(rule) {
          #expect((now[rule] ?? .note) >= severity && now[rule] != nil, "\(rule) \(random)")
        }
        before = now
      }
    }
  }

  @Test(arguments: catalog.combinations)
  func `each call that it names is opened by one of its scopes`(combination: Combination) {
    let trigger = Set(combination.trigger + (combination.raise?.any ?? []))
    for index in combination.operations + combination.trace.map(\.operation) {
      let operation = Self.catalog.operations[index]
      #expect(operation.isOpen(to: trigger.contains), "\(operation.call)")
    }
    #expect(!combination.operations.isEmpty && !combination.trace.isEmpty)
  }

  @Test(arguments: catalog.combinations)
  func `its trace can be walked with one smallest trigger`(combination: Combination) {
    let steps = combination.trace.map { Self.catalog.operations[$0.operation] }
    #expect(
      Self.smallestTriggers(of: combination).contains { trigger in
        steps.allSatisfy { $0.isOpen(to: trigger.contains) }
      })
  }

  @Test(arguments: catalog.combinations)
  func `its finding proves itself with calls that the key can make`(combination: Combination) {
    for trigger in Self.smallestTriggers(of: combination) {
      let calls = Self.finding(combination, trigger)?.operations ?? []
      #expect(!calls.isEmpty)
      for call in calls {
        let index = Self.catalog.indexOfOperation(call)
        #expect(index.map { Self.catalog.operations[$0].isOpen(to: trigger.contains) } == true)
      }
    }
  }

  @Test(arguments: catalog.combinations)
  func `its words are sentences that fit a line`(combination: Combination) {
    let message = combination.message
    #expect(message.count <= 140 && message.last == "." && message.first?.isUppercase == true)
    let info = Samples.rules.info(combination.id)
    #expect(info?.consequence == message)
    #expect(info?.trigger.hasSuffix(".") == true && info?.trigger.hasSuffix("..") == false)
    #expect(info?.remedy == combination.advice)
  }

  @Test func `its trigger is spelled out`() {
    func trigger(_ id: String) -> String? { Samples.rules.info(id)?.trigger }
    #expect(
      trigger("free-goods-coupon-order")
        == "stores.orders.create with any of stores.coupons.create, stores.coupons.update.")
    #expect(
      trigger("refund-loop") == "stores.orders.create and stores.orders.refund; "
        + "error with stores.orders.deliver.")
    #expect(
      trigger("webhook-log-side-channel") == "user.webhooks.view, without stores.orders.view.")
    #expect(trigger("mass-destruction")?.hasPrefix("3 or more of stores.products.delete, ") == true)
  }

  @Test func `the shortest run of the remedy's scopes is enough`() {
    let ids = ["user.webhooks.create", "user.webhooks.update", "stores.orders.view"]
    let design = Samples.design(ids)
    let finding = Samples.findings(design).first { $0.rule == "webhook-data-exfiltration" }
    #expect(finding?.remedy?.text == "Untick user.webhooks.create, user.webhooks.update")
    let one = Samples.findings(Samples.design(Array(ids.dropFirst())))
      .first { $0.rule == "webhook-data-exfiltration" }
    #expect(one?.remedy?.text == "Untick user.webhooks.update")
  }

  // MARK: - Sets

  private static func smallestTriggers(of combination: Combination) -> [BitSet] {
    var sets: [BitSet] = [BitSet(combination.all)]
    for group in combination.any {
      sets = sets.flatMap { set in group.map { set.union([$0]) } }
    }
    if let atLeast = combination.atLeast {
      let choices = subsets(of: atLeast.of, count: atLeast.count)
      sets = sets.flatMap { set in choices.map { set.union($0) } }
    }
    return sets
  }

  private static func subsets(of scopes: [Int], count: Int) -> [BitSet] {
    guard count > 0 else { return [[]] }
    return scopes.indices.flatMap { index in
      subsets(of: Array(scopes[(index + 1)...]), count: count - 1).map { $0.union([scopes[index]]) }
    }
  }

  /// All scopes but those of one condition, and what lies nearest to the trigger without being it.
  private static func nearMisses(of combination: Combination) -> [BitSet] {
    let everything = BitSet(catalog.scopes.indices)
    var misses = combination.all.map { everything.subtracting([$0]) }
    misses += combination.any.map { everything.subtracting(BitSet($0)) }
    if let atLeast = combination.atLeast {
      misses.append(everything.subtracting(BitSet(atLeast.of.dropFirst(atLeast.count - 1))))
    }
    if !combination.without.isEmpty { misses.append(everything) }
    let trigger = BitSet(combination.trigger)
    let resources = Set(trigger.map { catalog.scopes[$0].resource })
    let siblings = catalog.scopes.indices.filter { resources.contains(catalog.scopes[$0].resource) }
    misses.append(BitSet(siblings).subtracting(trigger))
    return misses
  }
}
