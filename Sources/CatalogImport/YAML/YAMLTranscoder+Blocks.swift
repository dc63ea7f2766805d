import Documents

// Literal and folded texts, and collections in brackets.

extension YAMLTranscoder {
  /// A text behind `|` or `>`: the lines below that are indented more than the parent.
  mutating func blockScalar(parent: Int) throws(ModelError) {
    let isFolded = peek() == UInt8(ascii: ">")
    position += 1
    var chomping: UInt8 = 0
    var stated: Int?
    while let byte = peek(), byte > 0x20 {
      switch byte {
      case UInt8(ascii: "+"), UInt8(ascii: "-"): chomping = byte
      case UInt8(ascii: "1")...UInt8(ascii: "9"):
        stated = max(parent, 0) + Int(byte - UInt8(ascii: "0"))
      default:
        throw error("this cannot follow | or >", remedy: "Start the text on the next line")
      }
      position += 1
    }
    skipSpaces()
    guard atLineEnd() else {
      throw error("this cannot follow | or >", remedy: "Start the text on the next line")
    }
    skipLine()
    if peek() != nil { newLine() }
    let lines = blockLines(parent: parent, indentation: stated)
    emit(Self.text(of: lines, isFolded: isFolded, chomping: chomping))
  }

  /// The lines of the block without their indentation.
  private mutating func blockLines(parent: Int, indentation: Int?) -> [ArraySlice<UInt8>] {
    var indentation = indentation
    var lines: [ArraySlice<UInt8>] = []
    while position < bytes.count {
      var end = position
      while end < bytes.count, bytes[end] != 0x0A { end += 1 }
      let all = Self.withoutReturn(bytes[position..<end])
      let spaces = all.prefix { $0 == 0x20 }.count
      let isBlank = spaces == all.count
      if !isBlank {
        if indentation == nil { indentation = max(spaces, parent + 1) }
        if spaces < indentation ?? 0 || isMarker("---") || isMarker("...") { break }
      }
      lines.append(all.dropFirst(min(indentation ?? spaces, spaces)))
      position = end
      if peek() != nil { newLine() }
    }
    return lines
  }

  private static func withoutReturn(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.last == 0x0D ? text.dropLast() : text
  }

  private static func text(
    of lines: [ArraySlice<UInt8>], isFolded: Bool, chomping: UInt8
  ) -> [UInt8] {
    let filled = lines.count - lines.reversed().prefix(while: \.isEmpty).count
    var text: [UInt8] = []
    var wasMoreIndented = false
    var empty = 0
    for (index, line) in lines.prefix(filled).enumerated() {
      guard isFolded else {
        if index > 0 { text.append(0x0A) }
        text += line
        continue
      }
      if line.isEmpty {
        empty += 1
        continue
      }
      let isMoreIndented = line.first == 0x20 || line.first == 0x09
      if index > empty || !text.isEmpty {
        let keeps = isMoreIndented || wasMoreIndented
        let breaks = keeps ? empty + 1 : empty
        text += breaks == 0 ? [0x20] : Array(repeating: 0x0A, count: breaks)
      } else {
        text += Array(repeating: 0x0A, count: empty)
      }
      text += line
      wasMoreIndented = isMoreIndented
      empty = 0
    }
    switch chomping {
    case UInt8(ascii: "-"): return text
    case UInt8(ascii: "+"): return text + Array(repeating: 0x0A, count: lines.count - filled + 1)
    default: return filled == 0 ? text : text + [0x0A]
    }
  }

  // MARK: - Brackets

  /// A list or a mapping in brackets.
  mutating func flow() throws(ModelError) {
    try descend()
    defer { depth -= 1 }
    let isMapping = peek() == UInt8(ascii: "{")
    let close = UInt8(ascii: isMapping ? "}" : "]")
    output.append(UInt8(ascii: isMapping ? "{" : "["))
    position += 1
    var isFirst = true
    while true {
      try skipToToken()
      guard let byte = peek() else {
        throw error("the bracket is never closed", remedy: "Close it")
      }
      if byte == close { break }
      if !isFirst {
        guard byte == UInt8(ascii: ",") else {
          throw error("a comma is missing", remedy: "Put one between the values")
        }
        position += 1
        try skipToToken()
        if peek() == close { break }
        output.append(UInt8(ascii: ","))
      }
      isFirst = false
      pad()
      try flowItem(inMapping: isMapping)
    }
    position += 1
    output.append(close)
  }

  private mutating func flowItem(inMapping: Bool) throws(ModelError) {
    guard inMapping else { return try flowValue() }
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted()
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      throw error("a key of several values stands here", remedy: "Use plain texts as keys")
    default: emit(flowPlain())
    }
    try skipToToken()
    output.append(UInt8(ascii: ":"))
    guard peek() == UInt8(ascii: ":") else {
      _ = emitNull()
      return
    }
    position += 1
    try skipToToken()
    pad()
    if peek() == UInt8(ascii: ",") || peek() == UInt8(ascii: "}") {
      _ = emitNull()
    } else {
      try flowValue()
    }
  }

  private mutating func flowValue() throws(ModelError) {
    switch peek() {
    case UInt8(ascii: "["), UInt8(ascii: "{"): try flow()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try quoted()
    case UInt8(ascii: "*"): try alias()
    case UInt8(ascii: "&"), UInt8(ascii: "!"):
      throw error("an anchor or a tag stands in brackets", remedy: "Leave it out")
    case UInt8(ascii: ","):
      throw error("a value is missing", remedy: "Write one between the commas")
    default: emitPlain(flowPlain())
    }
  }

  /// A text without quotes in brackets, on one line.
  private mutating func flowPlain() -> ArraySlice<UInt8> {
    let start = position
    while let byte = peek(), byte != 0x0A, !Self.isFlowSign(byte) {
      if byte == UInt8(ascii: ":") {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0x20
        if next <= 0x20 || Self.isFlowSign(next) { break }
      }
      if byte == UInt8(ascii: "#"), position > start, isSpace(at: position - 1) { break }
      position += 1
    }
    return Self.trimmed(bytes[start..<position])
  }
}
