import TerminalHarness

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs the designer under valgrind, which sees every instruction: the same on a loaded machine.
struct Valgrind {
  private let binary: String
  private let folder: TemporaryFolder

  init(binary: String, folder: TemporaryFolder) throws {
    self.folder = folder
    // Valgrind gives up on the debug information of Swift.
    self.binary = folder.file("keywright")
    let strip = try CommandRun(
      "strip", ["-g", "-o", self.binary, binary],
      environment: cleanEnvironment(home: folder.path),
      deadline: .seconds(60))
    guard strip.status == .exited(0) else { throw BenchmarkError("strip: \(strip.errorText)") }
  }

  /// The lines that callgrind writes of a session in which these keys are pressed, each until its
  /// frame is there.
  func profile(_ arguments: [String], keys: [HarnessKey]) throws -> [Substring] {
    let output = folder.file("callgrind.out")
    let tool = ["--tool=callgrind", "--demangle=no", "--callgrind-out-file=\(output)"]
    try run(tool, arguments, keys: keys)
    let text = String(decoding: folder.read("callgrind.out") ?? [], as: UTF8.self)
    return text.split(separator: "\n")
  }

  private func run(_ tool: [String], _ arguments: [String], keys: [HarnessKey]) throws {
    var options = LaunchOptions()
    options.looksAtFrameEnds = true
    // Each with a folder of its own for drafts: an earlier session's would be offered.
    let drafts = try TemporaryFolder()
    let session = try TerminalSession(
      executable: "/usr/bin/valgrind", arguments: tool + [binary] + arguments,
      environment: cleanEnvironment(
        home: folder.path, adding: ["XDG_STATE_HOME": drafts.path]),
      options: options)
    try session.waitForText("scopes", deadline: .seconds(120))
    for key in keys {
      let frames = session.frameCount
      session.press(key)
      try session.waitForFrame(after: frames, deadline: .seconds(120))
    }
    session.signal(SIGTERM)
    _ = try session.waitForExit(deadline: .seconds(60))
  }
}
