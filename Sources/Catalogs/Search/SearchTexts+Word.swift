extension SearchTexts {
  /// Marks the items of which a name or a title holds a word.
  ///
  /// Candidates, where there are any, are the only ones that can.
  func names(
    holding word: WordPattern, among candidates: [UInt8]?, marked mark: UInt8
  ) -> [UInt8] {
    // A single letter stands in nearly every name, and soon.
    guard word.word.count > 1, isMost(candidates) else {
      return points(among: candidates) { _, row, bytes in
        Self.isNamed(row, word, of: bytes) ? mark : 0
      }
    }
    var marks = Array(repeating: UInt8(0), count: count)
    markPlainNames(holding: word, by: mark, in: &marks)
    for (place, item) in copied.enumerated() {
      let bytes = copies.bytes
      marks[item] = Self.isNamed(copies[place], word, of: bytes.span) ? mark : 0
    }
    return marks
  }

  /// Marks the candidates without a mark whose summary holds a word.
  func markSummaries(
    holding word: WordPattern, among candidates: [UInt8]?, by mark: UInt8,
    in marks: inout [UInt8]
  ) {
    var unmarked = candidates ?? Array(repeating: 1, count: count)
    for item in unmarked.indices where marks[item] > 0 { unmarked[item] = 0 }
    if let known = pairs?.candidates(holding: word.word) {
      for item in unmarked.indices where !known.contains(item) { unmarked[item] = 0 }
      if known.isExact {
        for item in unmarked.indices where unmarked[item] > 0 { marks[item] = mark }
        return
      }
    }
    forEach(among: unmarked) { item, row, bytes in
      if word.stands(in: row.summary, of: bytes) { marks[item] = mark }
    }
  }

  private static func isNamed(
    _ row: TextTable.Row, _ word: WordPattern, of bytes: borrowing Span<UInt8>
  ) -> Bool {
    word.stands(in: row.name, of: bytes) || word.stands(in: row.title, of: bytes)
  }

  /// Whether candidates are so many that looking through everything is quicker.
  private func isMost(_ candidates: [UInt8]?) -> Bool {
    guard let candidates else { return true }
    return candidates.reduce(0) { $0 + ($1 > 0 ? 1 : 0) } > count / 4
  }

  /// Looks through all names and titles as one text.
  private func markPlainNames(
    holding word: WordPattern, by mark: UInt8, in marks: inout [UInt8]
  ) {
    let starts = plain.nameStarts
    guard let first = starts.first, let last = starts.last else { return }
    let bytes = plain.bytes
    var item = 0
    word.find(in: Int(first)..<Int(last), of: bytes.span) { place in
      while starts[item &* 2 &+ 2] <= place { item &+= 1 }
      let (title, end) = (Int(starts[item &* 2 &+ 1]), Int(starts[item &* 2 &+ 2]))
      // A word does not go on from the name into the title, or from there into the next name.
      guard place &+ word.word.count <= (place < title ? title : end) else { return place &+ 1 }
      marks[item] = mark
      return end
    }
  }
}
