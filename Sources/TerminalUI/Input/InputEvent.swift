/// Something that a terminal reports.
public enum InputEvent: Hashable, Sendable {
  /// A key press.
  case key(Key)
  /// A bracketed paste: text as it came, never keys.
  case paste(String)
  /// A mouse button or wheel.
  case mouse(MouseEvent)
  /// The screen has a new size.
  case resize(Size)
  /// Control-C, typed at the terminal.
  case interrupt
  /// Control-Z, typed at the terminal, or a TSTP signal.
  case suspend
  /// The program was asked to end by a signal (HUP, TERM, INT from outside); `signal` is its number.
  case terminate(signal: Int32)
  /// The terminal is gone: end of file, EIO, or an error that will not pass.
  case hangUp
}

/// A press of a mouse button, or a turn of its wheel.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// The left button was pressed.
    case press
    /// The wheel was turned away from the person.
    case scrollUp
    /// The wheel was turned toward the person.
    case scrollDown
  }

  /// What was done.
  public var kind: Kind
  /// Where.
  public var point: Point

  /// Creates a mouse event.
  public init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}
