import TerminalUI

/// What a terminal writes when its mouse is used.
///
/// Source: XTerm Control Sequences, "Mouse Tracking" (modes 1000 and 1006).
enum MouseReport {
  /// Decodes the parameters of `CSI < button ; column ; row` with the final `M` or `m`.
  static func decode(_ parameters: Substring, final: UInt8) -> MouseEvent? {
    let numbers = parameters.split(separator: ";").map { Int($0) ?? -1 }
    // A lower-case m is a release.
    guard final == UInt8(ascii: "M"), numbers.count == 3 else { return nil }
    return event(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  /// Decodes the three bytes after `CSI M`, from a terminal without mode 1006.
  static func decode(old bytes: [UInt8]) -> MouseEvent? {
    let numbers = bytes.map { Int($0) - 32 }
    guard numbers.count == 3 else { return nil }
    return event(button: numbers[0], column: numbers[1], row: numbers[2])
  }

  private static func event(button: Int, column: Int, row: Int) -> MouseEvent? {
    guard button >= 0, column > 0, row > 0 else { return nil }
    let point = Point(row: row - 1, column: column - 1)
    // Shift, Alt and Control are bits 4, 8 and 16.
    switch button & ~28 {
    case 0: return MouseEvent(.press, at: point)
    case 64: return MouseEvent(.scrollUp, at: point)
    case 65: return MouseEvent(.scrollDown, at: point)
    default: return nil
    }
  }
}
