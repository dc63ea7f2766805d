import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension TerminalSession {
  /// Waits until the details are of the row that the cursor stands on.
  fileprivate func waitForDetails() throws {
    try waitUntil("the details of the row") { screen in
      let row = screen.text(row: screen.cursor.row, columns: 0..<60)
      let heading = screen.rows.first { $0.hasPrefix("\u{2500} ") } ?? ""
      let title = heading.dropFirst(2).prefix { $0 != "\u{2500}" }.split(separator: " ")
        .joined(separator: " ")
      return !title.isEmpty && row.contains(title.prefix(20))
    }
  }
}

extension TheListTests {
  @Test(
    "20. A draft after HUP, TERM, KILL or a crash, offered at the next start (DraftTests)",
    arguments: [SIGHUP, SIGTERM, SIGKILL, SIGSEGV])
  func aDraftSurvives(number: Int32) throws {
    let session = try workplace.design("key.json")
    try session.tick("stores.view")
    session.signal(number)
    #expect(try session.waitForExit() == .signaled(number))
    let next = try workplace.start("key.json")
    try next.waitForText("A draft is there")
    next.press(.enter)
    try next.waitForText("Scopes 1/53")
  }

  @Test("21. The budget of bytes for a move; keywright-benchmark --check measures those of time")
  func aMoveCostsFewBytes() throws {
    let session = try workplace.design()
    session.press(.down)
    try session.waitForDetails()
    let before = session.bytesReceived
    for _ in 0..<8 {
      session.press(.down)
      try session.settle()
    }
    // While keys keep coming; the details follow once they pause.
    #expect((session.bytesReceived - before) / 8 <= 300)
  }

  @Test("21. A move with the page of details that follows it costs at most three of them")
  func aMoveWithDetailsCostsFewBytes() throws {
    let session = try workplace.design()
    session.press(.down)
    try session.waitForDetails()
    let before = session.bytesReceived
    for _ in 0..<40 {
      session.press(.down)
      try session.settle()
      try session.waitForDetails()
    }
    let bytes = (session.bytesReceived - before) / 40
    print("bytes of a move with its details, on average of 40: \(bytes)")
    #expect((300...900).contains(bytes))
  }

  @Test("22. Frames bracketed, with an off switch (FrameTests)") func framesAreBracketed() throws {
    let session = try workplace.design()
    let frames = session.frameCount
    session.press(.down)
    try session.waitForFrame(after: frames)
    #expect(session.modesEverNamed.contains(2_026))
    let without = try workplace.design("--no-sync", "other.json")
    without.press(.space)
    try without.waitForText("Scopes 4/53")
    #expect(!without.modesEverNamed.contains(2_026))
  }

  @Test("23. No wake-ups and no bytes when idle (FrameTests)") func nothingHappensWhenIdle() throws
  {
    let session = try workplace.design()
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    // The details follow and the draft is made safe once keys pause; then nothing is left to do.
    try session.waitForQuiet(.milliseconds(600))
    let before = session.processFacts
    #expect(session.bytesReceived(during: .seconds(2)) == 0)
    #expect(session.processFacts?.wakeUps == before?.wakeUps)
  }

  @Test("24. Values, frames, terminal, lifecycle and generated-input tests, no sleeps")
  func everyKindOfTestIsThere() throws {
    let tests = try SourceFile.all(under: "Tests", workplace)
    for suite in [
      "struct TickingTests", "struct GoldenFrameTests", "struct TreeTests", "struct SignalTests",
      "struct RandomSessionTests",
    ] { #expect(tests.contains { $0.text.contains(suite) }, "\(suite)") }
    let sleeps = ["usl" + "eep(", "nanosl" + "eep(", " sl" + "eep(", "Task.sl" + "eep"]
    for file in tests where !file.name.hasSuffix(".c") {
      for call in sleeps { #expect(!file.text.contains(call), "\(file.name): \(call)") }
    }
  }
}
