import Documents

/// Reads lines: of access logs, of clients' logs, of requests that are written out, of tables, and of
/// JSON.
///
/// Keeps one call at most whose answer may still follow.
struct TextReader: Sendable {
  /// A call that a later line may complete.
  private struct Open {
    var call: CallEvidence
    var line: Int
    var isRequestText: Bool
    var isCommand: Bool
    /// Whether the host may still be named.
    var awaitsHost = true
    /// Whether the same request is logged again where it is sent.
    var isStart = false
  }

  /// The variables that the text sets, for `{{name}}`.
  var variables = ScriptVariables()
  /// Whether lines without a call are counted.
  var countsOtherLines = true
  /// Whether a line that is an address alone, of a call that is known, is one that is not understood:
  /// in a text with command lines it is no call, and may have been meant for one.
  var countsBareAddresses = false
  /// Whether lines may hold command lines of their own.
  var readsCommands = false

  /// An answer in words stands so close behind its call.
  private static let mostLinesToAnswer = 8

  private var open: Open?
  private var table: TableReader?
  private var trace = TraceText()
  private var fields = FieldLines()
  /// The line of a known call's address whose method may follow.
  private var awaited: Int?
  private var lines = 0
  /// Whether plain lines are looked for first; false for comparing.
  var usesPlainLines = true
  private var block: [UInt8]?

  /// Whether a plain line means the same whatever stood before it.
  var takesPlainLines: Bool {
    usesPlainLines && table == nil && !trace.isOpen && lines > TableReader.lastHeaderLine
  }

  /// A reader of plain lines alone, to which it does not matter what stood before them.
  static var ofPlainLines: TextReader {
    var reader = TextReader()
    reader.lines = TableReader.lastHeaderLine + 1
    return reader
  }

  /// Reads a line without its line break.
  mutating func read(_ line: Span<UInt8>, _ number: Int, into tally: inout CallTally) {
    if usesPlainLines, table == nil, !trace.isOpen, let call = CommonLogLine.call(in: line) {
      lines += 1
      tally.add(
        method: line.extracting(call.method), target: line.extracting(call.target),
        host: line.extracting(0..<0), status: call.status, at: .line(number))
      return
    }
    var line = line
    if line.count > 0, line[line.count - 1] == 0x0D { line = line.extracting(0..<(line.count - 1)) }
    if lines == 0, LineBytes.starts(line, 0, with: "\u{FEFF}") {
      line = line.extracting(3..<line.count)
    }
    lines += 1
    if trace.isOpen || TraceText.isTrace(line) {
      guard let whole = trace.add(line, number) else { return }
      readTrace(whole, into: &tally)
      guard trace.isLate else { return }
    }
    for index in line.indices where line[index] == 0x1B {
      let plain = Self.withoutColors(line)
      readPlain(plain.span, number, into: &tally)
      return
    }
    readPlain(line, number, into: &tally)
  }

  /// Adds the call of a command line; the transcript of its request may follow.
  mutating func add(command call: CallEvidence, at line: Int, into tally: inout CallTally) {
    // Hurl writes the request, and then the command that makes it again.
    if let open, !open.isCommand, open.call.status == nil, open.call.method == call.method,
      open.call.target == call.target
    {
      self.open = nil
    }
    close(into: &tally)
    open = Open(call: call, line: line, isRequestText: false, isCommand: true)
  }

  /// Gives out what no line can complete any more.
  mutating func finish(into tally: inout CallTally) {
    if let rest = trace.rest() { readTrace(rest, into: &tally) }
    close(into: &tally)
    settleAddress(hasMethod: false, into: &tally)
  }

  /// Reads what a trace holds, which may be several lines of a request.
  private mutating func readTrace(_ part: (text: [UInt8], line: Int), into tally: inout CallTally) {
    for line in part.text.split(separator: 0x0A) {
      let plain = line.last == 0x0D ? line.dropLast() : line
      if !plain.isEmpty { readPlain(Array(plain).span, part.line, into: &tally) }
    }
  }

  private mutating func close(into tally: inout CallTally) {
    guard let open else { return }
    self.open = nil
    tally.add(open.call, at: .line(open.line))
  }

  // MARK: - One line

