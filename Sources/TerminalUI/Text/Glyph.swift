/// What one cell shows: a character and at most four marks on it, which is what a cell of ncurses
/// holds.
///
/// Two numbers in place of a text: a frame has thousands of them, made, compared and let go at
/// every key.
public struct Glyph: Hashable, Sendable {
  /// Scalars of 21 bits each, from the lowest bits up; zeros behind the last.
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  /// How many bits of the second number there can be.
  static let highBits = (capacity - scalarsInLow) * bits

  private static let bits = 21
  private static let scalarsInLow = 3
  private static let capacity = 5

  /// Creates one without any text: the second cell of a wide character.
  public init() {}

  /// Creates one of a single character.
  public init(_ scalar: Unicode.Scalar) { low = UInt64(scalar.value) }

  init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  /// Creates one of an ASCII character.
  init(ascii byte: UInt8) { low = UInt64(byte) }

  /// Creates one of a cluster's first five scalars.
  public init(_ cluster: String) {
    for scalar in cluster.unicodeScalars where !append(scalar) { return }
  }

  /// A space.
  public static let space = Glyph(ascii: UInt8(ascii: " "))

  /// Puts a mark on it; false where there is no room for another.
  @discardableResult
  mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    guard let place = (0..<Self.capacity).first(where: { value(at: $0) == 0 }) else { return false }
    let bits = UInt64(scalar.value)
    if place < Self.scalarsInLow {
      low |= bits << (place * Self.bits)
    } else {
      high |= bits << ((place - Self.scalarsInLow) * Self.bits)
    }
    return true
  }

  /// Whether it has no text.
  public var isEmpty: Bool { low == 0 }

  /// Its one scalar; nil for one without text and for one with marks.
  public var onlyScalar: Unicode.Scalar? {
    guard !isEmpty, high == 0, low < 1 << Self.bits else { return nil }
    return Unicode.Scalar(UInt32(low))
  }

  /// The visible ASCII character that it is; nil for anything else.
  public var ascii: UInt8? {
    high == 0 && (0x20..<0x7F).contains(low) ? UInt8(low) : nil
  }

  /// Its text.
  public var text: String {
    if let onlyScalar { return String(onlyScalar) }
    var text = ""
    for place in 0..<Self.capacity {
      guard let scalar = Unicode.Scalar(value(at: place)), scalar.value != 0 else { break }
      text.unicodeScalars.append(scalar)
    }
    return text
  }

  private func value(at place: Int) -> UInt32 {
    let bits =
      place < Self.scalarsInLow
      ? low >> (place * Self.bits) : high >> ((place - Self.scalarsInLow) * Self.bits)
    return UInt32(bits & (1 << Self.bits - 1))
  }
}
