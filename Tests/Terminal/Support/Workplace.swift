import TerminalHarness

/// A person's place at a terminal: the built program, and a home folder of its own.
struct Workplace {
  let home: TemporaryFolder
  let program: String

  init() throws {
    home = try TemporaryFolder()
    program = try builtExecutable(named: "keywright")
  }

  /// The environment, the same on every machine and every day; nil takes a variable out.
  func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var environment = cleanEnvironment(
      home: home.path,
      adding: [
        "SOURCE_DATE_EPOCH": "1800000000", "USER": "tester", "KEYWRIGHT_START": "scopes",
      ])
    for (name, value) in changes { environment[name] = value }
    return environment
  }

  /// Starts the program in the home folder, and waits for nothing.
  func start(
    _ arguments: String..., size: ScreenSize = .standard,
    environment changes: [String: String?] = [:],
    options: LaunchOptions = LaunchOptions()
  ) throws -> TerminalSession {
    try launch(arguments, size, changes, options)
  }

  /// Starts the designer and waits for its first frame.
  func design(
    _ arguments: String..., size: ScreenSize = .standard,
    environment changes: [String: String?] = [:],
    options: LaunchOptions = LaunchOptions()
  ) throws -> TerminalSession {
    let session = try launch(arguments, size, changes, options)
    try session.waitForDesigner()
    return session
  }

  private func launch(
    _ arguments: [String], _ size: ScreenSize, _ changes: [String: String?],
    _ options: LaunchOptions
  ) throws -> TerminalSession {
    var options = options
    options.directory = home.path
    return try TerminalSession(
      executable: program, arguments: arguments, environment: environment(changes), size: size,
      options: options)
  }

  /// What a file in the home folder holds, as text.
  func text(_ name: String) -> String? {
    home.read(name).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Says whether nothing of a write is left behind beside the files named.
  func holdsOnly(_ names: String...) -> Bool {
    home.names().filter { !$0.hasPrefix(".local") } == names.sorted()
  }
}

extension TerminalSession {
  /// Waits for the designer's tree; the key bar is what is painted last.
  func waitForDesigner() throws {
    try waitUntil("the designer") {
      $0.text(row: 0).contains("Scopes") && $0.text(row: $0.size.rows - 1).contains("tick")
    }
  }

  /// Filters for words, and leaves the line with the cursor on the best match.
  func jump(to words: String) throws {
    press("/")
    try waitForText("Filter:")
    send(words)
    try waitUntil("the filter \(words)") { $0.text.contains("Filter: \(words)") }
    press(.enter)
    try waitForText("kept")
  }

  /// Filters for a scope, ticks it and clears the filter.
  func tick(_ scope: String) throws {
    try jump(to: scope)
    press(.space)
    try waitForText("ticked \(scope)")
    press(.escape)
    try waitForText("filter cleared")
  }

  /// Leaves the designer where nothing is unsaved.
  func quit() throws -> ExitStatus {
    press("q")
    return try waitForExit()
  }

  /// The text of the row that the cursor stands on.
  var currentRow: String { screen.text(row: screen.cursor.row) }
}
