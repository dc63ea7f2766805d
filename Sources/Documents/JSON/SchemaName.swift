/// The value of `$schema`: which document this is, and in which version.
package enum SchemaName {
  /// The urn of a kind of document in version 1, such as `urn:keywright:manifest:1`.
  package static func urn(_ kind: String) -> String { "urn:keywright:\(kind):1" }

  /// The name of the file that holds its schema, such as `keywright-manifest-1.json`.
  package static func file(_ kind: String) -> String { "keywright-\(kind)-1.json" }

  /// Whether a text names a kind of document in version 1: by its urn, or by a path or an `https`
  /// address of its schema, from which editors load it.
  package static func matches(_ text: String, _ kind: String) -> Bool {
    if text.utf8.elementsEqual(urn(kind).utf8) || text.utf8.elementsEqual(file(kind).utf8) {
      return true
    }
    guard text.ends(exactlyWith: "/" + file(kind)) else { return false }
    // Of addresses, those alone that nobody can exchange on the way.
    return text.starts(exactlyWith: "https://") || !text.utf8.contains(UInt8(ascii: ":"))
  }

  /// The same as a regular expression, for schemas.
  package static func pattern(_ kind: String) -> String {
    "^\(urn(kind))$|^(https://.*/|[^:]*/)?keywright-\(kind)-1\\.json$"
  }
}
