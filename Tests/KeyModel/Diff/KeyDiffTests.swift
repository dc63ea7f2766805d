import BitCollections
import Catalogs
import Judgement
import Keys
import Testing

/// What one key can do that another could not.
struct KeyDiffTests {
  private static func key(_ design: KeyDesign, _ rules: RuleSet = Samples.rules) -> ReviewedKey {
    ReviewedKey(Findings(rules: rules, design: design, today: Samples.today))
  }

  private static func diff(_ old: KeyDesign, _ new: KeyDesign) -> KeyDiff {
    KeyDiff(from: key(old), to: key(new))
  }

  @Test func `a key is no different from itself`() {
    let design = Samples.design(["stores.orders.view", "made.up"])
    let diff = Self.diff(design, design)
    #expect(diff.isEmpty && !diff.isWidened && !diff.isNarrowed)
  }

  @Test func `a further scope brings its calls and its findings`() {
    let old = Samples.design(["stores.orders.view", "stores.orders.create"])
    let new = Samples.design([
      "stores.orders.view", "stores.orders.create", "stores.orders.deliver",
    ])
    let diff = Self.diff(old, new)
    #expect(diff.isWidened && !diff.isNarrowed)
    #expect(diff.added.scopes == ["stores.orders.deliver"])
    #expect(
      diff.added.operations == [
        "PUT /stores/{storeId}/orders/{orderId}/deliver",
        "PUT /stores/{storeId}/orders/{orderId}/redeliver",
        "POST /stores/{storeId}/paymentMethods/custom/orders/{orderId}/approve",
        "POST /stores/{storeId}/paymentMethods/custom/orders/{orderId}/reject",
      ])
    #expect(diff.added.findings.map(\.rule) == ["free-goods-order-deliver", "unpaid-delivery"])
    #expect(diff.removed.isEmpty && diff.details.isEmpty)
  }

  @Test func `a key that loses a view is not widened by the finding that appears`() {
    let old = Samples.design(["stores.orders.view", "stores.orders.deliver"])
    let new = Samples.design(["stores.orders.deliver"])
    let diff = Self.diff(old, new)
    #expect(diff.added.findings.map(\.rule) == ["blind-write"])
    #expect(diff.removed.scopes == ["stores.orders.view"])
    #expect(!diff.isWidened && diff.isNarrowed)
  }

  @Test func `a scope that the catalog does not have widens like any other`() {
    let old = Samples.design(["stores.orders.view"])
    let diff = Self.diff(old, Samples.design(["stores.orders.view", "made.up"]))
    #expect(diff.added.scopes == ["made.up"])
    #expect(diff.added.operations == [])
    #expect(diff.added.findings.map(\.rule) == ["unknown-scope"])
    #expect(diff.isWidened)
  }

  @Test func `accepting a risk is told, and is no new finding`() {
    let old = Samples.design(["stores.orders.view", "stores.orders.deliver"])
    var new = old
    new.details.accepted = [
      Acceptance(
        rule: "unpaid-delivery", scopes: ["stores.orders.deliver"], reason: "Cash on pickup",
        by: "Ada", until: Samples.date("2027-01-31"))
    ]
    let diff = Self.diff(old, new)
    #expect(diff.added.isEmpty && diff.removed.isEmpty && !diff.isWidened)
    #expect(diff.details.map(\.detail) == [.accepted])
    #expect(
      diff.details.first?.new == [
        "unpaid-delivery for stores.orders.deliver by Ada until 2027-01-31: Cash on pickup"
      ])
  }

  @Test func `of two required fields the one that was filled in has gone`() {
    var policy = Policy()
    policy.requiredFields = [.purpose, .rotateBy]
    let rules = RuleSet(catalog: Samples.komerza, policy: policy)
    var old = Samples.design(["stores.orders.view"])
    old.details.rotateBy = nil
    var new = old
    new.details.purpose = "Reads orders"
    let diff = KeyDiff(from: Self.key(old, rules), to: Self.key(new, rules))
    #expect(
      diff.removed.findings.map(\.message) == ["The policy requires purpose, and the key has none."]
    )
    #expect(diff.added.findings == [])
  }

  @Test(arguments: [
    (["203.0.113.0/24"], [], true, false), ([], ["203.0.113.0/24"], false, true),
    (["203.0.113.0/24"], ["203.0.113.7"], false, true),
    (["203.0.113.7"], ["203.0.113.0/24"], true, false),
    (["203.0.113.0/25", "203.0.113.128/25"], ["203.0.113.0/24"], false, false),
    (["203.0.113.7"], ["203.0.113.8"], true, true),
    (["203.0.113.7", "203.0.113.8"], ["203.0.113.8", "203.0.113.7"], false, false),
    (["::ffff:203.0.113.7"], ["203.0.113.7"], false, false),
    (["0.0.0.0/0"], [], true, false), (["0.0.0.0/0", "::/0"], [], false, false),
    (["2001:db8::/32"], ["2001:db8:1::/48"], false, true),
  ])
  func `addresses are widened where one more may use the key`(
    old: [String], new: [String], isWidened: Bool, isNarrowed: Bool
  ) {
    var (before, after) = (KeyDesign(), KeyDesign())
    before.details.ipAddresses = old
    after.details.ipAddresses = new
    let diff = Self.diff(before, after)
    #expect(diff.isWidened == isWidened)
    #expect(diff.isNarrowed == isNarrowed)
  }

  @Test func `label, purpose, rotation and the calls that it is for are told and widen nothing`() {
    let old = Samples.design(["stores.orders.view"])
    var new = old
    new.details.label = "Order exporter"
    new.details.purpose = "Exports"
    new.details.rotateBy = nil
    new.details.operations = ["GET /stores/{storeId}/orders"]
    let diff = Self.diff(old, new)
    #expect(diff.details.map(\.detail) == [.label, .purpose, .rotateBy, .operations])
    #expect(diff.details.map(\.old.first) == [old.details.label, nil, "2027-02-01", nil])
    #expect(!diff.isWidened && !diff.isNarrowed)
  }

  @Test func `against no key all is new but what needs no key`() throws {
    let design = Samples.design(["orders.view"], in: Samples.shop)
    let key = Self.key(design, RuleSet(catalog: Samples.shop))
    let diff = KeyDiff(from: nil, to: key)
    #expect(diff.added.scopes == ["orders.view"])
    #expect(diff.added.operations == ["GET /orders"])
    #expect(diff.isWidened)
    #expect(KeyDiff(from: nil, to: nil).isEmpty)
  }

  @Test func `a newer catalog that asks less of a call widens the key`() throws {
    let stricter = Samples.shopText.replacing(
      #"[["orders.view"], ["orders.update"]]"#, with: #"[["orders.update"]]"#
    ).replacing(#""version": "1""#, with: #""version": "0""#)
    let older = try Catalog(decoding: Array(stricter.utf8))
    let diff = KeyDiff(
      from: Self.key(Samples.design(["orders.view"], in: older), RuleSet(catalog: older)),
      to: Self.key(
        Samples.design(["orders.view"], in: Samples.shop), RuleSet(catalog: Samples.shop)))
    #expect(diff.added.scopes == [] && diff.added.operations == ["GET /orders"])
    #expect(diff.details.map(\.detail) == [.catalogVersion])
    #expect(diff.isWidened)
  }

  @Test func `keys of two platforms share nothing, whatever their scopes are called`() throws {
    let text = Samples.shopText.replacing(#""id": "shop""#, with: #""id": "shop2""#)
    let other = try Catalog(decoding: Array(text.utf8))
    let diff = KeyDiff(
      from: Self.key(
        Samples.design(["orders.view"], in: Samples.shop), RuleSet(catalog: Samples.shop)),
      to: Self.key(Samples.design(["orders.view"], in: other), RuleSet(catalog: other)))
    #expect(diff.added.scopes == ["orders.view"] && diff.removed.scopes == ["orders.view"])
    #expect(diff.details.first?.old == ["shop"] && diff.details.first?.new == ["shop2"])
    #expect(diff.isWidened && diff.isNarrowed)
  }
}
