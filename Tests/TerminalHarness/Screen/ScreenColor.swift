/// A color as the program asked for it.
public enum ScreenColor: Equatable, Hashable, Sendable {
  /// Whatever the terminal's user likes.
  case standard
  /// A place in the palette of 256.
  case index(Int)
  /// A direct color, 0...255 each.
  case direct(red: Int, green: Int, blue: Int)

  init(code: Int32) {
    switch code {
    case ..<0: self = .standard
    case 0...255: self = .index(Int(code))
    default:
      self = .direct(
        red: Int(code >> 16 & 0xFF), green: Int(code >> 8 & 0xFF), blue: Int(code & 0xFF))
    }
  }
}
