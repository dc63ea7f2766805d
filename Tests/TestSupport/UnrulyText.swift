/// Texts that ask whether a format is escaped by bytes.
///
/// They are its signs with marks, joiners, controls and line ends around them, and do nothing but
/// print.
public enum UnrulyText {
  /// Signs that shells, Markdown, JSON, URLs, logs and file systems know.
  public static let signs = [
    "'", "\"", "`", "\\", "$", "$(", ")", ";", "&", "|", "<", ">", "*", "_", "~", "#", "##[", "::",
    ":", ",", "%", "%0A", "{0}", "{", "}", "[", "](", "]", "(", "!", "?", "=", "+", "-", "--", ".",
    "/",
    "@", " ", "  ", "1.", "www.", "http://x.test/", "&amp;", "deadbeef1",
  ]

  /// What can stand behind a sign and make one character with it, or one line of two.
  public static let others = [
    "\u{301}", "\u{338}", "\u{323}\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "\u{E0067}",
    "\u{903}",
    "\n", "\r", "\r\n", "\t", "\u{1B}", "\u{7}", "\u{7F}", "\u{85}", "\u{2028}", "\u{202E}",
    "\u{FEFF}",
    "\u{FFFE}", "a", "Z", "7", "é", "e\u{301}", "漢", "👩‍👩‍👧", "🇩🇪", "\u{37E}", "\u{1FEF}", "\u{212A}",
  ]

  /// A text of up to so many pieces, half of them signs.
  public static func make(_ random: inout SeededRandom, maximum: Int = 10) -> String {
    (0..<random.next(below: maximum + 1))
      .map { _ in
        let pieces = random.next(below: 2) == 0 ? signs : others
        return pieces[random.next(below: pieces.count)]
      }.joined()
  }

  /// So many texts; first each sign by itself and with each of the others around it.
  public static func many(_ count: Int, _ random: inout SeededRandom) -> [String] {
    let pairs = signs.flatMap { sign in
      [sign] + others.flatMap { [sign + $0, $0 + sign, $0 + sign + $0] }
    }
    return pairs + (0..<count).map { _ in make(&random) }
  }
}
