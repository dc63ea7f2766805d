/// Randomness that a failing test can repeat: SplitMix64.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Texts made of what goes wrong in terminals.
enum HostileText {
  static let parts = [
    "a", "Z", " ", "-", "\u{0}", "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{7F}", "\u{85}", "\u{9B}2J",
    "\n", "\r\n", "\t", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}", "\u{FEFF}", "\u{301}",
    "e\u{301}", "\u{1100}\u{1161}\u{11A8}", "漢", "字", "😀", "👩‍👩‍👧", "👍🏽", "🏽", "🇩🇪", "🇫", "❤\u{FE0F}",
    "\u{FE0F}", "1\u{FE0F}\u{20E3}", "\u{E0067}", "\u{2028}", "\u{3164}", "\u{34F}", "\u{E000}",
    "\u{10FFFF}", "क्षि", "ü", "\u{A0}", "…", "\u{1F1E6}", "\u{E0101}", "\u{0D4E}",
  ]

  static func make(_ random: inout SeededGenerator, maximum: Int = 12) -> String {
    (0..<Int.random(in: 0...maximum, using: &random))
      .map { _ in parts.randomElement(using: &random) ?? "" }.joined()
  }
}
