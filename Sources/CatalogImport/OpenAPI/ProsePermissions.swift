/// Permissions that a description's sentences name, such as "Requires the `repo` permission".
enum ProsePermissions {
  /// A text that makes more alternatives is not about permissions alone.
  private static let maximumSets = 64

  /// Alternatives of sets: names joined by "or" are alternatives, others are needed together.
  static func sets(in text: String) -> [[String]] {
    var sets: [[String]] = []
    for sentence in sentences(of: text) {
      let words = sentence.lowercased()
      let asks = ["require", "need", "must have", "must be granted"].contains { words.contains($0) }
      guard asks, ["permission", "scope"].contains(where: { words.contains($0) }) else { continue }
      let names = quoted(in: sentence)
      guard !names.isEmpty else { continue }
      let next =
        words.contains("` or ") || words.contains("one of") || words.contains("any of")
        ? names.map { [$0] } : [names]
      guard max(sets.count, 1) * next.count <= maximumSets else { return [] }
      // What several sentences ask for is needed together.
      sets =
        sets.isEmpty ? next : sets.flatMap { set in next.map { Array(Set(set + $0)).sorted() } }
    }
    return sets
  }

  private static func sentences(of text: String) -> [String] {
    var sentences: [String] = [""]
    var isQuoted = false
    for character in text {
      if character == "`" { isQuoted.toggle() }
      let ends = character == "\n" || (character == "." && !isQuoted)
      if ends { sentences.append("") } else { sentences[sentences.count - 1].append(character) }
    }
    return sentences
  }

  /// The names between backticks that can be ids.
  private static func quoted(in sentence: String) -> [String] {
    let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
    return parts.indices.filter { $0 % 2 == 1 && $0 + 1 < parts.count }.map { String(parts[$0]) }
      .filter { name in
        !name.isEmpty && name.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
          && !name.contains("{") && !name.hasPrefix("/")
      }
  }
}
