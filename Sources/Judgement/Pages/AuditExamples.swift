import Catalogs
import Keys

/// The examples of the rules about a set of keys: what changes is the first key of the set.
struct AuditExamples {
  private let make: ExampleDesigns
  private let order = "stores.orders.view"
  private let orders = "GET /stores/{storeId}/orders"

  init(catalog: Catalog) { make = ExampleDesigns(catalog: catalog) }

  /// The pair of a rule; nil where there is none of that id.
  func example(of rule: String) -> RuleExample? {
    func pair(
      _ bad: KeyDesign, _ good: KeyDesign, beside: [KeyDesign] = [], calls: [String] = []
    ) -> RuleExample {
      RuleExample(bad: .init(bad), good: .init(good), beside: beside, calls: calls)
    }
    let coupons = "stores.coupons.view"
    switch rule {
    case "same-powers":
      return pair(
        design("Stock report", [order]), design("Stock report", [coupons]),
        beside: [design("Order importer", [order])])
    case "combined-powers":
      let delivers = design("Delivery bot", [order, "stores.orders.deliver"]) {
        $0.owner = "Shop server"
      }
      func creates(_ owner: String) -> KeyDesign {
        design("Order bot", [order, "stores.orders.create"]) { $0.owner = owner }
      }
      return pair(creates("Shop server"), creates("Phone support"), beside: [delivers])
    case "unused-key":
      return pair(
        design("Coupon report", [coupons]), design("Order importer", [order]), calls: [orders])
    case "scope-nobody-needs":
      func importer(_ label: String, _ ids: [String]) -> KeyDesign {
        design(label, ids) { $0.operations = [orders] }
      }
      return pair(
        importer("Order importer", [order, coupons]), importer("Order importer", [order]),
        beside: [importer("Order export", [order, coupons, "stores.tickets.view"])])
    case "rotation-on-one-day":
      return pair(
        design("Order importer", [order]),
        design("Order importer", [order]) { $0.rotateBy = CalendarDate("2027-02-08") },
        beside: [
          design("Coupon report", [coupons]), design("Order and coupon report", [order, coupons]),
        ])
    case "platform-gone":
      return pair(
        design("Order importer", [order]) { $0.kind = "robot" }, design("Order importer", [order]))
    case "copied-acceptance":
      return pair(
        accepting("Campaign tool", rotateBy: "2027-02-01"),
        accepting("Campaign tool", rotateBy: "2027-02-01", reason: "One campaign in May"),
        beside: [
          accepting("Coupon printer", rotateBy: "2027-02-08"),
          accepting("Coupon mailer", rotateBy: "2027-02-15"),
        ])
    default: return nil
    }
  }

  private func design(
    _ label: String, _ ids: [String], edit: (inout KeyDetails) -> Void = { _ in }
  ) -> KeyDesign {
    make.design(ids) {
      $0.label = label
      edit(&$0)
    }
  }

  private func accepting(
    _ label: String, rotateBy day: String, reason: String = "The campaign tool needs it"
  ) -> KeyDesign {
    let ids = ["stores.coupons.view", "stores.coupons.create", "stores.coupons.update"]
    return design(label, ids) {
      $0.owner = label
      $0.rotateBy = CalendarDate(day)
      $0.accepted = [
        Acceptance(
          rule: "unbounded-discount", scopes: Array(ids.dropFirst()), reason: reason, by: "Ada",
          until: CalendarDate("2027-01-31"))
      ]
    }
  }
}
