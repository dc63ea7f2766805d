/// Letters and boundaries in text as search sees it: bytes of UTF-8, capitals of ASCII folded.
enum SearchBytes {
  /// Appends a text so that its bytes can be compared: ASCII stays, capitals included; a text beyond
  /// it is lowercased.
  ///
  /// Capitals of ASCII show where a word starts in `DescribeInstances`, so they are kept and folded
  /// when they are compared.
  static func append(prepared text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    if text.allSatisfy({ $0 < 0x80 }) {
      bytes += text
    } else {
      append(lowercased: text, to: &bytes)
    }
  }

  /// Appends what `lowercased()` makes of a text, without looking most characters up.
  static func append(lowercased text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var place = text.startIndex
    while place < text.endIndex {
      guard text[place] >= 0x80 else {
        bytes.append(fold(text[place]))
        place += 1
        continue
      }
      var end = place + 1
      while end < text.endIndex, text[end] >= 0x80 { end += 1 }
      for scalar in String(decoding: text[place..<end], as: UTF8.self).unicodeScalars {
        if isCaseless(scalar) {
          bytes.append(contentsOf: scalar.utf8)
        } else {
          bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
      }
      place = end
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

  /// The same for eight bytes together, each behind another: the highest bit of each at which a word
  /// starts.
  @inline(__always)
  static func starts(in eight: UInt64, behind others: UInt64) -> UInt64 {
    ~wordBytes(in: others) & highest | capitals(in: eight) & ~capitals(in: others)
  }

  /// The highest bit of each of eight bytes at which a word ends, each before another.
  @inline(__always)
  static func ends(before others: UInt64, of eight: UInt64) -> UInt64 {
    ~wordBytes(in: others) & highest | capitals(in: others) & ~capitals(in: eight)
  }

  private static var ones: UInt64 { 0x0101_0101_0101_0101 }
  private static var highest: UInt64 { 0x80 * ones }

  /// The highest bit of each of eight bytes that is part of a word.
  @inline(__always)
  private static func wordBytes(in eight: UInt64) -> UInt64 {
    // Of bytes below 0x80 the highest bit of a sum says whether the byte has reached a letter.
    let low = eight & (0x7F * ones)
    let folded = low | (0x20 * ones)
    let letters = (folded &+ 0x1F * ones) & ~(folded &+ 0x05 * ones)
    let digits = (low &+ 0x50 * ones) & ~(low &+ 0x46 * ones)
    return (letters | digits | eight) & highest
  }

  /// The highest bit of each of eight bytes that is a capital.
  @inline(__always)
  private static func capitals(in eight: UInt64) -> UInt64 {
    let low = eight & (0x7F * ones)
    return (low &+ 0x3F * ones) & ~(low &+ 0x25 * ones) & ~eight & highest
  }

  /// Whether a word ends before a place.
  static func isEnd(_ place: Int, in text: Range<Int>, of bytes: borrowing Span<UInt8>) -> Bool {
    guard place < text.upperBound else { return true }
    let after = bytes[place]
    return !isWord(after) || isCapital(after) && !isCapital(bytes[place - 1])
  }
}
