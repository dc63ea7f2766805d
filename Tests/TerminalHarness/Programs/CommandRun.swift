/// A program run to its end with no terminal anywhere, as in CI.
public struct CommandRun: Sendable {
  /// How it ended.
  public let status: ExitStatus
  /// All of its standard output.
  public let output: [UInt8]
  /// All of its standard error.
  public let error: [UInt8]

  /// Standard output as text.
  public var outputText: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  public var errorText: String { String(decoding: error, as: UTF8.self) }

  /// Runs a program, named by its path or looked for in the system's folders.
  ///
  /// Standard input gives `input` and ends. Throws when the program cannot start, or has not
  /// ended at the deadline; it is killed then.
  public init(
    _ executable: String, _ arguments: [String] = [], input: [UInt8] = [],
    environment: [String: String], directory: String? = nil,
    deadline: Duration = TerminalSession.standardDeadline
  ) throws {
    var exchange = try Exchange(input: input) { streams in
      try ChildProcess(
        executable: executable, arguments: arguments, environment: environment,
        directory: directory, streams: streams, controllingTerminal: nil, ignoredSignals: [],
        role: .leader)
    }
    status = try exchange.run(deadline)
    (output, error) = (exchange.outputBytes, exchange.errorBytes)
  }
}
