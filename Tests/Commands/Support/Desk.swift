import Documents
import TerminalHarness

/// A place without a terminal, as in CI: the built program, and a home folder of its own.
struct Desk {
  let home: TemporaryFolder
  let program: String

  init() throws {
    home = try TemporaryFolder()
    program = try builtExecutable(named: "keywright")
  }

  /// The environment, the same on every machine and every day.
  var environment: [String: String] {
    cleanEnvironment(
      home: home.path, adding: ["SOURCE_DATE_EPOCH": "1800000000", "USER": "tester"])
  }

  /// Runs the program in the home folder to its end.
  func run(_ arguments: String..., input: String = "") throws -> CommandRun {
    try run(arguments, input: input)
  }

  /// Runs the program in the home folder to its end.
  func run(_ arguments: [String], input: String = "") throws -> CommandRun {
    try CommandRun(
      program, arguments, input: Array(input.utf8), environment: environment, directory: home.path)
  }

  /// Runs a line of bash, in which `$0` is the program.
  func shell(_ line: String) throws -> CommandRun {
    try CommandRun(
      "bash", ["-c", line, program], environment: environment, directory: home.path)
  }

  /// What a file in the home folder holds, as text.
  func text(_ name: String) -> String? {
    home.read(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in the home folder, without the program's own state.
  var names: [String] { home.names().filter { !$0.hasPrefix(".local") } }
}

extension CommandRun {
  /// Standard output as JSON.
  func json() throws -> JSONValue { try JSONDocument(parsing: output).root }

  /// The lines of standard output.
  var lines: [Substring] { outputText.split(separator: "\n") }

  /// Says whether standard error is one line of a person's language: no control character, no
  /// crash.
  var saysOneLine: Bool {
    let text = errorText
    return text.hasPrefix("keywright: ") && text.hasSuffix("\n")
      && text.dropLast().unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
  }
}
