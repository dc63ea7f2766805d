/// Texts from outside in Markdown that others will read, such as a comment on a pull request.
///
/// A code span is the one place where GitHub and GitLab make nothing of `@names`, `#numbers`, bare
/// addresses and HTML; a backslash before them is not enough.
package enum MarkdownText {
  /// A code span on one line, whatever the text is.
  ///
  /// A control character becomes its picture (U+2400 and on), because a span has one line.
  package static func code(_ text: String) -> String {
    let text = onOneLine(LogLine.inertWithin(text))
    let scalars = text.unicodeScalars
    var (longest, run) = (0, 0)
    for scalar in scalars {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    // A span cannot be empty, its own quotes must not touch those of the text, and it loses a space
    // at both ends where it has one at both.
    let (first, last) = (scalars.first, scalars.last)
    let isPadded = first == " " && last == " " && scalars.contains { $0 != " " }
    guard let first, let last else { return "` `" }
    let needsSpace = first == "`" || last == "`" || isPadded
    let space = needsSpace ? " " : ""
    return fence + space + text + space + fence
  }

  /// A code span in a cell of a table, where a bar ends the cell even within a span.
  package static func cell(_ text: String) -> String {
    var result = ""
    for scalar in code(text).unicodeScalars {
      if scalar == "|" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// Plain words as they are; a code span for any text with a sign that might be markup.
  package static func prose(_ text: String) -> String { isPlain(text) ? text : code(text) }

  /// A text on one line with a backslash before whatever CommonMark could take for markup.
  ///
  /// For pages that no platform adds markup of its own to; elsewhere use `prose`.
  package static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in onOneLine(text).unicodeScalars {
      if #"\`*_<>[]&|~"#.unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return withPlainStart(result)
  }

  /// An escaped line that starts no heading, list, rule or block of code.
  package static func withPlainStart(_ line: String) -> String {
    let start = line.unicodeScalars.drop { $0 == " " || $0 == "\t" }
    guard let first = start.first else { return "" }
    if "#+-=".unicodeScalars.contains(first) { return "\\" + String(start) }
    let digits = start.prefix { ("0"..."9").contains($0) }
    let rest = start[digits.endIndex...]
    guard !digits.isEmpty, let sign = rest.first, sign == "." || sign == ")" else {
      return String(start)
    }
    return String(digits) + "\\" + String(rest)
  }

  // MARK: - What is plain

  private static func isPlain(_ text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, first.properties.isAlphabetic, scalars.last != " " else {
      return false
    }
    var word: [Unicode.Scalar] = []
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      switch scalar {
      case "0"..."9": break
      case " ", ",", ".", ";", "(", ")", "'", "\"": break
      // Before a space a colon is a colon; before a letter it may be an address or an emoji.
      case ":": guard next == " " else { return false }
      // Before a digit a hyphen may be part of an issue's name.
      case "-", "/":
        guard let next, next.properties.isAlphabetic, place > 0,
          scalars[place - 1].properties.isAlphabetic
        else { return false }
      default: guard scalar.properties.isAlphabetic else { return false }
      }
      if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        word.append(scalar)
        continue
      }
      if isCommit(word) || scalar == "." && isWeb(word) { return false }
      word.removeAll(keepingCapacity: true)
    }
    return !isCommit(word)
  }

  /// `www.` starts an address.
  private static func isWeb(_ word: [Unicode.Scalar]) -> Bool {
    word.count >= 3 && word.suffix(3).allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// Whether a word could be the name of a commit, which platforms turn into a link.
  private static func isCommit(_ word: [Unicode.Scalar]) -> Bool {
    (7...40).contains(word.count)
      && word.contains { ("0"..."9").contains($0) }
      && word.allSatisfy { scalar in
        switch scalar {
        case "0"..."9", "a"..."f", "A"..."F": true
        default: false
        }
      }
  }

  private static func onOneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      let picture = scalar == "\u{7F}" ? 0x2421 : scalar.value < 0x20 ? 0x2400 + scalar.value : nil
      result.unicodeScalars.append(picture.flatMap { Unicode.Scalar($0) } ?? scalar)
    }
    return result
  }
}
