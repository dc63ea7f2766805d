/// A folded word, prepared for looking through many bytes eight at a time.
struct WordPattern: Sendable {
  /// A letter whose capital is the same, alone and in each of eight bytes.
  private struct Letter: Sendable {
    private let byte: UInt8
    private let capital: UInt8
    private let bytes: UInt64
    private let mask: UInt64
    private static let ones: UInt64 = 0x0101_0101_0101_0101

    init(_ letter: UInt8) {
      byte = letter
      // Letters of ASCII differ from their capitals by this bit; nothing else is folded.
      capital = letter &- 0x61 < 26 ? 0x20 : 0
      bytes = UInt64(byte) * Self.ones
      mask = UInt64(capital) * Self.ones
    }

    /// 1 for the letter or its capital, 0 for any other.
    @inline(__always)
    func isHere(_ other: UInt8) -> UInt8 { other | capital == byte ? 1 : 0 }

    /// The highest bit of each byte that is the letter.
    @inline(__always)
    func places(in eight: UInt64) -> UInt64 {
      let difference = (eight | mask) ^ bytes
      // No byte carries over into the next.
      let low = 0x7F * Self.ones
      return ~(((difference & low) &+ low) | difference | low)
    }
  }

  /// How many bytes are looked at together.
  private static let stride = 32

  /// How a word stands in a text.
  enum Standing: UInt8, Comparable {
    case nowhere = 0
    /// Not where a part of the text starts.
    case inside = 1
    case atStart = 2
    /// It is a whole part of the text.
    case whole = 3

    static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
  }

  let word: [UInt8]
  private let first: Letter
  private let second: Letter
  private let last: Letter

  /// Nil for an empty word.
  init?(_ word: [UInt8]) {
    guard let first = word.first, let last = word.last else { return nil }
    self.word = word
    self.first = Letter(first)
    second = Letter(word[min(1, word.count - 1)])
    self.last = Letter(last)
  }

  // MARK: - Standing

  /// The best way in which the word stands in a text; where one is enough, no better is looked for.
  func standing(
    in text: Range<Int>, of bytes: borrowing Span<UInt8>, enough: Standing = .whole
  ) -> Standing {
    let end = text.upperBound - word.count
    let isLong = text.count > Self.stride * 2
    var start = text.lowerBound
    var standing = Standing.nowhere
    while start <= end {
      if isLong, isAbsent(from: start, of: bytes) {
        start &+= Self.stride
        continue
      }
      let eight = Self.eight(start, of: bytes)
      var found = places(in: eight, from: start, of: bytes)
      if end &- start < 7 { found &= (1 << UInt64((end &- start &+ 1) &* 8)) &- 1 }
      if found != 0, word.count > 3 { found = whole(among: found, from: start, of: bytes) }
      if found != 0 {
        // Nothing stands before the first byte of a text, as little as behind a sign.
        let before = start > text.lowerBound ? UInt64(bytes[start &- 1]) : 0
        found &= SearchBytes.starts(in: eight, behind: eight << 8 | before)
        standing = max(standing, found == 0 ? .inside : .atStart)
        if found != 0, enough == .whole, found & ends(from: start, text, of: bytes) != 0 {
          return .whole
        }
        if standing >= enough { return standing }
      }
      start &+= 8
    }
    return standing
  }

  /// The highest bit of each of eight bytes from which the word would reach to the end of a part.
  private func ends(
    from start: Int, _ text: Range<Int>, of bytes: borrowing Span<UInt8>
  ) -> UInt64 {
    let last = Self.eight(start &+ word.count &- 1, of: bytes)
    let ends = SearchBytes.ends(before: Self.eight(start &+ word.count, of: bytes), of: last)
    let atEnd = text.upperBound &- word.count &- start
    // As little as something stands behind the last byte of a text.
    return atEnd < 8 ? ends | 0x80 << UInt64(atEnd &* 8) : ends
  }

  /// Whether the word surely starts at none of the next places; false as well where too few bytes
  /// are left to look at.
  private func isAbsent(from start: Int, of bytes: borrowing Span<UInt8>) -> Bool {
    let other = start &+ word.count &- 1
    guard start >= 0, other >= start, other <= bytes.count &- Self.stride else { return false }
    // Without a way out of this loop all of them are looked at together.
    var found: UInt8 = 0
    for place in 0..<Self.stride {
      found |= first.isHere(bytes[start &+ place]) & last.isHere(bytes[other &+ place])
    }
    return found == 0
  }

  /// The highest bit of each of eight bytes at which the first letters and the last of the word
  /// stand: those of up to three are the whole word.
  @inline(__always)
  private func places(
    in eight: UInt64, from start: Int, of bytes: borrowing Span<UInt8>
  ) -> UInt64 {
    var found = first.places(in: eight)
    guard found != 0, word.count > 1 else { return found }
    found &= last.places(in: Self.eight(start &+ word.count &- 1, of: bytes))
    guard found != 0, word.count > 2 else { return found }
    return found & second.places(in: Self.eight(start &+ 1, of: bytes))
  }

  /// Those of the places at which the whole word stands.
  private func whole(
    among places: UInt64, from start: Int, of bytes: borrowing Span<UInt8>
  ) -> UInt64 {
    var (left, whole) = (places, UInt64(0))
    while left != 0 {
      let lowest = left & (0 &- left)
      if stands(at: start &+ lowest.trailingZeroBitCount >> 3, of: bytes) { whole |= lowest }
      left ^= lowest
    }
    return whole
  }

  /// Goes through the places where the word stands in a text; of each it is told where to go on.
  @inline(__always)
  func find(
    in text: Range<Int>, of bytes: borrowing Span<UInt8>, _ next: (_ place: Int) -> Int
  ) {
    let end = text.upperBound - word.count
    var start = text.lowerBound
    while start <= end {
      // A single letter is nearly everywhere.
      if word.count > 1, isAbsent(from: start, of: bytes) {
        start &+= Self.stride
        continue
      }
      let stop = min(end, start &+ Self.stride &- 1)
      while start <= stop {
        var found = places(in: Self.eight(start, of: bytes), from: start, of: bytes)
        var following = start &+ 8
        while found != 0 {
          let place = start &+ found.trailingZeroBitCount >> 3
          if place > end { return }
          if word.count <= 3 || stands(at: place, of: bytes) {
            following = max(next(place), place &+ 1)
            break
          }
          found &= found &- 1
        }
        start = following
      }
    }
  }

  /// Whether the word stands in a text.
  func stands(in text: Range<Int>, of bytes: borrowing Span<UInt8>) -> Bool {
    var isFound = false
    find(in: text, of: bytes) { _ in
      isFound = true
      return text.upperBound
    }
    return isFound
  }

  private func stands(at place: Int, of bytes: borrowing Span<UInt8>) -> Bool {
    for offset in word.indices
    where SearchBytes.fold(bytes[place + offset]) != word[offset] { return false }
    return true
  }

  /// Eight bytes from a place on, the first lowest; zeros behind the end.
  @inline(__always)
  private static func eight(_ place: Int, of bytes: borrowing Span<UInt8>) -> UInt64 {
    guard place >= 0, place <= bytes.count &- 8 else { return rest(place, of: bytes) }
    return bytes.eight(at: place)
  }

  private static func rest(_ place: Int, of bytes: borrowing Span<UInt8>) -> UInt64 {
    var eight: UInt64 = 0
    for offset in 0..<8 where place + offset < bytes.count {
      eight |= UInt64(bytes[place + offset]) << UInt64(offset * 8)
    }
    return eight
  }
}
