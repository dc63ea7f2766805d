import CCurses

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension CursesSession {
  /// Hands bytes to the terminal for its clipboard; false where it is not known to have one.
  ///
  /// By OSC 52 (XTerm Control Sequences, "Manipulate Selection Data"). tmux takes it for itself only
  /// with `set-clipboard on`, so it is also asked to pass it through; screen passes it in pieces.
  /// A terminal that refuses says nothing.
  public func copy(_ bytes: [UInt8]) -> Bool {
    let isInside = Multiplexer(tmux: getenv("TMUX") != nil, term: Self.term)
    let sequence = Clipboard.sequence(bytes, inside: isInside)
    return isActive && keywright_send_sequence(sequence, Int32(clamping: sequence.count))
  }

  /// Whether the mouse costs the Escape key: GNU screen holds a lone Escape back, without an end,
  /// while the mouse is reported, because a report begins with it.
  ///
  /// Inside tmux TERM may be `screen` too, but tmux says that it is there.
  public static var losesEscapeToTheMouse: Bool {
    term.hasPrefix("screen") && (getenv("STY") != nil || getenv("TMUX") == nil)
  }

  private static var term: String { getenv("TERM").map { String(cString: $0) } ?? "" }
}

/// What stands between the program and the terminal.
enum Multiplexer: Hashable, Sendable {
  case none
  case tmux
  case screen

  init(tmux: Bool, term: String) {
    self = tmux ? .tmux : term.hasPrefix("screen") ? .screen : .none
  }
}

/// The bytes that put something on the clipboard.
enum Clipboard {
  /// What screen passes through at once; older ones keep 256 bytes of a string.
  private static let pieceLength = 240

  static func sequence(_ bytes: [UInt8], inside multiplexer: Multiplexer) -> [UInt8] {
    let plain = Array("\u{1B}]52;c;".utf8) + Base64.encode(bytes) + [0x07]
    switch multiplexer {
    case .none: return plain
    case .tmux:
      // Inside, each escape is doubled.
      let inner = plain.flatMap { $0 == 0x1B ? [0x1B, 0x1B] : [$0] }
      return plain + Array("\u{1B}Ptmux;".utf8) + inner + Array("\u{1B}\\".utf8)
    case .screen:
      var result: [UInt8] = []
      for start in stride(from: 0, to: plain.count, by: pieceLength) {
        result += Array("\u{1B}P".utf8)
        result += plain[start..<min(start + pieceLength, plain.count)]
        result += Array("\u{1B}\\".utf8)
      }
      return result
    }
  }
}

/// Base64 by RFC 4648, with padding.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - group.count)
      for place in 0..<4 {
        let isPadding = place > group.count
        result.append(isPadding ? 0x3D : alphabet[bits >> (18 - 6 * place) & 63])
      }
    }
    return result
  }
}
