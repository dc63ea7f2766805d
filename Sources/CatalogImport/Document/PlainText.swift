import Documents

/// Texts of vendors, which are markdown and HTML, as plain text on one line.
enum PlainText {
  /// The text without marks, on one line, at most so many characters long.
  static func line(_ text: String, limit: Int) -> String {
    cut(collapsed(withoutMarks(text)), to: limit)
  }

  /// The first sentence of a text.
  static func sentence(_ text: String, limit: Int) -> String {
    let paragraph = text.split(separator: "\n\n", maxSplits: 1).first.map(String.init) ?? text
    let line = collapsed(withoutMarks(paragraph))
    var end = line.endIndex
    var place = line.startIndex
    while let stop = line[place...].firstIndex(of: ".") {
      let next = line.index(after: stop)
      if next == line.endIndex || line[next] == " ", !isAbbreviation(line[..<stop]) {
        end = stop
        break
      }
      place = next
    }
    return cut(String(line[..<end]), to: limit)
  }

  private static func isAbbreviation(_ text: Substring) -> Bool {
    ["e.g", "i.e", "etc", "vs", "incl"].contains { text.ends(exactlyWith: $0) }
  }

  /// Cuts at a word where it can.
  static func cut(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    let start = text.prefix(limit - 1)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }

  private static func collapsed(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  private static func withoutMarks(_ text: String) -> String {
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
