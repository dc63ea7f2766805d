import TerminalUI

/// What the first bytes of the input are.
struct InputUnit {
  enum Meaning: Equatable {
    /// A key, or what a key asks for.
    case event(InputEvent)
    /// A report of the mouse.
    case mouse(MouseReport)
    /// The start of a string, which is read to its end.
    case string
    /// The start of a control sequence that is too long.
    case longSequence
    /// The opening bracket of a paste.
    case paste
    /// Something without a use.
    case nothing
  }

  /// How many bytes it has.
  var length: Int
  var meaning: Meaning
}

/// Splits bytes into keys and sequences: a function of the bytes, without a state.
///
/// Source: ECMA-48 for the form of a sequence; XTerm Control Sequences for what terminals send.
struct KeyScanner {
  /// After an escape, these begin a string: DCS, SOS, OSC, PM, APC.
  static let stringIntroducers: Set<UInt8> = [0x50, 0x58, 0x5D, 0x5E, 0x5F]

  /// So many bytes at most are a sequence that may mean something.
  private static let sequenceLimit = 64

  let charset: Charset
  let suspendByte: UInt8?
  let terminfo: TerminfoKeys

  /// Whether a person may well have pressed a key that is these bytes alone.
  func maySoonBeKey(_ bytes: [UInt8]) -> Bool {
    bytes == [0x1B] || bytes == [0x1B, 0x1B] || terminfo.isStart(bytes[...])
  }

  /// The unit that the bytes begin with; nil where more are needed, and with `isFinal` never.
  func scan(_ bytes: ArraySlice<UInt8>, isFinal: Bool) -> InputUnit? {
    guard let first = bytes.first else { return InputUnit(length: 0, meaning: .nothing) }
    if !isSequence(bytes) {
      if terminfo.isStart(bytes), !isFinal { return nil }
      if let (key, length) = terminfo.longestKey(bytes) { return unit(length, key) }
    }
    switch first {
    case suspendByte: return InputUnit(length: 1, meaning: .event(.suspend))
    case 0x1B: return scanEscape(bytes, isFinal)
    case 0..<0x20, 0x7F: return unit(1, KeyTable.key(control: first))
    case 0x80...: return scanWide(bytes, isFinal)
    default: return unit(1, .character(Unicode.Scalar(first)))
    }
  }

  /// Whether the bytes have the form of a sequence, whose end can be told without a table.
  private func isSequence(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first == 0x1B else { return false }
    guard let second = bytes.dropFirst().first else { return true }
    return second == UInt8(ascii: "[") || second == UInt8(ascii: "O")
  }

  // MARK: After an escape

