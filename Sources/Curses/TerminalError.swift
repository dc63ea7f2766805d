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

  /// What to tell the person, with the remedy, on one line.
  public var message: String {
    switch self {
    case .noTerminal:
      "no terminal: the designer needs one; "
        + "`keywright scopes`, `keywright export` and `keywright lint` need none"
    case .unknown(""):
      "the terminal's kind is not known because TERM is not set; set it, for example to "
        + "`xterm`, or use `--plain`"
    case .unknown(let term):
      "the terminal's kind is not known: TERM is `\(Sanitizer.sanitize(term, charset: .ascii))`; "
        + "set it, for example to `xterm`, or use `--plain`"
    case .cannotMoveCursor(let term):
      "the terminal cannot move its cursor: TERM is "
        + "`\(Sanitizer.sanitize(term, charset: .ascii))`; use `--plain`"
    case .inBackground:
      "the terminal belongs to another job: start keywright in the foreground"
    case .failed:
      "the terminal cannot be opened: the system refused memory or a descriptor"
    }
  }
}
