import Documents

/// A document that is no description of an API.
enum ForeignDocument {
  /// The error for a document of no form that is known.
  static func error(_ root: JSONValue) -> ModelError {
    if let schema = root["$schema"], let name = schema.string,
      name.starts(exactlyWith: "urn:keywright:")
    {
      return ownDocument(name, schema)
    }
    return root.error(
      "this is not a description of an API: neither \"openapi\" nor \"swagger\" names its version",
      remedy: "Give a Swagger 2.0 or OpenAPI 3 document, or another that "
        + "`keywright catalog import --help` names")
  }

  /// The error that says what a document of this program is for.
  private static func ownDocument(_ name: String, _ schema: JSONValue) -> ModelError {
    switch name.parts(between: ":").dropFirst(2).first {
    case "catalog":
      schema.error(
        "this is a catalog already, not a description of an API",
        remedy: "Check it with `keywright catalog check`, and keep it with `keywright catalog add`")
    case "manifest":
      schema.error(
        "this is the manifest of a key, not a description of an API",
        remedy: "Open it with `keywright FILE`, or check it with `keywright lint`")
    case "overlay":
      schema.error(
        "this is an overlay, which corrects an import, not a description of an API",
        remedy: "Give the description, and this file with --overlay")
    default:
      schema.error(
        "this is a document of Keywright (\(name)), not a description of an API",
        remedy: "Give a Swagger 2.0 or OpenAPI 3 document")
    }
  }
}
