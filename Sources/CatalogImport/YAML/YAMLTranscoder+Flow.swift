import Documents

// Collections in brackets.

extension YAMLTranscoder {
  /// A list or a mapping in brackets, whose further lines are indented so much at least.
  mutating func flow(indentation least: Int) throws(ModelError) {
    try descend()
    depthOfFlow += 1
    defer {
      depth -= 1
      depthOfFlow -= 1
    }
    let isMapping = peek() == UInt8(ascii: "{")
    let close = UInt8(ascii: isMapping ? "}" : "]")
    output.append(UInt8(ascii: isMapping ? "{" : "["))
    position += 1
    var isFirst = true
    while true {
      try skipInFlow(least)
      guard let byte = peek() else {
        throw error("the bracket is never closed", remedy: "Close it")
      }
      if byte == close { break }
      if !isFirst {
        guard byte == UInt8(ascii: ",") else {
          throw error("a comma is missing", remedy: "Put one between the values")
        }
        position += 1
        try skipInFlow(least)
        if peek() == close { break }
        output.append(UInt8(ascii: ","))
      }
      if peek() == UInt8(ascii: ",") {
        throw error("a value is missing", remedy: "Write one between the commas")
      }
      isFirst = false
      pad()
      if isMapping { try member(least) } else { try element(least) }
    }
    position += 1
    output.append(close)
  }

  /// Moves to the next token inside brackets; its line must be indented enough.
  ///
  /// YAML demands that of a closing bracket as well, but people write that below the key.
  private mutating func skipInFlow(_ least: Int) throws(ModelError) {
    let line = place.line
    try skipToToken()
    guard place.line > line, let byte = peek() else { return }
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}"), !isTabbed() { return }
    try checkFlowLine(least)
  }

  /// Throws where a line inside brackets or quotes is indented too little.
  func checkFlowLine(_ least: Int) throws(ModelError) {
    if isAnyMarker() {
      throw error("the document ends inside brackets or quotes", remedy: "Close them above")
    }
    guard indentation() >= least else {
      if isTabbed() { throw tabbed() }
      throw error(
        "the line is indented less than what it belongs to", remedy: "Indent it more deeply")
    }
  }

  /// A member of a mapping.
  private mutating func member(_ least: Int) throws(ModelError) {
    let here = place
    let begin = output.count
    if isIndicator(UInt8(ascii: "?")) {
      position += 1
      try skipInFlow(least)
    }
    let isQuoted = try flowNode(least, mayBeEmpty: true, isKey: true)
    try turnIntoKey(from: begin, at: here)
    try skipInFlow(least)
    try flowValue(least, isAdjacent: isQuoted)
  }

  /// An element of a list: a node, or a mapping of one member without braces.
  private mutating func element(_ least: Int) throws(ModelError) {
    let here = place
    let begin = output.count
    if isIndicator(UInt8(ascii: "?")) {
      output.append(UInt8(ascii: "{"))
      position += 1
      try skipInFlow(least)
      try member(least)
      output.append(UInt8(ascii: "}"))
      return
    }
    let isQuoted = try flowNode(least, mayBeEmpty: true, isKey: false)
    let end = place
    try skipInFlow(least)
    guard isColon(isAdjacent: isQuoted) else {
      guard place.position > here.position else {
        throw error("a value is missing", remedy: "Write one between the commas")
      }
      return
    }
    guard here.line == place.line, end.line == place.line else {
      throw error("a key is on another line than its colon", remedy: "Put it in braces")
    }
    try turnIntoKey(from: begin, at: here)
    // What anchors name moves by the brace.
    output.insert(UInt8(ascii: "{"), at: begin)
    for (name, start) in anchorOrder.reversed() {
      guard start >= begin else { break }
      guard let range = anchors[name], range.lowerBound == start else { continue }
      anchors[name] = start + 1..<min(range.upperBound + 1, output.count)
    }
    try flowValue(least, isAdjacent: isQuoted)
    output.append(UInt8(ascii: "}"))
  }

  /// Says whether a colon stands here that ends a key.
  private func isColon(isAdjacent: Bool) -> Bool {
    guard peek() == UInt8(ascii: ":") else { return false }
    return isAdjacent || isSpace(at: position + 1) || Self.isFlowSign(bytes[position + 1])
  }

  /// The colon and the value of a member, or null where there is none.
  private mutating func flowValue(_ least: Int, isAdjacent: Bool) throws(ModelError) {
    output.append(UInt8(ascii: ":"))
    guard isColon(isAdjacent: isAdjacent) else { return emitNull() }
    position += 1
    try skipInFlow(least)
    pad()
    _ = try flowNode(least, mayBeEmpty: true, isKey: false)
  }

  /// A node inside brackets.
  ///
  /// - Returns: whether it has quotes or brackets, so that a colon may follow without a space.
  private mutating func flowNode(
    _ least: Int, mayBeEmpty: Bool, isKey: Bool
  ) throws(ModelError) -> Bool {
    var properties = Properties()
    while isProperty() {
      try property(&properties)
      try skipInFlow(least)
    }
    pad()
    let start = output.count
    defer { finish(properties, from: start) }
    switch peek() {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try flow(indentation: least)
      return true
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      emitQuoted(try quoted(indentation: least), properties)
      return true
    case UInt8(ascii: "*"):
      guard !properties.isAny else {
        throw error("an alias has a tag or an anchor of its own", remedy: "Remove that")
      }
      try alias()
      return false
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), nil:
      emitScalar([], properties)
      return false
    case UInt8(ascii: ":") where isColon(isAdjacent: false):
      emitScalar([], properties)
      return false
    default:
      let text = try flowPlain(least)
      if isKey { emit(text) } else { emitScalar(text, properties) }
      return false
    }
  }

  /// A text without quotes inside brackets, on one line or several.
  private mutating func flowPlain(_ least: Int) throws(ModelError) -> ArraySlice<UInt8> {
    try checkPlainStart()
    var text = flowPlainLine()
    while true {
      let here = place
      let breaks = skipBreaks()
      guard breaks > 0, position < bytes.count, let byte = peek(), !Self.isFlowSign(byte),
        byte != UInt8(ascii: "#"), !isColon(isAdjacent: false)
      else {
        place = here
        return text
      }
      try checkFlowLine(least)
      text += breaks == 1 ? [0x20] : Array(repeating: 0x0A, count: breaks - 1)
      text += flowPlainLine()
    }
  }

  private mutating func flowPlainLine() -> ArraySlice<UInt8> {
    let start = position
    position = endOfFlowPlain(from: start)
    return Self.trimmed(bytes[start..<position])
  }

  /// Where a plain text inside brackets ends, on this line at the latest.
  private func endOfFlowPlain(from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x0A || Self.isFlowSign(byte) { break }
      if byte == UInt8(ascii: ":"), isSpace(at: at + 1) || Self.isFlowSign(bytes[at + 1]) { break }
      if byte == UInt8(ascii: "#"), at > start, isSpace(at: at - 1) { break }
      at += 1
    }
    return at
  }
}
