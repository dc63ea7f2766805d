/// Letters and boundaries in text as search sees it: bytes of UTF-8, capitals of ASCII folded.
enum SearchBytes {
  /// A text whose bytes can be compared: ASCII stays, capitals included; the rest is lowercased.
  ///
  /// Capitals of ASCII show where a word starts in `DescribeInstances`, so they are kept and folded
  /// when they are compared.
  static func prepare(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    return bytes.allSatisfy({ $0 < 0x80 }) ? bytes : Array(text.lowercased().utf8)
  }

  /// A byte without its case.
  static func fold(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether a byte is part of a word: a letter, a digit, or beyond ASCII.
  static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80
  }

  static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }

  /// Whether a word starts at a place: behind a sign, or at a capital behind a small letter.
  static func isStart(_ place: Int, in text: Range<Int>, of bytes: borrowing Span<UInt8>) -> Bool {
    guard place > text.lowerBound else { return true }
    let before = bytes[place - 1]
    return !isWord(before) || isCapital(bytes[place]) && !isCapital(before)
  }

  /// Whether a word ends before a place.
  static func isEnd(_ place: Int, in text: Range<Int>, of bytes: borrowing Span<UInt8>) -> Bool {
    guard place < text.upperBound else { return true }
    let after = bytes[place]
    return !isWord(after) || isCapital(after) && !isCapital(bytes[place - 1])
  }

  /// The next place from `start` on where a folded word stands, or nil.
  static func find(
    _ word: [UInt8], from start: Int, in text: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> Int? {
    guard let first = word.first else { return nil }
    var place = start
    let last = text.upperBound - word.count
    while place <= last {
      if fold(bytes[place]) == first {
        var length = 1
        while length < word.count, fold(bytes[place + length]) == word[length] { length += 1 }
        if length == word.count { return place }
      }
      place += 1
    }
    return nil
  }

  /// The kinds of letters in a text, a bit each: what lacks one of a word's cannot hold the word.
  static func letters(in text: Range<Int>, of bytes: borrowing Span<UInt8>) -> UInt64 {
    var letters: UInt64 = 0
    for place in text { letters |= bit(fold(bytes[place])) }
    return letters
  }

  static func letters(of word: [UInt8]) -> UInt64 {
    word.reduce(0) { $0 | bit($1) }
  }

  private static func bit(_ folded: UInt8) -> UInt64 {
    let letter = folded &- 0x61
    if letter < 26 { return 1 << UInt64(letter) }
    let digit = folded &- 0x30
    if digit < 10 { return 1 << UInt64(26 + digit) }
    // All others share the bits that are left.
    return 1 << UInt64(36 + folded % 28)
  }
}
