import Documents

/// What a member of a call says that a vendor made for permissions.
enum MemberReading: Equatable {
  /// Nothing: it is null or empty.
  case nothing
  /// Alternatives of names that are needed together.
  case sets([[String]])
  /// Something, in a form that is not known.
  case notUnderstood

  /// The words by which such members are told.
  private static let words = ["scope", "permission", "privilege", "authorization", "role"]

  /// How near a member's name is to scopes, from 0; nil where it has nothing of permissions.
  static func rank(_ name: String) -> Int? {
    let name = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return words.firstIndex { word in
      name.indices.contains { name[$0...].starts(with: word.utf8) }
    }
  }

  /// Parts of names that say something else of permissions than that they are needed.
  private static let otherWords = [
    "optional", "denied", "deny", "deprecat", "exclu", "forbid", "respons", "return", "granted",
    "previous", "missing", "error", "recommend", "suggest", "removed", "example",
  ]

  /// Whether a member's name says that its permissions are not those which the call needs.
  static func isOfOther(_ name: String) -> Bool {
    let name = name.lowercased()
    return otherWords.contains { name.contains(bytesOf: $0) }
  }

  /// Reads a member: a text, a list that is needed in full, lists as alternatives, or an object such
  /// as `{ "operator": "OR", "permissions": […] }`, `{ "anyOf": […] }`, `{ "scopes": […] }`.
  init(_ value: JSONValue, as form: MemberForm) {
    guard let sets = form.sets(value) else {
      self = .notUnderstood
      return
    }
    self = sets.isEmpty ? .nothing : .sets(sets)
  }
}
