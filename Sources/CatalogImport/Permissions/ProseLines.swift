import Documents

/// A description's markdown or HTML as lines, with the names in it between backticks.
struct ProseLines {
  /// A line of a description.
  struct Line {
    /// Its text without marks of headings and of emphasis.
    var text: String
    /// Whether it stands in a list.
    var isItem = false
    /// Whether it is a heading, or a text in bold that ends the line.
    var isHeading = false
  }

  private(set) var lines: [Line] = []

  init(_ text: String) {
    for part in Self.withoutTags(text).parts(between: "\n", omitsEmpty: false) {
      lines.append(Self.line(part[...]))
    }
  }

  private static func line(_ part: Substring) -> Line {
    var rest = part.drop { $0 == " " || $0 == "\t" || $0 == ">" }
    var line = Line(text: "")
    if rest.first == "#" {
      line.isHeading = true
      rest = rest.drop { $0 == "#" }
    } else if let first = rest.first, "*-+".contains(first), rest.dropFirst().first == " " {
      line.isItem = true
      rest = rest.dropFirst()
    }
    let body = rest.drop { $0 == " " }
    let isBold =
      body.starts(exactlyWith: "**") && body.ends(exactlyWith: "**")
      || body.starts(exactlyWith: "__")
    line.text = withoutEmphasis(body)
    if isBold || line.text.ends(exactlyWith: ":") && line.text.utf8.count < 80 {
      line.isHeading = true
    }
    return line
  }

  /// The text without asterisks around words; those between backticks stay.
  private static func withoutEmphasis(_ text: Substring) -> String {
    var result = ""
    var isCode = false
    for scalar in text.unicodeScalars {
      if scalar == "`" { isCode.toggle() }
      if scalar == "*", !isCode { continue }
      result.unicodeScalars.append(scalar)
    }
    while result.last == " " || result.last == "\r" { result.removeLast() }
    return result
  }

  /// Blocks of HTML as lines of their own, code and links as names between backticks.
  private static func withoutTags(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
      result += rest[..<open]
      let behind = rest[rest.index(after: open)...]
      guard let close = behind.utf8.prefix(300).firstIndex(of: UInt8(ascii: ">")) else {
        result += "<"
        rest = behind
        continue
      }
      let tag = behind[..<close].lowercased()
      let name = tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
      switch name {
      case "h1", "h2", "h3", "h4", "h5", "h6":
        result += tag.starts(exactlyWith: "/") ? "\n" : "\n# "
      case "br", "p", "div", "ul", "ol", "tr", "table": result += "\n"
      case "li": result += tag.starts(exactlyWith: "/") ? "\n" : "\n* "
      case "a", "code", "tt": result += "`"
      default: result += " "
      }
      rest = rest[rest.index(after: close)...]
    }
    return (result + rest).replacing(bytesOf: "``", with: "`")
  }
}
