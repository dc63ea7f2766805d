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

  /// The addresses that a start reads and those that it writes, rounded down to eight bytes.
  func accesses() throws -> (read: Set<UInt64>, written: Set<UInt64>) {
    let output = folder.file("lackey.out")
    try run(["--tool=lackey", "--trace-mem=yes", "--log-file=\(output)"], [], keys: [])
    var read: Set<UInt64> = []
    var written: Set<UInt64> = []
    // A hundred megabytes of lines such as ` S 1ffeffe7e8,8`: load, store, or modify.
    for line in (folder.read("lackey.out") ?? []).split(separator: UInt8(ascii: "\n"))
    where line.first == UInt8(ascii: " ") {
      let digits = line.dropFirst(3).prefix { $0 != UInt8(ascii: ",") }
      guard let address = UInt64(String(decoding: digits, as: UTF8.self), radix: 16) else {
        continue
      }
      let isLoad = line.dropFirst().first == UInt8(ascii: "L")
      if isLoad { read.insert(address & ~7) } else { written.insert(address & ~7) }
    }
    return (read, written)
  }

  /// The program's variables with their places, as `nm` lists them.
  func variables() throws -> [Variable] {
    let nm = try CommandRun(
      "nm", ["--defined-only", "--print-size", binary],
      environment: cleanEnvironment(home: folder.path), deadline: .seconds(60))
    guard nm.status == .exited(0) else { throw BenchmarkError("nm: \(nm.errorText)") }
    return nm.outputText.split(separator: "\n").compactMap { Variable($0) }
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

/// A variable of the program.
struct Variable {
  /// Its name, as the linker knows it.
  let name: Substring
  /// The bytes that it takes up.
  let range: Range<UInt64>
  /// Whether it starts as zeros: the first look at such a page costs as much as the first change.
  let isZeroed: Bool

  /// Reads a line of `nm --print-size`: address, size, type, name; nil for what is no variable.
  init?(_ line: Substring) {
    let parts = line.split(separator: " ")
    guard parts.count == 4, let start = UInt64(parts[0], radix: 16),
      let size = UInt64(parts[1], radix: 16), size > 0, "bBdDvV".contains(parts[2])
    else { return nil }
    name = parts[3]
    range = start..<start + size
    isZeroed = parts[2].lowercased() == "b"
  }
}
