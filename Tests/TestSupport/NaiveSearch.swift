/// The same searches, slow and plain: what the fast ones have to find, with the same scores.
public final class NaiveSearch {
  /// An item with all texts that words are looked for in.
  public struct Item {
    var name: [UInt8]
    var title: [UInt8]
    var around: [[UInt8]]
    var summary: [UInt8]
    let length: Int

    /// A scope, or an operation: its call, its tag, and its summary.
    public init(name: String, title: String, around: [String] = [], summary: String) {
      self.name = Array(name.lowercased().utf8)
      self.title = Array(title.lowercased().utf8)
      self.around = around.map { Array($0.lowercased().utf8) }
      self.summary = Array(summary.lowercased().utf8)
      length = self.name.count
    }
  }

  private let items: [Item]
  private let isOfCalls: Bool
  private var known: [String: [Int]] = [:]

  /// A search among scopes, without capitals in their ids.
  public init(scopes: [Item]) {
    items = scopes
    isOfCalls = false
  }

  /// A search among operations.
  public init(calls: [Item]) {
    items = calls
    isOfCalls = true
  }

  /// For each item its score, nil where it is not found; nil for an empty query.
  public func scores(_ query: String) -> [Int?]? {
    var words: [String] = []
    for word in query.lowercased().split(separator: " ") where !words.contains(String(word)) {
      words.append(String(word))
    }
    guard !words.isEmpty else { return nil }
    let points = words.map { self.points($0) }
    return items.indices.map { item in
      guard points.allSatisfy({ $0[item] > 0 }) else { return nil }
      let sum = points.reduce(0) { $0 + $1[item] }
      return isOfCalls
        ? sum * 10 - min(items[item].length, 200) / 20 + 1
        : sum * 128 - min(items[item].length, 127)
    }
  }

  private func points(_ word: String) -> [Int] {
    if let points = known[word] { return points }
    let letters = Array(word.utf8)
    var points = items.map { isOfCalls ? Self.call(letters, $0) : Self.scope(letters, $0) }
    // Above an abbreviation's 15 points the word stands in a name.
    if !isOfCalls, !points.contains(where: { $0 > 15 }), (2...63).contains(letters.count) {
      points = items.indices.map { item in
        Self.abbreviates(letters[...], items[item].name) ? 15 : points[item]
      }
    }
    known[word] = points
    return points
  }

  // MARK: - Points

  private static func scope(_ word: [UInt8], _ item: Item) -> Int {
    if word == item.name { return 100 }
    let (id, title) = (places(word, item.name), places(word, item.title))
    let around = item.around.flatMap { places(word, $0) }
    let summary = places(word, item.summary)
    if id.contains(where: { $0.isStart && $0.isEnd }) { return 80 }
    if id.contains(where: \.isStart) { return 70 }
    if title.contains(where: { $0.isStart && $0.isEnd }) { return 60 }
    if title.contains(where: \.isStart) { return 50 }
    if !id.isEmpty { return 40 }
    if around.contains(where: \.isStart) { return 30 }
    if !title.isEmpty || !around.isEmpty { return 20 }
    if summary.contains(where: \.isStart) { return 10 }
    return summary.isEmpty ? 0 : 5
  }

  private static func call(_ word: [UInt8], _ item: Item) -> Int {
    guard let last = places(word, item.name).last else {
      return places(word, item.title).isEmpty && places(word, item.summary).isEmpty ? 0 : 1
    }
    let isStart = last.start == 0 || !(97...122).contains(item.name[last.start - 1])
    let behind = item.name[(last.start + word.count)...].count { $0 == UInt8(ascii: "/") }
    return 1 + (isStart ? 100 : 50) - 5 * min(behind, 9)
  }

  // MARK: - Places

  private typealias Place = (start: Int, isStart: Bool, isEnd: Bool)

  private static func places(_ word: [UInt8], _ text: [UInt8]) -> [Place] {
    var places: [Place] = []
    var start = 0
    // A plain loop: unoptimized, closures would take most of a test's time.
    while start + word.count <= text.count {
      let end = start + word.count
      if text[start] == word[0], text[start..<end].elementsEqual(word) {
        let isEnd = end == text.count || !isWord(text[end])
        places.append((start, start == 0 || !isWord(text[start - 1]), isEnd))
      }
      start += 1
    }
    return places
  }

  /// Whether a word is made of starts of a text's parts, in their order, from a place on.
  private static func abbreviates(_ word: ArraySlice<UInt8>, _ text: [UInt8], from: Int = 0) -> Bool
  {
    guard !word.isEmpty else { return true }
    return (from..<text.count).contains { start in
      guard isWord(text[start]), start == 0 || !isWord(text[start - 1]) else { return false }
      let common = zip(word, text[start...]).prefix { $0 == $1 }.count
      return (0..<common).contains { abbreviates(word.dropFirst($0 + 1), text, from: start + 1) }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte >= 128
  }
}
