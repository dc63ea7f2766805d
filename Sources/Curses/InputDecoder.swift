import CCurses
import TerminalUI

/// Turns the bytes and keys that ncurses gives into events; keeps what is unfinished between calls.
///
/// ncurses knows the terminal's own sequences. What it does not know comes as single bytes, and is
/// put together here: otherwise the rest of an unknown sequence would be taken for commands.
struct InputDecoder {
  private enum State {
    case ground
    /// After an escape.
    case escape
    /// After `ESC [`, with what came since.
    case sequence([UInt8])
    /// After `ESC O`.
    case singleShift
    /// After `ESC [ M`: three bytes of an old mouse report.
    case mouse([UInt8])
    /// Inside a character of several bytes.
    case character([UInt8], isAlt: Bool)
  }

  private static let sequenceLimit = 64

  private let charset: Charset
  /// The byte that asks for a stop, if one does.
  private let suspendByte: UInt8?
  private var state = State.ground
  private var paste: PasteCollector?
  private var pasteIsInterrupted = false

  init(charset: Charset, suspendByte: UInt8? = nil) {
    self.charset = charset
    self.suspendByte = suspendByte
  }

  /// Whether bytes are to be given to `takePasted`.
  var isPasting: Bool { paste != nil }

  /// How many bytes of a paste may be read at once.
  var pasteBytesWanted: Int { paste?.wanted ?? 0 }

  /// How many milliseconds the rest of what is unfinished may take; nil if nothing is.
  var timeout: Int32? {
    switch state {
    case .ground, .escape: nil
    // Alt-[ and Alt-O, perhaps.
    case .sequence([]), .singleShift: 25
    // No person types that: a slow line.
    case .sequence, .mouse, .character: 500
    }
  }

  /// Takes what `keywright_read_key` gave.
  mutating func take(_ code: Int32, into events: inout [InputEvent]) {
    if let byte = UInt8(exactly: code) {
      take(byte, into: &events)
    } else if case .escape = state, KeyTable.key(code: code) == .backspace {
      // ncurses knows the byte as a key of the terminal's.
      state = .ground
      events.append(.key(.alt("\u{7F}")))
    } else {
      expire(into: &events)
      if let key = KeyTable.key(code: code) { events.append(.key(key)) }
    }
  }

  /// There is nothing more for now: ncurses has waited for the rest of an escape sequence.
  mutating func pause(into events: inout [InputEvent]) {
    if case .escape = state { expire(into: &events) }
  }

  /// The rest did not come in time.
  mutating func expire(into events: inout [InputEvent]) {
    switch state {
    case .ground, .mouse: break
    case .escape: events.append(.key(.escape))
    case .sequence([]): events.append(.key(.alt("[")))
    case .sequence: break
    case .singleShift: events.append(.key(.alt("O")))
    case .character: events.append(.key(.character("\u{FFFD}")))
    }
    state = .ground
  }

  /// Control-C was typed: the system has dropped what was typed before.
  ///
  /// The rest of a paste may still come, and must not become commands, so one Control-C only drops
  /// its text. A second one ends it, should its closing bracket be among what was dropped.
  mutating func interrupt() {
    state = .ground
    if pasteIsInterrupted { paste = nil }
    paste?.discard()
    pasteIsInterrupted = paste != nil
  }

  /// Takes a byte of a paste.
  mutating func takePasted(_ byte: UInt8, into events: inout [InputEvent]) {
    guard let bytes = paste?.take(byte) else { return }
    paste = nil
    if pasteIsInterrupted {
      pasteIsInterrupted = false
    } else if charset == .latin1 {
      events.append(.paste(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))))
    } else {
      events.append(.paste(String(decoding: bytes, as: UTF8.self)))
    }
  }

  private mutating func take(_ byte: UInt8, into events: inout [InputEvent]) {
    switch state {
    case .ground: begin(byte, isAlt: false, into: &events)
    case .escape: takeEscaped(byte, into: &events)
    case .sequence(let bytes): takeSequence(byte, after: bytes, into: &events)
    case .singleShift:
      state = .ground
      if let key = KeyTable.key(singleShift: byte) { events.append(.key(key)) }
    case .mouse(let bytes):
      state = bytes.count < 2 ? .mouse(bytes + [byte]) : .ground
      if bytes.count == 2 { append(MouseReport.decode(old: bytes + [byte]), to: &events) }
    case .character(let bytes, let isAlt):
      takeCharacter(byte, after: bytes, isAlt: isAlt, into: &events)
    }
  }

  /// Takes the first byte of a key.
  private mutating func begin(_ byte: UInt8, isAlt: Bool, into events: inout [InputEvent]) {
    state = .ground
    switch byte {
    case suspendByte:
      events.append(.suspend)
    case 0x1B:
      if isAlt { events.append(.key(.escape)) }
      state = .escape
    case 0x7F where isAlt, 0x08 where isAlt:
      events.append(.key(.alt("\u{7F}")))
    case 0..<0x20, 0x7F:
      if isAlt { events.append(.key(.escape)) }
      events.append(.key(KeyTable.key(control: byte)))
    case 0x80... where charset != .latin1:
      let isLead = (0xC2...0xF4).contains(byte)
      if isLead {
        state = .character([byte], isAlt: isAlt)
      } else {
        events.append(.key(.character("\u{FFFD}")))
      }
    default:
      let scalar = Unicode.Scalar(byte)
      events.append(.key(isAlt ? .alt(scalar) : .character(scalar)))
    }
  }

  private mutating func takeEscaped(_ byte: UInt8, into events: inout [InputEvent]) {
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .singleShift
    default: begin(byte, isAlt: true, into: &events)
    }
  }

  private mutating func takeCharacter(
    _ byte: UInt8, after bytes: [UInt8], isAlt: Bool, into events: inout [InputEvent]
  ) {
    guard byte & 0xC0 == 0x80 else {
      expire(into: &events)
      begin(byte, isAlt: false, into: &events)
      return
    }
    let all = bytes + [byte]
    let count = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard all.count == count else {
      state = .character(all, isAlt: isAlt)
      return
    }
    state = .ground
    let text = String(validating: all, as: UTF8.self)
    let scalar = text?.unicodeScalars.first ?? "\u{FFFD}"
    events.append(.key(isAlt ? .alt(scalar) : .character(scalar)))
  }

  private mutating func takeSequence(
    _ byte: UInt8, after bytes: [UInt8], into events: inout [InputEvent]
  ) {
    switch byte {
    case 0x20...0x3F:
      // What is too long means nothing, but is read to its end.
      if bytes.count < Self.sequenceLimit { state = .sequence(bytes + [byte]) }
    case UInt8(ascii: "M") where bytes.isEmpty:
      state = .mouse([])
    case 0x40...0x7E:
      state = .ground
      finish(bytes, final: byte, into: &events)
    default:
      begin(byte, isAlt: false, into: &events)
    }
  }

  private mutating func finish(
    _ bytes: [UInt8], final: UInt8, into events: inout [InputEvent]
  ) {
    let parameters = String(decoding: bytes, as: UTF8.self)
    if parameters == "200", final == UInt8(ascii: "~") {
      paste = PasteCollector()
      pasteIsInterrupted = false
    } else if parameters.first == "<" {
      append(MouseReport.decode(parameters.dropFirst(), final: final), to: &events)
    } else if let key = KeyTable.key(sequence: parameters, final: final) {
      events.append(.key(key))
    }
  }

  private func append(_ event: MouseEvent?, to events: inout [InputEvent]) {
    if let event { events.append(.mouse(event)) }
  }
}
