internal import CVirtualTerminal

/// How a cell is drawn.
///
/// libvterm 0.1.4 drops "dim", so it cannot be seen here.
public struct ScreenStyle: Equatable, Hashable, Sendable {
  /// Bold.
  public var bold = false
  /// Underlined, in any form.
  public var underline = false
  /// Foreground and background swapped.
  public var reverse = false
  /// Italic.
  public var italic = false
  /// Blinking.
  public var blink = false
  /// Struck through.
  public var strike = false
  /// The text's color.
  public var foreground = ScreenColor.standard
  /// The color behind the text.
  public var background = ScreenColor.standard

  /// Makes the plain style.
  public init() {}

  init(_ cell: cvt_cell) {
    let attributes = Int32(cell.attributes)
    bold = attributes & Int32(CVT_BOLD) != 0
    underline = attributes & Int32(CVT_UNDERLINE) != 0
    reverse = attributes & Int32(CVT_REVERSE) != 0
    italic = attributes & Int32(CVT_ITALIC) != 0
    blink = attributes & Int32(CVT_BLINK) != 0
    strike = attributes & Int32(CVT_STRIKE) != 0
    foreground = ScreenColor(code: cell.foreground)
    background = ScreenColor(code: cell.background)
  }
}
