import BitCollections
import BundledCatalogs
import Catalogs
import Judgement
import Keys
import Testing

/// Catalogs and designs that tests share.
enum Samples {
  /// The bundled catalog.
  static let komerza: Catalog = catalog { try BundledCatalogs.load("komerza") }
  /// Its rules.
  static let rules = RuleSet(catalog: komerza)
  /// The day on which tests take place.
  static let today = date("2026-11-23")

  /// A small catalog, whole and valid; tests spoil one place of it.
  static let shopText = """
    {
      "$schema": "urn:keywright:catalog:1",
      "id": "shop",
      "name": "Shop",
      "version": "1",
      "sources": [{ "name": "reference", "location": "shop.example/api" }],
      "servers": ["https://shop.example"],
      "categories": [
        {
          "name": "Orders",
          "scopes": [
            { "id": "orders.view", "title": "View orders", "access": "view" },
            { "id": "orders.update", "title": "Update orders", "access": "update" },
            { "id": "orders.delete", "title": "Delete orders", "access": "delete" }
          ]
        },
        {
          "name": "Money",
          "categories": [
            {
              "name": "Payouts",
              "scopes": [
                { "id": "payouts.view", "title": "View payouts", "touches": ["money"] },
                { "id": "payouts.old", "title": "Old", "deprecated": true, "replacement": "payouts.view" }
              ]
            }
          ]
        }
      ],
      "operations": [
        { "method": "GET", "path": "/orders", "requires": [["orders.view"], ["orders.update"]] },
        { "method": "DELETE", "path": "/orders/{id}", "requires": [["orders.delete", "orders.view"]] },
        { "method": "GET", "path": "/health", "requires": [[]] },
        { "method": "GET", "path": "/unstated" }
      ],
      "combinations": [
        {
          "id": "wipe",
          "title": "Wipes orders",
          "severity": "error",
          "all": ["orders.update", "orders.delete"],
          "message": "Rewrites orders and deletes the trace.",
          "confidence": "documented",
          "operations": ["DELETE /orders/{id}"],
          "trace": [{ "call": "DELETE /orders/{id}", "does": "deletes" }],
          "story": "It goes.",
          "advice": "Keep them apart.",
          "untick": ["orders.delete"]
        }
      ],
      "reviewed": [{ "scope": "payouts.view", "reason": "Shows sums only." }],
      "presets": [
        { "id": "reader", "title": "Reader", "purpose": "Reads.", "scopes": ["orders.view"], "warnings": [] }
      ]
    }
    """
  /// The small catalog.
  static let shop: Catalog = catalog { try Catalog(decoding: Array(shopText.utf8)) }

  /// The manifest of the design's contract, with members that this program does not know.
  static let manifestText = """
    {
      "$schema": "urn:keywright:manifest:1",
      "catalog": { "id": "komerza", "version": "2026-06-24", "mirror": [1, 2] },
      "label": "fulfillment-bot",
      "purpose": "Marks paid orders as delivered",
      "ipAddresses": ["203.0.113.7"],
      "rotateBy": "2027-02-01",
      "scopes": ["stores.orders.view", "stores.orders.deliver", "stores.order.view"],
      "operations": ["PUT /stores/{storeId}/orders/{orderId}/deliver"],
      "accepted": [
        { "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "r", "by": "b", "x": {} }
      ],
      "x-team": { "name": "warehouse", "pager": null }
    }

    """

  /// A day that is known to exist.
  static func date(_ text: String) -> CalendarDate {
    guard let date = CalendarDate(text) else { preconditionFailure("\(text) is not a date") }
    return date
  }

  /// A design that raises nothing by itself but what its scopes raise.
  static func design(_ ids: [String], in catalog: Catalog = komerza) -> KeyDesign {
    var design = KeyDesign()
    for id in ids {
      if let index = catalog.indexOfScope(id) {
        design.scopes.insert(index)
      } else {
        design.details.unknownScopes.append(id)
      }
    }
    design.details.label = "Order importer of the warehouse"
    design.details.ipAddresses = ["203.0.113.7"]
    design.details.rotateBy = date("2027-02-01")
    return design
  }

  /// The findings of a design on the day of the tests.
  static func findings(_ design: KeyDesign, rules: RuleSet = rules) -> [Finding] {
    Findings(rules: rules, design: design, today: today).list()
  }

  /// A catalog from its text, which is known to be valid.
  static func catalog(_ text: String) -> Catalog {
    catalog { try Catalog(decoding: Array(text.utf8)) }
  }

  static func catalog(_ load: () throws -> Catalog?) -> Catalog {
    do {
      guard let catalog = try load() else { preconditionFailure("the sample is missing") }
      return catalog
    } catch {
      preconditionFailure("the sample is broken: \(error)")
    }
  }
}

// MARK: - Names in the log

extension Combination: CustomTestStringConvertible {
  /// The id: the whole rule would flood the log.
  public var testDescription: String { id }
}

extension Preset: CustomTestStringConvertible {
  /// The id.
  public var testDescription: String { id }
}
