import TerminalUI

/// Why there is no terminal to draw on.
public enum TerminalError: Error, Hashable, Sendable {
  /// Neither standard input and output nor `/dev/tty` is a terminal.
  case noTerminal
  /// TERM is unset, empty, or has no entry in the terminfo database.
  case unknown(term: String)
  /// The terminal cannot move its cursor or clear its screen, as `TERM=dumb`.
  case cannotMoveCursor(term: String)
  /// The process is in the background and nothing can bring it to the front.
  case inBackground
  /// ncurses or the system refused for want of memory or descriptors, or a session is open already.
  case failed

  /// Whether there is a terminal that only cannot be drawn on: lines can go there.
  public var leavesLines: Bool {
    switch self {
    case .unknown, .cannotMoveCursor: true
    case .noTerminal, .inBackground, .failed: false
    }
  }

  /// What to tell the person, with the remedy, on one line.
  public var message: String {
    switch self {
    case .noTerminal:
      "no terminal: the designer needs one; `keywright --plain`, "
        + "`keywright scopes`, `keywright export` and `keywright lint` need none"
    case .unknown(""):
      "the terminal's kind is not known because TERM is not set: working in lines; "
        + "set it, for example to `xterm`, to see the screen"
    case .unknown(let term):
      "the terminal's kind is not known: TERM is `\(Sanitizer.sanitize(term, charset: .ascii))`; "
        + "working in lines; set it, for example to `xterm`, to see the screen"
    case .cannotMoveCursor(let term):
      "the terminal cannot move its cursor: TERM is "
        + "`\(Sanitizer.sanitize(term, charset: .ascii))`; working in lines"
    case .inBackground:
      "the terminal belongs to another job: start keywright in the foreground"
    case .failed:
      "the terminal cannot be opened: the system refused memory or a descriptor"
    }
  }
}
