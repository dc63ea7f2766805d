/// A key as a person presses it.
public enum Key: Hashable, Sendable {
  /// A character.
  case character(Unicode.Scalar)
  /// Control with a lower-case letter or one of `@[\]^_`.
  case control(Unicode.Scalar)
  /// Alt (or Escape at once before) with a character.
  case alt(Unicode.Scalar)
  /// The Escape key.
  case escape
  /// Return or Enter.
  case enter
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Insert.
  case insert
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Control and arrow left.
  case controlLeft
  /// Control and arrow right.
  case controlRight
  /// A function key, from 1.
  case function(UInt8)
}

extension Key {
  /// The space bar.
  public static let space = Key.character(" ")

  /// The key's name as it stands in the key bar and in the help.
  public var name: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(scalar)
    case .control(let scalar): "Ctrl-" + String(scalar).uppercased()
    case .alt("\u{7F}"): "Alt-Backspace"
    case .alt(let scalar): "Alt-" + String(scalar)
    case .escape: "Esc"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Del"
    case .insert: "Ins"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .controlLeft: "Ctrl-Left"
    case .controlRight: "Ctrl-Right"
    case .function(let number): "F\(number)"
    }
  }
}
