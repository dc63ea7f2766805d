/// A text as a word of a POSIX shell's command line.
///
/// Scalar by scalar: a quote with a combining mark behind it is one character to a reader, but a
/// quote to the shell.
package enum ShellWord {
  /// The word in quotes, which no shell reads anything into.
  ///
  /// No word can hold U+0000; U+FFFD stands for it.
  package static func quoted(_ text: String) -> String {
    var word = "'"
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      // The quotes end and start again: no log of a build finds a command in a script.
      case "#" where LogLine.startsCommand(rest): word += "#''"
      case "'": word += #"'\''"#
      case "\0": word += "\u{FFFD}"
      default: word.unicodeScalars.append(scalar)
      }
    }
    return word + "'"
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
