/// Letters and boundaries in text as search sees it: bytes of UTF-8, capitals of ASCII folded.
enum SearchBytes {
  /// Appends a text so that its bytes can be compared: ASCII stays, capitals included; a text beyond
  /// it is lowercased.
  ///
  /// Capitals of ASCII show where a word starts in `DescribeInstances`, so they are kept and folded
  /// when they are compared.
  static func append(prepared text: String, to bytes: inout [UInt8]) {
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      bytes.append(contentsOf: text.utf8)
    } else {
      append(lowercased: text, to: &bytes)
    }
  }

  /// Appends what `lowercased()` makes of a text, without looking most characters up.
  static func append(lowercased text: String, to bytes: inout [UInt8]) {
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        bytes.append(fold(UInt8(truncatingIfNeeded: scalar.value)))
      } else if isCaseless(scalar) {
        bytes.append(contentsOf: scalar.utf8)
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }

  /// Whether a character is from the large scripts that have no capitals: Chinese, kana, hangul.
  private static func isCaseless(_ scalar: Unicode.Scalar) -> Bool {
    0x3000...0x9FFF ~= scalar.value || 0xB000...0xD7FF ~= scalar.value
  }

  /// Whether all bytes of a text are ASCII.
  static func isASCII(_ text: Range<Int>, of bytes: borrowing Span<UInt8>) -> Bool {
    let part = bytes.extracting(text)
    // Without a way out of the loop many bytes are looked at together.
    var all: UInt8 = 0
    for place in part.indices { all |= part[place] }
    return all < 0x80
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

  /// The kinds of letters in a text, a bit each: what lacks one of a word's cannot hold the word.
  static func letters(in text: Range<Int>, of bytes: borrowing Span<UInt8>) -> UInt64 {
    var letters: UInt64 = 0
    for place in text { letters |= bit(fold(bytes[place])) }
    return letters
  }

  static func letters(of word: [UInt8]) -> UInt64 {
    word.reduce(0) { $0 | bit($1) }
  }

  /// Those that are no letters of ASCII share bits.
  private static func bit(_ folded: UInt8) -> UInt64 { 1 << UInt64(folded & 63) }
}
