import Documents

// Lists and mappings of lines.

extension YAMLTranscoder {
  mutating func sequence(at start: Int) throws(ModelError) {
    output.append(UInt8(ascii: "["))
    var isFirst = true
    while column == start, isDash(), !isAnyMarker() {
      if isTabbed() { throw tabbed() }
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      position += 1
      try value(parent: start, isCompact: true, takesDash: false)
      try skipToToken()
    }
    try checkIndentation(start)
    output.append(UInt8(ascii: "]"))
  }

  mutating func mapping(at start: Int) throws(ModelError) {
    output.append(UInt8(ascii: "{"))
    var isFirst = true
    while position < bytes.count, column == start, !isAnyMarker() {
      if isDash() { break }
      if isTabbed() { throw tabbed() }
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      pad()
      if isIndicator(UInt8(ascii: "?")) {
        try explicitKey(at: start)
      } else {
        try key()
        output.append(UInt8(ascii: ":"))
        try value(parent: start, isCompact: false, takesDash: true)
      }
      try skipToToken()
    }
    try checkIndentation(start)
    output.append(UInt8(ascii: "}"))
  }

  /// A key behind a question mark, and its value, if any, behind a colon on a line below.
  private mutating func explicitKey(at start: Int) throws(ModelError) {
    let here = place
    let begin = output.count
    position += 1
    try value(parent: start, isCompact: true, takesDash: true)
    try turnIntoKey(from: begin, at: here)
    output.append(UInt8(ascii: ":"))
    try skipToToken()
    guard column == start, isIndicator(UInt8(ascii: ":")), position < bytes.count else {
      return emitNull()
    }
    position += 1
    try value(parent: start, isCompact: true, takesDash: true)
  }

  /// What stands behind a dash, a question mark or a colon, on its line or below.
  ///
  /// `isCompact` says whether a list or a mapping can start on the line itself, `takesDash` whether a
  /// list below may stand in the column of the parent.
  private mutating func value(
    parent: Int, isCompact: Bool, takesDash: Bool
  ) throws(ModelError) {
    let hasTab = skipSpaces()
    guard atLineEnd() else {
      return try node(
        parent: parent, mayBeBlock: isCompact && !hasTab, takesDashAtParent: takesDash)
    }
    let here = place
    try skipToToken()
    let isSequence = takesDash && column == parent && isDash()
    guard position < bytes.count, indentation() > parent || isSequence, !isAnyMarker() else {
      place = here
      return emitNull()
    }
    try node(
      parent: isSequence ? parent - 1 : parent, mayBeBlock: true, takesDashAtParent: takesDash)
  }

  private func checkIndentation(_ start: Int) throws(ModelError) {
    guard position < bytes.count, column > start else { return }
    if isTabbed() { throw tabbed() }
    throw error(
      "the line is indented more deeply than its neighbors", remedy: "Indent it like them")
  }

  // MARK: - Keys

