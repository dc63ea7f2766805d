import Documents

/// What a JSON Schema says of a value, member by member.
typealias SchemaMembers = [(name: String, value: JSONNode)]

extension SchemaMembers {
  /// No control characters.
  static let linePattern = #"^[^\u0000-\u001f\u007f-\u009f]*$"#

  /// A text on one line with so many characters.
  static func text(_ length: ClosedRange<Int>, pattern: String = linePattern) -> SchemaMembers {
    var members: SchemaMembers = [("type", .string("string"))]
    if length.lowerBound > 0 { members.append(("minLength", .integer(length.lowerBound))) }
    return members + [("maxLength", .integer(length.upperBound)), ("pattern", .string(pattern))]
  }

  /// What stands under `$defs`.
  static func definition(_ name: String) -> SchemaMembers {
    [("$ref", .string("#/$defs/" + name))]
  }

  /// An array of values.
  static func list(_ items: SchemaMembers, _ further: SchemaMembers = []) -> SchemaMembers {
    [("type", .string("array")), ("items", .object(items))] + further
  }
}
