/// A word read as starts of an id's parts, in their order: `sor`, `storef`, `o.ref`.
struct Abbreviation {
  /// Longer words are no abbreviations.
  static let longestWord = 63

  private let word: [UInt8]
  private let first: WordPattern
  /// For each folded byte where it stands in the word, a bit each.
  private var places: [UInt64]

  /// Takes a folded word; nil for one that is no abbreviation of anything.
  init?(_ word: [UInt8]) {
    guard (2...Self.longestWord).contains(word.count),
      let first = WordPattern(Array(word.prefix(1)))
    else { return nil }
    self.word = word
    self.first = first
    places = Array(repeating: 0, count: 256)
    for (place, byte) in word.enumerated() { places[Int(byte)] |= 1 << UInt64(place) }
  }

  /// Says whether the word abbreviates a text.
  func matches(_ text: Range<Int>, of bytes: borrowing Span<UInt8>) -> Bool {
    guard first.standing(in: text, of: bytes) == .atStart else { return false }
    // A bit for each number of letters that the parts so far can account for.
    var reached: UInt64 = 1
    for place in text where isStart(place, in: text, of: bytes) {
      extend(&reached, by: place, text, of: bytes)
      if reached >> UInt64(word.count) & 1 == 1 { return true }
    }
    return false
  }

  /// The pieces of a text that the word abbreviates, each a start of a part; empty for none.
  func pieces(_ text: Range<Int>, of bytes: borrowing Span<UInt8>) -> [Range<Int>] {
    guard matches(text, of: bytes) else { return [] }
    var starts: [(place: Int, before: UInt64)] = []
    var reached: UInt64 = 1
    for place in text where isStart(place, in: text, of: bytes) {
      starts.append((place, reached))
      extend(&reached, by: place, text, of: bytes)
    }
    // Back from the end: each part gives as many letters as the parts before it leave over.
    var left = word.count
    var pieces: [Range<Int>] = []
    for (place, before) in starts.reversed() where left > 0 && before >> UInt64(left) & 1 == 0 {
      for length in 1...left where before >> UInt64(left - length) & 1 == 1 {
        guard stands(word[(left - length)..<left], at: place, in: text, of: bytes) else { continue }
        pieces.append(place..<place + length)
        left -= length
        break
      }
    }
    return pieces.reversed()
  }

  private func isStart(
    _ place: Int, in text: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> Bool {
    SearchBytes.isWord(bytes[place]) && SearchBytes.isStart(place, in: text, of: bytes)
  }

  private func extend(
    _ reached: inout UInt64, by place: Int, _ text: Range<Int>, of bytes: borrowing Span<UInt8>
  ) {
    // Where the part goes on with a letter of the word that is reached.
    var offsets = reached & places[Int(SearchBytes.fold(bytes[place]))]
    while offsets != 0 {
      let offset = offsets.trailingZeroBitCount
      offsets &= offsets &- 1
      var length = 0
      while offset + length < word.count, place + length < text.upperBound,
        SearchBytes.fold(bytes[place + length]) == word[offset + length]
      {
        length += 1
        reached |= 1 << UInt64(offset + length)
      }
    }
  }

  private func stands(
    _ piece: ArraySlice<UInt8>, at place: Int, in text: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> Bool {
    guard place + piece.count <= text.upperBound else { return false }
    for (offset, byte) in piece.enumerated()
    where SearchBytes.fold(bytes[place + offset]) != byte { return false }
    return true
  }
}
