import TerminalUI

/// Reads a string of the terminal's (OSC, DCS, APC, PM or SOS) to its end and keeps nothing of it.
///
/// Source: ECMA-48, 5.6, and XTerm Control Sequences: it ends with ST, or with BEL; CAN, SUB and any
/// other escape sequence cut it off.
struct StringSkipper {
  enum Progress: Equatable {
    case goesOn
    case ended
    /// Something else began instead of an end, with these bytes.
    case wasCutOff([UInt8])
  }

  private var previous: UInt8 = 0

  mutating func take(_ byte: UInt8, _ charset: Charset) -> Progress {
    defer { previous = byte }
    if previous == 0x1B {
      // Two escapes: the second may still begin the end.
      if byte == 0x1B { return .goesOn }
      return byte == UInt8(ascii: "\\") ? .ended : .wasCutOff([0x1B, byte])
    }
    switch byte {
    case 0x07, 0x18, 0x1A: return .ended
    // ST as one character: in UTF-8 the byte alone may be the middle of another one.
    case 0x9C where charset == .latin1 || previous == 0xC2: return .ended
    default: return .goesOn
    }
  }
}
