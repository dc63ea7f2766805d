import TerminalUI

/// The keys of the terminal that TERM names, as its terminfo entry spells them.
///
/// Most are the sequences that everybody sends and are read without it; a terminal of another kind
/// has keys that are control characters, or an escape and a letter.
struct TerminfoKeys {
  /// The names of the keys in terminfo(5), user_caps(5), and what each is here.
  static let names: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete),
      ("kbs", .backspace), ("kcbt", .backTab), ("kent", .enter), ("kri", .up), ("kind", .down),
      ("kLFT", .left), ("kRIT", .right), ("kfnd", .home), ("kslt", .end), ("kll", .end),
      // The corners of a VT100's keypad.
      ("ka1", .home), ("ka3", .pageUp), ("kc1", .end), ("kc3", .pageDown),
      ("kLFT3", .controlLeft), ("kLFT5", .controlLeft), ("kRIT3", .controlRight),
      ("kRIT5", .controlRight), ("kDC3", .alt("d")), ("kDC5", .alt("d")),
    ] + (1...24).map { ("kf\($0)", .function($0)) }

  /// A few dozen: a look at each costs less than the hashes of the first.
  private let keys: [(bytes: [UInt8], key: Key)]
  private let longest: Int

  init(_ pairs: [(bytes: [UInt8], key: Key)]) {
    var keys: [(bytes: [UInt8], key: Key)] = []
    for (bytes, key) in pairs where bytes != [0x1B] {
      // No text is a key of another name.
      guard let first = bytes.first, first < 0x20 || first == 0x7F else { continue }
      if !keys.contains(where: { $0.bytes == bytes }) { keys.append((bytes, key)) }
    }
    self.keys = keys
    longest = keys.map(\.bytes.count).max() ?? 0
  }

  /// The key of exactly these bytes.
  func key(_ bytes: ArraySlice<UInt8>) -> Key? {
    keys.first { $0.bytes.elementsEqual(bytes) }?.key
  }

  /// Whether more bytes may make a key of these, which is no control sequence: that tells its end by
  /// itself.
  func isStart(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, bytes.count < longest, bytes.count > 1 || first != 0x1B else {
      return false
    }
    return keys.contains { key in
      key.bytes.count > bytes.count && !Self.isSequence(key.bytes) && key.bytes.starts(with: bytes)
    }
  }

  private static func isSequence(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[0] == 0x1B && (bytes[1] == 0x5B || bytes[1] == 0x4F)
  }

  /// The key that the bytes begin with, and how many it has.
  func longestKey(_ bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    for count in (1...max(1, min(longest, bytes.count))).reversed() {
      if let key = key(bytes.prefix(count)) { return (key, count) }
    }
    return nil
  }
}
