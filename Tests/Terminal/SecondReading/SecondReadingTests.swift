import TerminalHarness
import Testing

/// The bytes of recorded sessions, read a second time by tmux and by pyte: what libvterm makes of
/// them must not be its own taste.
@Suite struct SecondReadingTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// A recorded session: what is opened and what is pressed.
  enum Recording: String, CaseIterable {
    case tree
    case ticked
    case filter
    case detail
    case findings
    case review
    case help
    case form
    case question
    case closed
    case ascii

    /// Plays it, and waits for its last frame.
    func play(_ workplace: Workplace, on kind: String) throws -> TerminalSession {
      try workplace.home.write(
        Manifests.text(
          before: ["\"label\": \"caf\u{E9} \u{6F22}\u{5B57} e\u{301}\""],
          scopes: ["stores.view", "stores.orders.deliver"]), to: "key.json")
      let environment = ["TERM": kind]
      let session =
        self == .ascii
        ? try workplace.design("key.json", "--ascii", environment: environment)
        : try workplace.design("key.json", environment: environment)
      switch self {
      case .tree, .ascii: break
      case .ticked:
        try session.tick("stores.orders.refund")
        session.press(.pageDown, .pageDown, .up, .up)
        try session.settle()
      case .filter:
        session.press("/")
        try session.waitForText("Filter:")
        session.send("orders")
        try session.waitForText("Filter: orders")
      case .detail:
        try session.jump(to: "stores.products.update")
        session.press(.tab, .down, .down)
        try session.settle()
      case .findings:
        session.press("4")
        try session.waitForText("Accept the risk", or: "F: ")
        session.press(.down)
        try session.settle()
      case .review:
        session.press("w")
        try session.waitForText("Review")
        session.press(.pageDown, .up)
        try session.settle()
      case .help:
        session.press("?")
        try session.waitForText("tick or untick")
      case .form:
        session.press("e")
        try session.waitForText("Rotate by")
        session.send("\u{6F22}a")
        try session.settle()
      case .question:
        try session.tick("stores.orders.refund")
        session.press("q")
        try session.waitForText("There are changes")
      case .closed:
        session.press("-", .down, "+", "G", "g", "-")
        try session.settle()
      }
      return session
    }
  }

  @Test("tmux shows the same cells, attributes and colors", arguments: Recording.allCases)
  func tmuxAgrees(recording: Recording) throws {
    guard isInstalled("tmux") else { return say("tmux is not installed: not read with it") }
    let session = try recording.play(workplace, on: "tmux-256color")
    let again = try readWithTmux(session)
    let screen = session.screen
    for row in 0..<screen.size.rows {
      #expect(
        again.text(row: row) == screen.text(row: row), "\(recording), row \(row)")
      let (ours, theirs) = (screen.cells(row: row), again.cells(row: row))
      for column in 0..<screen.size.columns where !looksSame(ours[column], theirs[column]) {
        Issue.record(
          "\(recording), row \(row), column \(column): \(ours[column]), \(theirs[column])")
        return
      }
    }
  }

  @Test("pyte shows the same cells and attributes", arguments: Recording.allCases)
  func pyteAgrees(recording: Recording) throws {
    // pyte knows neither how to repeat a character nor how to scroll by many lines.
    let session = try recording.play(workplace, on: "linux")
    let size = session.screen.size
    let script = sourceFolder() + "/read_screen.py"
    let run = try CommandRun(
      "/usr/bin/python3", [script, "\(size.rows)", "\(size.columns)"], input: session.log,
      environment: workplace.environment())
    guard run.status != .exited(3) else { return say("pyte is not installed: not read with it") }
    try #require(run.status == .exited(0), "\(run.errorText)")
    let lines = run.outputText.split(separator: "\n", omittingEmptySubsequences: false)
    let screen = session.screen
    #expect(lines[0] == "\(screen.cursor.row) \(screen.cursor.column)")
    for row in 0..<size.rows {
      #expect(String(lines[1 + 2 * row]) == screen.text(row: row), "\(recording), row \(row)")
      let marks = screen.cells(row: row).map { letter($0.style) }
      // The right half of a wide character has no looks of its own.
      let pairs = zip(zip(marks, lines[2 + 2 * row]), screen.cells(row: row))
      #expect(pairs.allSatisfy { $0.0 == $0.1 || $1.width == 0 }, "\(recording), row \(row)")
    }
  }

  private func letter(_ style: ScreenStyle) -> Character {
    switch (style.bold, style.underline, style.reverse) {
    case (false, false, false): "."
    case (true, false, false): "b"
    case (false, true, false): "u"
    case (false, false, true): "r"
    case (true, true, false): "B"
    case (true, false, true): "R"
    case (false, true, true): "U"
    case (true, true, true): "A"
    }
  }

  /// tmux forgets the looks of blanks behind a line's last text, unless they can be seen.
  private func looksSame(_ one: ScreenCell, _ other: ScreenCell) -> Bool {
    if one.width == 0 || other.width == 0 { return one.width == other.width }
    if one.text == " ", other.text == " " {
      return one.style.reverse == other.style.reverse
        && one.style.underline == other.style.underline
    }
    return one == other
  }

  /// Gives tmux the bytes of a session, and reads its screen back.
  private func readWithTmux(_ session: TerminalSession) throws -> Screen {
    let size = session.screen.size
    try workplace.home.write(String(decoding: session.log, as: UTF8.self), to: "bytes")
    // The answer to the last question says that tmux has read all that stands before it.
    let inside =
      #"stty raw -echo; cat bytes; printf '\033[6n'; IFS= read -r -d R answer; "#
      + "tmux -S socket wait-for -S read; exec cat"
    try workplace.home.write(inside, to: "inside.sh")
    let script = """
      tmux -S socket -f /dev/null new-session -d -x \(size.columns) -y \(size.rows) \
      'bash inside.sh' \\; set-option -g status off \\; resize-window -x \(size.columns) \
      -y \(size.rows) && tmux -S socket wait-for read && tmux -S socket capture-pane -p -e -N
      tmux -S socket kill-server
      """
    let run = try CommandRun(
      "bash", ["-c", script], environment: workplace.environment(["TERM": "xterm-256color"]),
      directory: workplace.home.path)
    try #require(run.status == .exited(0), "\(run.errorText)")
    try workplace.home.write(run.outputText, to: "shown")
    let shown = try TerminalSession(
      executable: "cat", arguments: ["shown"], environment: workplace.environment(),
      size: ScreenSize(rows: size.rows + 1, columns: size.columns),
      options: workplace.options)
    try shown.waitForExit()
    return shown.screen
  }

  private func isInstalled(_ program: String) -> Bool {
    let run = try? CommandRun(
      "bash", ["-c", "command -v \(program)"], environment: workplace.environment())
    return run?.status == .exited(0)
  }

  private func say(_ text: String) { print("skipped: \(text)") }

  private func sourceFolder(_ file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }
}

extension Workplace {
  /// All streams on the terminal, started in the home folder.
  fileprivate var options: LaunchOptions {
    var options = LaunchOptions()
    options.directory = home.path
    return options
  }
}
