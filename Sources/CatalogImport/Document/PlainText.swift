import Documents

/// Texts of vendors, which are markdown and HTML, as plain text on one line.
enum PlainText {
  /// The text without marks, on one line, at most so many characters long.
  static func line(_ text: String, limit: Int) -> String {
    cut(collapsed(withoutMarks(text)), to: limit)
  }

  /// The first sentence of a text.
  static func sentence(_ text: String, limit: Int) -> String {
    let line = collapsed(withoutMarks(String(firstParagraph(of: text))))
    let bytes = line.utf8
    var end = bytes.endIndex
    var place = bytes.startIndex
    while let stop = bytes[place...].firstIndex(of: UInt8(ascii: ".")) {
      let next = bytes.index(after: stop)
      if next == bytes.endIndex || bytes[next] == 0x20, !isAbbreviation(line[..<stop]) {
        end = stop
        break
      }
      place = next
    }
    return cut(String(line[..<end]), to: limit)
  }

  /// What stands before the first empty line.
  private static func firstParagraph(of text: String) -> Substring {
    let bytes = text.utf8.drop { $0 == 0x0A }
    var place = bytes.startIndex
    while let line = bytes[place...].firstIndex(of: 0x0A) {
      let next = bytes.index(after: line)
      if next < bytes.endIndex, bytes[next] == 0x0A { return Substring(bytes[..<line]) }
      place = next
    }
    return Substring(bytes)
  }

  private static func isAbbreviation(_ text: Substring) -> Bool {
    ["e.g", "i.e", "etc", "vs", "incl"].contains { text.ends(exactlyWith: $0) }
  }

  /// Cuts at a word where it can.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    let start = text.prefix(limit - 1)
    let isWhole = text[start.endIndex] == " "
    let end = isWhole ? start.endIndex : start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }

  private static func collapsed(_ text: String) -> String {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split { $0.isWhitespace }.joined(separator: " ")
    }
    let words = text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return words.count == 1 && words[0].count == text.utf8.count
      ? text : words.map { String(Substring($0)) }.joined(separator: " ")
  }

  /// Whether a byte may be part of a mark, or of a sign that plain text has none of; white space is
  /// left to who puts the text on one line.
  private static func mayBeMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "*"),
      UInt8(ascii: "#"), UInt8(ascii: "_"), UInt8(ascii: "&"):
      true
    case 0x09, 0x0A, 0x0D: false
    default: byte < 0x20 || byte >= 0x7F
    }
  }

  private static func withoutMarks(_ text: String) -> String {
    // Most lines hold none.
    guard text.utf8.contains(where: mayBeMark) else { return text }
    var result = String.UnicodeScalarView()
    var rest = Array(text.unicodeScalars)[...]
    var (closes, addressEnds, nameEnds) = (Lookahead("]"), Lookahead(")"), Lookahead("]"))
    while let scalar = rest.popFirst() {
      switch scalar {
      case "<" where isTag(rest):
        rest = rest.drop { $0 != ">" }.dropFirst()
        result.append(" ")
      case "[":
        // A link is its text.
        guard let close = closes.next(in: rest), close + 1 < rest.endIndex,
          rest[close + 1] == "(" || rest[close + 1] == "[",
          let end = rest[close + 1] == "("
            ? addressEnds.next(in: rest[close...])
            : nameEnds.next(in: rest[(close + 2)...]) ?? close
        else {
          result.append(scalar)
          continue
        }
        result.append(contentsOf: withoutMarks(joined(rest[..<close])).unicodeScalars)
        rest = rest[(end + 1)...]
      case "`": continue
      case "*", "#":
        // Marks of emphasis and of headings; a sign in a text has spaces around it.
        if let last = result.last, last == " ", rest.first == " ", scalar == "*" {
          result.append(scalar)
        }
      case "_" where isEmphasis(result.last, rest.first): continue
      case "&":
        guard let entity = entity(&rest) else {
          result.append(scalar)
          continue
        }
        result.append(entity)
      default:
        result.append(isControl(scalar) ? " " : scalar)
      }
    }
    return String(result)
  }

  /// Finds the next of a sign from places that only go up; it looks at each place once.
  private struct Lookahead {
    private let sign: Unicode.Scalar
    private var found = -1

    init(_ sign: Unicode.Scalar) { self.sign = sign }

    mutating func next(in rest: ArraySlice<Unicode.Scalar>) -> Int? {
      if found < rest.startIndex { found = rest.firstIndex(of: sign) ?? .max }
      return found == .max ? nil : found
    }
  }

  private static func joined(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private static func isTag(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = rest.first else { return false }
    return (first == "/" || first.properties.isAlphabetic) && rest.prefix(200).contains(">")
  }

  private static func isEmphasis(_ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    let isWord = { (scalar: Unicode.Scalar?) in
      scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" }
        ?? false
    }
    return isWord(before) != isWord(after)
  }

  private static func entity(_ rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    let names: [(String, Unicode.Scalar)] = [
      ("amp;", "&"), ("lt;", "<"), ("gt;", ">"), ("quot;", "\""), ("#39;", "'"), ("nbsp;", " "),
    ]
    for (name, scalar) in names where rest.starts(with: name.unicodeScalars) {
      rest = rest.dropFirst(name.unicodeScalars.count)
      return scalar
    }
    return nil
  }

  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0x2028
      || scalar.value == 0x2029
  }
}
