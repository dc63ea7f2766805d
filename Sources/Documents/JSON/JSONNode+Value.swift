extension JSONNode {
  /// A value of a document, to be written anew.
  package init(_ value: JSONValue) {
    self =
      switch value.kind {
      case .null: .null
      case .boolean: .boolean(value.boolean ?? false)
      case .number: .raw(Array(value.source))
      case .string: .string(value.string ?? "")
      case .array: .array(value.elements.map { JSONNode($0) })
      case .object: .object(value.members.map { ($0.name, JSONNode($0.value)) })
      }
  }
}
