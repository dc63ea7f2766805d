import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
import Testing

/// Findings about a set of keys.
struct AuditTests {
  /// The findings about manifests, named by their place.
  static func findings(
    _ manifests: [[UInt8]], calls: [String]? = nil, policy: Policy = Policy()
  ) throws -> [AuditFinding] {
    let catalog = Samples.komerza
    let keys = try manifests.enumerated().map { place, bytes in
      let manifest = try Manifest(decoding: bytes) { _ in catalog }
      return key("key \(place)", manifest.original, calls: calls, policy: policy)
    }
    return AuditRules.findings(in: keys)
  }

  private static func key(
    _ name: String, _ design: KeyDesign, calls: [String]? = nil, policy: Policy = Policy(),
    origin: AuditedKey.Origin = .here
  ) -> AuditedKey {
    let catalog = Samples.komerza
    let rules = RuleSet(catalog: catalog, policy: policy)
    return AuditedKey(
      name: name,
      findings: Findings(rules: rules, design: design, today: Samples.date("2026-12-01")),
      catalogVersion: catalog.version, origin: origin,
      calls: calls.map { BitSet($0.compactMap(catalog.indexOfOperation)) })
  }

  private func design(
    _ ids: String..., edit: (inout KeyDetails) -> Void = { _ in }
  ) -> KeyDesign {
    var design = KeyDesign()
    design.scopes = BitSet(ids.compactMap { Samples.komerza.indexOfScope($0) })
    edit(&design.details)
    return design
  }

  private func rules(_ designs: [KeyDesign], calls: [String]? = nil) -> [String] {
    let keys = designs.enumerated().map { Self.key("key \($0)", $1, calls: calls) }
    return AuditRules.findings(in: keys).map { "\($0.key) \($0.finding.rule)" }
  }

  // MARK: - Owners

  private func creates(_ owner: String) -> KeyDesign {
    design("stores.orders.view", "stores.orders.create") { $0.owner = owner }
  }

  private func delivers(_ owner: String) -> KeyDesign {
    design("stores.orders.view", "stores.orders.deliver") { $0.owner = owner }
  }

  @Test func `two keys of one owner complete what neither does alone, however it is written`() {
    for (one, other) in [("Ada", "Ada"), ("Ada L", " ada  l")] {
      let keys = [Self.key("one", creates(one)), Self.key("other", delivers(other))]
      let findings = AuditRules.findings(in: keys)
      #expect(findings.map(\.finding.rule).contains("combined-powers"))
      let finding = findings.first { $0.finding.rule == "combined-powers" }?.finding
      #expect(finding?.severity == .error)
      #expect(finding?.message.contains("With other, of the same owner") == true)
      #expect(finding?.scopes == ["stores.orders.create"])
    }
  }

  @Test func `keys of others, of nobody, and one that does it alone complete nothing`() {
    let alone = design("stores.orders.create", "stores.orders.deliver") { $0.owner = "Ada" }
    for keys in [
      [creates("Ada"), delivers("Bob")], [creates(""), delivers("")],
      [alone, design("stores.orders.view") { $0.owner = "Ada" }],
    ] {
      #expect(!rules(keys).contains { $0.hasSuffix("combined-powers") })
    }
  }

  @Test func `what holds for two keys holds among many of the same sort`() {
    let many = Array(repeating: creates("Ada"), count: 20) + [delivers("Ada")]
    let found = rules(many).filter { $0.hasSuffix("combined-powers") }
    // One sort of key against the other, for each combination that they complete.
    #expect(!found.isEmpty && Set(found) == ["0 combined-powers"])
  }

  // MARK: - Powers

  @Test func `the same powers are found whatever else differs, and once for all`() {
    let key = design("stores.orders.view") { $0.label = "one" }
    let other = design("stores.orders.view") {
      $0.label = "two"
      $0.ipAddresses = ["203.0.113.7"]
    }
    #expect(rules([key, other, other]) == ["0 same-powers"])
    let ofAnotherKind = design("stores.orders.view") { $0.kind = "x" }
    #expect(!rules([key, ofAnotherKind]).contains { $0.hasSuffix("same-powers") })
    #expect(rules([design(), design()]) == [])
    // Two owners may well hold two keys.
    let owned = ["Ada", "Bob"].map { owner in design("stores.view") { $0.owner = owner } }
    #expect(rules(owned) == [])
    #expect(rules([owned[0], owned[0]]) == ["0 same-powers"])
  }

  // MARK: - Use

  private let orders = "GET /stores/{storeId}/orders"

  @Test func `a key is unused where calls are known and it could have made none`() {
    let coupons = design("stores.coupons.view")
    #expect(rules([coupons]) == [])
    #expect(rules([coupons], calls: [orders]) == ["0 unused-key"])
    #expect(rules([design("stores.orders.view")], calls: [orders]) == [])
    // Nothing was called at all: nothing is used.
    #expect(rules([coupons], calls: []) == ["0 unused-key"])
  }

  @Test func `a scope is needed by nobody only where that is known of all its keys`() {
    let spare = design("stores.orders.view", "stores.coupons.view") { $0.operations = [orders] }
    let silent = design("stores.coupons.view")
    let found = { (keys: [KeyDesign], calls: [String]?) in
      self.rules(keys, calls: calls).filter { $0.hasSuffix("scope-nobody-needs") }
    }
    #expect(found([spare, spare], nil) == ["0 scope-nobody-needs"])
    #expect(found([spare], nil) == [])
    #expect(found([spare, silent], nil) == [])
    #expect(found([spare, silent], [orders]) == ["0 scope-nobody-needs"])
    #expect(found([spare, silent], [orders, "GET /stores/{storeId}/coupons"]) == [])
  }

  // MARK: - Days and words

  @Test func `two keys may be due on one day, three are too many`() {
    func due(_ ids: String) -> KeyDesign {
      design(ids) { $0.rotateBy = CalendarDate("2027-02-01") }
    }
    let keys = [due("stores.view"), due("stores.orders.view"), due("stores.coupons.view")]
    #expect(rules(Array(keys.prefix(2))) == [])
    #expect(rules(keys) == ["0 rotation-on-one-day"])
  }

  @Test func `a policy gives each rule a severity, or turns it off`() throws {
    let catalog = Samples.komerza
    let key = design("stores.orders.view")
    for (word, severity) in [("error", Severity.error), ("note", .note), ("off", nil)] {
      let text = #"{"$schema":"urn:keywright:policy:1","severities":{"same-powers":"\#(word)"}}"#
      let policy = try Policy(decoding: Array(text.utf8), catalogs: [catalog])
      let keys = [Self.key("a", key, policy: policy), Self.key("b", key, policy: policy)]
      let found = AuditRules.findings(in: keys).map(\.finding.severity)
      #expect(found == [severity].compactMap(\.self))
      #expect(AuditRules.infos(policy).first { $0.id == "same-powers" }?.severity == severity)
    }
  }

  @Test func `a platform that is gone is told, and no other rule speaks of the key`() {
    let catalog = Catalog(unknown: "gone", version: "1")
    var design = KeyDesign()
    design.details.unknownScopes = ["a.b"]
    let keys = ["a", "b"].map { name in
      AuditedKey(
        name: name,
        findings: Findings(
          rules: RuleSet(catalog: catalog), design: design, today: Samples.date("2026-12-01")),
        catalogVersion: "1", origin: .platformGone, calls: [])
    }
    let found = AuditRules.findings(in: keys)
    #expect(found.map(\.finding.rule) == ["platform-gone", "platform-gone"])
    #expect(found.map(\.key) == [0, 1])
  }
}
