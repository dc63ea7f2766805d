import Documents

/// A pattern in which `*` stands for any number of signs and `?` for one.
///
/// As the actions of AWS policies have it, without regard to case
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html).
struct WildcardPattern {
  private let bytes: [UInt8]

  /// The signs before the first wildcard, in lower case.
  let start: [UInt8]

  init(_ pattern: String) {
    var bytes: [UInt8] = []
    for byte in pattern.utf8 {
      // Several in a row are as good as one.
      if byte == UInt8(ascii: "*"), bytes.last == byte { continue }
      bytes.append(Self.lowercased(byte))
    }
    self.bytes = bytes
    start = Array(bytes.prefix { $0 != UInt8(ascii: "*") && $0 != UInt8(ascii: "?") })
  }

  /// Whether a text has wildcards.
  static func isPattern(_ text: String) -> Bool {
    text.contains(exactly: "*") || text.contains(exactly: "?")
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
  }

  /// Whether the pattern stands for a text, of which the bytes are in lower case.
  ///
  /// Goes back to the last `*` alone, so that it takes at most as many steps as the two lengths
  /// multiplied.
  func matches(_ text: [UInt8]) -> Bool {
    guard text.starts(with: start) else { return false }
    var (place, position) = (start.count, start.count)
    var retry: (place: Int, position: Int)?
    while position < text.count {
      if place < bytes.count, bytes[place] == UInt8(ascii: "*") {
        place += 1
        retry = (place, position)
      } else if place < bytes.count,
        bytes[place] == text[position] || bytes[place] == UInt8(ascii: "?")
      {
        (place, position) = (place + 1, position + 1)
      } else if let last = retry {
        retry = (last.place, last.position + 1)
        (place, position) = (last.place, last.position + 1)
      } else {
        return false
      }
    }
    return bytes[place...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