  /// Says whether a sign stands here with which no text starts that has no quotes.
  func startsWithSign() -> Bool {
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "&"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// Says whether a key with its colon stands here on one line, without reading it.
  mutating func startsMember() -> Bool {
    if lookedAt != position {
      lookedAt = position
      colon = colonOfMember()
    }
    return colon != nil
  }

  /// The colon of the key that stands here on one line; nil where none does.
  private func colonOfMember() -> Int? {
    var at = position
    while at < bytes.count, bytes[at] == UInt8(ascii: "&") || bytes[at] == UInt8(ascii: "!") {
      while at < bytes.count, bytes[at] > 0x20 { at += 1 }
      while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    }
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = endOfQuoted(from: at) else { return nil }
      return colon(behind: end)
    case UInt8(ascii: "*"):
      // A colon may belong to the alias's name: only one behind a space ends the key.
      while at < bytes.count, bytes[at] > 0x20, !Self.isFlowSign(bytes[at]) { at += 1 }
      return colon(behind: at)
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "%"), UInt8(ascii: "@"), UInt8(ascii: "`"):
      return nil
    case UInt8(ascii: "-") where isSpace(at: at + 1): return nil
    case UInt8(ascii: "?") where isSpace(at: at + 1): return nil
    default:
      let end = endOfPlain(from: at)
      return end < bytes.count && bytes[end] == UInt8(ascii: ":") ? end : nil
    }
  }

  /// The colon behind spaces at an offset that ends a key; nil where something else stands there.
  private func colon(behind start: Int) -> Int? {
    var at = start
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
    return at < bytes.count && bytes[at] == UInt8(ascii: ":") && isSpace(at: at + 1) ? at : nil
  }

  /// Where a quoted text ends that starts at an offset, if it does on its line.
  private func endOfQuoted(from start: Int) -> Int? {
    let quote = bytes[start]
    var at = start + 1
    while at < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 2
        continue
      }
      if bytes[at] == quote {
        let isDoubled = quote == UInt8(ascii: "'") && at + 1 < bytes.count && bytes[at + 1] == quote
        guard isDoubled else { return at + 1 }
        at += 1
      }
      at += 1
    }
    return nil
  }

  /// Reads a key and its colon.
  private mutating func key() throws(ModelError) {
    let here = place
    let begin = output.count
    if isIndicator(UInt8(ascii: ":")) {
      emit([])
    } else {
      guard startsMember() else {
        if peek() == UInt8(ascii: "[") || peek() == UInt8(ascii: "{") {
          throw error("a key has several values", remedy: "Use plain texts as keys")
        }
        throw error("a key has no colon", remedy: "Write \"key: value\"")
      }
      var properties = Properties()
      while isProperty() {
        try property(&properties)
        skipSpaces()
      }
      switch peek() {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): emit(try quoted(indentation: 0))
      case UInt8(ascii: "*"):
        guard !properties.isAny else {
          throw error("an alias has a tag or an anchor of its own", remedy: "Remove that")
        }
        try alias()
        try turnIntoKey(from: begin, at: here)
      default:
        try checkPlainStart()
        if let colon, lookedAt == position {
          emit(Self.trimmed(bytes[position..<colon]))
          position = colon
        } else {
          emit(plainLine())
        }
      }
      finish(properties, from: begin)
      skipSpaces()
    }
    guard peek() == UInt8(ascii: ":") else {
      throw error("a key has no colon", remedy: "Write \"key: value\"")
    }
    position += 1
  }

  /// Makes the value that was written last a key: JSON has texts alone.
  mutating func turnIntoKey(from begin: Int, at start: Place) throws(ModelError) {
    var begin = begin
    while begin < output.count, output[begin] <= 0x20 { begin += 1 }
    guard begin < output.count else { return emit([]) }
    switch output[begin] {
    case UInt8(ascii: "\""): return
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      place = start
      throw error("a key has several values", remedy: "Use plain texts as keys")
    default:
      if output[begin...].elementsEqual("null".utf8) { output.removeSubrange(begin...) }
      output.insert(UInt8(ascii: "\""), at: begin)
      output.append(UInt8(ascii: "\""))
    }
  }

  // MARK: - Anchors, tags, aliases

  /// What stands before a node.
  struct Properties {
    var anchor: String?
    var tag: String?
    var isAny: Bool { anchor != nil || tag != nil }
    /// Whether the node is a text whatever it looks like.
    var isText: Bool { tag == "!" || tag == "!!str" }
    /// Whether a quoted text is read as if it had no quotes.
    var isTyped: Bool { ["!!int", "!!float", "!!bool", "!!null"].contains(tag ?? "") }
  }

  /// Says whether an anchor or a tag starts here.
  func isProperty() -> Bool { peek() == UInt8(ascii: "&") || peek() == UInt8(ascii: "!") }

  /// Reads an anchor or a tag.
  mutating func property(_ properties: inout Properties) throws(ModelError) {
    let start = position
    let isAnchor = peek() == UInt8(ascii: "&")
    let isVerbatim = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "<")
    while let byte = peek(), byte > 0x20, isVerbatim || !Self.isFlowSign(byte) { position += 1 }
    let name = String(decoding: bytes[start + (isAnchor ? 1 : 0)..<position], as: UTF8.self)
    guard isSpace(at: position) || peek().map(Self.isFlowSign) ?? true, !name.isEmpty,
      isAnchor ? properties.anchor == nil : properties.tag == nil
    else {
      throw error("an anchor or a tag is malformed, or appears twice", remedy: "Remove it")
    }
    if peek() == UInt8(ascii: ","), depthOfFlow == 0 {
      throw error("an anchor or a tag is malformed, or appears twice", remedy: "Remove it")
    }
    if isAnchor {
      properties.anchor = name
    } else {
      try checkHandle(of: name)
      properties.tag = name == "!<tag:yaml.org,2002:str>" ? "!!str" : name
    }
  }

  private func checkHandle(of tag: String) throws(ModelError) {
    guard !tag.starts(exactlyWith: "!<"), let end = tag.dropFirst().firstIndex(of: "!") else {
      return
    }
    let handle = String(tag[...end])
    guard handles.contains(handle) else {
      throw error("no directive defines the tag \"\(handle)\"", remedy: "Define it with %TAG")
    }
  }

  mutating func finish(_ properties: Properties, from start: Int) {
    guard let anchor = properties.anchor else { return }
    anchors[anchor] = start..<output.count
    anchorOrder.append((anchor, start))
  }

  /// Copies what an anchor names; its lines become one, so that lines still agree.
  mutating func alias() throws(ModelError) {
    let start = position
    position += 1
    while let byte = peek(), byte > 0x20, !Self.isFlowSign(byte) { position += 1 }
    let name = String(decoding: bytes[start + 1..<position], as: UTF8.self)
    guard let range = anchors[name] else {
      throw error(
        "the alias \"*\(name)\" names no anchor above it", remedy: "Write the value itself here")
    }
    aliasBytes += range.count
    guard aliasBytes <= Self.maximumAliasBytes else {
      throw error(
        "aliases make the document more than \(Self.maximumAliasBytes >> 20) MiB longer",
        remedy: "Write it out with fewer aliases")
    }
    for place in range where output[place] != UInt8(ascii: "\n") { output.append(output[place]) }
  }
}
