import Calls
import Documents

/// The calls that were read, from what was pasted or from files; nothing else of either is kept.
package struct CallRecords: Hashable, Sendable {
  /// The calls, with what was left out and what was not understood.
  package var tally: CallTally

  /// Takes a tally.
  package init(_ tally: CallTally) { self.tally = tally }

  /// Says whether the same was read.
  package static func == (left: CallRecords, right: CallRecords) -> Bool {
    left.tally.read == right.tally.read && left.tally.counts == right.tally.counts
      && left.tally.failures == right.tally.failures
      && left.tally.unresolved == right.tally.unresolved
      && left.tally.leftOut == right.tally.leftOut && left.tally.unread == right.tally.unread
  }

  /// Hashes what differs most.
  package func hash(into hasher: inout Hasher) { hasher.combine(tally.read) }

  /// Takes in what was pasted or typed: calls by themselves, one a line, and commands, requests and
  /// records in any form that a file may have.
  ///
  /// A line that is a call by itself is one wherever it stands, but inside the quotes of a command, or
  /// where a command goes on. Beside commands a URL without a method is none, as in a file.
  mutating func read(pasted text: String) {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    var rest: [String] = []
    let isDocument = ["{", "["].contains(text.first { !$0.isWhitespace })
    let hasCommands = RecordReader.hasCommand(text)
    var (quotes, goesOn) = (0, false)
    for line in lines {
      if !isDocument, !goesOn, quotes % 2 == 0, let call = Self.call(line),
        !(hasCommands && call.method.isEmpty)
      {
        tally.input = ""
        tally.add(argument: call)
        continue
      }
      rest.append(line)
      quotes += line.utf8.count { $0 == UInt8(ascii: "'") }
      goesOn = ["\\", "^", "`"].contains(line.last { $0 != " " })
    }
    guard rest.contains(where: { $0.contains { !$0.isWhitespace } }) else { return }
    tally.input = "pasted"
    let before = tally.read
    var reader = RecordReader()
    do {
      let bytes = Array(rest.joined(separator: "\n").utf8)
      try reader.read(bytes.span, into: &tally)
      try reader.finish(into: &tally)
    } catch {
      // Headers behind a request that was taken by itself are no riddle.
      if tally.read == before, rest.count < lines.count {
        tally.leaveOut("lines without a call", at: .line(1), count: rest.count)
      } else {
        tally.addUnread(error.problem, at: .line(1))
      }
    }
  }

  /// The call that a line is by itself: `METHOD target`, a URL or a path.
  private static func call(_ line: String) -> WrittenCall? {
    let words = line.split { $0 == " " || $0 == "\t" }
    guard let target = words.last, words.count <= 2,
      target.hasPrefix("/") || target.hasPrefix("http://") || target.hasPrefix("https://")
    else { return nil }
    guard words.count == 1 || methods.contains(words[0].uppercased()) else { return nil }
    return WrittenCall(words.joined(separator: " "))
  }

  /// The methods of HTTP; another word before a URL is a command, such as `curl`.
  private static let methods = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
  ]
}
