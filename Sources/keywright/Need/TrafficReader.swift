import Calls
import Documents

/// Reads calls from arguments and files; what cannot be read is said, and the rest still used.
struct TrafficReader {
  /// What a file holds.
  enum Kind {
    case archive
    case log
    case curl
  }

  /// What came of the calls so far.
  private(set) var tally: CallTally
  /// Whether a file could not be read.
  private(set) var hasFailed = false

  init(resolver: CallResolver) { tally = CallTally(resolver: resolver) }

  /// Takes in calls that a person named.
  mutating func read(calls: [String]) {
    tally.input = ""
    for call in calls.map({ WrittenCall($0) }) {
      if call.target.isEmpty {
        tally.addFault("an argument is empty where a call should stand", at: .argument)
      } else {
        tally.add(call, at: .argument)
      }
    }
  }

  /// Takes in the calls of a file; `-` is standard input.
  mutating func read(_ kind: Kind, _ path: String) {
    tally.input = path == "-" ? "standard input" : path
    do {
      switch kind {
      case .archive: try HTTPArchive.read(bytes(path), into: &tally)
      case .curl: try CurlReader.read(bytes(path), into: &tally)
      case .log: try readLog(path)
      }
    } catch {
      hasFailed = true
      let error = error.file == nil ? error.inFile(tally.input) : error
      Console.say("keywright: \(error.withFileName)")
    }
  }

  private func bytes(_ path: String) throws(ModelError) -> [UInt8] {
    path == "-" ? try DocumentFile.readStandardInput() : try DocumentFile.read(path)
  }

  private mutating func readLog(_ path: String) throws(ModelError) {
    var log = LogReader()
    var progress = ProgressLine()
    defer { progress.clear() }
    try DocumentFile.readPieces(of: path) { piece throws(ModelError) in
      try log.read(piece, into: &tally)
      progress.show("\(log.lines) lines, \(tally.unresolved.count) calls unresolved")
    }
    try log.finish(into: &tally)
  }
}
