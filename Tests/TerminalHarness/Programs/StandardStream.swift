/// What one of a program's three standard streams is connected to.
public enum StandardStream: Equatable, Sendable {
  /// The pseudo-terminal.
  case terminal
  /// A pipe that the harness holds the other end of.
  case pipe
  /// `/dev/null`.
  case null
  /// A file: read from its start as standard input, else created or cut to nothing.
  case file(String)
}
