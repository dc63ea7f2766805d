/// A text as a word of a shell's command line.
package enum ShellWord {
  /// The word in quotes, which no shell reads anything into.
  static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: #"'\''"#) + "'"
  }

  /// The word as a person would write it: in quotes only where it needs them.
  package static func shown(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x2B...0x3A).contains(byte) || (0x40...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: "_")
    }
    return isPlain && !text.isEmpty ? text : quoted(text)
  }
}
