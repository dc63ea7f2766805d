extension TerminalSession {
  /// Reads what the program paints until the screen is as wanted.
  ///
  /// A frame that is only half there is never shown to `condition`. Throws, with the screen,
  /// when the deadline passes or the program ends first.
  public func waitUntil(
    _ what: String, deadline: Duration = standardDeadline, _ condition: (Screen) throws -> Bool
  ) throws {
    try wait(what, deadline) { try !scanner.isInFrame && condition(screen) }
  }

  /// Waits until a row shows the text.
  public func waitForText(_ text: String, deadline: Duration = standardDeadline) throws {
    try waitUntil("the text \"\(text)\"", deadline: deadline) { $0.contains(text) }
  }

  /// Waits until the text is on no row.
  public func waitForNoText(_ text: String, deadline: Duration = standardDeadline) throws {
    try waitUntil("no text \"\(text)\"", deadline: deadline) { !$0.contains(text) }
  }

  /// Waits until more than `count` frames have ended, and none is half there.
  public func waitForFrame(after count: Int, deadline: Duration = standardDeadline) throws {
    try wait("frame \(count + 1)", deadline) {
      (endsFrame || !options.looksAtFrameEnds) && scanner.frames > count && !scanner.isInFrame
    }
  }

  /// Waits until the program has read all input and has then painted a frame.
  ///
  /// For a key that paints nothing this waits in vain: wait for a state of the screen instead.
  public func settle(deadline: Duration = standardDeadline) throws {
    try wait("a frame after the last key", deadline) {
      scanner.frames > framesAtInput && !scanner.isInFrame && unreadInput == 0
    }
  }

  /// Waits until the program has read all that was typed.
  public func waitUntilInputIsRead(deadline: Duration = standardDeadline) throws {
    try wait("the program to read its input", deadline, every: .milliseconds(2)) {
      unreadInput == 0
    }
  }

  /// Waits until standard output, as a pipe, is as wanted.
  public func waitForOutput(
    _ what: String, deadline: Duration = standardDeadline, _ condition: ([UInt8]) -> Bool
  ) throws {
    try wait(what, deadline) { condition(standardOutput) }
  }

  /// Waits until the program has ended, and reads all that it left on its way out.
  @discardableResult
  public func waitForExit(deadline: Duration = standardDeadline) throws -> ExitStatus {
    try wait("the end of the program", deadline) { exitStatus != nil }
    while pump(.zero) {}
    guard let exitStatus else { throw failure("the end of the program", "it was lost") }
    return exitStatus
  }

  /// Waits until a signal has stopped the program, and returns which.
  @discardableResult
  public func waitForStop(deadline: Duration = standardDeadline) throws -> Int32 {
    try wait("the program to stop", deadline) { child.stopSignal != nil }
    guard let signal = child.stopSignal else { throw failure("a stop", "it was lost") }
    while readTerminal() {}
    return signal
  }

  /// Reads for a while, and returns how many bytes came: how a test sees that nothing happens.
  public func bytesReceived(during time: Duration) -> Int {
    let before = log.count
    let end = ContinuousClock.now + time
    while true {
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero, pump(left) else { return log.count - before }
    }
  }

  /// Reads until no byte has come for `quiet`: the end of a frame, for programs that mark none.
  public func waitForQuiet(_ quiet: Duration, deadline: Duration = standardDeadline) throws {
    let end = ContinuousClock.now + deadline
    while ContinuousClock.now < end {
      if bytesReceived(during: quiet) == 0 { return }
    }
    throw failure("\(quiet) of silence", "the deadline passed")
  }

  private func wait(
    _ what: String, _ deadline: Duration, every interval: Duration? = nil,
    _ condition: () throws -> Bool
  ) throws {
    let end = ContinuousClock.now + deadline
    while true {
      if try condition() { return }
      let left = ContinuousClock.now.duration(to: end)
      guard left > .zero else { throw failure(what, "the deadline of \(deadline) passed") }
      guard pump(min(left, interval ?? left)) else {
        throw failure(what, exitStatus.map { "the program ended: \($0)" } ?? "it was lost")
      }
    }
  }

  private func failure(_ what: String, _ why: String) -> HarnessError {
    var lines = ["waited for \(what), but \(why)", screen.description]
    if scanner.isInFrame { lines.append("in the middle of a frame") }
    if !modesLeftOn.isEmpty { lines.append("modes: \(modesLeftOn.joined(separator: ", "))") }
    for (name, bytes) in [("output", standardOutput), ("error", standardError)]
    where !bytes.isEmpty {
      lines.append("standard \(name): \(String(decoding: bytes.suffix(2_000), as: UTF8.self))")
    }
    return HarnessError(lines.joined(separator: "\n"))
  }
}
