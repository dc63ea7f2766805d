import BundledCatalogs
import Catalogs
import Testing

/// The catalogs that the tests work with.
enum TestCatalog {
  private static let bundled = Result { try BundledCatalogs.load("komerza") }

  /// The real one.
  static func komerza() throws -> Catalog { try #require(try bundled.get()) }

  /// Categories inside categories: Shop (Goods, Orders), People.
  static func nested() throws -> Catalog {
    try decode(
      [
        group(
          "Shop", ["shop.view"],
          inner: [
            group("Goods", ["goods.view", "goods.update", "goods.delete"]),
            group("Orders", ["orders.view", "orders.update"]),
          ]),
        group("People", ["people.view", "people.update"]),
      ])
  }

  /// Scopes and calls: with alternatives, with two scopes for one call, free, and unstated.
  static func calls() throws -> Catalog {
    try decode(
      [
        group("Orders", ["orders.view", "orders.update", "orders.all"]),
        group("Notes", ["notes.view", "notes.update"]),
      ],
      operations: [
        ("GET /orders", #"[["orders.view"],["orders.all"]]"#),
        ("PUT /orders/{id}", #"[["orders.update"],["orders.all"]]"#),
        ("DELETE /orders/{id}", #"[["orders.all"]]"#),
        ("GET /notes", #"[["notes.view"]]"#),
        ("POST /notes/{id}/send", #"[["notes.update","orders.view"]]"#),
        ("GET /health", "[[]]"),
        ("GET /secret", nil),
      ])
  }

  /// A hundred calls a group, each with a scope of its own.
  static func manyCalls(_ count: Int) throws -> Catalog {
    try decode(
      stride(from: 0, to: count, by: 10).map { start in
        group("Group \(start / 10)", (start..<start + 10).map { "things.t\($0).view" })
      },
      operations: (0..<count).map {
        ("GET /v1/group\($0 / 100)/things\($0)/{id}", #"[["things.t\#($0).view"]]"#)
      })
  }

  /// As many scopes as asked for, ten a category.
  static func large(_ count: Int) throws -> Catalog {
    try decode(
      stride(from: 0, to: count, by: 10).map { start in
        group("Group \(start / 10)", (start..<min(count, start + 10)).map { "things.t\($0).view" })
      })
  }

  /// One category of scopes with these ids and titles.
  static func flat(_ scopes: [(id: String, title: String)], category: String) throws -> Catalog {
    let list = scopes.map { #"{"id":"\#($0.id)","title":"\#($0.title)","access":"view"}"# }
    return try decode([#"{"name":"\#(category)","scopes":[\#(list.joined(separator: ","))]}"#])
  }

  private static func group(_ name: String, _ ids: [String], inner: [String] = []) -> String {
    let scopes = ids.map { id in
      let access = id.split(separator: ".").last ?? ""
      return #"{"id":"\#(id)","title":"Title of \#(id)","access":"\#(access)"}"#
    }
    return #"{"name":"\#(name)","scopes":[\#(scopes.joined(separator: ","))],"#
      + #""categories":[\#(inner.joined(separator: ","))]}"#
  }

  /// Two calls with tags and one without.
  static func tagged() throws -> Catalog {
    try decode(
      [group("Orders", ["orders.view"])],
      operations: [
        ("GET /b", #"[["orders.view"]],"tag":"Reading","summary":"Lists the lot""#),
        ("PUT /a", #"[["orders.view"]],"tag":"Writing","deprecated":true"#), ("GET /c", nil),
        ("GET /d", #"[["orders.view"]],"tag":"Reading""#),
      ])
  }

  private static func decode(
    _ categories: [String], operations: [(call: String, requires: String?)] = []
  ) throws -> Catalog {
    let calls = operations.map { call, requires in
      let parts = call.split(separator: " ")
      return #"{"method":"\#(parts[0])","path":"\#(parts[1])""#
        + (requires.map { #","requires":\#($0)"# } ?? "") + "}"
    }
    let text =
      #"{"$schema":"urn:keywright:catalog:1","id":"test","name":"Test","version":"1","#
      + #""categories":[\#(categories.joined(separator: ","))],"#
      + #""operations":[\#(calls.joined(separator: ","))]}"#
    return try Catalog(decoding: Array(text.utf8))
  }
}

/// Manifests of the real catalog as text.
enum TestManifest {
  static func text(
    scopes: [String], label: String = "", more: String = ""
  ) -> String {
    let label = label.isEmpty ? "" : "  \"label\": \"\(label)\",\n"
    let list = "[" + scopes.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    return """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "komerza", "version": "2026-06-24" },
      \(label)  "scopes": \(list)\(more)
      }

      """
  }
}
