import Catalogs
import Documents

/// What a person may call a scope, a category or a call in a line.
struct PlainNames {
  /// What was named.
  enum Target: Hashable {
    /// A scope, by index.
    case scope(Int)
    /// A category, by index.
    case category(Int)
    /// A scope that the catalog does not have, by its place in the outline.
    case unknown(Int)
  }

  /// Why nothing, or too much, was named.
  struct Problem: Error {
    var text: String
    /// The scopes that were perhaps meant.
    var candidates: [Int] = []
  }

  let state: DesignerState
  private var catalog: Catalog { state.catalog }

  init(_ state: DesignerState) { self.state = state }

  /// What a text names: a category, a list of scopes one by one, or the one scope with these words.
  func targets(_ text: String) throws(Problem) -> [Target] {
    if let category = category(text) { return [.category(category)] }
    var result: [Target] = []
    var unresolved: String?
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init) {
      guard let targets = try targets(word: word) else {
        unresolved = unresolved ?? word
        continue
      }
      result += targets
    }
    guard let unresolved else { return result }
    let matches = matches(text)
    if matches.count == 1 { return [.scope(matches[0])] }
    guard matches.isEmpty else {
      throw Problem(
        text: "\"\(text)\" fits \(matches.count) scopes; name one, or several by number:",
        candidates: matches)
    }
    let names = catalog.scopes.map(\.id) + state.outline.unknown
    throw Problem(
      text: "Nothing is called \"\(unresolved)\". "
        + (NearestName.find(unresolved, among: names).map { "Did you mean \($0)?" }
          ?? "search WORDS finds scopes."))
  }

  /// The one scope that a text names.
  func scope(_ text: String) throws(Problem) -> Target {
    let targets = try targets(text)
    guard targets.count == 1 else { throw Problem(text: "Name one scope.") }
    return targets[0]
  }

  /// The scopes that have all these words, the best first.
  func matches(_ words: String) -> [Int] {
    ScopeSearch(catalog: catalog).matches(words)?.ranked ?? []
  }

  /// The category of a number such as c2, or of a name.
  func category(_ text: String) -> Int? {
    if let number = number(text, after: "c"), catalog.categories.indices.contains(number) {
      return number
    }
    let folded = text.lowercased()
    return catalog.categories.indices.first { catalog.categories[$0].name.lowercased() == folded }
  }

  private func targets(word: String) throws(Problem) -> [Target]? {
    if let scope = catalog.indexOfScope(word) { return [.scope(scope)] }
    if let place = state.outline.unknown.firstIndex(of: word) { return [.unknown(place)] }
    if let scopes = try Self.range(word, count: catalog.scopes.count, of: "scopes") {
      return scopes.map { .scope($0) }
    }
    if let category = category(word) { return [.category(category)] }
    if let level = level(word) { return [.scope(level)] }
    if let number = number(word, after: "u"), state.outline.unknown.indices.contains(number) {
      return [.unknown(number)]
    }
    let folded = word.lowercased()
    let starting = catalog.scopes.indices.lazy.filter {
      catalog.scopes[$0].id.lowercased().hasPrefix(folded)
    }.prefix(2)
    return starting.count == 1 ? starting.map { .scope($0) } : nil
  }

  /// The level of a permission, such as contents=write or c4=write.
  private func level(_ word: String) -> Int? { choice(word)?.level }

  /// A permission and one of its levels, such as `contents=write`; nil as level for `contents=none`.
  func choice(_ text: String) -> (permission: Permission, level: Int?)? {
    let parts = text.split(separator: "=", maxSplits: 1).map {
      $0.split(separator: " ").joined(separator: " ").lowercased()
    }
    guard parts.count == 2, let category = category(parts[0]),
      let permission = catalog.permission(ofCategory: category)
    else { return nil }
    let place = permission.levels.firstIndex { $0.lowercased() == parts[1] }
    guard place != nil || parts[1] == "none" else { return nil }
    return (permission, place.map { permission.scopes.lowerBound + $0 })
  }

  private func number(_ text: String, after letter: Character) -> Int? {
    guard text.first == letter, let number = Int(text.dropFirst()), number > 0 else { return nil }
    return number - 1
  }

  /// The indices of `7` or `3-7`; nil for what is neither.
  static func range(
    _ text: String, count: Int, of what: String
  ) throws(Problem) -> Range<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    guard let first = Int(parts[0]), let last = Int(parts[parts.count - 1]), first >= 1,
      first <= last, last <= count
    else {
      throw Problem(
        text: count == 0
          ? "There are no \(what)." : "\(text) is not among the \(what) 1 to \(count).")
    }
    return first - 1..<last
  }
}
