/// Percent-encoding as URLs have it (RFC 3986), byte by byte.
package enum PercentCoding {
  /// Stands for a slash that was written `%2F`, which separates nothing; never part of UTF-8.
  package static let encodedSlash: UInt8 = 0xFF

  /// A text in which letters, digits and the signs given stand for themselves, and no other byte does.
  ///
  /// Different texts stay different unless `%` is among the signs.
  package static func encoded(_ text: String, keeping signs: String = "-._~/") -> String {
    var result = ""
    for byte in text.utf8 {
      if isLetterOrDigit(byte) || signs.utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += byte < 0x10 ? "%0" : "%"
        result += String(byte, radix: 16, uppercase: true)
      }
    }
    return result
  }

  /// Letters, digits and `-._~`, which RFC 3986 calls unreserved.
  package static func isUnreserved(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || "-._~".utf8.contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// Bytes with every well-formed escape decoded; a malformed one stands for itself.
  ///
  /// - Parameters:
  ///   - bytes: the text as it is written.
  ///   - slash: what `%2F` becomes.
  /// - Returns: the bytes that the text stands for.
  package static func decoded(
    _ bytes: some Collection<UInt8>, escapedSlash slash: UInt8 = encodedSlash
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let high = bytes.index(after: index)
      if byte == UInt8(ascii: "%"), high < bytes.endIndex,
        case let low = bytes.index(after: high), low < bytes.endIndex,
        let left = digit(bytes[high]), let right = digit(bytes[low])
      {
        let value = left << 4 | right
        result.append(value == UInt8(ascii: "/") ? slash : value)
        index = bytes.index(after: low)
      } else {
        result.append(byte)
        index = high
      }
    }
    return result
  }

  /// The value of a hexadecimal digit.
  package static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
