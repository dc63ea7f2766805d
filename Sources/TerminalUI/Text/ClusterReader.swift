/// Takes a text apart into what cells show, each cluster with its columns.
struct ClusterReader {
  private let charset: Charset
  private var rest: String.UnicodeScalarView.Iterator
  /// What comes after the scalar that is looked at.
  private var upcoming: Unicode.Scalar?
  /// Clusters that are ready, the next one last.
  private var ready: [(cluster: Glyph, columns: Int)] = []
  private var current = Glyph()
  private var columns = 0
  private var emoji = EmojiState.none

  /// What has been read of an emoji and of what belongs to it.
  private enum EmojiState {
    case none
    /// An emoji; whether its presentation and its color have been chosen.
    case emoji(hasSelector: Bool, hasColor: Bool)
  }

  init(_ text: String, charset: Charset) {
    self.charset = charset
    rest = text.unicodeScalars.makeIterator()
    upcoming = rest.next()
  }

  /// The next cluster and its columns, 1 or 2; nil at the end.
  mutating func next() -> (cluster: Glyph, columns: Int)? {
    while ready.isEmpty {
      guard let scalar = take() else {
        finish()
        return ready.popLast()
      }
      read(scalar)
      if ready.count > 1 { ready.reverse() }
    }
    return ready.popLast()
  }

  /// The next scalar, composed with the marks behind it.
  private mutating func take() -> Unicode.Scalar? {
    guard var scalar = upcoming else { return nil }
    upcoming = rest.next()
    while let mark = upcoming, let whole = Composition.compose(scalar, mark) {
      scalar = whole
      upcoming = rest.next()
    }
    return scalar
  }

  private mutating func read(_ scalar: Unicode.Scalar) {
    if belongsToEmoji(scalar) { return }
    // A keycap without the selector that chooses its color.
    if scalar == "\u{FE0F}", upcoming == "\u{20E3}", let sign = current.ascii, Self.isKey(sign) {
      return
    }
    if let name = stray(scalar) ?? Self.spelledOut(scalar, charset: charset) {
      finish()
      emoji =
        name == "?" && Self.isEmoji(scalar) ? .emoji(hasSelector: false, hasColor: false) : .none
      for letter in name.unicodeScalars { ready.append((Glyph(letter), 1)) }
      return
    }
    let width = TextWidth.columns(of: scalar)
    if width > 0 {
      finish()
      (current, columns) = (Glyph(scalar), width)
      emoji = Self.isEmoji(scalar) ? .emoji(hasSelector: false, hasColor: false) : .none
    } else if columns > 0 {
      // Marks beyond the fourth are not shown.
      current.append(scalar)
    } else {
      (current, columns) = (.space, 1)
      current.append(scalar)
    }
  }

  private mutating func finish() {
    if columns > 0 { ready.append((current, columns)) }
    (current, columns) = (Glyph(), 0)
  }

  /// Passes over what belongs to the emoji before it.
  ///
  /// That is one selector, one color, and the emoji that a joiner joins. Anywhere else they hide
  /// something.
  private mutating func belongsToEmoji(_ scalar: Unicode.Scalar) -> Bool {
    guard case .emoji(let hasSelector, let hasColor) = emoji else { return false }
    if scalar == "\u{FE0E}" || scalar == "\u{FE0F}" {
      emoji = .emoji(hasSelector: true, hasColor: hasColor)
      return !hasSelector
    }
    if scalar.properties.isEmojiModifier, !hasColor {
      emoji = .emoji(hasSelector: hasSelector, hasColor: true)
      return true
    }
    if scalar == "\u{200D}", let joined = upcoming, Self.isEmoji(joined) {
      upcoming = rest.next()
      emoji = .emoji(hasSelector: false, hasColor: false)
      return true
    }
    return false
  }

  /// The name of a second color, which a terminal would give to the emoji before it.
  private func stray(_ scalar: Unicode.Scalar) -> String? {
    guard case .emoji = emoji, charset == .utf8, scalar.properties.isEmojiModifier else {
      return nil
    }
    return "<U+" + Self.hexadecimal(scalar.value) + ">"
  }

  private static func isKey(_ sign: UInt8) -> Bool {
    (0x30...0x39).contains(sign) || sign == UInt8(ascii: "#") || sign == UInt8(ascii: "*")
  }

  /// Digits, `#` and `*` are emoji only as keycaps: behind one in a name a joiner hides.
  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }

  /// A visible stand-in for what must not, or cannot, be sent; nil for what may be.
  private static func spelledOut(_ scalar: Unicode.Scalar, charset: Charset) -> String? {
    let value = scalar.value
    if value < 0x20 || value == 0x7F {
      guard charset == .utf8 else { return "^" + String(UnicodeScalar(UInt8(value ^ 0x40))) }
      return value == 0x7F ? "\u{2421}" : Unicode.Scalar(0x2400 + value).map { String($0) }
    }
    if value < 0x7F { return nil }
    // The letters of a flag: terminals agree neither on a pair's width nor on that of one alone.
    if (0x1F1E6...0x1F1FF).contains(value) {
      return String(UnicodeScalar(UInt8(value - 0x1F1E6 + 0x41)))
    }
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate,
      .format:
      return "<U+" + hexadecimal(value) + ">"
    default:
      // Fillers, selectors and the like, which show nothing.
      if scalar.properties.isDefaultIgnorableCodePoint { return "<U+" + hexadecimal(value) + ">" }
    }
    switch charset {
    case .utf8:
      return TextWidth.columns(of: scalar) < 0 ? "<U+" + hexadecimal(value) + ">" : nil
    case .latin1:
      return value <= 0xFF && TextWidth.columns(of: scalar) > 0 ? nil : "?"
    case .ascii:
      return "?"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
