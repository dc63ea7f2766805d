import TerminalUI

/// Collects the text of a paste, byte by byte, up to its closing bracket.
///
/// Escape sequences in it are no text: replies of the terminal that came in between, or colors that
/// were copied along. They are dropped whole.
struct PasteCollector {
  /// What is kept of one paste, in bytes; the rest is read and dropped.
  static let capacity = 1 << 20

  private enum Place {
    case text
    case escape
    /// In a control sequence, with the first of its bytes.
    case sequence([UInt8])
    case string(StringSkipper)
  }

  /// As many parameter bytes as tell the closing bracket.
  private static let end = Array("201".utf8)

  /// The text so far.
  private(set) var bytes: [UInt8] = []
  private var place = Place.text
  private var followsReturn = false

  /// Takes a byte; says whether the closing bracket is complete.
  mutating func take(_ byte: UInt8, _ charset: Charset) -> Bool {
    switch place {
    case .text:
      if byte == 0x1B { place = .escape } else { keep(byte) }
    case .escape: takeEscaped(byte)
    case .sequence(let parameters):
      switch byte {
      case 0x20...0x3F:
        if parameters.count <= Self.end.count { place = .sequence(parameters + [byte]) }
      case 0x1B: place = .escape
      case 0x40...0x7E:
        place = .text
        return byte == UInt8(ascii: "~") && parameters == Self.end
      default:
        place = .text
        keep(byte)
      }
    case .string(var skipper):
      switch skipper.take(byte, charset) {
      case .goesOn: place = .string(skipper)
      case .ended: place = .text
      case .wasCutOff: takeEscaped(byte)
      }
    }
    return false
  }

  /// Forgets the text, not the place in the closing bracket.
  mutating func discard() { bytes.removeAll() }

  private mutating func takeEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): place = .sequence([])
    case let byte where KeyScanner.stringIntroducers.contains(byte):
      place = .string(StringSkipper())
    case 0x1B: keep(0x1B)
    default:
      place = .text
      keep(0x1B)
      keep(byte)
    }
  }

  private mutating func keep(_ byte: UInt8) {
    // Terminals send the Return key for each line's end.
    let isSecondHalf = byte == 0x0A && followsReturn
    followsReturn = byte == 0x0D
    guard !isSecondHalf, bytes.count < Self.capacity else { return }
    bytes.append(byte == 0x0D ? 0x0A : byte)
  }
}
