extension Key {
  /// The key of a name as a person writes it: `x`, `Ctrl-R` or `C-r` or `^R`, `Alt-v` or `M-v`,
  /// `Space`, `Enter`, `PgUp`, `F1`; nil where there is none.
  public init?(name: String) {
    if name.unicodeScalars.count == 1, let scalar = name.unicodeScalars.first {
      guard scalar.properties.generalCategory != .control else { return nil }
      self = .character(scalar)
      return
    }
    let lower = name.lowercased()
    if let key = Self.named[lower] {
      self = key
      return
    }
    for prefix in ["ctrl-", "c-", "^"] where lower.hasPrefix(prefix) {
      let rest = lower.dropFirst(prefix.count).unicodeScalars
      guard rest.count == 1, let scalar = rest.first, Self.controls.contains(scalar) else {
        continue
      }
      self = .control(scalar)
      return
    }
    for prefix in ["alt-", "m-"] where lower.hasPrefix(prefix) {
      // Upper and lower case are two keys.
      let rest = name.unicodeScalars.dropFirst(prefix.unicodeScalars.count)
      guard rest.count == 1, let scalar = rest.first, !Self.introducers.contains(scalar) else {
        continue
      }
      self = .alt(scalar)
      return
    }
    if lower.hasPrefix("f"), let number = UInt8(lower.dropFirst()), (1...24).contains(number) {
      self = .function(number)
      return
    }
    return nil
  }

  /// The names of the keys that have a name of their own.
  public static let names: [String] = [
    "Space", "Enter", "Esc", "Tab", "Shift-Tab", "Backspace", "Del", "Ins", "Up", "Down", "Left",
    "Right", "Home", "End", "PgUp", "PgDn", "Ctrl-Left", "Ctrl-Right",
  ]

  private static let named: [String: Key] = {
    let keys: [Key] = [
      .space, .enter, .escape, .tab, .backTab, .backspace, .delete, .insert, .up, .down, .left,
      .right, .home, .end, .pageUp, .pageDown, .controlLeft, .controlRight,
    ]
    var named = Dictionary(keys.map { ($0.name.lowercased(), $0) }) { first, _ in first }
    for (other, key) in [
      ("escape", Key.escape), ("return", .enter), ("delete", .delete), ("insert", .insert),
      ("pageup", .pageUp), ("pagedown", .pageDown), ("backtab", .backTab),
    ] {
      named[other] = key
    }
    return named
  }()

  /// After an escape these begin what a terminal says, so no person can press them with Alt.
  private static let introducers = Set("[]OPX^_".unicodeScalars)

  /// Those that a terminal sends as bytes of their own: Ctrl-M is Enter, Ctrl-I Tab, Ctrl-H
  /// Backspace, Ctrl-J Enter, Ctrl-[ Esc; Ctrl-C and Ctrl-Z never come as keys.
  private static let controls = Set("abdefgklnopqrstuvwxy@\\]^_".unicodeScalars)
}
