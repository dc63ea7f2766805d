import BundledCatalogs
import Catalogs
import Documents
import Judgement

/// A JSON Schema that needs no other file, as editors load it.
struct StandaloneSchema {
  private static let other = "urn:keywright:catalog:1#/$defs/"
  private static let own = "#/$defs/"
  private static let moved = "#/$defs/catalog/$defs/"

  /// What stands in the place of a part, by its path from the root.
  private var replaced: [[String]: JSONNode] = [:]
  private let root: JSONValue
  private let definitions: JSONValue?

  /// The schema of a kind of document, with those of its parts that the catalog's schema describes.
  ///
  /// - Throws: never for what ships: a test reads every one of them.
  init?(_ name: String) throws(ModelError) {
    guard let bytes = BundledSchemas.bytes(of: name) else { return nil }
    root = try JSONDocument(parsing: bytes).root
    let text = String(decoding: bytes, as: UTF8.self)
    guard name != "catalog", text.contains(Self.other),
      let catalog = BundledSchemas.bytes(of: "catalog")
    else {
      definitions = nil
      return
    }
    definitions = try JSONDocument(parsing: catalog).root["$defs"]
  }

  /// The schema of manifests of one catalog: its scopes, kinds, conditions, rules and calls are
  /// listed, so that an editor completes them.
  mutating func enumerate(_ catalog: Catalog) {
    func described(_ items: [(id: String, about: String)]) -> JSONNode {
      .object([
        (
          "anyOf",
          .array(
            items.map { item in
              .object(
                [("const", .string(item.id))]
                  + (item.about.isEmpty ? [] : [("description", .string(item.about))]))
            })
        )
      ])
    }
    let anyText = JSONNode.object([("type", .string("string"))])
    let ids = catalog.scopes.map(\.id)
    let calls = catalog.operations.map(\.call)
    let scopes = described(catalog.scopes.map { ($0.id, $0.title) })
    let rules = RuleSet(catalog: catalog).infos
    replaced = [
      ["$id"]: .string("\(SchemaName.urn("manifest")):\(catalog.id)"),
      ["properties", "catalog", "properties", "id"]: .object([("const", .string(catalog.id))]),
      ["properties", "scopes", "items"]: scopes,
      ["properties", "never", "items"]: .object([("enum", .strings(ids + calls))]),
      ["properties", "operations", "items"]: .object([
        ("anyOf", .array([.object([("enum", .strings(calls))]), anyText]))
      ]),
      ["properties", "answers"]: .object([
        ("type", .string("object")),
        (
          "properties",
          .object(
            catalog.conditions.map { condition in
              (
                condition.id,
                .object([
                  ("description", .string(condition.question)), ("type", .string("boolean")),
                ])
              )
            })
        ), ("additionalProperties", .boolean(false)),
      ]),
      ["properties", "accepted", "items", "properties", "rule"]: .object([
        ("anyOf", .array([described(rules.map { ($0.id, $0.title) }), anyText]))
      ]),
    ]
    if !catalog.kinds.isEmpty {
      replaced[["properties", "kind"]] = described(catalog.kinds.map { ($0.id, $0.title) })
    }
  }

  /// The document.
  var node: JSONNode {
    guard case .object(var members) = copy(root, [], Self.other, to: Self.moved),
      let definitions
    else { return copy(root, [], Self.other, to: Self.moved) }
    let part = (
      name: "catalog",
      value: JSONNode.object([
        ("$defs", copy(definitions, ["$defs", "catalog"], Self.own, to: Self.moved))
      ])
    )
    if let place = members.firstIndex(where: { $0.name == "$defs" }),
      case .object(let known) = members[place].value
    {
      members[place].value = .object(known + [part])
    } else {
      members.append(("$defs", .object([part])))
    }
    return .object(members)
  }

  /// A copy in which references that start in one way start in another.
  private func copy(
    _ value: JSONValue, _ path: [String], _ start: String, to end: String
  ) -> JSONNode {
    if let node = replaced[path] { return node }
    switch value.kind {
    case .object:
      return .object(
        value.members.map { member in
          if member.name == "$ref", let text = member.value.string,
            text.starts(exactlyWith: start)
          {
            let rest = String(Substring(text.utf8.dropFirst(start.utf8.count)))
            return (member.name, .string(end + rest))
          }
          return (member.name, copy(member.value, path + [member.name], start, to: end))
        })
    case .array: return .array(value.elements.map { copy($0, path + ["[]"], start, to: end) })
    default: return .raw(Array(value.source))
    }
  }
}
