/// A line for people that may end up in the log of a build.
///
/// Build servers read commands out of what a step prints, on standard error too: GitHub's runner in
/// a line that starts with `::` behind any white space, or holds `##[` anywhere
/// (actions/runner, `ActionCommand.cs`); Azure's agent and TeamCity take `##vso[` and `##teamcity[`.
package enum LogLine {
  /// The line with a space in all that could be such a command.
  package static func inert(_ line: String) -> String {
    guard mayHoldCommand(line) else { return line }
    let scalars = line.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.startIndex
    guard scalars[start...].starts(with: "::".unicodeScalars) else { return inertWithin(line) }
    return String(scalars[..<start]) + ": " + inertWithin(String(scalars[start...].dropFirst()))
  }

  /// A text that does not start its line, with a space in all that could be such a command there.
  package static func inertWithin(_ text: String) -> String {
    guard mayHoldCommand(text) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      result.append(scalar)
      if scalar == "#", startsCommand(rest) { result.append(" ") }
    }
    return String(result)
  }

  /// Whether `::` or `##` stands anywhere: nearly every line is printed as it is.
  private static func mayHoldCommand(_ line: String) -> Bool {
    func holds(_ bytes: some Sequence<UInt8>) -> Bool {
      // Without a way out in between many bytes are looked at in one step.
      var (previous, found): (UInt8, UInt8) = (0, 0)
      for byte in bytes {
        let isSign: UInt8 = byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") ? 1 : 0
        found |= byte == previous ? isSign : 0
        previous = byte
      }
      return found != 0
    }
    return line.utf8.withContiguousStorageIfAvailable { holds($0) } ?? holds(line.utf8)
  }

  /// Whether a command starts at a `#`, by what follows it: `#`, letters, and a bracket; no server's
  /// word for itself is longer.
  ///
  /// Data has no room for a space: where its form has escapes, one stands for such a sign.
  static func startsCommand(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard rest.first == "#" else { return false }
    let word = rest.dropFirst().prefix(32).drop {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
    return word.first == "["
  }
}
