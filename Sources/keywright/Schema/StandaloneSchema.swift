import BundledCatalogs
import Catalogs
import Documents
import Judgement

/// A JSON Schema that needs no other file, as editors load it.
struct StandaloneSchema {
  /// What stands in the place of a part, by its path from the root.
  private var replaced: [[String]: JSONNode] = [:]
  private let root: JSONValue
  /// What other schemas describe of it, by the names of these.
  private var parts: [(name: String, members: [(name: String, value: JSONValue)])] = []

  /// The schema of a kind of document, with those of its parts that other schemas describe.
  ///
  /// - Throws: never for what ships: a test reads every one of them.
  init?(_ name: String) throws(ModelError) {
    guard let bytes = BundledSchemas.bytes(of: name) else { return nil }
    root = try JSONDocument(parsing: bytes).root
    // The policy's schema refers to the catalog's in its turn.
    var text = String(decoding: bytes, as: UTF8.self)
    for other in ["policy", "catalog"] where other != name {
      let start = SchemaName.urn(other) + "#/"
      guard text.contains(start), let bytes = BundledSchemas.bytes(of: other) else { continue }
      let members = try JSONDocument(parsing: bytes).root.members.filter { member in
        member.name == "$defs"
          || (member.name == "properties" && text.contains(start + member.name + "/"))
      }
      parts.append((other, members))
      text += String(decoding: bytes, as: UTF8.self)
    }
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
    guard case .object(var members) = copy(root, [], at: "#/"), !parts.isEmpty
    else { return copy(root, [], at: "#/") }
    let others = parts.map { part in
      let path = ["$defs", part.name]
      let node = JSONNode.object(
        part.members.map { member in
          (member.name, copy(member.value, path + [member.name], at: Self.place(of: part.name)))
        })
      return (name: part.name, value: node)
    }
    if let place = members.firstIndex(where: { $0.name == "$defs" }),
      case .object(let known) = members[place].value
    {
      members[place].value = .object(known + others)
    } else {
      members.append(("$defs", .object(others)))
    }
    return .object(members)
  }

  /// Where a part of another schema is found in this one.
  private static func place(of name: String) -> String { "#/$defs/\(name)/" }

  /// A copy of what goes to a place, in which references stay inside the document.
  private func copy(_ value: JSONValue, _ path: [String], at place: String) -> JSONNode {
    if let node = replaced[path] { return node }
    switch value.kind {
    case .object:
      return .object(
        value.members.map { member in
          if member.name == "$ref", let text = member.value.string {
            return (member.name, .string(reference(text, at: place)))
          }
          return (member.name, copy(member.value, path + [member.name], at: place))
        })
    case .array: return .array(value.elements.map { copy($0, path + ["[]"], at: place) })
    default: return .raw(Array(value.source))
    }
  }

  /// A reference as it reads from inside the document.
  private func reference(_ text: String, at place: String) -> String {
    let starts =
      [("#/", place)]
      + parts.map { (SchemaName.urn($0.name) + "#/", Self.place(of: $0.name)) }
    for (start, end) in starts where text.starts(exactlyWith: start) {
      return end + String(Substring(text.utf8.dropFirst(start.utf8.count)))
    }
    return text
  }
}
