import TerminalUI

/// The modifiers of a key, as terminals number them.
struct KeyModifiers: OptionSet, Hashable {
  let rawValue: Int

  static let shift = KeyModifiers(rawValue: 1)
  static let alt = KeyModifiers(rawValue: 2)
  static let control = KeyModifiers(rawValue: 4)
  /// Super, Hyper and Meta, which nothing here is bound to.
  static let foreign = KeyModifiers(rawValue: 8 | 16 | 32)

  init(rawValue: Int) { self.rawValue = rawValue }

  /// The modifiers of a parameter, which is one more than their sum; locks do not count.
  init(number: Int) { self.init(rawValue: max(0, number &- 1) & 63) }
}

/// Keys with modifiers, and keys that are reported by a code point.
///
/// Source: XTerm Control Sequences, "modifyOtherKeys", and the kitty keyboard protocol. Neither is
/// asked for: a program before may have left it on.
enum KeyReport {
  /// The key that a key with a name is with modifiers; nil where it has no use.
  ///
  /// Control or Alt and an arrow move by words, as in a shell; Shift alone changes nothing.
  static func key(_ key: Key, _ modifiers: KeyModifiers) -> Key? {
    guard modifiers.isDisjoint(with: .foreign) else { return nil }
    let isPlain = modifiers.isDisjoint(with: [.control, .alt])
    switch key {
    case .left: return isPlain ? .left : .controlLeft
    case .right: return isPlain ? .right : .controlRight
    case .delete: return isPlain ? .delete : .alt("d")
    case .backspace: return isPlain ? .backspace : .alt("\u{7F}")
    case .tab where isPlain: return modifiers.contains(.shift) ? .backTab : .tab
    case .enter: return modifiers.contains(.alt) ? nil : .enter
    case .character(let scalar) where modifiers == .alt: return .alt(scalar)
    default: return isPlain ? key : nil
    }
  }

  /// What the key of a code point asks for; nil where it has no use.
  ///
  /// `shifted` is the character that it makes with Shift, 0 where that is not said.
  static func event(code: Int, shifted: Int, modifiers: KeyModifiers) -> InputEvent? {
    if let named = KeyTable.key(code: code) { return key(named, modifiers).map { .key($0) } }
    guard modifiers.isDisjoint(with: .foreign), var scalar = printable(code) else { return nil }
    // No control character came that the terminal's driver could make a signal of.
    if modifiers == .control, scalar == "c" { return .interrupt }
    if modifiers == .control, scalar == "z" { return .suspend }
    if modifiers.contains(.control) { return control(scalar, modifiers).map { .key($0) } }
    if modifiers.contains(.shift) {
      scalar = printable(shifted) ?? upperCase(scalar) ?? scalar
    }
    return .key(modifiers.contains(.alt) ? .alt(scalar) : .character(scalar))
  }

  /// Control and a character is what its control character is elsewhere.
  private static func control(_ scalar: Unicode.Scalar, _ modifiers: KeyModifiers) -> Key? {
    guard !modifiers.contains(.alt) else { return nil }
    let isShifted = modifiers.contains(.shift)
    switch scalar {
    case "a"..."z":
      // Terminals keep Control, Shift and a letter for themselves.
      return isShifted ? nil : KeyTable.key(control: UInt8(scalar.value) & 0x1F)
    case " ", "2", "@": return .control("@")
    case "/", "_", "7": return .control("_")
    case "-": return isShifted ? .control("_") : nil
    case "[", "3": return .escape
    case "\\", "]", "^": return .control(scalar)
    case "4": return .control("\\")
    case "5": return .control("]")
    case "6": return .control("^")
    case "?", "8": return .backspace
    default: return nil
    }
  }

  private static func printable(_ code: Int) -> Unicode.Scalar? {
    guard code >= 0x20, !(0x7F...0x9F).contains(code),
      // Private use is for keys that have no character.
      !(0xE000...0xF8FF).contains(code)
    else { return nil }
    return UInt32(exactly: code).flatMap { Unicode.Scalar($0) }
  }

  private static func upperCase(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let upper = scalar.properties.uppercaseMapping.unicodeScalars
    return upper.count == 1 ? upper.first : nil
  }
}
