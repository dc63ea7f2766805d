import Calls
import CatalogImport
import Documents

/// Reads calls from arguments, files and folders; what cannot be read is said, and the rest still
/// used.
struct TrafficReader {
  /// Folders are read so deeply.
  private static let deepestFolder = 16
  /// So many files of folders are read.
  private static let mostFiles = 10_000

  /// What came of the calls so far.
  private(set) var tally: CallTally
  /// What could not be read, and why.
  private(set) var problems: [String] = []
  /// Whether a file could not be read.
  var hasFailed: Bool { !problems.isEmpty }
  /// Whether problems and progress are said as they come.
  private let reports: Bool
  private var files = 0
  /// Whether an empty input is one without calls: the part of an engine may have no line.
  private let takesEmpty: Bool

  init(
    resolver: CallResolver, counting filter: StatusFilter, takingEmpty: Bool,
    reporting: Bool = true
  ) {
    (takesEmpty, reports) = (takingEmpty, reporting)
    tally = CallTally(resolver: resolver, counting: filter)
  }

  /// Takes in calls and files that a person named: what the catalog has is a call, what stands on
  /// disk is a file.
  mutating func read(calls: [String]) {
    for text in calls {
      if Self.isFile(text, tally.resolver) {
        read(.any, text)
        continue
      }
      tally.input = ""
      let call = WrittenCall(text)
      if call.target.isEmpty {
        tally.addUnread("an argument is empty: expected a call", at: .argument)
      } else {
        tally.add(argument: call)
      }
    }
  }

  /// Says whether an argument names a file: `-`, what stands on disk, and what is neither a call nor
  /// looks like one.
  static func isFile(_ text: String, _ resolver: CallResolver) -> Bool {
    if text == "-" { return true }
    let call = WrittenCall(text)
    guard call.method.isEmpty, !call.target.isEmpty else { return false }
    if case .operation = resolver.resolve(call) { return false }
    if DocumentFile.exists(text) { return true }
    guard call.target.first != UInt8(ascii: "/"), !text.utf8.contains(UInt8(ascii: "{")),
      text.firstRange(of: "://") == nil
    else { return false }
    // What has neither is a file that is not there.
    return true
  }

  /// Takes in the calls of a file, or of a folder's files; `-` is standard input.
  mutating func read(_ kind: RecordReader.Kind, _ path: String) {
    if path != "-", Folder.isFolder(path), kind == .any {
      readFolder(path, depth: 0)
      return
    }
    tally.input = path == "-" ? "standard input" : path
    do {
      try readFile(kind, path)
    } catch {
      fail(error)
    }
  }

  /// Adds what other runs counted.
  mutating func read(tally path: String) {
    tally.input = path == "-" ? "standard input" : path
    do {
      let bytes =
        path == "-" ? try StandardStreams.readInput() : try DocumentFile.read(path)
      try TallyDocument.add(bytes, to: &tally)
    } catch {
      fail(error)
    }
  }

  private mutating func fail(_ error: ModelError) {
    let error = error.file == nil ? error.inFile(tally.input) : error
    problems.append("\(error.withFileName)")
    if reports { Console.say("keywright: \(error.withFileName)") }
  }

  private mutating func readFolder(_ path: String, depth: Int) {
    let names = Folder.names(in: path).filter { $0.utf8.first != UInt8(ascii: ".") }
    let before = tally.read
    for name in names {
      let inner = path.utf8.last == UInt8(ascii: "/") ? path + name : path + "/" + name
      if Folder.isFolder(inner) {
        if depth < Self.deepestFolder { readFolder(inner, depth: depth + 1) }
        continue
      }
      files += 1
      guard files <= Self.mostFiles else { break }
      tally.input = inner
      guard Folder.holdsFile(at: inner) else {
        // It may never end, or never begin.
        tally.leaveOut("a pipe or a device, not a file", at: .line(1))
        continue
      }
      do {
        try readFile(.any, inner)
      } catch {
        // In a folder stands much that is no record.
        tally.leaveOut("a file without a call that can be read", at: .line(1))
      }
    }
    tally.input = path
    if depth == 0, tally.read == before {
      fail(
        ModelError(
          problem: "no file of the folder holds a call that can be read",
          remedy: "Name a folder with records of calls"))
    }
  }

  private mutating func readFile(
    _ kind: RecordReader.Kind, _ path: String
  ) throws(ModelError) {
    var record = RecordReader(kind, yaml: YAMLDocument.json)
    var progress = ProgressLine()
    defer { progress.clear() }
    if path == "-" { StandardStreams.tellOfTerminal() }
    try DocumentFile.withPieces(of: path) { fill throws(ModelError) in
      var start = [UInt8](repeating: 0, count: 1 << 16)
      let count = try Self.fill(&start, fill)
      start.removeLast(start.count - count)
      if takesEmpty, start.isEmpty { return }
      if path != "-", let program = PackedFile.program(of: start.span) {
        let file = UnpackedFile(path: path, program: program)
        let problem = try file.withPieces { fill throws(ModelError) in
          try read(&record, from: fill, &progress)
        }
        if let problem { tally.addUnread(problem, at: .line(max(record.lines, 1))) }
        return
      }
      try read(
        &record,
        from: { (buffer) throws(ModelError) in
          // A terminal whose end was met would be asked for more.
          guard !start.isEmpty else { return count == 0 ? 0 : try fill(buffer) }
          let taken = min(buffer.count, start.count)
          buffer.copyBytes(from: start[..<taken])
          start.removeFirst(taken)
          return taken
        }, &progress)
    }
  }

  private mutating func read(
    _ record: inout RecordReader,
    from fill: (UnsafeMutableRawBufferPointer) throws(ModelError) -> Int,
    _ progress: inout ProgressLine
  ) throws(ModelError) {
    let reports = reports
    try record.readAll(
      into: &tally,
      show: { lines, tally in
        guard reports else { return }
        progress.show("\(lines) lines, \(tally.unresolved.count) calls unresolved")
      }, from: fill)
  }

  private static func fill(
    _ bytes: inout [UInt8], _ fill: (UnsafeMutableRawBufferPointer) throws(ModelError) -> Int
  ) throws(ModelError) -> Int {
    var count: Result<Int, ModelError> = .success(0)
    bytes.withUnsafeMutableBytes { buffer in
      do throws(ModelError) {
        count = .success(try fill(buffer))
      } catch {
        count = .failure(error)
      }
    }
    return try count.get()
  }
}
