/// Percent-encoding as URLs have it.
enum PercentCoding {
  /// Stands for a slash that was written `%2F`, which separates nothing; never part of UTF-8.
  static let encodedSlash: UInt8 = 0xFF

  /// Bytes with every well-formed escape decoded; a malformed one stands for itself.
  static func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
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
        result.append(value == UInt8(ascii: "/") ? encodedSlash : value)
        index = bytes.index(after: low)
      } else {
        result.append(byte)
        index = high
      }
    }
    return result
  }

  /// The value of a hexadecimal digit.
  static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
