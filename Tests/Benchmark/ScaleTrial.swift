import TerminalHarness

/// One start of a program on a catalog of some size.
struct ScaleTrial {
  /// A program, and how it shows that it is ready.
  struct Program {
    var executable: String
    var arguments: [String]
    var input: StandardStream
    var ready: String
    var marksFrames: Bool
  }

  private static let words = ["refund", "accounts", "list", "delete", "export"]
  private let program: Program
  private let presser: Trial

  init(_ program: Program, home: String) throws {
    self.program = program
    let contender = Contender(
      name: program.executable, executable: program.executable, arguments: program.arguments,
      input: program.input, output: program.marksFrames ? .terminal : .null, ready: program.ready,
      marksFrames: program.marksFrames, quit: program.marksFrames ? ["q", "d"] : [.escape])
    presser = try Trial(contender, home: home)
  }

  func quit() { presser.quit() }

  // MARK: - Starting

  func start(_ result: inout ScaleResult, isCold: Bool) throws {
    let session = presser.session
    let deadline = Duration.seconds(60)
    if program.marksFrames {
      try session.waitForFrame(after: 0, deadline: deadline)
      result.add(milliseconds(session.lastFrameTime), to: isCold ? .coldFirst : .first)
      while !session.screen.contains(program.ready) {
        try session.waitForFrame(after: session.frameCount, deadline: deadline)
      }
      result.add(milliseconds(session.lastFrameTime), to: isCold ? .coldWhole : .whole)
    } else {
      // The prompt with its count is the first that a person can use.
      try session.waitForText("/", deadline: deadline)
      result.add(milliseconds(session.lastByteTime), to: .first)
      try session.waitForText(program.ready, deadline: deadline)
      try session.waitForQuiet(.milliseconds(40))
      result.add(milliseconds(session.lastByteTime), to: .whole)
    }
    if let facts = session.processFacts {
      result.add(Double(facts.peakMemory) / 1_048_576, to: .memoryStart)
    }
  }

  private func milliseconds(_ time: Int64) -> Double {
    Double(time - presser.session.execTime) / 1_000_000
  }

  // MARK: - Keys

  /// Works the designer; the result is written at the end.
  func work(_ count: Int, id: String, _ result: inout ScaleResult) throws {
    // On the list of categories first: ticks of the largest, which is the first.
    _ = try press(.home)
    for _ in 0..<max(4, count / 10) {
      result.add(try press(.space)?.time, to: .tickCategory)
      result.add(try press("u")?.time, to: .undo)
    }
    for _ in 0..<max(4, count / 10) {
      result.add(try press("+")?.time, to: .openAll)
      result.add(try press("-")?.time, to: .closeAll)
    }
    _ = try press("+")
    _ = try press(.home)
    try repeatedly(.down, count, .move, .moveBytes, &result)
    _ = try press(.home)
    try repeatedly(.pageDown, count, .page, .pageBytes, &result)
    try filter(count, open: "/", close: .escape, &result)
    // A filter for its whole id leads to a scope in the middle.
    _ = try press("/")
    _ = try press(.text(id))
    _ = try press(.enter)
    _ = try press(.escape)
    for _ in 0..<count { result.add(try press(.space)?.time, to: .tick) }
    if count % 2 == 0 { _ = try press(.space) }
    _ = try press("w")
    result.add(try press(.enter)?.time, to: .write)
    addMemory(&result)
  }

  /// Works a finder that has nothing but a list and a filter.
  func workAsFinder(_ count: Int, _ result: inout ScaleResult) throws {
    try repeatedly(.up, count / 4, .move, .moveBytes, &result)
    try repeatedly(.pageUp, count / 4, .page, .pageBytes, &result)
    for _ in 0..<count / 4 { result.add(try press(.tab)?.time, to: .tick) }
    try filter(count / 2, open: nil, close: .ctrl("u"), &result)
    addMemory(&result)
  }

  private func repeatedly(
    _ key: HarnessKey, _ count: Int, _ time: ScaleResult.Figure, _ bytes: ScaleResult.Figure,
    _ result: inout ScaleResult
  ) throws {
    for _ in 0..<count {
      let frame = try press(key)
      // At the end of the list nothing is painted.
      guard let frame, frame.bytes > 2 * "\u{1B}[?2026h".utf8.count else { return }
      result.add(frame.time, to: time)
      result.add(Double(frame.bytes), to: bytes)
    }
  }

  private func filter(
    _ count: Int, open: HarnessKey?, close: HarnessKey, _ result: inout ScaleResult
  ) throws {
    var letters = 0
    while letters < count {
      let word = Self.words[(letters / 6) % Self.words.count]
      if let open { _ = try press(open) }
      for (index, letter) in word.enumerated() {
        let time = try press(.text(String(letter)))?.time
        let figures: [ScaleResult.Figure] = [.letter1, .letter2, .letter3, .letter4]
        result.add(time, to: figures[min(index, 3)])
        result.add(time, to: .letters)
        letters += 1
      }
      for _ in word { result.add(try press(.backspace)?.time, to: .backspace) }
      _ = try press(close)
    }
  }

  private func addMemory(_ result: inout ScaleResult) {
    if let facts = presser.session.processFacts {
      result.add(Double(facts.peakMemory) / 1_048_576, to: .memoryPeak)
    }
  }

  private func press(_ key: HarnessKey) throws -> (time: Double, bytes: Int)? {
    try presser.press(key)
  }
}
