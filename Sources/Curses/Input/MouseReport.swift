import TerminalUI

/// What a terminal writes when its mouse is used.
///
/// Source: XTerm Control Sequences, "Mouse Tracking" (modes 1000 and 1006), and rxvt's mode 1015.
struct MouseReport: Hashable {
  private enum Action: Hashable { case press, release, scrollUp, scrollDown, other }

  private let action: Action
  private let point: Point

  /// Reads a button's number with its modifiers, and a place counted from 1; nil outside a screen.
  init?(button: Int, column: Int, row: Int, isRelease: Bool) {
    guard button >= 0, column > 0, row > 0 else { return nil }
    point = Point(row: row - 1, column: column - 1)
    // Shift, Alt and Control are bits 4, 8 and 16; motion is 32.
    switch button & ~28 {
    case _ where isRelease: action = .release
    case 0: action = .press
    // In the old form no button is named.
    case 3: action = .release
    case 64: action = .scrollUp
    case 65: action = .scrollDown
    default: action = .other
    }
  }

  /// Reads the three bytes after `CSI M`, from a terminal without mode 1006.
  init?(old bytes: ArraySlice<UInt8>) {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    self.init(button: numbers[0], column: numbers[1], row: numbers[2], isRelease: false)
  }

  /// What it asks for.
  ///
  /// A press counts again only after a release: some terminals report motion with the button down as
  /// presses, though only presses were asked for.
  func event(whilePressed isPressed: inout Bool) -> MouseEvent? {
    switch action {
    case .press:
      if isPressed { return nil }
      isPressed = true
      return MouseEvent(.press, at: point)
    case .release:
      isPressed = false
      return nil
    case .scrollUp: return MouseEvent(.scrollUp, at: point)
    case .scrollDown: return MouseEvent(.scrollDown, at: point)
    case .other: return nil
    }
  }
}
