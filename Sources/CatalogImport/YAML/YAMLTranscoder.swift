import Documents

/// Turns YAML into JSON line for line, so that every place in the JSON is the place in the YAML.
///
/// Ours, and not a library's: Yams brings all of Foundation, which makes the program 60 MB larger
/// and its every start 5 ms longer, for one command; and no library keeps lines at this price. Reads
/// what descriptions of APIs are written in: one document of block and flow collections, all five
/// kinds of scalars, anchors, aliases and tags. Refuses complex keys and further documents.
struct YAMLTranscoder {
  /// Documents nested more deeply are refused, as in JSON.
  static let maximumDepth = JSONDocument.maximumDepth
  /// So many bytes may aliases add: a document must not cost more than it is long.
  static let maximumAliasBytes = 8 * 1024 * 1024

  let bytes: [UInt8]
  var position = 0
  var line = 1
  var lineStart = 0
  /// Where a line starts, and where the spaces end that it starts with.
  var indentation = (line: -1, end: 0)
  var output: [UInt8] = []
  var outputLine = 1
  var anchors: [String: Range<Int>] = [:]
  var aliasBytes = 0
  var depth = 0

  /// The document as JSON, with as many lines.
  static func json(from bytes: [UInt8]) throws(ModelError) -> [UInt8] {
    var transcoder = YAMLTranscoder(bytes: bytes)
    try transcoder.transcode()
    return transcoder.output
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count + bytes.count / 4)
  }

  var column: Int { position - lineStart }

  private mutating func transcode() throws(ModelError) {
    try checkControls()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      position = 3
      lineStart = 3
    }
    try skipToToken()
    while peek() == UInt8(ascii: "%") {
      skipLine()
      try skipToToken()
    }
    if isMarker("---") {
      position += 3
      try skipToToken()
    }
    guard position < bytes.count else {
      throw error("the document is empty", remedy: "Give a description of an API")
    }
    try node(parent: -1, mayBeBlock: true)
    try skipToToken()
    if isMarker("...") {
      position += 3
      try skipToToken()
    }
    guard position >= bytes.count else {
      if isMarker("---") {
        throw error("a second document starts here", remedy: "Give one document a file")
      }
      throw error(
        "this line belongs to nothing above it", remedy: "Indent it like its neighbors")
    }
  }

  /// Refuses bytes that would pass for spaces, and that no text has; an escape sequence is left to
  /// whoever shows it.
  private mutating func checkControls() throws(ModelError) {
    let known: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x1B]
    guard let bad = bytes.firstIndex(where: { $0 < 0x20 && !known.contains($0) }) else { return }
    while let next = bytes[position..<bad].firstIndex(of: 0x0A) {
      position = next
      newLine()
    }
    position = bad
    throw error(
      "a control character (byte \(bytes[bad])) stands in the document",
      remedy: "Write it as an escape, or leave it out")
  }

  // MARK: - Nodes

  /// Reads the node at the position, whose parent stands at a column.
  mutating func node(parent: Int, mayBeBlock: Bool) throws(ModelError) {
    try descend()
    defer { depth -= 1 }
    let startLine = line
    let startColumn = column
    let anchor = try properties()
    var isOnNewLine = mayBeBlock && line == startLine && startColumn == column
    if anchor.any, atLineEnd() {
      let (here, hereLine, hereStart) = (position, line, lineStart)
      try skipToToken()
      let isSequence = isDash() && column == parent
      guard position < bytes.count, column > parent || isSequence, !isMarker("---") else {
        (position, line, lineStart) = (here, hereLine, hereStart)
        return finish(anchor.name, from: emitNull())
      }
      isOnNewLine = true
    }
    pad()
    let start = output.count
    try content(parent: parent, mayBeBlock: isOnNewLine, mappingColumn: isOnNewLine ? column : nil)
    finish(anchor.name, from: start)
  }

  /// Goes one level deeper; whoever does comes back up.
  mutating func descend() throws(ModelError) {
    guard depth < Self.maximumDepth else {
      throw error(
        "the document is nested more than \(Self.maximumDepth) levels deep",
        remedy: "Flatten it")
    }
    depth += 1
  }

  private mutating func content(
    parent: Int, mayBeBlock: Bool, mappingColumn: Int?
  ) throws(ModelError) {
    guard let byte = peek() else {
      _ = emitNull()
      return
    }
    switch byte {
    case UInt8(ascii: "*"): try alias()
    case UInt8(ascii: "-") where isDash():
      guard mayBeBlock else {
        throw error("a list starts on the line of its key", remedy: "Start it on a line of its own")
      }
      try sequence(at: column)
    case UInt8(ascii: "?") where isSpace(at: position + 1):
      throw error("a key of several values stands here", remedy: "Use plain texts as keys")
    case UInt8(ascii: "|"), UInt8(ascii: ">"): try blockScalar(parent: parent)
    case UInt8(ascii: "["), UInt8(ascii: "{"): try flow()
    default:
      if try startsMember() {
        guard mayBeBlock, let mappingColumn else {
          throw error(
            "a second \":\" stands on the line", remedy: "Quote the text, or start a new line")
        }
        try mapping(at: mappingColumn)
      } else {
        try scalar(parent: parent)
      }
    }
  }

  // MARK: - Collections

  private mutating func sequence(at start: Int) throws(ModelError) {
    output.append(UInt8(ascii: "["))
    var isFirst = true
    while column == start, isDash() {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      position += 1
      try value(parent: start, besideKey: false)
      try skipToToken()
    }
    try checkIndentation(start)
    output.append(UInt8(ascii: "]"))
  }

  private mutating func mapping(at start: Int) throws(ModelError) {
    output.append(UInt8(ascii: "{"))
    var isFirst = true
    while position < bytes.count, column == start, !isMarker("---"), !isMarker("...") {
      if isDash() { break }
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      pad()
      try key()
      output.append(UInt8(ascii: ":"))
      try value(parent: start, besideKey: true)
      try skipToToken()
    }
    try checkIndentation(start)
    output.append(UInt8(ascii: "}"))
  }

  /// What stands behind a dash or a colon, on its line or below.
  private mutating func value(parent: Int, besideKey: Bool) throws(ModelError) {
    skipSpaces()
    guard atLineEnd() else {
      return try node(parent: parent, mayBeBlock: !besideKey)
    }
    let (here, hereLine, hereStart) = (position, line, lineStart)
    try skipToToken()
    let isSequence = besideKey && column == parent && isDash()
    guard position < bytes.count, column > parent || isSequence, !isMarker("---"),
      !isMarker("...")
    else {
      (position, line, lineStart) = (here, hereLine, hereStart)
      _ = emitNull()
      return
    }
    try node(parent: isSequence ? parent - 1 : parent, mayBeBlock: true)
  }

  private func checkIndentation(_ start: Int) throws(ModelError) {
    guard position < bytes.count, column > start else { return }
    throw error(
      "the line is indented more deeply than its neighbors", remedy: "Indent it like them")
  }

  // MARK: - Anchors

  /// Skips a node's tag and takes its anchor.
  private mutating func properties() throws(ModelError) -> (name: String?, any: Bool) {
    var (name, any): (String?, Bool) = (nil, false)
    while let byte = peek(), byte == UInt8(ascii: "&") || byte == UInt8(ascii: "!") {
      let start = position
      while let byte = peek(), byte > 0x20, byte != UInt8(ascii: ",") { position += 1 }
      if byte == UInt8(ascii: "&") {
        name = String(decoding: bytes[start + 1..<position], as: UTF8.self)
      }
      any = true
      skipSpaces()
    }
    return (name, any)
  }

  private mutating func finish(_ anchor: String?, from start: Int) {
    if let anchor { anchors[anchor] = start..<output.count }
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
