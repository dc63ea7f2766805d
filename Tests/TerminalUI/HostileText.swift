import TestSupport

/// Texts made of what goes wrong in terminals.
enum HostileText {
  static let parts = [
    "a", "Z", " ", "-", "\u{0}", "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{7F}", "\u{85}", "\u{9B}2J",
    "\n", "\r\n", "\t", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{301}",
    "e\u{301}", "\u{1100}\u{1161}\u{11A8}", "漢", "字", "😀", "👩‍👩‍👧", "👍🏽", "🏽", "🇩🇪", "🇫", "❤\u{FE0F}",
    "\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{E0067}", "\u{2028}", "\u{3164}", "\u{34F}", "\u{E000}",
    "\u{10FFFF}", "क्षि", "ü", "\u{A0}", "…", "\u{1F1E6}", "\u{E0101}", "\u{0D4E}",
  ]

  static func make(_ random: inout SeededRandom, maximum: Int = 12) -> String {
    (0..<Int.random(in: 0...maximum, using: &random))
      .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }
}
