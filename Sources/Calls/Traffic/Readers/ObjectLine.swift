import Documents

/// A line that is one object of JSON, or ends in one.
enum ObjectLine {
  /// Lines within lines are read so deeply: a log of a log.
  private static let deepest = 3

  /// Reads a line, which starts with the object where `isWhole` says so and can be nothing else then;
  /// false where it is no JSON and may be read otherwise.
  static func read(
    _ line: Span<UInt8>, _ number: Int, isWhole: Bool, into tally: inout CallTally, depth: Int = 0
  ) -> Bool {
    var bytes = line.indices.map { line[$0] }.drop { $0 == 0x1E }
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    let surrogates: JSONMending.Mended
    let document: JSONDocument
    if let parsed = try? JSONDocument(forgiving: Array(bytes)) {
      // The parser forgives half a character; in a path it would make another call.
      var copy = bytes.contains(UInt8(ascii: "\\")) ? Array(bytes) : []
      (document, surrogates) = (parsed, JSONMending.mendSurrogates(&copy))
    } else {
      var mended = Array(bytes)
      _ = JSONMending.mendEncoding(&mended)
      surrogates = JSONMending.mendSurrogates(&mended)
      JSONMending.mendNumbers(&mended)
      guard let parsed = try? JSONDocument(forgiving: mended) else {
        guard isWhole, opensObject(bytes), !precedesRequest(bytes) else { return false }
        tally.addUnread(UnreadReason.brokenJSON, at: .line(number))
        return true
      }
      document = parsed
    }
    guard document.root.kind == .object else { return false }
    var findings: [CallFacts.Finding] = []
    var texts: [[UInt8]] = []
    var reader = ObjectReader()
    if depth < deepest { reader.useText = { text, _ in texts.append(text) } }
    reader.read(document.root) { finding, _ in findings.append(finding) }
    var isCall = false
    for finding in findings {
      isCall = add(finding, surrogates.count > 0, number, into: &tally) || isCall
    }
    if isCall { return true }
    return readTexts(texts, number, isWhole: isWhole, depth, into: &tally)
  }

  /// Says whether a name in quotes follows the brace: other lines start with braces too.
  private static func opensObject(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = bytes.dropFirst().first { $0 > 0x20 }
    return first == nil || first == UInt8(ascii: "\"")
  }

  /// Says whether a request's first line is glued to the object, as a body without a line end is to
  /// what a client prints next.
  private static func precedesRequest(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let brace = bytes.lastIndex(of: UInt8(ascii: "}")) else { return false }
    let rest = Array(bytes[(brace + 1)...])
    guard case .call(let call) = PlainRequest.find(in: rest.span) else { return false }
    return call.isRequestText && call.method.lowerBound == 0
  }

  private static func add(
    _ finding: CallFacts.Finding, _ isMended: Bool, _ number: Int, into tally: inout CallTally
  ) -> Bool {
    switch finding {
    case .call(let call):
      if isMended, call.target.contains(0xEF) {
        tally.addUnread(UnreadReason.surrogate, at: .line(number))
      } else {
        tally.add(call, at: .line(number))
      }
      return true
    case .unread(let reason):
      tally.addUnread(reason, at: .line(number))
      return true
    case .noMethod, .none: return false
    }
  }

  /// Reads the texts of an object as lines of their own; what none of them holds is said once.
  private static func readTexts(
    _ texts: [[UInt8]], _ number: Int, isWhole: Bool, _ depth: Int, into tally: inout CallTally
  ) -> Bool {
    let before = tally.mentions
    // The same text often stands in several members: the first that holds a call counts.
    for text in texts where tally.mentions == before {
      for line in text.split(separator: 0x0A) {
        let line = Array(line)
        if line.first == UInt8(ascii: "{") {
          _ = read(line.span, number, isWhole: false, into: &tally, depth: depth + 1)
        } else {
          var reader = TextReader()
          reader.countsOtherLines = false
          reader.readsCommands = true
          reader.read(line.span, number, into: &tally)
          reader.finish(into: &tally)
        }
      }
    }
    guard tally.mentions == before, isWhole else { return tally.mentions != before }
    if depth == 0 { tally.leaveOut(LeftOutReason.noCall, at: .line(number)) }
    return true
  }
}
