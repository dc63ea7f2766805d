/// A color by what it is for; the terminal's edge chooses the number.
///
/// `plain` is the terminal's own foreground on its own background, so that light and dark
/// backgrounds both work. No hue is ever the only sign of a state.
public enum Hue: UInt8, CaseIterable, Sendable {
  /// The terminal's own color.
  case plain
  /// An error, or harm done.
  case red
  /// A warning.
  case yellow
  /// Something chosen or in order.
  case green
  /// A note, or a heading.
  case cyan
  /// A matched letter.
  case magenta
}

/// How a cell looks: a hue and attributes that survive without color.
public struct Style: Hashable, Sendable {
  /// The attributes that every terminal has in some form.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates attributes from bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Bold.
    public static let bold = Attributes(rawValue: 1)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 2)
    /// Underlined.
    public static let underline = Attributes(rawValue: 4)
    /// Fainter than plain text.
    public static let dim = Attributes(rawValue: 8)
  }

  /// The hue.
  public var hue: Hue
  /// The attributes.
  public var attributes: Attributes

  /// Creates a style.
  public init(_ hue: Hue = .plain, _ attributes: Attributes = []) {
    self.hue = hue
    self.attributes = attributes
  }

  /// Plain text.
  public static let plain = Style()
  /// Bold text.
  public static let bold = Style(.plain, .bold)
  /// Faint text.
  public static let dim = Style(.plain, .dim)
  /// The selected row.
  public static let reverse = Style(.plain, .reverse)

  /// The same style with further attributes.
  public func adding(_ more: Attributes) -> Style { Style(hue, attributes.union(more)) }
}
