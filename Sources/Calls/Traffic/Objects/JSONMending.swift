import Documents

/// Replaces what programs write into JSON though it is no text: lone surrogates, stray bytes.
///
/// Browsers put the bodies of responses into their archives as they came. One broken body must not
/// make the calls unreadable.
enum JSONMending {
  /// More stray bytes than this are no slip of a program: the document is left as it is.
  static let mostStrayBytes = 10_000

  /// Where a document was mended: how often, and the offset of the first place.
  struct Mended: Hashable {
    var count = 0
    var first = 0

    fileprivate mutating func add(_ offset: Int) {
      if count == 0 { first = offset }
      count += 1
    }
  }

  /// Replaces each escape of half a surrogate pair by `\uFFFD`.
  static func mendSurrogates(_ bytes: inout [UInt8]) -> Mended {
    var mended = Mended()
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard bytes[index + 1] == UInt8(ascii: "u"), let unit = unit(bytes, at: index + 2) else {
        index += 2
        continue
      }
      let next = index + 6
      switch unit {
      case 0xD800..<0xDC00:
        if bytes[next...].starts(with: #"\u"#.utf8), let low = self.unit(bytes, at: next + 2),
          (0xDC00..<0xE000).contains(low)
        {
          index = next + 6
          continue
        }
        fallthrough
      case 0xDC00..<0xE000:
        bytes.replaceSubrange((index + 2)..<next, with: "FFFD".utf8)
        mended.add(index)
      default: break
      }
      index = next
    }
    return mended
  }

  /// Replaces each byte that is not part of UTF-8 by a question mark.
  static func mendEncoding(_ bytes: inout [UInt8]) -> Mended {
    var mended = Mended()
    var start = 0
    while start < bytes.count, mended.count < mostStrayBytes,
      let stray = firstStray(bytes, from: start)
    {
      for index in stray {
        bytes[index] = UInt8(ascii: "?")
        mended.add(index)
      }
      start = stray.upperBound
    }
    return mended
  }

  /// Replaces each `NaN` and `Infinity`, which programs write for numbers, by a zero of its length.
  static func mendNumbers(_ bytes: inout [UInt8]) {
    var index = 0
    var isInText = false
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "\\") where isInText: index += 1
      case UInt8(ascii: "N") where !isInText, UInt8(ascii: "I") where !isInText:
        for word in ["NaN", "Infinity"] where bytes[index...].starts(with: word.utf8) {
          bytes[index] = UInt8(ascii: "0")
          for offset in 1..<word.utf8.count { bytes[index + offset] = 0x20 }
        }
      default: break
      }
      index += 1
    }
  }

  private static func firstStray(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    do {
      _ = try UTF8Span(validating: bytes.span.extracting(start..<bytes.count))
      return nil
    } catch {
      let offsets = error.byteOffsets
      return
        (start + offsets.lowerBound)..<(start + max(offsets.upperBound, offsets.lowerBound + 1))
    }
  }

  private static func unit(_ bytes: [UInt8], at index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let value = JSONString.hexadecimal(bytes[index..<(index + 4)], at: index)
    return value == .max ? nil : value
  }
}
