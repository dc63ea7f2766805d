import Documents

// Plain, literal and folded texts.

extension YAMLTranscoder {
  func checkPlainStart() throws(ModelError) {
    guard let byte = peek() else { return }
    switch byte {
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"), UInt8(ascii: ","),
      UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: "#"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      break
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      let isAlone =
        isSpace(at: position + 1) || depthOfFlow > 0 && Self.isFlowSign(bytes[position + 1])
      if !isAlone { return }
    default: return
    }
    throw error(
      "a text cannot start with \"\(Character(Unicode.Scalar(byte)))\"", remedy: "Quote it")
  }

  /// A text without quotes: to the end of its line, and on lines below that are indented more.
  mutating func plain(parent: Int) throws(ModelError) -> ArraySlice<UInt8> {
    try checkPlainStart()
    let first = plainLine()
    var text: [UInt8] = []
    while true {
      let here = place
      guard peek() != UInt8(ascii: "#") else { break }
      let breaks = skipBreaks()
      guard breaks > 0, position < bytes.count, peek() != UInt8(ascii: "#"), !isAnyMarker() else {
        place = here
        break
      }
      guard indentation() > parent else {
        if isTabbed(), column > parent { throw tabbed() }
        place = here
        break
      }
      if text.isEmpty { text += first }
      text += breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
      text += plainLine()
      if peek() == UInt8(ascii: ":") {
        throw error(
          "a \":\" stands in a text of several lines", remedy: "Indent the line like its neighbors")
      }
    }
    if peek() == UInt8(ascii: ":") {
      throw error(
        "a second \":\" stands on the line", remedy: "Quote the text, or start a new line")
    }
    return text.isEmpty ? first : text[...]
  }

  /// Moves over what is left of a plain text on this line.
  mutating func plainLine() -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek(), byte != 0x0A {
      if byte == UInt8(ascii: ":"), isSpace(at: position + 1) { break }
      if byte == UInt8(ascii: "#"), position > start, isSpace(at: position - 1) { break }
      position += 1
    }
    return Self.trimmed(bytes[start..<position])
  }

  // MARK: - Literal and folded texts

  /// How a literal or folded text begins.
  private struct Header {
    var isFolded = false
    var chomping: UInt8 = 0
    var indentation: Int?
  }

  /// A text behind `|` or `>`: the lines below that are indented more than the parent.
  mutating func blockScalar(parent: Int) throws(ModelError) -> [UInt8] {
    let header = try header(parent: parent)
    let (lines, isOpen) = try blockLines(parent: parent, indentation: header.indentation)
    return Self.text(of: lines, header, isOpen: isOpen)
  }

  private mutating func header(parent: Int) throws(ModelError) -> Header {
    var header = Header(isFolded: peek() == UInt8(ascii: ">"))
    position += 1
    while let byte = peek(), byte > 0x20 {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard header.chomping == 0 else { throw wrongHeader() }
        header.chomping = byte
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        guard header.indentation == nil else { throw wrongHeader() }
        header.indentation = max(parent, 0) + Int(byte - UInt8(ascii: "0"))
      default: throw wrongHeader()
      }
      position += 1
    }
    skipSpaces()
    guard atLineEnd() else { throw wrongHeader() }
    skipLine()
    if peek() != nil { newLine() }
    return header
  }

  private func wrongHeader() -> ModelError {
    error("this cannot follow | or >", remedy: "Start the text on the next line")
  }

  /// The lines of the block without their indentation, and whether the last has no line break.
  private mutating func blockLines(
    parent: Int, indentation: Int?
  ) throws(ModelError) -> (lines: [ArraySlice<UInt8>], isOpen: Bool) {
    var indentation = indentation
    var lines: [ArraySlice<UInt8>] = []
    var isOpen = false
    var widestBlank = 0
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let all = Self.withoutReturn(bytes[position..<end])
      let spaces = all.prefix { $0 == 0x20 }.count
      if spaces == all.count {
        if indentation == nil { widestBlank = max(widestBlank, spaces) }
      } else {
        if indentation == nil, spaces > parent {
          indentation = spaces
          guard widestBlank <= spaces else {
            throw error(
              "an empty line is indented more deeply than the text below it",
              remedy: "Take its spaces out")
          }
        }
        if spaces < indentation ?? .max || isMarker("---") || isMarker("...") {
          try checkBlockEnd(all)
          break
        }
      }
      lines.append(all.dropFirst(min(indentation ?? spaces, spaces)))
      position = end
      isOpen = peek() == nil
      if !isOpen { newLine() }
    }
    return (lines, isOpen)
  }

  /// A line of nothing but tabs belongs to no text: it is indented by none.
  private func checkBlockEnd(_ line: ArraySlice<UInt8>) throws(ModelError) {
    guard line.contains(0x09), line.allSatisfy({ $0 <= 0x20 }) else { return }
    throw tabbed()
  }

  private static func withoutReturn(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.last == 0x0D ? text.dropLast() : text
  }

  private static func text(
    of lines: [ArraySlice<UInt8>], _ header: Header, isOpen: Bool
  ) -> [UInt8] {
    let filled = lines.count - lines.reversed().prefix(while: \.isEmpty).count
    var text: [UInt8] = []
    var wasMoreIndented = false
    var isFirst = true
    var empty = 0
    for line in lines.prefix(filled) {
      guard header.isFolded else {
        if !isFirst { text.append(0x0A) }
        isFirst = false
        text += line
        continue
      }
      if line.isEmpty {
        empty += 1
        continue
      }
      let isMoreIndented = line.first == 0x20 || line.first == 0x09
      if isFirst {
        text += Array(repeating: 0x0A, count: empty)
      } else {
        let keeps = isMoreIndented || wasMoreIndented
        let breaks = keeps ? empty + 1 : empty
        text += breaks == 0 ? [0x20] : Array(repeating: 0x0A, count: breaks)
      }
      isFirst = false
      text += line
      wasMoreIndented = isMoreIndented
      empty = 0
    }
    // The end of the document is no line break, but ends a line of spaces as one would.
    let isUnbroken = isOpen && filled == lines.count && lines.last?.last != 0x20
    let hasBreak = filled > 0 && !isUnbroken
    switch header.chomping {
    case UInt8(ascii: "-"): return text
    case UInt8(ascii: "+"):
      return text
        + Array(repeating: 0x0A, count: lines.count - filled + (hasBreak ? 1 : 0))
    default: return hasBreak ? text + [0x0A] : text
    }
  }
}
