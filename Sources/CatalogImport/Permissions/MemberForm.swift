import Documents

/// The forms in which vendors write permissions.
struct MemberForm {
  /// What a list means that does not say.
  var meaning: SetMeaning
  /// Whether the description declares a name: then it may hold blanks.
  let isDeclared: (String) -> Bool
  /// Whether a scheme is known to carry no scopes: its lists are no alternative to those of others.
  let isCredential: (String) -> Bool

  /// The alternatives; empty where nothing is said, nil where it is not understood.
  func sets(_ value: JSONValue) -> [[String]]? {
    switch value.kind {
    case .null: return []
    case .string: return sets(ofText: value.string ?? "")
    case .array: return sets(ofList: value)
    case .object: return sets(ofObject: value)
    default: return nil
    }
  }

  private func sets(of names: [String]) -> [[String]]? {
    names.isEmpty ? [] : meaning.alternatives(of: [names])
  }

  // MARK: - Lists

  private func sets(ofList list: JSONValue) -> [[String]]? {
    let elements = list.elements.filter { $0.kind != .null }
    let texts = elements.compactMap(\.string).map(PermissionText.trimmed)
    if texts.count == elements.count {
      guard !texts.contains(where: { !isDeclared($0) && PermissionText.isNoName($0) }) else {
        return nil
      }
      guard texts.contains(where: { !isDeclared($0) && PermissionText.hasJoint($0) }) else {
        return sets(of: texts.filter { !$0.isEmpty })
      }
      return joined(texts.map { sets(ofText: $0) })
    }
    // A list of lists, or of objects: each is an alternative.
    guard texts.isEmpty else { return nil }
    let ofTokens = elements.filter { !isOfCredential($0) }
    return alternatives(ofTokens.isEmpty ? elements : ofTokens)
  }

  /// Whether an element is about a scheme whose credentials carry no scopes.
  private func isOfCredential(_ element: JSONValue) -> Bool {
    element.member("scheme")?.string.map(isCredential) ?? false
  }

  private func alternatives(_ values: [JSONValue]) -> [[String]]? {
    var all: [[String]] = []
    for value in values {
      guard let sets = sets(value) else { return nil }
      all += sets
    }
    return all
  }

  private func together(_ values: [JSONValue]) -> [[String]]? { product(values.map { sets($0) }) }

  /// What several parts of a list make, by what a list means.
  private func joined(_ parts: [[[String]]?]) -> [[String]]? {
    guard meaning == .any else { return product(parts) }
    let known = parts.compactMap(\.self)
    return known.count == parts.count ? Array(known.joined()) : nil
  }

  private func product(_ parts: [[[String]]?]) -> [[String]]? {
    let known = parts.compactMap(\.self)
    guard known.count == parts.count else { return nil }
    let stated = known.filter { !$0.isEmpty }
    return stated.isEmpty ? [] : SetMeaning.product(stated)
  }

  // MARK: - Objects

  private static let listNames = [
    "permissions", "scopes", "privileges", "roles", "permission", "scope", "privilege", "role",
    "relation", "name", "requiredscopes", "requiredpermissions",
  ]
  private static let anyNames = ["anyof", "oneof", "any", "or"]
  private static let allNames = ["allof", "all", "and"]
  private static let operatorNames = ["operator", "relation", "logic", "match", "mode"]
  /// What may stand beside them and says nothing of which are needed.
  private static let besides = [
    "description", "summary", "title", "state", "scheme", "object", "note", "deprecated",
  ]

  private func sets(ofObject object: JSONValue) -> [[String]]? {
    var parts: [[[String]]?] = []
    var form = self
    var lists: [JSONValue] = []
    for (name, value) in object.allMembers {
      let name = Self.folded(name)
      if Self.besides.contains(name) {
        continue
      } else if Self.anyNames.contains(name) {
        parts.append(value.kind == .array ? alternatives(value.elements) : nil)
      } else if Self.allNames.contains(name) {
        parts.append(value.kind == .array ? together(value.elements) : nil)
      } else if Self.operatorNames.contains(name), let meaning = Self.meaning(of: value) {
        form.meaning = meaning
      } else if Self.listNames.contains(name) {
        lists.append(value)
      } else {
        return nil
      }
    }
    return product(parts + lists.map { form.sets($0) })
  }

  /// Small letters without what stands between words: `any_of` is `anyOf`.
  private static func folded(_ name: String) -> String {
    let bytes = name.utf8.lazy.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
      .map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return String(decoding: Array(bytes), as: UTF8.self)
  }

  /// What a word such as `OR` makes of the list beside it; nil where it is none of them.
  private static func meaning(of value: JSONValue) -> SetMeaning? {
    let word = folded(value.string ?? "")
    return anyNames.contains(word) ? .any : allNames.contains(word) ? .all : nil
  }

  // MARK: - Texts

  private func sets(ofText text: String) -> [[String]]? {
    let text = PermissionText.trimmed(text)
    if isDeclared(text) { return [[text]] }
    if PermissionText.saysNothing(text) { return [] }
    if PermissionText.isNoName(text) { return nil }
    guard PermissionText.hasJoint(text) else { return sets(of: names(in: text)) }
    guard let (names, meaning) = PermissionText.joined(text, isName: isName) else { return nil }
    return meaning.alternatives(of: [names])
  }

  private func isName(_ word: String) -> Bool { isDeclared(word) || PermissionText.isLikeID(word) }

  /// Names between commas, or between blanks where each looks like an id.
  private func names(in text: String) -> [String] {
    text.parts(between: ",").map(PermissionText.trimmed).filter { !$0.isEmpty }
      .flatMap { part in
        let words = part.parts(between: " ")
        return words.allSatisfy(isName) ? words : [part]
      }
  }
}
