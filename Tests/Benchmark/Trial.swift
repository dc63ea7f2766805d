import TerminalHarness

/// One start of one program, on a terminal of its own.
struct Trial {
  let session: TerminalSession
  private let contender: Contender
  /// Longer than any frame takes to follow another; what it adds is not counted.
  private let silence = Duration.milliseconds(40)
  /// Ten seconds in all four rounds.
  private let idleTime = Duration.milliseconds(2_500)

  init(_ contender: Contender, folder: TemporaryFolder) throws {
    // A home of its own each: no draft of the last run is offered.
    let home = try folder.write("", to: "homes/\(UInt64.random(in: 0...UInt64.max))/.keep")
    try self.init(contender, home: String(home.dropLast("/.keep".count)))
  }

  /// Starts in a home that is kept between starts.
  init(_ contender: Contender, home: String) throws {
    self.contender = contender
    var options = LaunchOptions(
      standardInput: contender.input, standardOutput: contender.output)
    options.looksAtFrameEnds = true
    session = try TerminalSession(
      executable: contender.executable, arguments: contender.arguments,
      environment: cleanEnvironment(home: home, adding: ["KEYWRIGHT_START": "scopes"]),
      options: options)
  }

  /// Milliseconds from exec to the end of the first full frame.
  mutating func firstFrame() throws -> Double {
    if contender.marksFrames {
      repeat {
        try session.waitForFrame(after: session.frameCount)
      } while !session.screen.contains(contender.ready)
      return milliseconds(session.execTime, session.lastFrameTime)
    }
    try session.waitForText(contender.ready)
    try session.waitForQuiet(silence)
    return milliseconds(session.execTime, session.lastByteTime)
  }

  /// Moves, ticks and filters, `count` times each.
  mutating func pressKeys(_ count: Int, _ result: inout ContenderResult) throws {
    var misses = 0
    var moves = 0
    while moves < count, misses < 5 {
      guard let (time, bytes) = try press(.down), bytes > 2 * "\u{1B}[?2026h".utf8.count else {
        // The end of the list.
        misses += 1
        _ = try press(.home)
        continue
      }
      misses = 0
      moves += 1
      result.move.add(time)
      result.moveBytes.add(Double(bytes))
    }
    if contender.ticks {
      _ = try press(.home)
      for _ in 0..<count {
        if let (time, _) = try press(.space) { result.tick.add(time) }
      }
      // An even number of presses leaves nothing ticked.
      if count % 2 == 1 { _ = try press(.space) }
    }
    // What follows a key, such as the details and the draft's safety, is no idling.
    _ = session.bytesReceived(during: .milliseconds(500))
    if let facts = session.processFacts {
      let bytes = session.bytesReceived(during: idleTime)
      result.idleBytes.add(Double(bytes))
      result.idleWakeUps.add(Double((session.processFacts?.wakeUps ?? 0) - facts.wakeUps))
    }
    try filter(count, &result)
    if let facts = session.processFacts {
      result.memoryAtEnd.add(Double(facts.peakMemory) / 1_048_576)
    }
  }

  private func filter(_ count: Int, _ result: inout ContenderResult) throws {
    guard let open = contender.filter else { return }
    let word = ["o", "r", "d", "e", "r", "s"]
    var letters = 0
    while letters < count {
      for key in open { _ = try press(key) }
      for letter in word where letters < count {
        if let (time, _) = try press(.text(letter)) { result.letter.add(time) }
        letters += 1
      }
      for key in contender.clear { _ = try press(key) }
    }
  }

  /// Milliseconds from a key to the last byte of its frame, and the frame's bytes; nil for a key
  /// that paints nothing.
  func press(_ key: HarnessKey) throws -> (time: Double, bytes: Int)? {
    let frames = session.frameCount
    session.press(key)
    let mark = session.bytesReceived
    if contender.marksFrames {
      do {
        try session.waitForFrame(after: frames, deadline: .seconds(2))
      } catch {
        guard session.exitStatus == nil else { throw error }
        return nil
      }
      return (milliseconds(session.lastInputTime, session.lastFrameTime), session.frameEnd - mark)
    }
    // Silence before the first byte is no end of a frame.
    var waits = 0
    while session.bytesReceived == mark, waits < 12 {
      _ = session.bytesReceived(during: silence)
      waits += 1
    }
    try session.waitForQuiet(silence)
    guard session.bytesReceived > mark else { return nil }
    return (milliseconds(session.lastInputTime, session.lastByteTime), session.bytesReceived - mark)
  }

  /// Asks the program to end; what does not is killed with the session.
  func quit() {
    for key in contender.quit { session.press(key) }
    _ = try? session.waitForExit(deadline: .milliseconds(300))
  }

  private func milliseconds(_ start: Int64, _ end: Int64) -> Double {
    Double(end - start) / 1_000_000
  }
}
