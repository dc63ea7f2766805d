import CCurses
import TerminalUI

/// Which key is meant by a code, a control character, or a sequence that ncurses does not know.
enum KeyTable {
  /// The key of a code from `keywright_read_key` that is not a byte; nil for those without a use.
  static func key(code: Int32) -> Key? {
    switch keywright_key(rawValue: code) {
    case KEYWRIGHT_KEY_UP: return .up
    case KEYWRIGHT_KEY_DOWN: return .down
    case KEYWRIGHT_KEY_LEFT: return .left
    case KEYWRIGHT_KEY_RIGHT: return .right
    case KEYWRIGHT_KEY_HOME: return .home
    case KEYWRIGHT_KEY_END: return .end
    case KEYWRIGHT_KEY_PAGE_UP: return .pageUp
    case KEYWRIGHT_KEY_PAGE_DOWN: return .pageDown
    case KEYWRIGHT_KEY_INSERT: return .insert
    case KEYWRIGHT_KEY_DELETE: return .delete
    case KEYWRIGHT_KEY_BACKSPACE: return .backspace
    case KEYWRIGHT_KEY_BACK_TAB: return .backTab
    case KEYWRIGHT_KEY_ENTER: return .enter
    case KEYWRIGHT_KEY_WORD_LEFT: return .controlLeft
    case KEYWRIGHT_KEY_WORD_RIGHT: return .controlRight
    case KEYWRIGHT_KEY_DELETE_WORD: return .alt("d")
    default:
      let function = code - KEYWRIGHT_KEY_FUNCTION.rawValue
      return function > 0 ? .function(UInt8(clamping: function)) : nil
    }
  }

  /// The key of a control character other than escape.
  static func key(control byte: UInt8) -> Key {
    switch byte {
    case 8, 0x7F: .backspace
    case 9: .tab
    case 10, 13: .enter
    // Lower-case letters for 1 to 26; `@[\]^_` for the rest.
    case 1...26: .control(Unicode.Scalar(byte | 0x60))
    default: .control(Unicode.Scalar(byte | 0x40))
    }
  }

  /// The key of `ESC O` and a final byte: arrows, F1 to F4, and the keypad in application mode.
  static func key(singleShift final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "c"): .controlRight
    case UInt8(ascii: "d"): .controlLeft
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(final - UInt8(ascii: "P") + 1)
    // The keypad's `*` to `9` are sent as `j` to `y`.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Unicode.Scalar(final - 0x40))
    default: nil
    }
  }

  /// The key of `CSI parameters final`, as a terminal sends it that TERM misnames, or with a
  /// modifier; nil for the rest.
  ///
  /// xterm sends `1;5` for Control and `1;3` for Alt before an arrow's letter, rxvt a small letter
  /// after `ESC O`: both move by words here, as in a shell.
  static func key(sequence parameters: String, final: UInt8) -> Key? {
    switch (parameters, final) {
    case ("", UInt8(ascii: "A")...UInt8(ascii: "D")), ("", UInt8(ascii: "H")),
      ("", UInt8(ascii: "F")):
      return key(singleShift: final)
    case ("", UInt8(ascii: "Z")): return .backTab
    case ("1;5", UInt8(ascii: "D")), ("1;3", UInt8(ascii: "D")), ("5", UInt8(ascii: "D")):
      return .controlLeft
    case ("1;5", UInt8(ascii: "C")), ("1;3", UInt8(ascii: "C")), ("5", UInt8(ascii: "C")):
      return .controlRight
    // Control and Delete cuts a word; Shift with any of them is the key alone.
    case ("3;5", UInt8(ascii: "~")), ("3;3", UInt8(ascii: "~")): return .alt("d")
    case ("1;2", UInt8(ascii: "A")...UInt8(ascii: "D")), ("1;2", UInt8(ascii: "H")),
      ("1;2", UInt8(ascii: "F")):
      return key(singleShift: final)
    case (_, UInt8(ascii: "~")): return key(number: Int(parameters) ?? 0)
    default: return nil
    }
  }

  /// The key of `CSI number ~`.
  private static func key(number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(UInt8(number - 10))
    case 17...21: .function(UInt8(number - 11))
    case 23...24: .function(UInt8(number - 12))
    default: nil
    }
  }
}
