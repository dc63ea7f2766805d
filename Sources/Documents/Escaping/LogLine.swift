/// A line for people that may end up in the log of a build.
///
/// Build servers read commands out of what a step prints, on standard error too: GitHub's runner in
/// a line that starts with `::` behind any white space, or holds `##[` anywhere
/// (actions/runner, `ActionCommand.cs`); Azure's agent and TeamCity take `##vso[` and `##teamcity[`.
package enum LogLine {
  /// The line with a space in all that could be such a command.
  package static func inert(_ line: String) -> String {
    guard mayHoldCommand(line) else { return line }
    var result = String.UnicodeScalarView()
    let scalars = line.unicodeScalars
    var index = scalars.startIndex
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? index
    if scalars[start...].starts(with: "::".unicodeScalars) {
      result.append(contentsOf: scalars[..<start])
      result.append(contentsOf: ": ".unicodeScalars)
      index = scalars.index(after: start)
    }
    while index < scalars.endIndex {
      result.append(scalars[index])
      let next = scalars.index(after: index)
      if scalars[index] == "#", startsCommand(scalars[next...]) { result.append(" ") }
      index = next
    }
    return String(result)
  }

  /// Whether `::` or `##` stands anywhere: nearly every line is printed as it is.
  private static func mayHoldCommand(_ line: String) -> Bool {
    func holds(_ bytes: some Sequence<UInt8>) -> Bool {
      var previous: UInt8 = 0
      for byte in bytes {
        if byte == previous, byte == UInt8(ascii: ":") || byte == UInt8(ascii: "#") { return true }
        previous = byte
      }
      return false
    }
    return line.utf8.withContiguousStorageIfAvailable { holds($0) } ?? holds(line.utf8)
  }

  /// `#`, letters, and a bracket; no server's word for itself is longer.
  private static func startsCommand(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard rest.first == "#" else { return false }
    let word = rest.dropFirst().prefix(32).drop {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0)
    }
    return word.first == "["
  }
}
