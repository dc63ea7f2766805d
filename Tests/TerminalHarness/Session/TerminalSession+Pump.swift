internal import CVirtualTerminal

extension TerminalSession {
  /// Waits once, at most `time`, for the program to paint, write, read or end.
  ///
  /// Returns false when it has ended and everything it left behind was read.
  @discardableResult
  func pump(_ time: Duration) -> Bool {
    if exitStatus != nil { return drain() }
    var poller = Poller()
    poller.add(master, writing: !pendingInput.isEmpty)
    poller.add(outputPipe)
    poller.add(errorPipe)
    if !pendingPipeInput.isEmpty { poller.addWriter(inputPipe) }
    poller.add(child.exitDescriptor)
    // Without a descriptor for the end, look for it now and then.
    poller.wait(child.exitDescriptor == nil ? min(time, .milliseconds(10)) : time)

    if poller.isReadable(master) { readTerminal() }
    if poller.isReadable(outputPipe) { readOutput() }
    if poller.isReadable(errorPipe) { readError() }
    if poller.isWritable(master) { flushInput() }
    if poller.isWritable(inputPipe) { flushPipe() }
    if child.exitDescriptor == nil || poller.isReadable(child.exitDescriptor) {
      exitStatus = child.poll()
    }
    return true
  }

  /// After the end: reads what is left; true when there was something.
  private func drain() -> Bool {
    let before = log.count + standardOutput.count + standardError.count
    readTerminal()
    readOutput()
    readError()
    return log.count + standardOutput.count + standardError.count > before
  }

  @discardableResult
  func readTerminal() -> Bool {
    guard let bytes = master?.read(into: &buffer) else {
      // Hung up: nothing more will come.
      master = nil
      return false
    }
    guard !bytes.isEmpty else { return false }
    lastByteTime = cvt_now()
    log += bytes
    if options.looksAtFrameEnds {
      if endsFrame { lastFrameTime = lastByteTime }
    } else {
      let frames = scanned.frames
      if scanner.frames > frames { lastFrameTime = lastByteTime }
      feedTerminal()
    }
    return true
  }

  /// What the output means beyond its text.
  var scanner: ModeScanner {
    if scannedCount < log.count {
      scanned.scan(log[scannedCount...])
      scannedCount = log.count
    }
    return scanned
  }

  /// Whether the end of a frame is the last that came.
  var endsFrame: Bool { log.suffix(Self.frameEnd.count).elementsEqual(Self.frameEnd) }

  private static let frameEnd = Array("\u{1B}[?2026l".utf8)

  /// Gives libvterm what it has not seen, and the program libvterm's answers.
  func feedTerminal() {
    guard fedCount < log.count else { return }
    terminal.feed(log[fedCount...])
    fedCount = log.count
    let answers = terminal.takeAnswers()
    guard !answers.isEmpty else { return }
    pendingInput += answers
    flushInput()
  }

  private func readOutput() {
    guard let pipe = outputPipe else { return }
    if let bytes = pipe.read(into: &buffer) { standardOutput += bytes } else { outputPipe = nil }
  }

  private func readError() {
    guard let pipe = errorPipe else { return }
    if let bytes = pipe.read(into: &buffer) { standardError += bytes } else { errorPipe = nil }
  }

  func flushInput() {
    guard !pendingInput.isEmpty, let master else { return }
    guard let count = master.write(pendingInput[...]) else {
      pendingInput = []
      return
    }
    pendingInput.removeFirst(count)
  }

  func flushPipe() {
    guard let pipe = inputPipe else { return }
    let count = pendingPipeInput.isEmpty ? 0 : pipe.write(pendingPipeInput[...])
    if let count { pendingPipeInput.removeFirst(count) } else { pendingPipeInput = [] }
    if pendingPipeInput.isEmpty, closesPipeWhenWritten || count == nil { inputPipe = nil }
  }
}
