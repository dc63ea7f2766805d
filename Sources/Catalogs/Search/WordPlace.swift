/// Where a word of a query stands in a scope's texts, from the best place to the least.
///
/// The raw value is what the place is worth: the score of a scope is the sum over all words.
enum WordPlace: UInt8, Comparable {
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
    _ word: WordPattern, _ id: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    switch word.standing(in: id, of: bytes) {
    case .nowhere: nil
    case .inside: .insideID
    case .atStart: .startInID
    case .whole: word.word.count == id.count ? .wholeID : .partOfID
    }
  }

  /// The best place of a word in a title.
  static func inTitle(
    _ word: WordPattern, _ title: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    switch word.standing(in: title, of: bytes) {
    case .nowhere: nil
    case .inside: .insideNames
    case .atStart: .startInTitle
    case .whole: .wordOfTitle
    }
  }

  /// The best place of a word in a category's name.
  static func inCategory(
    _ word: WordPattern, _ name: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    switch word.standing(in: name, of: bytes, enough: .atStart) {
    case .nowhere: nil
    case .inside: .insideNames
    case .atStart, .whole: .startInCategory
    }
  }

  /// The best place of a word in a summary.
  static func inSummary(
    _ word: WordPattern, _ summary: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> WordPlace? {
    switch word.standing(in: summary, of: bytes, enough: .atStart) {
    case .nowhere: nil
    case .inside: .insideSummary
    case .atStart, .whole: .startInSummary
    }
  }

  /// The place where a word stands best: as a whole part, else at the start of one, else anywhere.
  static func best(
    _ word: WordPattern, _ text: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> Int? {
    var (inside, start): (Int?, Int?) = (nil, nil)
    var whole: Int?
    word.find(in: text, of: bytes) { place in
      if !SearchBytes.isStart(place, in: text, of: bytes) {
        if inside == nil { inside = place }
      } else if SearchBytes.isEnd(place + word.word.count, in: text, of: bytes) {
        whole = place
      } else if start == nil {
        start = place
      }
      return whole == nil ? place + 1 : text.upperBound
    }
    return whole ?? start ?? inside
  }
}
