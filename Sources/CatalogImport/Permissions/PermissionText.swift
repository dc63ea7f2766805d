import Documents

/// A text that names permissions: one, several between commas, or several with "or" or "and".
enum PermissionText {
  private static let anyJoints: Set = ["or", "|", "||"]
  private static let allJoints: Set = ["and", "&", "&&"]

  /// Whether a word or a sign stands in it that joins names.
  static func hasJoint(_ text: String) -> Bool {
    // Most are one id, which none of them stands in.
    guard text.utf8.count <= 3 || text.utf8.contains(where: { " |&".utf8.contains($0) }) else {
      return false
    }
    return words(of: text).contains {
      anyJoints.contains($0.lowercased()) || allJoints.contains($0.lowercased())
    }
  }

  /// The names that a text joins, and whether all are needed; nil where that is not clear.
  ///
  /// "Read and Write Boxes" may be one name, so that each must be a single word, and look like an id
  /// where "and" joins them.
  static func joined(
    _ text: String, isName: (String) -> Bool
  ) -> (names: [String], meaning: SetMeaning)? {
    var names: [String] = []
    var joints: Set<String> = []
    var wasName = false
    for word in words(of: text) {
      let small = word.lowercased()
      if anyJoints.contains(small) || allJoints.contains(small) {
        joints.insert(anyJoints.contains(small) ? "or" : "and")
        wasName = false
      } else if word == "," {
        wasName = false
      } else {
        guard !wasName else { return nil }
        names.append(word)
        wasName = true
      }
    }
    guard joints.count == 1, names.count > 1 else { return nil }
    let isAny = joints.contains("or")
    return isAny || names.allSatisfy(isName) ? (names, isAny ? .any : .all) : nil
  }

  /// Whether a word says that no permission is named.
  static func saysNothing(_ text: String) -> Bool {
    ["none", "n/a", "-"].contains(text.lowercased())
  }

  /// What stands where others name a permission, and is none: who may make the call, what it is called
  /// with, or that something is needed.
  private static let otherWords: Set = [
    "public", "anonymous", "everyone", "anyone", "anybody", "unauthenticated", "authenticated",
    "any", "all", "*", "required", "optional", "yes", "no", "true", "false", "bearer", "basic",
    "oauth", "oauth2", "jwt", "token", "apikey", "api_key", "api-key", "inherit", "tbd", "todo",
    "unknown", "?",
  ]
  /// Words of sentences; the names of permissions have others.
  private static let sentenceWords: Set = [
    "not", "no", "without", "except", "unless", "requires", "require", "required", "must", "needs",
    "need", "if", "when", "see", "this", "your", "you",
  ]
  /// Words that stand in short names as well, such as "Read only" and "Create a project": they tell a
  /// sentence where they begin it, or where it is longer than names are.
  private static let smallWords: Set = ["the", "a", "an", "only"]
  /// How many words a name has at most that has one of those in it.
  private static let longestName = 4

  /// Whether a text is no name of a permission, but a word for something else, an address, a name
  /// with a sign that negates it, or a sentence.
  static func isNoName(_ text: String) -> Bool {
    let text = text.lowercased()
    if otherWords.contains(text) || text.contains(bytesOf: "://") { return true }
    guard let first = text.utf8.first else { return false }
    if "!-~^".utf8.contains(first), text.utf8.count > 1 { return true }
    guard text.utf8.contains(0x20) else { return false }
    if words(of: text).contains(where: sentenceWords.contains) { return true }
    return text.parts(between: ",").contains { part in
      let words = words(of: part)
      return words.prefix(words.count > longestName ? words.count : 1)
        .contains(where: smallWords.contains)
    }
  }

  /// Whether a word is written as ids are.
  static func isLikeID(_ word: String) -> Bool { word.utf8.contains { ":._/".utf8.contains($0) } }

  /// The text without blanks around it, and with one between words.
  static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 <= 0x20 }) else { return text }
    return text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.joined(separator: " ")
  }

  /// Words, with signs that join and commas as words of their own.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", ",", "|", "&":
        if !word.isEmpty { words.append(word) }
        word = ""
        if scalar != " " { words.append(String(scalar)) }
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
