import Documents

@testable import Catalogs

/// The JSON Schema of catalogs and the tables of their members, as the tables of fields have them.
enum CatalogSchema {
  /// The schema's file.
  static var document: [UInt8] {
    JSONWriter.write(
      .object(
        [
          ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
          ("$id", .string(Catalog.schema)), ("title", .string("Keywright catalog, version 1")),
        ] + CatalogParts.table.schema + [("$defs", .object(definitions))]))
  }

  private static var definitions: SchemaMembers {
    let once: JSONNode = .boolean(true)
    let scopeID = #"[^\s\u0000-\u001f\u007f-\u009f]+"#
    return [
      define(
        "name", "An id of our own: lower case, digits, and hyphens between them.",
        .text(0...100, pattern: "^[a-z0-9]+(-[a-z0-9]+)*$")),
      define("title", "A text on one line.", .text(1...300)),
      define(
        "kindIDs", "Kinds of key by id, none twice.",
        .list(.definition("name"), [("minItems", .integer(1)), ("uniqueItems", once)])),
      define(
        "scopeID", "A scope's id, exactly as the platform spells it.",
        .text(1...300, pattern: "^\(scopeID)( \(scopeID))*$")),
      define(
        "scopeIDs", "Scopes by id, none twice.",
        .list(.definition("scopeID"), [("minItems", .integer(1)), ("uniqueItems", once)])),
      define(
        "call", "A call by method and path template.",
        .text(0...1_000, pattern: "^[A-Z]+ /[!-~]*$")),
      define(
        "severity",
        "note: hygiene, or a fact that a name hides. warning: can lose money, goods, data or availability. error: a complete abuse loop.",
        [("enum", .strings(["note", "warning", "error"]))]),
      ("category", .object(Category.table.schema)), ("scope", .object(Scope.table.schema)),
      ("operation", .object(Operation.table.schema)),
      ("combination", .object(Combination.table.schema)), ("preset", .object(Preset.table.schema)),
    ]
  }

  private static func define(
    _ name: String, _ says: String, _ schema: SchemaMembers
  ) -> (name: String, value: JSONNode) {
    (name, .object([("description", .string(says))] + schema))
  }

  /// A table in Markdown for each kind of object, by what messages call one.
  static var tables: [(title: String, text: String)] {
    [
      table(CatalogParts.table), table(Catalog.Source.table), table(KeyKind.table),
      table(Condition.table), table(Category.table), table(Scope.table), table(Operation.table),
      table(Alternative.table), table(Combination.table), table(Combination.Count.table),
      table(Combination.Raise.table), table(Combination.Step.table), table(Review.table),
      table(Preset.table),
    ]
  }

  private static func table<Owner>(_ fields: FieldTable<Owner>) -> (title: String, text: String) {
    let rows = fields.fields.map { field in
      let says = field.says.replacing("|", with: "\\|").replacing("<", with: "&lt;")
      let mark = field.need == .required ? " (required)" : ""
      return "| `\(field.name)`\(mark) | \(field.holds) | \(says) |"
    }
    let title = fields.title.replacing("\"", with: "`")
    return (
      title,
      (["| member of \(title) | holds | says |", "|---|---|---|"] + rows)
        .joined(separator: "\n")
    )
  }
}