  private mutating func readPlain(
    _ line: Span<UInt8>, _ number: Int, into tally: inout CallTally
  ) {
    let start = LineBytes.skipBlanks(line, 0)
    guard start < line.count else {
      open?.awaitsHost = false
      return
    }
    if readTable(line, number, into: &tally) { return }
    if let json = Self.startOfJSON(line, start) {
      let isRead = ObjectLine.read(
        line.extracting(json..<line.count), number, isWhole: json == start, into: &tally)
      if isRead { return }
    }
    if let found = QuotedRequest.find(in: line), !isPairs(found, line) {
      take(found, line, number, into: &tally)
      return
    }
    if let found = PlainRequest.find(in: line) {
      if case .call(let call) = found, completesOpen(call, line) {
        close(into: &tally)
        return
      }
      take(found, line, number, into: &tally)
      return
    }
    if let facts = KeyValueLine.facts(in: line),
      case .call(let call) = facts.finding(host: [], status: nil, hasVariables: false)
    {
      tally.add(call, at: .line(number))
      return
    }
    if readBlock(line, start, number, into: &tally) { return }
    if let awaited, number - awaited > FieldLines.mostLines {
      settleAddress(hasMethod: false, into: &tally)
    }
    let address = fields.addressLine
    if let call = fields.add(line, number) {
      close(into: &tally)
      settleAddress(hasMethod: address == awaited, into: &tally)
      open = Open(call: call, line: number, isRequestText: false, isCommand: false)
      return
    }
    if countsBareAddresses, AddressText.isOperation(line, of: tally.resolver) {
      addAddress(number, into: &tally)
      return
    }
    if complete(line, number, into: &tally) { return }
    if readsCommands, ScriptReader.hasCommand(line) {
      readCommands(line, number, into: &tally)
    } else if countsOtherLines {
      if Self.isBinary(line) {
        tally.addUnread(UnreadReason.binary, at: .line(number))
      } else if AddressText.namesOperation(line, of: tally.resolver) {
        addAddress(number, into: &tally)
      } else {
        tally.leaveOut(LeftOutReason.noCall, at: .line(number))
      }
    }
  }

  /// Counts the address of a known call, at once or where its method may still follow later on.
  private mutating func addAddress(_ number: Int, into tally: inout CallTally) {
    guard fields.addressLine == number else {
      tally.addUnread(UnreadReason.noMethod, at: .line(number))
      return
    }
    settleAddress(hasMethod: false, into: &tally)
    awaited = number
  }

  /// Counts the line of an address that waited for its method.
  private mutating func settleAddress(hasMethod: Bool, into tally: inout CallTally) {
    guard let line = awaited else { return }
    awaited = nil
    if hasMethod {
      tally.leaveOut(LeftOutReason.noCall, at: .line(line))
    } else {
      tally.addUnread(UnreadReason.noMethod, at: .line(line))
    }
  }

  /// Says whether what a quote holds is a word of a line of pairs: `"HTTP" verb="GET" URI="/orders"`.
  private func isPairs(_ finding: LineFinding, _ line: Span<UInt8>) -> Bool {
    guard case .leftOut(LeftOutReason.notHTTP) = finding else { return false }
    return KeyValueLine.facts(in: line) != nil
  }

  private mutating func take(
    _ finding: LineFinding, _ line: Span<UInt8>, _ number: Int, into tally: inout CallTally
  ) {
    switch finding {
    case .call(let call) where call.isOpen || call.isRequestText:
      begin(call, line, number, into: &tally)
    case .call(let call):
      let method = line.extracting(call.method)
      let host = line.extracting(call.host ?? 0..<0)
      let target = line.extracting(call.target)
      if let plain = Self.withoutFragment(target) {
        tally.add(
          method: method, target: plain.span, host: host, status: call.status,
          mayBeCut: call.mayBeCut, at: .line(number))
      } else {
        tally.add(
          method: method, target: target, host: host, status: call.status,
          mayBeCut: call.mayBeCut, at: .line(number))
      }
    case .leftOut(let reason): tally.leaveOut(reason, at: .line(number))
    case .unread(let reason): tally.addUnread(reason, at: .line(number))
    case .none: break
    }
  }

  /// A target that a server received, in which `#` starts no fragment; nil where it has none.
  ///
  /// HAProxy writes `#22` for a quote; what else holds the sign is one segment's own.
  private static func withoutFragment(_ target: Span<UInt8>) -> [UInt8]? {
    guard target.firstIndex(of: UInt8(ascii: "#"), from: 0) != nil else { return nil }
    var plain: [UInt8] = []
    for index in target.indices {
      guard target[index] == UInt8(ascii: "#") else {
        plain.append(target[index])
        continue
      }
      let isEscape =
        index + 2 < target.count && PercentCoding.digit(target[index + 1]) != nil
        && PercentCoding.digit(target[index + 2]) != nil
      plain += isEscape ? Array("%".utf8) : Array("%23".utf8)
    }
    return plain
  }

