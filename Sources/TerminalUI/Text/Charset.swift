import CLocale

/// What a terminal's locale can show.
public enum Charset: Hashable, Sendable {
  /// Every character.
  case utf8
  /// U+0020 to U+00FF.
  case latin1
  /// Printable ASCII only.
  case ascii

  /// Chooses by the name that `nl_langinfo(CODESET)` gives.
  ///
  /// - Parameter codeset: for example `UTF-8`, `ISO-8859-1` or `ANSI_X3.4-1968`.
  public init(codeset: String) {
    switch codeset.uppercased() {
    case "UTF-8", "UTF8": self = .utf8
    case "ISO-8859-1", "ISO8859-1", "ISO-8859-15": self = .latin1
    default: self = .ascii
    }
  }

  /// Takes the locale of the environment for the whole process and says what it can show.
  ///
  /// To be called once, before the first text is measured or drawn.
  public static func adoptFromEnvironment() -> Charset {
    guard let codeset = keywright_adopt_locale() else { return .ascii }
    return Charset(codeset: String(cString: codeset))
  }

  /// Whether a screen can be drawn with characters beyond ASCII: not where no locale is installed.
  public static var drawsBeyondASCII: Bool { keywright_has_utf8_locale() != 0 }

  /// Measures characters as in UTF-8 from now on, whatever the locale of the environment.
  ///
  /// For programs that write to files and pipes, which are UTF-8 everywhere, and draw nothing.
  public static func measureAsUTF8() { _ = keywright_adopt_utf8_locale() }
}
