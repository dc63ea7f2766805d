/// A key as it stands on a keyboard; a string literal is typed as it is.
public enum HarnessKey: Equatable, Hashable, Sendable, ExpressibleByStringLiteral {
  /// Typed text, most often one letter.
  case text(String)
  /// The arrow up.
  case up
  /// The arrow down.
  case down
  /// The arrow left.
  case left
  /// The arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Return.
  case enter
  /// Escape, alone.
  case escape
  /// Tab.
  case tab
  /// Shift and tab.
  case backTab
  /// The space bar.
  case space
  /// The key that erases to the left.
  case backspace
  /// The key that erases to the right.
  case delete
  /// Insert.
  case insert
  /// Control and a letter, or one of `@[\]^_`.
  case ctrl(Character)
  /// Alt and a character: Escape and the character in one write.
  case alt(Character)
  /// A function key, 1...12.
  case f(Int)

  /// Typed text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// What an xterm sends; `application` after the program has sent smkx.
  func bytes(application: Bool) -> [UInt8] {
    let introducer = application ? "\u{1B}O" : "\u{1B}["
    let sequence: String
    switch self {
    case .text(let text): sequence = text
    case .up: sequence = introducer + "A"
    case .down: sequence = introducer + "B"
    case .right: sequence = introducer + "C"
    case .left: sequence = introducer + "D"
    case .home: sequence = introducer + "H"
    case .end: sequence = introducer + "F"
    case .insert: sequence = "\u{1B}[2~"
    case .delete: sequence = "\u{1B}[3~"
    case .pageUp: sequence = "\u{1B}[5~"
    case .pageDown: sequence = "\u{1B}[6~"
    case .enter: sequence = "\r"
    case .escape: sequence = "\u{1B}"
    case .tab: sequence = "\t"
    case .backTab: sequence = "\u{1B}[Z"
    case .space: sequence = " "
    case .backspace: sequence = "\u{7F}"
    case .ctrl(let character):
      return [(character.asciiValue ?? 0) & 0x1F]
    case .alt(let character): sequence = "\u{1B}\(character)"
    case .f(let number): sequence = Self.functionKey(number)
    }
    return Array(sequence.utf8)
  }

  private static func functionKey(_ number: Int) -> String {
    let first = ["\u{1B}OP", "\u{1B}OQ", "\u{1B}OR", "\u{1B}OS"]
    if (1...4).contains(number) { return first[number - 1] }
    let codes = [15, 17, 18, 19, 20, 21, 23, 24]
    return codes.indices.contains(number - 5) ? "\u{1B}[\(codes[number - 5])~" : ""
  }
}
