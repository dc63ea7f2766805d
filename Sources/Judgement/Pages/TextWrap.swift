import Documents

/// Breaks text into lines.
enum TextWrap {
  /// Lines of at most `width` characters, broken at spaces; a longer word keeps its line.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.parts(between: " ") {
      let length = word.unicodeScalars.count
      if used > 0, used + 1 + length > width {
        lines.append(line)
        (line, used) = ("", 0)
      }
      line += (used > 0 ? " " : "") + word
      used += (used > 0 ? 1 : 0) + length
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A text behind a heading, its further lines under the first.
  static func hanging(_ heading: String, _ text: String, width: Int) -> [String] {
    let indent = String(repeating: " ", count: heading.count)
    return lines(text, width: max(20, width - heading.count)).enumerated().map { number, line in
      (number == 0 ? heading : indent) + line
    }
  }

  /// A line of JSON, broken behind commas between values: what comes out is the same JSON.
  static func json(_ line: String, width: Int) -> [String] {
    guard line.count > width else { return [line] }
    let indent = String(line.prefix { $0 == " " }) + "  "
    var lines: [String] = []
    var current = ""
    for piece in pieces(line) {
      if !current.isEmpty, current.count + piece.count > width + (piece.last == " " ? 1 : 0) {
        lines.append(current.last == " " ? String(current.dropLast()) : current)
        current = indent
      }
      current += piece
    }
    return lines + [current]
  }

  /// The parts of a line of JSON, each up to the space behind a comma outside strings.
  private static func pieces(_ line: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var (isInString, isEscaped, isAfterComma) = (false, false, false)
    for character in line {
      piece.append(character)
      if isEscaped {
        isEscaped = false
      } else if isInString {
        if character == "\\" { isEscaped = true } else if character == "\"" { isInString = false }
      } else if character == "\"" {
        isInString = true
      } else if character == " ", isAfterComma {
        pieces.append(piece)
        piece = ""
      }
      isAfterComma = character == "," && !isInString
    }
    return pieces + [piece]
  }
}
