import TerminalUI

/// Turns the bytes of a terminal into events; keeps what is unfinished between reads.
///
/// A value without a clock: the result depends on the bytes alone, however they were split, on
/// `expire`, which says that nothing came for `timeout`, and, until the terminal has shown that it
/// knows bracketed paste, on how many came at once (`TypingBurst`). A terminal sends more than keys: replies to
/// what a program before has asked, reports, pastes. All of that is read to its end, and what is no
/// key does nothing.
struct InputDecoder {
  private enum Mode {
    case keys
    /// In a string of the terminal's (OSC, DCS, APC, PM, SOS), which means nothing here.
    case string(StringSkipper)
    /// In a control sequence that is too long to mean anything.
    case longSequence
    case paste(PasteCollector, isBracketed: Bool)
  }

  /// How long the rest of a sequence may take, in milliseconds: no person types that, a slow line
  /// may tear it apart.
  private static let patience: Int32 = 500

  private let charset: Charset
  /// The byte that asks for a stop, if one does.
  private let suspendByte: UInt8?
  /// How long a lone escape may be the start of a sequence, in milliseconds.
  private let escapeDelay: Int32
  private let scanner: KeyScanner
  private var mode = Mode.keys
  /// The start of a key or sequence.
  private var pending: [UInt8] = []
  /// Whether the last thing was an Escape that nothing followed in time.
  private var followsLoneEscape = false
  private var pasteIsInterrupted = false
  /// Whether the mouse's button is down.
  private var isPressed = false
  /// Whether the terminal is known to put brackets around pastes, because one had them.
  private(set) var hasBrackets = false

  init(
    charset: Charset, suspendByte: UInt8? = nil, escapeDelay: Int = 25,
    terminfo: TerminfoKeys = TerminfoKeys([])
  ) {
    self.charset = charset
    self.suspendByte = suspendByte
    self.escapeDelay = Int32(clamping: escapeDelay)
    scanner = KeyScanner(charset: charset, suspendByte: suspendByte, terminfo: terminfo)
  }

  /// How many milliseconds the rest of what is unfinished may take; nil if nothing is.
  var timeout: Int32? {
    switch mode {
    case .string, .longSequence: Self.patience
    case .paste(_, let isBracketed): isBracketed ? nil : TypingBurst.pause
    case .keys where pending.isEmpty: nil
    case .keys: scanner.maySoonBeKey(pending) ? escapeDelay : max(Self.patience, escapeDelay)
    }
  }

  /// Whether something has begun that is not over.
  var isUnfinished: Bool {
    if case .keys = mode { !pending.isEmpty } else { true }
  }

  /// Takes what one read gave.
  mutating func take(_ bytes: [UInt8], into events: inout [InputEvent]) {
    if followsLoneEscape, pending.isEmpty, TornReply.isRest(bytes) { pending = [0x1B] }
    followsLoneEscape = false
    var rest = bytes[...]
    // Where the next run of characters may begin that no hand types.
    var isRunStart = true
    while let byte = rest.first {
      if case .keys = mode, pending.isEmpty, isRunStart, byte != 0x1B {
        // A terminal with brackets says what is a paste: the rest is typed, however fast.
        if !hasBrackets, TypingBurst.begins(rest) {
          mode = .paste(PasteCollector(), isBracketed: false)
        }
        isRunStart = false
      } else if byte == 0x1B {
        isRunStart = true
      }
      rest.removeFirst()
      take(byte, into: &events)
    }
  }

  /// The rest did not come in time.
  mutating func expire(into events: inout [InputEvent]) {
    switch mode {
    case .keys:
      followsLoneEscape = pending == [0x1B]
      resolve(isFinal: true, into: &events)
    case .string, .longSequence: mode = .keys
    case .paste(let paste, isBracketed: false):
      mode = .keys
      finish(paste, into: &events)
    case .paste: break
    }
  }

  /// Another terminal may be there from now on, as after a reattachment: what was known of this one
  /// is not known of that.
  mutating func forgetTerminal() { hasBrackets = false }

  /// Control-C was typed: the system has dropped what was typed before.
  ///
  /// The rest of a paste may still come, and must not become commands, so one Control-C only drops
  /// its text. A second one ends it, should its closing bracket be among what was dropped.
  mutating func interrupt() {
    pending = []
    if case .paste(var paste, isBracketed: true) = mode, !pasteIsInterrupted {
      paste.discard()
      pasteIsInterrupted = true
      mode = .paste(paste, isBracketed: true)
    } else {
      pasteIsInterrupted = false
      mode = .keys
    }
  }

  private mutating func take(_ byte: UInt8, into events: inout [InputEvent]) {
    switch mode {
    case .keys:
      pending.append(byte)
      resolve(isFinal: false, into: &events)
    case .string(var skipper):
      switch skipper.take(byte, charset) {
      case .goesOn: mode = .string(skipper)
      case .ended: mode = .keys
      case .wasCutOff(let start):
        mode = .keys
        for byte in start { take(byte, into: &events) }
      }
    case .longSequence:
      if !(0x20...0x3F).contains(byte) { mode = .keys }
      // A control character begins something else.
      if byte < 0x20 { take(byte, into: &events) }
    case .paste(var paste, let isBracketed):
      // The only copy, so that a byte more is not a copy of all.
      mode = .keys
      let isEnd = paste.take(byte, charset)
      mode = isEnd && isBracketed ? .keys : .paste(paste, isBracketed: isBracketed)
      if isEnd && isBracketed { finish(paste, into: &events) }
    }
  }

  /// Takes the whole units off the front of what is pending.
  private mutating func resolve(isFinal: Bool, into events: inout [InputEvent]) {
    while !pending.isEmpty {
      guard let unit = scanner.scan(pending[...], isFinal: isFinal) else { return }
      let rest = Array(pending.dropFirst(unit.length))
      pending = []
      act(on: unit.meaning, into: &events)
      guard case .keys = mode else {
        for byte in rest { take(byte, into: &events) }
        return
      }
      pending = rest
    }
  }

  private mutating func act(on meaning: InputUnit.Meaning, into events: inout [InputEvent]) {
    switch meaning {
    case .event(let event):
      // Nobody drags and types at once: a release that never came is not waited for.
      isPressed = false
      events.append(event)
    case .mouse(let report):
      if let event = report.event(whilePressed: &isPressed) { events.append(.mouse(event)) }
    case .string: mode = .string(StringSkipper())
    case .longSequence: mode = .longSequence
    case .paste:
      mode = .paste(PasteCollector(), isBracketed: true)
      pasteIsInterrupted = false
      hasBrackets = true
    case .nothing: break
    }
  }

  private mutating func finish(_ paste: PasteCollector, into events: inout [InputEvent]) {
    if pasteIsInterrupted {
      pasteIsInterrupted = false
    } else if charset == .latin1 {
      events.append(
        .paste(String(String.UnicodeScalarView(paste.bytes.map { Unicode.Scalar($0) }))))
    } else {
      events.append(.paste(String(decoding: paste.bytes, as: UTF8.self)))
    }
  }
}
