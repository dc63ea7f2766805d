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

  /// Reads a member: a text, a list that is needed in full, lists as alternatives, or an object such
  /// as `{ "operator": "OR", "permissions": […] }`, `{ "anyOf": […] }`, `{ "scopes": […] }`.
  ///
  /// A name with blanks is one where the description declares it (`isDeclared`).
  init(
    _ value: JSONValue, meaning: SetMeaning = .all,
    isDeclared: @escaping (String) -> Bool = { _ in false }
  ) {
    let form = MemberForm(meaning: meaning, isDeclared: isDeclared)
    guard let sets = form.sets(value) else {
      self = .notUnderstood
      return
    }
    self = sets.isEmpty ? .nothing : .sets(sets)
  }
}

/// The forms in which vendors write permissions.
private struct MemberForm {
  let meaning: SetMeaning
  let isDeclared: (String) -> Bool

  /// The alternatives; empty where nothing is said, nil where it is not understood.
  func sets(_ value: JSONValue) -> [[String]]? {
    switch value.kind {
    case .null: return []
    case .string: return sets(of: names(in: value.string ?? ""))
    case .array: return sets(ofList: value)
    case .object: return sets(ofObject: value)
    default: return nil
    }
  }

  private func sets(of names: [String]) -> [[String]]? {
    names.isEmpty ? [] : meaning.alternatives(of: [names])
  }

  private func sets(ofList list: JSONValue) -> [[String]]? {
    let elements = list.elements.filter { $0.kind != .null }
    let texts = elements.compactMap(\.string)
    if texts.count == elements.count {
      return sets(of: texts.map(Self.trimmed).filter { !$0.isEmpty })
    }
    // A list of lists, or of objects: each is an alternative.
    guard texts.isEmpty else { return nil }
    return alternatives(elements)
  }

  private func alternatives(_ values: [JSONValue]) -> [[String]]? {
    var all: [[String]] = []
    for value in values {
      guard let sets = sets(value) else { return nil }
      all += sets
    }
    return all
  }

  private static let listNames = [
    "permissions", "scopes", "privileges", "roles", "permission", "scope", "privilege", "role",
    "relation", "name",
  ]
  private static let anyNames = ["anyOf", "oneOf", "any", "or"]
  private static let allNames = ["allOf", "all", "and"]
  /// What may stand beside them and says nothing of which are needed.
  private static let besides = [
    "description", "summary", "title", "state", "scheme", "object", "note", "deprecated",
    "operator",
  ]

  private func sets(ofObject object: JSONValue) -> [[String]]? {
    var parts: [[[String]]] = []
    for (name, value) in object.allMembers where !Self.besides.contains(name) {
      var sets: [[String]]?
      if Self.anyNames.contains(name) {
        sets = value.kind == .array ? alternatives(value.elements) : nil
      } else if Self.allNames.contains(name) {
        sets = value.kind == .array ? together(value.elements) : nil
      } else if Self.listNames.contains(name) {
        let form = meaning(of: object).map { MemberForm(meaning: $0, isDeclared: isDeclared) }
        sets = form?.sets(value)
      }
      guard let sets else { return nil }
      if !sets.isEmpty { parts.append(sets) }
    }
    return parts.isEmpty ? [] : SetMeaning.product(parts)
  }

  private func together(_ values: [JSONValue]) -> [[String]]? {
    var parts: [[[String]]] = []
    for value in values {
      guard let sets = sets(value) else { return nil }
      if !sets.isEmpty { parts.append(sets) }
    }
    return parts.isEmpty ? [] : SetMeaning.product(parts)
  }

  /// What the operator of an object makes of its list; nil where it is not known.
  private func meaning(of object: JSONValue) -> SetMeaning? {
    guard let word = object.member("operator") else { return meaning }
    switch word.string?.uppercased() {
    case "OR", "ANY": return .any
    case "AND", "ALL": return .all
    default: return nil
    }
  }

  // MARK: - Texts

  /// Names between commas, or between blanks where each looks like an id.
  private func names(in text: String) -> [String] {
    if isDeclared(text) { return [text] }
    return text.parts(between: ",").map(Self.trimmed).filter { !$0.isEmpty }
      .flatMap { part in
        let words = part.parts(between: " ")
        let areIDs = words.allSatisfy { isDeclared($0) || Self.isLikeID($0) }
        return areIDs ? words : [part]
      }
  }

  private static func isLikeID(_ word: String) -> Bool {
    word.utf8.contains { ":._/".utf8.contains($0) }
  }

  private static func trimmed(_ text: String) -> String {
    text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }
}
