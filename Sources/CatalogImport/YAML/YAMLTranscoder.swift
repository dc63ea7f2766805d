import Documents

/// Turns YAML into JSON line for line, so that every place in the JSON is the place in the YAML.
///
/// Ours, and not a library's. libyaml reads 217 of the 256 single documents of the yaml-test-suite
/// as they are meant, and accepts 16 of its 94 invalid ones; libfyaml reads all, at more than twice
/// the time of this reader, and is a further library to install; Yams brings all of Foundation.
/// Reads one document: block and flow collections, all five kinds of scalars, anchors, aliases, tags
/// and directives, as YAML 1.2 has them. Refuses keys that are collections, and further documents.
struct YAMLTranscoder {
  /// Documents nested more deeply are refused, as in JSON.
  static let maximumDepth = JSONDocument.maximumDepth
  /// So many bytes may aliases add: a document must not cost more than it is long.
  static let maximumAliasBytes = 8 * 1024 * 1024

  /// Where reading stands.
  struct Place {
    var position = 0
    var line = 1
    var lineStart = 0
  }

  let bytes: [UInt8]
  var place = Place()
  var output: [UInt8] = []
  var outputLine = 1
  /// Where `startsMember` looked last, and the colon that it found.
  var lookedAt = -1
  var colon: Int?
  var anchors: [String: Range<Int>] = [:]
  /// The anchors in the order in which their nodes ended, with where these start.
  var anchorOrder: [(name: String, start: Int)] = []
  var aliasBytes = 0
  var depth = 0
  /// How many brackets are open.
  var depthOfFlow = 0
  /// The handles of tags that directives define.
  var handles: Set<String> = ["!", "!!"]

  /// The document as JSON, with as many lines.
  static func json(from bytes: [UInt8]) throws(ModelError) -> [UInt8] {
    let signs = RareSigns(in: bytes)
    var transcoder = YAMLTranscoder(bytes: signs.hasReturn ? withLineFeeds(bytes) : bytes)
    if signs.hasControl { try transcoder.refuseControls() }
    try transcoder.transcode()
    return transcoder.output
  }

  /// What few documents hold, looked for in one pass over all bytes that does nothing else.
  private struct RareSigns {
    private(set) var hasReturn = false
    private(set) var hasControl = false

    init(in bytes: [UInt8]) {
      // In the highest bit of each: without a comparison the compiler takes sixteen bytes at once.
      var (returns, controls): (UInt8, UInt8) = (0, 0)
      for byte in bytes {
        let isLow = (byte &- 0x20) & ~byte
        let isNoReturn = (byte ^ 0x0D) &+ 0x7F | byte
        let isNoSpace = ((byte ^ 0x09) &+ 0x7F) & ((byte ^ 0x0A) &+ 0x7F) & isNoReturn
        returns |= ~isNoReturn
        controls |= isLow & isNoSpace & ((byte ^ 0x1B) &+ 0x7F)
      }
      (hasReturn, hasControl) = (returns & 0x80 != 0, controls & 0x80 != 0)
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count + bytes.count / 4)
  }

