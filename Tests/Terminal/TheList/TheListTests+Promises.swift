import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension TheListTests {
  @Test(
    "20. A draft after HUP, TERM, KILL or a crash, offered at the next start (DraftTests)",
    arguments: [SIGHUP, SIGTERM, SIGKILL, SIGSEGV])
  func point20(number: Int32) throws {
    let session = try workplace.design("key.json")
    try session.tick("stores.view")
    session.signal(number)
    #expect(try session.waitForExit() == .signaled(number))
    let next = try workplace.start("key.json")
    try next.waitForText("A draft is there")
    next.press(.enter)
    try next.waitForText("1 of 53 scopes")
  }

  @Test("21. The budget of bytes for a move; keywright-benchmark measures those of time")
  func point21() throws {
    let session = try workplace.design()
    session.press(.down)
    try session.settle()
    _ = session.bytesReceived(during: .milliseconds(300))
    let before = session.bytesReceived
    for _ in 0..<8 {
      session.press(.down)
      try session.settle()
    }
    // While keys keep coming; the details follow once they pause.
    #expect((session.bytesReceived - before) / 8 <= 300)
  }

  @Test("22. Frames bracketed, with an off switch (FrameTests)") func point22() throws {
    let session = try workplace.design()
    let frames = session.frameCount
    session.press(.down)
    try session.waitForFrame(after: frames)
    #expect(session.modesEverNamed.contains(2_026))
    let without = try workplace.design("--no-sync", "other.json")
    without.press(.space)
    try without.waitForText("4 of 53 scopes")
    #expect(!without.modesEverNamed.contains(2_026))
  }

  @Test("23. No wake-ups and no bytes when idle (FrameTests)") func point23() throws {
    let session = try workplace.design()
    session.press(.space)
    try session.waitForText("4 of 53 scopes")
    // The details follow and the draft is made safe once keys pause; then nothing is left to do.
    try session.waitForQuiet(.milliseconds(600))
    let before = session.processFacts
    #expect(session.bytesReceived(during: .seconds(2)) == 0)
    #expect(session.processFacts?.wakeUps == before?.wakeUps)
  }

  @Test("24. Values, frames, terminal, lifecycle and generated-input tests, no sleeps")
  func point24() throws {
    let tests = try sources(under: "Tests")
    for suite in [
      "struct TickingTests", "struct GoldenFrameTests", "struct TreeTests", "struct SignalTests",
      "struct RandomSessionTests",
    ] { #expect(tests.contains { $0.text.contains(suite) }, "\(suite)") }
    let sleeps = ["usl" + "eep(", "nanosl" + "eep(", " sl" + "eep(", "Task.sl" + "eep"]
    for file in tests where !file.name.hasSuffix(".c") {
      for call in sleeps { #expect(!file.text.contains(call), "\(file.name): \(call)") }
    }
  }

  @Test("25. Nothing that would stop it building on macOS's ncurses") func point25() throws {
    let files = try sources(under: "Sources")
    #expect(files.count > 100)
    let onlyLinux = [
      "memfd_create", "fdatasync", "signalfd", "epoll_", "eventfd", "pipe2(", "accept4", "prctl(",
      "O_TMPFILE", "getrandom(", "malloc_trim",
    ]
    for file in files {
      // Whoever imports the C library of Linux imports that of macOS as well.
      if file.text.contains("import Glibc") {
        #expect(file.text.contains("import Darwin"), "\(file.name)")
      }
      var guards: [Bool] = []
      for line in file.text.split(separator: "\n") {
        let line = line.drop { $0 == " " }
        if line.hasPrefix("#if") {
          guards.append(
            line.contains("__linux__") || line.contains("canImport(Darwin)")
              || line.contains("canImport(Glibc)") || line.contains("os(Linux)"))
        }
        if line.hasPrefix("#endif"), !guards.isEmpty { guards.removeLast() }
        guard !line.hasPrefix("//"), !guards.contains(true) else { continue }
        for name in onlyLinux where line.contains(name) {
          Issue.record("\(file.name): \(name) is not there on macOS")
        }
      }
    }
    // Macros, globals and variadics of ncurses stay behind the C module's own functions.
    for file in files where file.name.hasSuffix(".swift") {
      #expect(!file.text.contains("import ncurses") && !file.text.contains("import Cncurses"))
    }
  }

  /// The sources below a folder of the package.
  private func sources(under folder: String) throws -> [(name: String, text: String)] {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let list = try CommandRun(
      "find", ["/\(root)/\(folder)", "-name", "*.swift", "-o", "-name", "*.[ch]"],
      environment: workplace.environment())
    try #require(list.status == .exited(0))
    return try list.outputText.split(separator: "\n").sorted().map { path in
      let run = try CommandRun("cat", [String(path)], environment: workplace.environment())
      return (String(path), run.outputText)
    }
  }
}
