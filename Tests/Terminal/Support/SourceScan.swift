import TerminalHarness
import Testing

/// A source file of the package.
struct SourceFile {
  let name: String
  let text: String

  /// A line of code, and whether it is compiled on Linux alone.
  struct Line {
    var number: Int
    var text: String
    var isLinuxOnly: Bool
  }

  /// The lines without comments, each under the conditions that it stands in.
  var lines: [Line] {
    /// On which systems the branches of a condition are compiled.
    struct Condition {
      var isLinuxOnly: Bool
      /// Whether what was asked is another system, so that the rest is Linux's.
      var isOthersFirst: Bool
    }
    var conditions: [Condition] = []
    var lines: [Line] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let code = Self.code(line)
      let asksLinux = ["__linux__", "os(Linux)", "canImport(Glibc)"].contains { code.contains($0) }
      let asksOthers = ["__APPLE__", "canImport(Darwin)", "os(macOS)"].contains {
        code.contains($0)
      }
      if code.hasPrefix("#if") {
        conditions.append(Condition(isLinuxOnly: asksLinux, isOthersFirst: asksOthers))
      } else if code.hasPrefix("#else") || code.hasPrefix("#elif"), var last = conditions.popLast()
      {
        last.isLinuxOnly = asksLinux || (last.isOthersFirst && !asksOthers)
        conditions.append(last)
      } else if code.hasPrefix("#endif") {
        _ = conditions.popLast()
      }
      lines.append(
        Line(
          number: place + 1, text: code, isLinuxOnly: conditions.contains(where: \.isLinuxOnly)))
    }
    return lines
  }

  /// A line without the spaces before it, its comment, and what stands in quotes.
  private static func code(_ line: Substring) -> String {
    var code = ""
    var isQuoted = false
    var before: Character = " "
    for character in line.drop(while: { $0 == " " || $0 == "\t" }) {
      if character == "\"", before != "\\" { isQuoted.toggle() }
      if !isQuoted, character == "/", before == "/" {
        code.removeLast()
        break
      }
      if !isQuoted { code.append(character) }
      before = character
    }
    return code
  }

  /// The names that stand right before an opening parenthesis, with their lines.
  var calls: [(name: String, line: Line)] {
    lines.flatMap { line in
      var calls: [(String, Line)] = []
      var word = ""
      for character in line.text {
        if character == "_" || character.isASCII && (character.isLetter || character.isNumber) {
          word.append(character)
        } else {
          if character == "(", !word.isEmpty { calls.append((word, line)) }
          word = ""
        }
      }
      return calls
    }
  }

  /// What of these names stands where it is compiled on other systems as well.
  func unguarded(_ names: Set<String>) -> [String] {
    calls.filter { names.contains($0.name) && !$0.line.isLinuxOnly }
      .map { "\(name):\($0.line.number): \($0.name)" }
  }

  /// The sources below a folder of the package.
  static func all(under folder: String, _ workplace: Workplace) throws -> [SourceFile] {
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let list = try CommandRun(
      "find", ["/\(root)/\(folder)", "-name", "*.swift", "-o", "-name", "*.[ch]"],
      environment: workplace.environment())
    try #require(list.status == .exited(0), "\(list.errorText)")
    return try list.outputText.split(separator: "\n").sorted().map { path in
      let run = try CommandRun("cat", [String(path)], environment: workplace.environment())
      return SourceFile(name: String(path.dropFirst(root.utf8.count + 2)), text: run.outputText)
    }
  }
}