  /// The same with line feeds in the place of carriage returns that stand alone, which break lines.
  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for index in bytes.indices where bytes[index] == 0x0D {
      if index + 1 == bytes.count || bytes[index + 1] != 0x0A { result[index] = 0x0A }
    }
    return result
  }

  var position: Int {
    get { place.position }
    set { place.position = newValue }
  }

  var column: Int { place.position - place.lineStart }

  // MARK: - The document

  private mutating func transcode() throws(ModelError) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      place.position = 3
      place.lineStart = 3
    }
    try skipToToken()
    let hasDirectives = try directives()
    if isMarker("---") {
      position += 3
    } else if hasDirectives {
      throw error("directives have no document", remedy: "Write --- below them")
    }
    let markerLine = place.line
    let isMarked = position > 0 && column == 3
    try skipToToken()
    if position >= bytes.count || isMarker("...") {
      if !isMarked {
        throw error("the document is empty", remedy: "Give a description of an API")
      }
      emitNull()
    } else if isMarker("---") {
      emitNull()
    } else {
      // A mapping or a list cannot start beside the mark.
      try node(parent: -1, mayBeBlock: !isMarked || place.line > markerLine)
    }
    try end()
  }

  private mutating func end() throws(ModelError) {
    try skipToToken()
    while isMarker("...") {
      position += 3
      skipSpaces()
      guard atLineEnd() else {
        throw error("something follows the mark of the document's end", remedy: "Remove it")
      }
      try skipToToken()
    }
    guard position < bytes.count else { return }
    if isMarker("---") || column == 0 && peek() == UInt8(ascii: "%") {
      throw error("a second document starts here", remedy: "Give one document a file")
    }
    throw error("this line belongs to nothing above it", remedy: "Indent it like its neighbors")
  }

  /// Reads the directives above a document.
  private mutating func directives() throws(ModelError) -> Bool {
    var hasVersion = false
    var any = false
    while peek() == UInt8(ascii: "%"), column == 0 {
      any = true
      let start = place
      skipLine()
      let words = bytes[start.position..<position].split { $0 <= 0x20 }
      let comment = words.firstIndex { $0.first == UInt8(ascii: "#") } ?? words.endIndex
      let names = words[..<comment].map { String(decoding: $0, as: UTF8.self) }
      if names[0] == "%YAML" {
        let isVersion = names.last?.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        guard names.count == 2, isVersion == true, !hasVersion else {
          place = start
          throw error("this is not a YAML directive", remedy: "Write %YAML 1.2, once")
        }
        hasVersion = true
      } else if names[0] == "%TAG", names.count == 3 {
        handles.insert(names[1])
      }
      try skipToToken()
    }
    return any
  }

  /// Refuses bytes that would pass for spaces, and that no text has; an escape sequence is left to
  /// whoever shows it.
  private mutating func refuseControls() throws(ModelError) {
    guard let bad = bytes.firstIndex(where: Self.isControl) else { return }
    while let next = bytes[position..<bad].firstIndex(of: 0x0A) {
      position = next
      newLine()
    }
    position = bad
    throw error(
      "the document has a control character (byte \(bytes[bad]))",
      remedy: "Write it as an escape, or leave it out")
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D && byte != 0x1B
  }

  // MARK: - Nodes

  /// Reads the node at the position, whose parent stands at a column.
  ///
  /// `mayBeBlock` says whether a list or a mapping of lines can start here.
  mutating func node(
    parent: Int, mayBeBlock: Bool, takesDashAtParent: Bool = false
  ) throws(ModelError) {
    try descend()
    defer { depth -= 1 }
    var mayBeBlock = mayBeBlock && !isTabbed()
    var properties = Properties()
    // A key's properties stand on its line; those above it are the mapping's.
    while isProperty(), !(mayBeBlock && startsMember()) {
      try property(&properties)
      skipSpaces()
      guard atLineEnd() else {
        mayBeBlock = false
        continue
      }
      let here = place
      try skipToToken()
      let isSequence = takesDashAtParent && isDash() && column == parent
      guard position < bytes.count, indentation() > parent || isSequence, !isAnyMarker() else {
        place = here
        pad()
        let start = output.count
        emitScalar([], properties)
        return finish(properties, from: start)
      }
      mayBeBlock = !isTabbed()
    }
    pad()
    let start = output.count
    try content(parent: parent, mayBeBlock: mayBeBlock, properties)
    finish(properties, from: start)
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
    parent: Int, mayBeBlock: Bool, _ properties: Properties
  ) throws(ModelError) {
    // Where no mapping can start, most texts show themselves what is wrong with them.
    let isSimple = !mayBeBlock && !startsWithSign() && !isTabbed()
    if !isSimple,
      startsMember() || isIndicator(UInt8(ascii: "?")) || isIndicator(UInt8(ascii: ":"))
    {
      guard mayBeBlock else {
        if isTabbed() { throw tabbed() }
        if peek() == UInt8(ascii: "?") { try checkPlainStart() }
        throw error(
          "the line has a second \":\"", remedy: "Quote the text, or start a new line")
      }
      return try mapping(at: column)
    }
    if isDash() {
      guard mayBeBlock else {
        if isTabbed() { throw tabbed() }
        throw error("a list starts on the line of its key", remedy: "Start it on a line of its own")
      }
      return try sequence(at: column)
    }
    switch peek() {
    case UInt8(ascii: "*"):
      guard !properties.isAny else {
        throw error("an alias has a tag or an anchor of its own", remedy: "Remove that")
      }
      try alias()
      try requireLineEnd("an alias")
    case UInt8(ascii: "|"), UInt8(ascii: ">"): try blockScalar(parent: parent)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try flow(indentation: parent + 1)
      try requireLineEnd("the closing bracket")
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      emitQuoted(try quoted(indentation: parent + 1), properties)
      try requireLineEnd("the closing quote")
    default: emitScalar(try plain(parent: parent), properties)
    }
  }

  private mutating func requireLineEnd(_ what: MessageText) throws(ModelError) {
    skipSpaces()
    guard !atLineEnd() else { return }
    if peek() == UInt8(ascii: ":") {
      throw error("a key has several values or lines", remedy: "Use plain texts as keys")
    }
    throw error("something follows " + what, remedy: "Quote the whole text")
  }
}
