/// How a session starts its program, where it differs from a login at a terminal.
public struct LaunchOptions: Equatable, Sendable {
  /// What standard input is.
  public var standardInput = StandardStream.terminal
  /// What standard output is.
  public var standardOutput = StandardStream.terminal
  /// What standard error is.
  public var standardError = StandardStream.terminal
  /// Where the program starts; nil for where the tests run.
  public var directory: String?
  /// Whether the terminal controls the session, so that `/dev/tty` is there and ^C is a signal.
  public var hasControllingTerminal = true
  /// Whether the program leads the session, or is a job of one, as under a shell.
  public var role = SessionRole.job
  /// Signals that start out ignored, as HUP under nohup; below 64.
  public var ignoredSignals: [Int32] = []
  /// Leaves what comes unread until a frame ends: who looks at the first part of a frame sees its
  /// last byte late, and later for a program that paints it in one piece.
  public var looksAtFrameEnds = false

  /// Everything on the terminal.
  public init() {}

  /// The streams given, all else as usual.
  public init(
    standardInput: StandardStream = .terminal, standardOutput: StandardStream = .terminal,
    standardError: StandardStream = .terminal
  ) {
    self.standardInput = standardInput
    self.standardOutput = standardOutput
    self.standardError = standardError
  }
}
