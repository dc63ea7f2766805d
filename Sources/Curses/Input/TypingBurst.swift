/// Tells a paste without brackets from typing.
///
/// A terminal without bracketed paste, or one that was attached after the mode was set, sends a paste
/// as if it were typed, and its letters would be commands. What gives it away is that so many
/// different characters are there at once. A fast hand types some fifteen a second, so 32 in one read
/// mean that the program did not read for two seconds, and a key that is held down while it did not
/// is one character, or two with the next: eight are neither. A script that sends a word and Enter, or
/// a hundred times the same key, stays below.
///
/// It is a guess, and made only as long as nothing better is known: a terminal that has sent one paste
/// in brackets sends all of them so, and from then on whatever comes without is typed. The terminal is
/// not asked (DECRQM): some print a part of the question, and the answer may come after the program's
/// end.
enum TypingBurst {
  /// So many characters in one read.
  static let length = 32
  /// So many different ones among them.
  static let variety = 8
  /// So long at most is the gap between two characters of it, in milliseconds: a hand needs thirty.
  static let gap: Int32 = 3
  /// How long nothing comes after its end, in milliseconds.
  static let pause: Int32 = 50

  /// Whether what has come, up to an escape, is such a paste.
  static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= length else { return false }
    let run = bytes.prefix(length)
    guard !run.contains(0x1B) else { return false }
    return Set(run.filter { $0 >= 0x20 && $0 != 0x7F }).count >= variety
  }
}

/// The rest of a reply whose first byte came so early that it was taken for the Escape key.
enum TornReply {
  /// Whether what came in one read after a lone Escape is a whole sequence but for its first byte:
  /// `]…` or another string up to its end, or `[` with parameters and a final byte.
  static func isRest(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, bytes.count > 1 else { return false }
    if KeyScanner.stringIntroducers.contains(first) {
      return bytes.contains(0x07) || zip(bytes, bytes.dropFirst()).contains { $0 == (0x1B, 0x5C) }
    }
    guard first == UInt8(ascii: "["),
      let last = bytes.dropFirst().first(where: { !(0x20...0x3F).contains($0) })
    else { return false }
    return (0x40...0x7E).contains(last)
  }
}