  private func scanEscape(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> InputUnit? {
    guard bytes.count > 1 else { return isFinal ? unit(1, .escape) : nil }
    let rest = bytes.dropFirst()
    switch rest[rest.startIndex] {
    case UInt8(ascii: "["): return scanSequence(bytes, after: 2, isFinal)
    case UInt8(ascii: "O"): return scanSingleShift(bytes, after: 2, isFinal)
    case let byte where Self.stringIntroducers.contains(byte):
      return InputUnit(length: 2, meaning: .string)
    case 0x1B: return scanTwoEscapes(bytes, isFinal)
    case 0x08, 0x7F: return unit(2, .alt("\u{7F}"))
    case 0..<0x20: return unit(1, .escape)
    case 0x80...:
      guard let wide = scanWide(rest, isFinal) else { return nil }
      guard case .event(.key(.character(let scalar))) = wide.meaning else {
        return unit(1, .escape)
      }
      return unit(wide.length + 1, .alt(scalar))
    case let byte: return unit(2, .alt(Unicode.Scalar(byte)))
    }
  }

  /// Alt and a key that is a sequence, as rxvt and PuTTY send it; else Escape, and something else.
  private func scanTwoEscapes(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> InputUnit? {
    guard bytes.count > 2 else { return isFinal ? unit(1, .escape) : nil }
    let third = bytes[bytes.startIndex + 2]
    guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return unit(1, .escape) }
    guard let inner = scan(bytes.dropFirst(), isFinal: isFinal) else { return nil }
    switch inner.meaning {
    case .event(.key(let key)):
      let length = inner.length + 1
      guard let key = KeyReport.key(key, [.alt]) else {
        return InputUnit(length: length, meaning: .nothing)
      }
      return unit(length, key)
    // A reply does not take Escape away.
    default: return unit(1, .escape)
    }
  }

  /// `CSI`, of which `count` bytes are the introducer.
  private func scanSequence(
    _ bytes: ArraySlice<UInt8>, after count: Int, _ isFinal: Bool
  ) -> InputUnit? {
    let start = bytes.startIndex + count
    let unfinished = isFinal ? InputUnit(length: bytes.count, meaning: .nothing) : nil
    guard start < bytes.endIndex else { return unfinished }
    if bytes[start] == UInt8(ascii: "M"), terminfo.key(bytes[...start]) == nil {
      // The mouse as old terminals report it: three bytes follow.
      guard bytes.count >= count + 4 else { return unfinished }
      return InputUnit(
        length: count + 4, meaning: meaning(MouseReport(old: bytes[(start + 1)...(start + 3)])))
    }
    // The Linux console's F1 to F5.
    var index = bytes[start] == UInt8(ascii: "[") ? start + 1 : start
    while index < bytes.endIndex, (0x20...0x3F).contains(bytes[index]) {
      // rxvt ends a key with Shift in a byte that ends nothing elsewhere.
      let isEnd =
        bytes[index] == UInt8(ascii: "$") && index > start
        && bytes[start..<index].allSatisfy { (0x30...0x39).contains($0) }
      if isEnd { break }
      index += 1
    }
    guard index < bytes.endIndex else {
      if bytes.count > Self.sequenceLimit {
        return InputUnit(length: bytes.count, meaning: .longSequence)
      }
      return unfinished
    }
    let length = index - bytes.startIndex + 1
    // Something else began, and what was unfinished means nothing.
    guard bytes[index] == UInt8(ascii: "$") || (0x40...0x7E).contains(bytes[index]) else {
      return InputUnit(length: length - 1, meaning: .nothing)
    }
    if let key = terminfo.key([0x1B, 0x5B] + bytes[start...index]) { return unit(length, key) }
    let sequence = ControlSequence(bytes[start..<index], final: bytes[index])
    return InputUnit(length: length, meaning: sequence.meaning)
  }

  /// `SS3`, of which `count` bytes are the introducer; old terminals put a modifier before the end.
  private func scanSingleShift(
    _ bytes: ArraySlice<UInt8>, after count: Int, _ isFinal: Bool
  ) -> InputUnit? {
    let start = bytes.startIndex + count
    guard let index = bytes[start...].firstIndex(where: { !(0x30...0x3B).contains($0) }) else {
      if bytes.count > Self.sequenceLimit {
        return InputUnit(length: bytes.count, meaning: .longSequence)
      }
      return isFinal ? InputUnit(length: bytes.count, meaning: .nothing) : nil
    }
    let length = index - bytes.startIndex + 1
    guard (0x20...0x7E).contains(bytes[index]) else {
      return InputUnit(length: length - 1, meaning: .nothing)
    }
    if let key = terminfo.key([0x1B, 0x4F] + bytes[start...index]) { return unit(length, key) }
    let numbers = ControlSequence(bytes[start..<index], final: bytes[index]).numbers
    guard let key = KeyTable.key(singleShift: bytes[index]),
      let modified = KeyReport.key(key, KeyModifiers(number: numbers.last?.first ?? 1))
    else { return InputUnit(length: length, meaning: .nothing) }
    return unit(length, modified)
  }

  // MARK: Beyond ASCII

  private func scanWide(_ bytes: ArraySlice<UInt8>, _ isFinal: Bool) -> InputUnit? {
    let first = bytes[bytes.startIndex]
    if charset == .latin1 || !(0xC2...0xF4).contains(first) {
      if let control = scanControl(first, bytes, after: 1, isFinal) { return control.unit }
      return unit(1, .character(charset == .latin1 ? Unicode.Scalar(first) : "\u{FFFD}"))
    }
    let wanted = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let whole = bytes.prefix(wanted)
    if let wrong = whole.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) {
      return unit(wrong - bytes.startIndex, .character("\u{FFFD}"))
    }
    guard whole.count == wanted else {
      return isFinal ? unit(bytes.count, .character("\u{FFFD}")) : nil
    }
    let text = String(validating: whole, as: UTF8.self)
    guard let scalar = text?.unicodeScalars.first else {
      return unit(wanted, .character("\u{FFFD}"))
    }
    if let byte = UInt8(exactly: scalar.value),
      let control = scanControl(byte, bytes, after: 2, isFinal)
    {
      return control.unit
    }
    return unit(wanted, .character(scalar))
  }

  /// A control character of the upper half, which stands for an escape and a letter; nil for others.
  private func scanControl(
    _ byte: UInt8, _ bytes: ArraySlice<UInt8>, after count: Int, _ isFinal: Bool
  ) -> (unit: InputUnit?, Void)? {
    guard (0x80...0x9F).contains(byte) else { return nil }
    switch byte - 0x40 {
    case UInt8(ascii: "["): return (scanSequence(bytes, after: count, isFinal), ())
    case UInt8(ascii: "O"): return (scanSingleShift(bytes, after: count, isFinal), ())
    case let letter where Self.stringIntroducers.contains(letter):
      return (InputUnit(length: count, meaning: .string), ())
    default:
      // In UTF-8, a stray byte is a character that went wrong.
      guard charset == .latin1 || count == 2 else { return nil }
      return (InputUnit(length: count, meaning: .nothing), ())
    }
  }

  private func unit(_ length: Int, _ key: Key) -> InputUnit {
    InputUnit(length: length, meaning: .event(.key(key)))
  }

  private func meaning(_ report: MouseReport?) -> InputUnit.Meaning {
    report.map { .mouse($0) } ?? .nothing
  }
}