  /// Starts a call whose host or answer may follow.
  private mutating func begin(
    _ found: LineCall, _ line: Span<UInt8>, _ number: Int, into tally: inout CallTally
  ) {
    let target = variables.filling(found.target.map { line[$0] })
    let call = CallEvidence(
      method: found.method.map { line[$0] }, target: target,
      host: found.host.map { $0.map { line[$0] } } ?? [], status: found.status,
      hasVariables: target.contains(UInt8(ascii: "{")))
    if let open, open.isCommand, open.call.method == call.method, found.isRequestText,
      Self.isSamePath(open.call.target, target)
    {
      // What the command printed of its own request.
      self.open?.isRequestText = true
      return
    }
    // .NET's client logs a request twice: where it is handed over, and where it is sent.
    if let open, open.isStart, open.call.status == nil, Self.isSame(open.call, found, line) {
      self.open = nil
    }
    close(into: &tally)
    open = Open(call: call, line: number, isRequestText: found.isRequestText, isCommand: false)
    open?.isStart = LineBytes.find("Start processing HTTP request", in: line) != nil
    if found.status != nil, !found.isRequestText { close(into: &tally) }
  }

  /// Takes in how the open call ended, where a line says it of the same call.
  ///
  /// So kubectl logs its requests, as a command and then with their answer, and ASP.NET Core, where
  /// they start and where they finish. False for other lines.
  private mutating func completesOpen(_ found: LineCall, _ line: Span<UInt8>) -> Bool {
    guard let open, open.call.status == nil, let status = found.status,
      Self.isSame(open.call, found, line)
    else { return false }
    self.open?.call.status = status
    return true
  }

  private static func isSame(
    _ call: CallEvidence, _ found: LineCall, _ line: Span<UInt8>
  ) -> Bool {
    guard call.method == found.method.map({ line[$0] }),
      case let target = found.target.map({ line[$0] }),
      let called = CallTarget(call.target), let other = CallTarget(target)
    else { return false }
    return called.host == other.host && called.path == other.path
  }

  private static func isSamePath(_ url: [UInt8], _ path: [UInt8]) -> Bool {
    let end = path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    return CallTarget(url)?.path == Array(end)
  }

  /// Takes in a line that completes the open call; false where it does not.
  private mutating func complete(
    _ line: Span<UInt8>, _ number: Int, into tally: inout CallTally
  ) -> Bool {
    guard let open else { return false }
    if open.isRequestText, open.awaitsHost, open.call.host.isEmpty,
      let host = RequestText.host(in: line)
    {
      self.open?.call.host = host.map { line[$0] }
      return true
    }
    let said =
      number - open.line <= Self.mostLinesToAnswer ? AnswerPhrase.status(inLine: line) : nil
    guard let status = RequestText.status(in: line) ?? said, open.call.status == nil else {
      return open.isRequestText || open.isCommand
    }
    if status < 200, status > 0, status != 101 { return true }
    self.open?.call.status = status
    close(into: &tally)
    return true
  }

  // MARK: - Forms of lines

  private mutating func readTable(
    _ line: Span<UInt8>, _ number: Int, into tally: inout CallTally
  ) -> Bool {
    if line[0] == UInt8(ascii: "#") {
      if let header = TableReader(header: line), LineBytes.starts(line, 0, with: "#Fields:") {
        table = header
        return true
      }
      return table != nil || LineBytes.starts(line, 0, with: "#Version:")
        || LineBytes.starts(line, 0, with: "#Software:")
        || LineBytes.starts(line, 0, with: "#Date:")
    }
    if table == nil, lines <= TableReader.lastHeaderLine, let header = TableReader(header: line) {
      table = header
      return true
    }
    guard let finding = table?.finding(in: line) else { return false }
    switch finding {
    case .call(let call): tally.add(call, at: .line(number))
    case .unread(let reason): tally.addUnread(reason, at: .line(number))
    case .noMethod, .none: tally.leaveOut(LeftOutReason.noCall, at: .line(number))
    }
    return true
  }

  /// `put {` and `url: …` of Bruno.
  private mutating func readBlock(
    _ line: Span<UInt8>, _ start: Int, _ number: Int, into tally: inout CallTally
  ) -> Bool {
    if let method = block {
      if line[start] == UInt8(ascii: "}") { block = nil }
      guard LineBytes.starts(line, start, with: "url:") else { return true }
      let value = LineBytes.skipBlanks(line, start + 4)
      let target = variables.filling((value..<line.count).map { line[$0] }.filter { $0 > 0x20 })
      tally.add(
        CallEvidence(method: method, target: target, hasVariables: true), at: .line(number))
      return true
    }
    guard line[line.count - 1] == UInt8(ascii: "{"),
      let end = LineBytes.endOfMethod(line, start, anyCase: true),
      LineBytes.skipBlanks(line, end) == line.count - 1
    else { return false }
    block = (start..<end).map { line[$0] }
    return true
  }

  private func readCommands(_ line: Span<UInt8>, _ number: Int, into tally: inout CallTally) {
    var reader = TextReader()
    reader.countsOtherLines = false
    var script = ScriptReader(line.indices.map { line[$0] }, lines: reader, firstLine: number)
    script.read(into: &tally)
  }
}
