import BitCollections
import Catalogs
import Documents
import Keys

/// The examples of the program's own rules, made by hand from the scopes of the first catalog.
struct GenericExamples {
  private let make: ExampleDesigns
  private let reader = ["stores.orders.view"]

  init(catalog: Catalog) { make = ExampleDesigns(catalog: catalog) }

  /// The catalog from whose scopes a rule's example is made: a small one of the program's own where
  /// the rule needs what few catalogs have.
  static func catalog(for rule: String, beside catalog: Catalog) -> Catalog {
    [
      "never-held", "redundant-scope", "scope-of-another-kind", "unconfirmed-scope", "unknown-kind",
    ].contains(rule) ? ExampleCatalog.catalog ?? catalog : catalog
  }

  /// The pair of a rule; nil where the catalog lacks the scopes of which it is made.
  func example(of rule: String) -> RuleExample? {
    guard let example = pair(rule) ?? underPolicy(rule) ?? accepting(rule),
      example.good.design.details.unknownScopes.isEmpty,
      rule == "unknown-scope" || example.bad.design.details.unknownScopes.isEmpty,
      rule == "no-scopes-selected" || !example.good.design.scopes.isEmpty
    else { return nil }
    return example
  }

  // MARK: - Scopes and details

  private func pair(_ rule: String) -> RuleExample? {
    let reading = make.design(reader)
    func pair(_ bad: KeyDesign, _ good: KeyDesign) -> RuleExample {
      RuleExample(bad: .init(bad), good: .init(good))
    }
    func details(_ edit: (inout KeyDetails) -> Void) -> RuleExample {
      pair(make.design(reader, edit: edit), reading)
    }
    return switch rule {
    case "full-access-key": pair(make.everything, make.firstPreset)
    case "no-scopes-selected": pair(make.plain, reading)
    case "unknown-scope": pair(make.design(["stores.order.view"]), reading)
    case "never-held":
      pair(
        make.design(["files.write"]) { $0.never = ["files.read"] },
        make.design(["shares.read"]) { $0.never = ["files.read"] })
    case "never-open":
      pair(
        make.design(reader + [Self.refund]) { $0.never = [Self.refundCall] },
        make.design(reader) { $0.never = [Self.refundCall] })
    case "scope-of-another-kind":
      pair(
        make.design(["files.read", "search"]) { $0.kind = "bot" },
        make.design(["files.read", "search"]) { $0.kind = "user" })
    case "unknown-kind":
      pair(
        make.design(["files.read"]) { $0.kind = "robot" },
        make.design(["files.read"]) { $0.kind = "bot" })
    case "no-ip-allowlist": details { $0.ipAddresses = [] }
    case "ip-allowlist-too-wide": details { $0.ipAddresses = ["203.0.113.7", "0.0.0.0/0"] }
    case "no-rotation-date": details { $0.rotateBy = nil }
    case "rotation-overdue": details { $0.rotateBy = CalendarDate("2026-11-01") }
    case "vague-label": details { $0.label = "test" }
    case "blind-write":
      pair(make.design(["stores.orders.refund"]), make.design(reader + ["stores.orders.refund"]))
    case "hidden-deletes": pair(make.design(reader + ["stores.orders.refund"]), reading)
    case "destructive-scope":
      pair(
        make.design(["stores.coupons.view", "stores.coupons.delete"]),
        make.design(["stores.coupons.view"]))
    case "deprecated-scope": pair(make.design(reader + ["user.crypto.viewEnabled"]), reading)
    case "unconfirmed-scope":
      pair(make.design(["files.read", "files.audit"]), make.design(["files.read"]))
    case "redundant-scope":
      pair(make.design(["files.read", "files.write"]), make.design(["files.read"]))
    case "reason-unused":
      pair(
        make.design(reader) { $0.setReason("Imports paid orders", for: "stores.order.view") },
        make.design(reader) { $0.setReason("Imports paid orders", for: "stores.orders.view") })
    case "wanted-call-closed":
      pair(
        make.design(["stores.coupons.view"]) { $0.operations = [Self.call, Self.couponCall] },
        make.design(reader + ["stores.coupons.view"]) {
          $0.operations = [Self.call, Self.couponCall]
        })
    case "unneeded-scope":
      pair(
        make.design(reader + ["stores.coupons.view"]) { $0.operations = [Self.call] },
        make.design(reader) { $0.operations = [Self.call] })
    default: nil
    }
  }

  private static let call = "GET /stores/{storeId}/orders"
  private static let refund = "stores.orders.refund"
  private static let refundCall = "DELETE /stores/{storeId}/orders/{orderId}/refund"
  private static let couponCall = "GET /stores/{storeId}/coupons"

  // MARK: - Policies

  private func underPolicy(_ rule: String) -> RuleExample? {
    let reading = make.design(reader)
    func pair(_ bad: KeyDesign, _ good: KeyDesign, _ name: String, _ value: JSONNode) -> RuleExample
    {
      let policy = Self.policy(name, value)
      return RuleExample(bad: .init(bad, policy: policy), good: .init(good, policy: policy))
    }
    switch rule {
    case "forbidden-scope":
      return pair(
        make.design(reader + ["stores.orders.refund"]), reading, "forbiddenScopes",
        .strings(["stores.orders.refund"]))
    case "required-field":
      let filled = make.design(reader) { $0.purpose = "Imports paid orders every morning" }
      return pair(reading, filled, "requiredFields", .strings(["purpose"]))
    case "scope-without-reason":
      let explained = make.design(reader) {
        $0.setReason("Imports paid orders", for: "stores.orders.view")
      }
      return pair(reading, explained, "requiredFields", .strings(["because"]))
    case "rotation-too-far":
      let late = make.design(reader) { $0.rotateBy = CalendarDate("2029-12-01") }
      return pair(late, reading, "longestDaysToRotation", .integer(90))
    case "platform-not-allowed":
      // The key is the same: what differs is what the team allows.
      return RuleExample(
        bad: .init(reading, policy: Self.policy("platforms", .strings(["another-platform"]))),
        good: .init(reading, policy: Self.policy("platforms", .strings([make.catalog.id]))))
    default: return nil
    }
  }

  private static func policy(_ name: String, _ value: JSONNode) -> [UInt8] {
    JSONWriter.write(.object([("$schema", .string(Policy.schema)), (name, value)]))
  }

  // MARK: - Acceptances

  private func accepting(_ rule: String) -> RuleExample? {
    func pair(_ bad: KeyDesign, _ good: KeyDesign) -> RuleExample {
      RuleExample(bad: .init(bad), good: .init(good))
    }
    let coupons = ["stores.coupons.view", "stores.coupons.create", "stores.coupons.update"]
    func design(_ ids: [String], accepted: [String], until: String) -> KeyDesign {
      make.design(ids) {
        $0.accepted = [
          Acceptance(
            rule: "unbounded-discount", scopes: accepted, reason: "The campaign tool needs it",
            by: "Ada", until: CalendarDate(until))
        ]
      }
    }
    let both = Array(coupons.dropFirst())
    switch rule {
    case "acceptance-expired":
      return pair(
        design(coupons, accepted: both, until: "2026-11-30"),
        design(coupons, accepted: both, until: "2027-01-31"))
    case "acceptance-unused":
      return pair(
        design(["stores.coupons.view"], accepted: both, until: "2027-01-31"),
        make.design(["stores.coupons.view"]))
    case "acceptance-widened":
      return pair(
        design(coupons, accepted: ["stores.coupons.create"], until: "2027-01-31"),
        design(coupons, accepted: both, until: "2027-01-31"))
    default: return nil
    }
  }
}
