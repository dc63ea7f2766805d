import Documents

/// Reads the calls of a record, whatever program wrote it, by what stands in it.
///
/// Lines are read as they come, in constant memory; documents and scripts are read whole. What a
/// record holds is told from its first bytes:
/// - a document of JSON over several lines, or several of them: `DocumentReader`;
/// - YAML with requests: the same, by way of `yaml`;
/// - a text with command lines: `ScriptReader`;
/// - all else, lines of JSON above all: `TextReader`, line by line.
package struct RecordReader: Sendable {
  /// How a record is to be read.
  package enum Kind: Sendable {
    /// By what stands in it.
    case any
    /// As one document, such as an HTTP archive.
    case document
    /// As lines, such as an access log.
    case lines
    /// As a text with command lines.
    case script
  }

  /// Turns YAML into JSON with the same lines.
  package typealias YAML = @Sendable ([UInt8]) throws(ModelError) -> [UInt8]

  enum Reading {
    case undecided
    case whole(Kind)
    case lines
  }

  /// So many bytes are looked at to tell what a record is.
  var sniffed = 1 << 18

  private let kind: Kind
  private let yaml: YAML?
  private(set) var reading = Reading.undecided
  private var kept: [UInt8] = []
  private var splitter = LineSplitter()
  private var text = TextReader()
  private var mentions = 0

  /// Whether plain lines are looked for first; false for comparing.
  var usesPlainLines: Bool {
    get { text.usesPlainLines }
    set { text.usesPlainLines = newValue }
  }

  /// How many lines were read, where the record is read by lines.
  package var lines: Int { splitter.count }

  /// Prepares the reading of one record.
  ///
  /// - Parameters:
  ///   - kind: how it is to be read.
  ///   - yaml: what turns YAML into JSON; without it, YAML is read as text.
  package init(_ kind: Kind = .any, yaml: YAML? = nil) {
    self.kind = kind
    self.yaml = yaml
    text.readsCommands = true
  }

  /// Whether a text has a command line that makes a call, such as one of curl.
  package static func hasCommand(_ text: String) -> Bool {
    ScriptReader.hasCommand(Array(text.utf8).span)
  }

  /// Reads a piece of the record.
  ///
  /// - Throws: `ModelError` where the bytes are those of a packed file, or of UTF-16.
  package mutating func read(
    _ piece: Span<UInt8>, into tally: inout CallTally
  ) throws(ModelError) {
    switch reading {
    case .lines: feed(piece, into: &tally)
    case .whole, .undecided:
      guard kept.count + piece.count <= JSONDocument.maximumBytes else {
        throw ModelError(
          problem: "the file has more than \(JSONDocument.maximumBytes >> 20) MiB",
          remedy: "Split it, or leave out what the program does not read")
      }
      piece.withUnsafeBufferPointer { kept += $0 }
      if case .undecided = reading, kept.count >= sniffed {
        try decide(isWhole: false, into: &tally)
      }
    }
  }

  /// Reads what is left.
  ///
  /// - Throws: `ModelError` where the record is empty, or no call was in it.
  package mutating func finish(into tally: inout CallTally) throws(ModelError) {
    if case .undecided = reading { try decide(isWhole: true, into: &tally) }
    switch reading {
    case .undecided: break
    case .whole(let kind): try readWhole(kind, into: &tally)
    case .lines:
      splitter.finish { kind, line, number in Self.read(&text, kind, line, number, &tally) }
      text.finish(into: &tally)
      guard splitter.count > 0 else { throw UnreadableRecord.empty }
      if tally.mentions == mentions { throw UnreadableRecord.noCall }
      try Self.requireCalls(since: mentions, in: tally)
    }
  }

  // MARK: - Deciding

  private mutating func decide(isWhole: Bool, into tally: inout CallTally) throws(ModelError) {
    mentions = tally.mentions
    try UnreadableRecord.check(kept)
    if kept.starts(with: [0xEF, 0xBB, 0xBF]) { kept.removeFirst(3) }
    let form = kind == .any ? form(isWhole: isWhole) : kind
    guard form == .lines || form == .any else {
      reading = .whole(form)
      return
    }
    reading = .lines
    let bytes = kept
    kept = []
    feed(bytes.span, into: &tally)
  }

  private func form(isWhole: Bool) -> Kind {
    var start = 0
    while start < kept.count, kept[start] <= 0x20, kept[start] != 0x1E { start += 1 }
    guard start < kept.count else { return .lines }
    switch kept[start] {
    case 0x1E: return .document
    case UInt8(ascii: "{"):
      return Self.isLines(kept[start...], isWhole: isWhole) ? .lines : .document
    case UInt8(ascii: "["):
      // Many a line of a log starts with a date in brackets.
      let next = kept[(start + 1)...].first { $0 > 0x20 }
      if next == UInt8(ascii: "{") || next == UInt8(ascii: "]") || next == UInt8(ascii: "[") {
        return .document
      }
    default: break
    }
    if yaml != nil, YAMLRecord.isLikely(kept) { return .document }
    return ScriptReader.hasCommand(kept.span) ? .script : .lines
  }

  /// Says whether an object ends on the line that it starts on, and another line follows.
  private static func isLines(_ bytes: ArraySlice<UInt8>, isWhole: Bool) -> Bool {
    guard let end = bytes.firstIndex(of: 0x0A) else { return false }
    let first = bytes[..<end].last { $0 > 0x20 }
    guard first == UInt8(ascii: "}") else { return false }
    var depth = 0
    var isInText = false
    var index = bytes.startIndex
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "\\") where isInText: index += 1
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "{") where !isInText: depth += 1
      case UInt8(ascii: "}") where !isInText: depth -= 1
      default: break
      }
      index += 1
    }
    guard depth == 0, !isInText else { return false }
    let rest = bytes[end...].first { $0 > 0x20 }
    return rest != nil || !isWhole
  }

  // MARK: - Reading

  private mutating func feed(_ piece: Span<UInt8>, into tally: inout CallTally) {
    splitter.feed(piece) { kind, line, number in Self.read(&text, kind, line, number, &tally) }
  }

  /// Prepares the reading of whole blocks of lines, where lines are read: gives back the bytes of the
  /// line that is not finished.
  ///
  /// Nil where the record is not read by lines, or not known to be, or that line is too long.
  mutating func startBlocks() -> [UInt8]? {
    guard case .lines = reading else { return nil }
    return splitter.takeCarry()
  }

  /// Reads the lines of a block of which the plain ones have been found.
  mutating func take(_ scan: BlockScan, into tally: inout CallTally) {
    let first = splitter.count
    guard scan.isScanned, text.takesPlainLines else {
      feed(scan.block.bytes.span.extracting(0..<scan.block.count), into: &tally)
      return
    }
    for (index, other) in scan.others.enumerated() {
      let line = scan.block.bytes.span.extracting(other.range)
      LineSplitter.give(line, first + other.number) { kind, line, number in
        Self.read(&text, kind, line, number, &tally)
      }
      guard text.takesPlainLines else {
        // The line changed what the following ones are: a header of a table, for example.
        var plain = TextReader.ofPlainLines
        let before = Set(scan.others[...index].map(\.number))
        scan.block.forEachLine { range, number in
          guard !before.contains(number) else { return }
          let line = scan.block.bytes.span.extracting(range)
          LineSplitter.give(line, first + number) { kind, line, place in
            if number < other.number {
              Self.read(&plain, kind, line, place, &tally)
            } else {
              Self.read(&text, kind, line, place, &tally)
            }
          }
        }
        splitter.pass(lines: scan.lines)
        return
      }
    }
    tally.add(scan.calls, after: first)
    splitter.pass(lines: scan.lines)
  }

  private static func read(
    _ text: inout TextReader, _ kind: LineSplitter.Line, _ line: Span<UInt8>, _ number: Int,
    _ tally: inout CallTally
  ) {
    guard case .whole = kind else {
      let limit = LineSplitter.longestLine >> 20
      tally.addUnread("the line is longer than \(limit) MiB", at: .line(number))
      return
    }
    text.read(line, number, into: &tally)
  }

  private mutating func readWhole(_ kind: Kind, into tally: inout CallTally) throws(ModelError) {
    let bytes = kept
    kept = []
    guard bytes.contains(where: { $0 > 0x20 }) else { throw UnreadableRecord.empty }
    switch kind {
    case .document:
      if let yaml, YAMLRecord.isLikely(bytes), !YAMLRecord.startsAsJSON(bytes) {
        try YAMLRecord.read(bytes, yaml, into: &tally)
      } else {
        try DocumentReader.read(bytes, into: &tally)
      }
    default:
      var lines = TextReader()
      lines.countsOtherLines = false
      lines.countsBareAddresses = true
      var script = ScriptReader(bytes, lines: lines)
      script.read(into: &tally)
    }
    try Self.requireCalls(since: mentions, in: tally)
  }

  /// A record of whose lines none is a call, nor may be one, is none.
  private static func requireCalls(since before: Int, in tally: CallTally) throws(ModelError) {
    guard tally.mentions > before else { throw UnreadableRecord.noCall }
  }
}
