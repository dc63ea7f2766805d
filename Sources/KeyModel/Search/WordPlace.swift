/// Where a word of a query stands in a scope's texts, from the best place to the least.
///
/// The raw value is what the place is worth: the score of a scope is the sum over all words.
enum WordPlace: Int32, Comparable {
  /// It is the whole id.
  case wholeID = 100
  /// It is a whole part of the id: `refund` in `stores.orders.refund`.
  case partOfID = 80
  /// A part of the id starts with it: `ref`.
  case startInID = 70
  /// It is a whole word of the title.
  case wordOfTitle = 60
  /// A word of the title starts with it.
  case startInTitle = 50
  /// It stands elsewhere in the id.
  case insideID = 40
  /// A word of a category's name around the scope starts with it.
  case startInCategory = 30
  /// It stands elsewhere in the title or in a category's name.
  case insideNames = 20
  /// It is an abbreviation of the id: starts of its parts in their order, as `sor` or `storef`.
  ///
  /// Only a word that stands in no id, title and category name of the catalog is read like this:
  /// what is ticked by category while a filter is set must hold what was asked for.
  case abbreviation = 15
  /// A word of the summary starts with it.
  case startInSummary = 10
  /// It stands elsewhere in the summary.
  case insideSummary = 5

  static func < (left: WordPlace, right: WordPlace) -> Bool { left.rawValue < right.rawValue }

  /// The best place of a word in an id, or nil where it does not stand there.
  static func inID(
    _ word: [UInt8], _ id: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    guard let place = best(word, id, of: bytes) else { return nil }
    if word.count == id.count { return .wholeID }
    return place.isStart ? (place.isWhole ? .partOfID : .startInID) : .insideID
  }

  /// The best place of a word in a title.
  static func inTitle(
    _ word: [UInt8], _ title: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    guard let place = best(word, title, of: bytes) else { return nil }
    return place.isStart ? (place.isWhole ? .wordOfTitle : .startInTitle) : .insideNames
  }

  /// The best place of a word in a category's name.
  static func inCategory(_ word: [UInt8], _ name: [UInt8]) -> WordPlace? {
    guard let place = best(word, name.indices, of: name.span) else { return nil }
    return place.isStart ? .startInCategory : .insideNames
  }

  /// The best place of a word in a summary.
  static func inSummary(
    _ word: [UInt8], _ summary: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    var place = summary.lowerBound
    var found: WordPlace?
    while let next = SearchBytes.find(word, from: place, in: summary, of: bytes) {
      if SearchBytes.isStart(next, in: summary, of: bytes) { return .startInSummary }
      found = .insideSummary
      place = next + 1
    }
    return found
  }

  /// The place where a word stands best: as a whole part, else at the start of one, else anywhere.
  static func best(
    _ word: [UInt8], _ text: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> (place: Int, isStart: Bool, isWhole: Bool)? {
    var best: (place: Int, isStart: Bool, isWhole: Bool)?
    var place = text.lowerBound
    while let next = SearchBytes.find(word, from: place, in: text, of: bytes) {
      if SearchBytes.isStart(next, in: text, of: bytes) {
        if SearchBytes.isEnd(next + word.count, in: text, of: bytes) { return (next, true, true) }
        if best?.isStart != true { best = (next, true, false) }
      } else if best == nil {
        best = (next, false, false)
      }
      place = next + 1
    }
    return best
  }
}
