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

  private let keys: [[UInt8]: Key]
  /// The proper starts of those that are no control sequence, which tells its end by itself.
  private let starts: Set<[UInt8]>
  private let longest: Int

  init(_ pairs: [(bytes: [UInt8], key: Key)]) {
    var keys: [[UInt8]: Key] = [:]
    var starts: Set<[UInt8]> = []
    for (bytes, key) in pairs where keys[bytes] == nil && bytes != [0x1B] {
      // No text is a key of another name.
      guard let first = bytes.first, first < 0x20 || first == 0x7F else { continue }
      keys[bytes] = key
      let isSequence = bytes.count > 2 && bytes[0] == 0x1B && (bytes[1] == 0x5B || bytes[1] == 0x4F)
      guard !isSequence else { continue }
      for count in 1..<bytes.count where bytes.count > 1 {
        starts.insert(Array(bytes.prefix(count)))
      }
    }
    (self.keys, self.starts) = (keys, starts.subtracting([[0x1B]]))
    longest = keys.keys.map(\.count).max() ?? 0
  }

  /// The key of exactly these bytes.
  func key(_ bytes: ArraySlice<UInt8>) -> Key? { keys[Array(bytes)] }

  /// Whether more bytes may make a key of these.
  func isStart(_ bytes: ArraySlice<UInt8>) -> Bool {
    !starts.isEmpty && bytes.count < longest && starts.contains(Array(bytes))
  }

  /// The key that the bytes begin with, and how many it has.
  func longestKey(_ bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
    for count in (1...max(1, min(longest, bytes.count))).reversed() {
      if let key = key(bytes.prefix(count)) { return (key, count) }
    }
    return nil
  }
}
