import TerminalUI

/// Which key is meant by a control character or the end of a sequence.
enum KeyTable {
  /// The key of a control character other than escape.
  static func key(control byte: UInt8) -> Key {
    switch byte {
    case 8, 0x7F: .backspace
    case 9: .tab
    case 10, 13: .enter
    case 0x1B: .escape
    // Lower-case letters for 1 to 26; `@[\]^_` for the rest.
    case 1...26: .control(Unicode.Scalar(byte | 0x60))
    default: .control(Unicode.Scalar(byte | 0x40))
    }
  }

  /// The key of `CSI` and a final letter, with or without modifiers; nil for the rest.
  static func key(cursor final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    // Not R, which is also the end of the cursor's place.
    case UInt8(ascii: "P"), UInt8(ascii: "Q"), UInt8(ascii: "S"):
      .function(final - UInt8(ascii: "P") + 1)
    default: nil
    }
  }

  /// The key of `ESC O` and a final byte: arrows, F1 to F4, and the keypad in application mode.
  static func key(singleShift final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "I"): .tab
    case UInt8(ascii: "R"): .function(3)
    // rxvt's arrows with Control.
    case UInt8(ascii: "c"): .controlRight
    case UInt8(ascii: "d"): .controlLeft
    case UInt8(ascii: "X"): .character("=")
    case UInt8(ascii: " "): .space
    // The keypad's `*` to `9` are sent as `j` to `y`.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Unicode.Scalar(final - 0x40))
    default: key(cursor: final)
    }
  }

  /// The key of `CSI number ~`.
  static func key(number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(UInt8(number - 10))
    case 17...21: .function(UInt8(number - 11))
    case 23...26: .function(UInt8(number - 12))
    default: nil
    }
  }

  /// The key of a code point in `CSI code u` that is no character: those of ASCII, and the keypad
  /// and further function keys as the kitty protocol numbers them.
  static func key(code: Int) -> Key? {
    switch code {
    case 8, 127: .backspace
    case 9: .tab
    case 13, 57_414: .enter
    case 27: .escape
    case 57_376...57_398: .function(UInt8(code - 57_376 + 13))
    case 57_399...57_408: .character(Unicode.Scalar(UInt8(0x30 + code - 57_399)))
    case 57_409: .character(".")
    case 57_410: .character("/")
    case 57_411: .character("*")
    case 57_412: .character("-")
    case 57_413: .character("+")
    case 57_415: .character("=")
    case 57_416: .character(",")
    case 57_417: .left
    case 57_418: .right
    case 57_419: .up
    case 57_420: .down
    case 57_421: .pageUp
    case 57_422: .pageDown
    case 57_423: .home
    case 57_424: .end
    case 57_425: .insert
    case 57_426: .delete
    default: nil
    }
  }
}
