import TerminalUI

/// A command as it is typed, and which of the words that fit is marked.
struct CommandLine: Hashable, Sendable {
  /// The line.
  var field = TextField()
  /// The place of the marked word in the list of those that fit.
  var marked = 0
  /// Whether it was marked by hand: Enter then takes it.
  var isChosen = false
}

/// A command that was typed to its end, and is to be carried out.
struct TypedCommand: Hashable, Sendable {
  var text: String
  /// What was there before the line was opened.
  var covered: Mode
}
