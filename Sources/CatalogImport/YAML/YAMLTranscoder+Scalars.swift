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
          "a text of several lines has a \":\"", remedy: "Indent the line like its neighbors")
      }
    }
    if peek() == UInt8(ascii: ":") {
      throw error(
        "the line has a second \":\"", remedy: "Quote the text, or start a new line")
    }
    return text.isEmpty ? first : text[...]
  }

  /// Moves over what is left of a plain text on this line.
  mutating func plainLine() -> ArraySlice<UInt8> {
    let start = position
    position = endOfPlain(from: start)
    return Self.trimmed(bytes[start..<position])
  }

  /// Where a plain text ends, on this line at the latest.
  func endOfPlain(from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x0A { break }
      if byte == UInt8(ascii: ":"), isSpace(at: at + 1) { break }
      if byte == UInt8(ascii: "#"), at > start, isSpace(at: at - 1) { break }
      at += 1
    }
    return at
  }

  // MARK: - Literal and folded texts

  /// How a literal or folded text begins.
  private struct Header {
    var isFolded = false
    var chomping: UInt8 = 0
    var indentation: Int?
  }

  /// Writes a text behind `|` or `>`: the lines below that are indented more than the parent.
  mutating func blockScalar(parent: Int) throws(ModelError) {
    let header = try header(parent: parent)
    let (lines, isOpen) = try blockLines(parent: parent, indentation: header.indentation)
    output.append(UInt8(ascii: "\""))
    emit(lines, header, isOpen: isOpen)
    output.append(UInt8(ascii: "\""))
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

  /// Where the lines of the block stand without their indentation, and whether the last has no line
  /// break.
  private mutating func blockLines(
    parent: Int, indentation: Int?
  ) throws(ModelError) -> (lines: [Range<Int>], isOpen: Bool) {
    var indentation = indentation
    var lines: [Range<Int>] = []
    var isOpen = false
    var widestBlank = 0
    while position < bytes.count {
      let start = position
      let next = endOfLine(from: start)
      let end = next > start && bytes[next - 1] == 0x0D ? next - 1 : next
      let spaces = endOfSpaces(from: start, to: end) - start
      if spaces == end - start {
        if indentation == nil { widestBlank = max(widestBlank, spaces) }
      } else {
        if indentation == nil, spaces > parent {
          indentation = spaces
          guard widestBlank <= spaces else {
            throw error(
              "an empty line is indented more deeply than the text below it",
              remedy: "Remove its spaces")
          }
        }
        if spaces < indentation ?? .max || isAnyMarker() {
          try checkBlockEnd(start..<end)
          break
        }
      }
      lines.append(start + min(indentation ?? spaces, spaces)..<end)
      position = next
      isOpen = peek() == nil
      if !isOpen { newLine() }
    }
    return (lines, isOpen)
  }

  private func endOfSpaces(from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    return at
  }

  /// A line of nothing but tabs belongs to no text: it is indented by none.
  private func checkBlockEnd(_ range: Range<Int>) throws(ModelError) {
    let line = bytes[range]
    guard line.contains(0x09), line.allSatisfy({ $0 <= 0x20 }) else { return }
    throw tabbed()
  }

  /// Writes lines as the inside of a JSON string.
  private mutating func emit(_ lines: [Range<Int>], _ header: Header, isOpen: Bool) {
    let filled = lines.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
    var wasMoreIndented = false
    var isFirst = true
    var empty = 0
    for line in lines[..<filled] {
      guard header.isFolded else {
        if !isFirst { emitBreaks(1) }
        isFirst = false
        escape(bytes[line])
        continue
      }
      if line.isEmpty {
        empty += 1
        continue
      }
      let isMoreIndented = bytes[line.lowerBound] == 0x20 || bytes[line.lowerBound] == 0x09
      if isFirst {
        emitBreaks(empty)
      } else {
        let breaks = isMoreIndented || wasMoreIndented ? empty + 1 : empty
        if breaks == 0 { output.append(0x20) } else { emitBreaks(breaks) }
      }
      isFirst = false
      escape(bytes[line])
      wasMoreIndented = isMoreIndented
      empty = 0
    }
    // The end of the document is no line break, but ends a line of spaces as one would.
    let endsInSpace = lines.last.map { !$0.isEmpty && bytes[$0.upperBound - 1] == 0x20 } ?? false
    let isUnbroken = isOpen && filled == lines.count && !endsInSpace
    let hasBreak = filled > 0 && !isUnbroken
    switch header.chomping {
    case UInt8(ascii: "-"): break
    case UInt8(ascii: "+"): emitBreaks(lines.count - filled + (hasBreak ? 1 : 0))
    default: if hasBreak { emitBreaks(1) }
    }
  }

  private mutating func emitBreaks(_ count: Int) {
    for _ in 0..<count { output.append(contentsOf: #"\u000a"#.utf8) }
  }
}
