/// What a terminal is asked for, style by style: the one place where hues become colors.
///
/// Attributes go out as they are. A hue becomes the color of the text, never of what is behind it:
/// with 256 colors or more, tones of about the same contrast to white as to black, 4:1 or so; with 8
/// or 16 the person's own red and magenta, and the others not at all. Bright black and white are never used: one of them is unreadable on every
/// background.
public enum Palette: Hashable, Sendable {
  /// No color: the terminal has none, or NO_COLOR takes them away.
  case mono
  /// The eight colors that a person can choose.
  case basic
  /// xterm's 256 colors.
  case indexed
  /// Red, green and blue in a number of 24 bits.
  case direct

  /// What a cell is asked to look like.
  public struct Rendition: Hashable, Sendable {
    /// The attributes.
    public var attributes: Style.Attributes
    /// The color of the text, as terminfo counts; nil for the terminal's own.
    public var color: Int?
  }

  /// Chooses by the number of colors that are in use.
  public init(colorCount: Int) {
    switch colorCount {
    case ..<8: self = .mono
    case ..<256: self = .basic
    case ..<(1 << 24): self = .indexed
    default: self = .direct
    }
  }

  /// The color of a hue; nil for the terminal's own.
  public func color(of hue: Hue) -> Int? {
    let colors: (basic: Int, indexed: Int, direct: Int)
    switch hue {
    case .plain: return nil
    case .red: colors = (1, 160, 0xD7_0000)
    // These of the eight are unreadable on white (1.7:1 to 2.2:1 in xterm's and most others'), and
    // nobody knows the background: a warning is bold instead, see `rendition`.
    case .yellow where self == .basic, .green where self == .basic, .cyan where self == .basic:
      return nil
    case .yellow: colors = (3, 130, 0xAF_5F00)
    case .green: colors = (2, 28, 0x00_8700)
    case .cyan: colors = (6, 30, 0x00_8787)
    case .magenta: colors = (5, 164, 0xD7_00D7)
    }
    switch self {
    case .mono: return nil
    case .basic: return colors.basic
    case .indexed: return colors.indexed
    case .direct: return colors.direct
    }
  }

  /// What is asked for a style.
  public func rendition(of style: Style) -> Rendition {
    // What is reversed is the terminal's own two colors and nothing else: a color would be behind
    // the text there, bold is a brighter one in many terminals, and dim a fainter one.
    if style.attributes.contains(.reverse) {
      return Rendition(attributes: style.attributes.subtracting([.bold, .dim]), color: nil)
    }
    let isWithoutHue = self == .basic && style.hue == .yellow
    return Rendition(
      attributes: isWithoutHue ? style.attributes.union(.bold) : style.attributes,
      color: color(of: style.hue))
  }
}
