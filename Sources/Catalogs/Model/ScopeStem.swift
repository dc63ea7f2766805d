/// What a scope's id is about, without the word that says how much of it: `file` of `file:read`.
///
/// Two ids of one stem and of several levels are mostly steps of one ladder.
package struct ScopeStem: Hashable, Sendable {
  /// How much a word of an id lets a key do.
  package enum Level: Sendable {
    case read
    case write
    case admin
  }

  /// The words of the id that are no level, joined.
  package let stem: String
  /// The level; nil where no word of the id is one.
  package let level: Level?

  /// Takes an id apart.
  package init(id: String) {
    var stem: [Substring] = []
    var level: Level?
    for word in id.split(whereSeparator: { ".:/_- ".contains($0) }) {
      if let found = Self.level(of: word.lowercased()) { level = found } else { stem.append(word) }
    }
    self.stem = stem.joined(separator: " ").lowercased()
    self.level = level
  }

  private static func level(of word: String) -> Level? {
    switch word {
    case "read", "view", "get", "list", "readonly", "ro", "reader", "viewer": .read
    case "write", "edit", "update", "create", "modify", "insert", "add", "delete", "remove",
      "readwrite", "rw", "editor":
      .write
    case "admin", "manage", "full", "owner", "administer", "management": .admin
    default: nil
    }
  }

  /// The most levels of one stem among some scopes.
  package static func levels(of stems: [ScopeStem]) -> Int {
    let levels = Dictionary(grouping: stems.filter { !$0.stem.isEmpty }, by: \.stem)
      .values.map { Set($0.map(\.level)).count }
    return levels.max() ?? 0
  }
}
