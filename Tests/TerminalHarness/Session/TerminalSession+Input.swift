internal import CVirtualTerminal

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension TerminalSession {
  /// Types text as it is.
  public func send(_ text: String) { send(bytes: Array(text.utf8)) }

  /// Types bytes as they are.
  public func send(bytes: [UInt8]) {
    // Frames that are already on their way do not answer this key.
    while readTerminal() {}
    framesAtInput = scanner.frames
    pendingInput += bytes
    lastInputTime = cvt_now()
    flushInput()
  }

  /// Presses keys one after another, each as the terminal's present modes have it.
  public func press(_ keys: HarnessKey...) {
    for key in keys {
      while readTerminal() {}
      send(bytes: key.bytes(application: scanner.isCursorKeysApplication))
    }
  }

  /// Pastes text as a terminal does: in brackets if the program has asked for them.
  public func paste(_ text: String) {
    while readTerminal() {}
    let brackets = scanner.changedModes.contains(2_004)
    send(brackets ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
  }

  /// Presses and releases a mouse button (0 left, 1 middle, 2 right, 64 wheel up, 65 down).
  ///
  /// Returns false, and does nothing, when the program does not listen to the mouse in SGR form.
  @discardableResult
  public func click(row: Int, column: Int, button: Int = 0) -> Bool {
    while readTerminal() {}
    let mouse = scanner.changedModes.intersection([1_000, 1_002, 1_003])
    guard !mouse.isEmpty, scanner.changedModes.contains(1_006) else { return false }
    let place = "\(button);\(column + 1);\(row + 1)"
    let release = button < 64 ? "\u{1B}[<\(place)m" : ""
    send("\u{1B}[<\(place)M\(release)")
    return true
  }

  /// Gives the program bytes on standard input, when that is a pipe.
  public func writeStandardInput(_ bytes: [UInt8]) {
    pendingPipeInput += bytes
    flushPipe()
  }

  /// Ends standard input, when that is a pipe, after what was written.
  public func closeStandardInput() {
    closesPipeWhenWritten = true
    flushPipe()
  }

  /// Reads standard output no more, when that is a pipe: what the program writes to it then fails.
  ///
  /// Returns when nobody reads any more: another test's child between its fork and its exec still
  /// holds what was open here.
  public func closeStandardOutput() {
    let witness = outputPipe.flatMap { try? Descriptor.writer(ofPipe: $0) }
    outputPipe = nil
    witness?.waitUntilNobodyReads()
  }

  /// Changes the terminal's size; the program gets SIGWINCH.
  public func resize(rows: Int, columns: Int) {
    while readTerminal() {}
    feedTerminal()
    framesAtInput = scanner.frames
    terminal.resize(ScreenSize(rows: rows, columns: columns))
    scanned.resize()
    guard let master else { return }
    _ = cvt_resize_terminal(master.number, Int32(rows), Int32(columns))
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) {
    while readTerminal() {}
    framesAtInput = scanner.frames
    child.signal(number)
  }

  /// Lets the program run on after a stop, as a shell's `fg` and `bg` do.
  public func resume(inForeground: Bool = true) throws {
    while readTerminal() {}
    framesAtInput = scanner.frames
    try child.resume(inForeground: inForeground)
  }

  /// Closes the terminal's window: the program gets SIGHUP, and errors from the terminal.
  public func hangUp() {
    while readTerminal() {}
    feedTerminal()
    slave = nil
    master = nil
  }

  /// The terminal's settings now.
  ///
  /// Also after the end of a job; when a leader ends, the kernel resets them.
  public func terminalSettings() throws -> TerminalSettings {
    guard let slave else { throw HarnessError("the terminal was hung up") }
    return try TerminalSettings(slave)
  }

  /// How many typed bytes the program has not read yet.
  public var unreadInput: Int {
    pendingInput.count + (slave.map { Int(cvt_unread_input($0.number)) } ?? 0)
  }
}
