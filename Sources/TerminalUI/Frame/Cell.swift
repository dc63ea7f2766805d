/// One character cell.
///
/// In two numbers: a glyph leaves room for the style in the second.
public struct Cell: Hashable, Sendable {
  private var low: UInt64
  private var high: UInt64

  private static let hueShift = Glyph.highBits
  private static let attributesShift = hueShift + 8

  /// Creates a cell.
  public init(_ glyph: Glyph, _ style: Style) {
    low = glyph.low
    high =
      glyph.high | UInt64(style.hue.rawValue) << Self.hueShift
      | UInt64(style.attributes.rawValue) << Self.attributesShift
  }

  /// A sanitized grapheme cluster; empty in the second cell of a wide one.
  public var glyph: Glyph {
    get { Glyph(low: low, high: high & (1 << Self.hueShift - 1)) }
    set { self = Cell(newValue, style) }
  }

  /// How it looks.
  public var style: Style {
    get {
      let hue = Hue(rawValue: UInt8(truncatingIfNeeded: high >> Self.hueShift)) ?? .plain
      return Style(
        hue,
        Style.Attributes(rawValue: UInt8(truncatingIfNeeded: high >> Self.attributesShift)))
    }
    set { self = Cell(glyph, newValue) }
  }

  /// Says whether it looks like another, whatever is in it.
  public func hasStyle(of other: Cell) -> Bool {
    high >> Self.hueShift == other.high >> Self.hueShift
  }

  /// The text of its glyph.
  public var text: String { glyph.text }

  /// An empty cell.
  public static let blank = Cell(.space, .plain)
}
