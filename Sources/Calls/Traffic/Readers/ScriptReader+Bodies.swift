/// Here-documents: what a script sends to its commands.
extension ScriptReader {
  /// Says whether a here-document opens for a command that makes no call itself.
  func opensHereDocument(_ state: LineState, _ end: Int) -> Bool {
    guard state.quote == 0, !state.isComment, index + 2 < end,
      bytes[index + 1] == UInt8(ascii: "<"), index == 0 || bytes[index - 1] != UInt8(ascii: "<")
    else { return false }
    let name = bytes[(index + 2)..<end].drop { "-'\"\\ ".utf8.contains($0) }
    return bytes[index + 2] != UInt8(ascii: "<") && name.first.map(Self.isLetter) ?? false
  }

  mutating func readHereDocumentName(_ end: Int) {
    index += 2
    let name = bytes[index..<end].drop { "-'\"\\ ".utf8.contains($0) }
      .prefix(while: CommandWords.isName)
    index = name.endIndex
    if index < end, "'\"".utf8.contains(bytes[index]) { index += 1 }
    hereDocuments.append((Array(name), isBody: false))
  }

  /// Passes over the bodies that commands of the line before are sent, and reads the others: what they
  /// set is no variable of this script.
  mutating func readHereDocuments(
    to end: Int, depth: Int, into tally: inout CallTally
  ) {
    let documents = hereDocuments
    hereDocuments = []
    for document in documents {
      guard document.isBody else {
        guard bodies < Self.deepest, let stop = endOfBody(document.name, end) else { continue }
        bodies += 1
        scope.begin(.subshell)
        readLines(to: stop, depth: depth, into: &tally)
        scope.end { $0 == .subshell }
        bodies -= 1
        continue
      }
      while index < end {
        let stop = endOfLine(index, end)
        let isName = isEnd(index..<stop, of: document.name)
        if !isName, Self.hasCommand(bytes.span.extracting(index..<stop)) {
          tally.leaveOut(LeftOutReason.hereDocument, at: .line(line))
        }
        index = min(stop + 1, end)
        line += 1
        if isName { break }
      }
    }
  }

  func isEnd(_ range: Range<Int>, of name: [UInt8]) -> Bool {
    bytes[range].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D } == name
  }

  /// Where the line starts that ends a body; nil where none does: another language's `<<`.
  mutating func endOfBody(_ name: [UInt8], _ end: Int) -> Int? {
    var start = index
    while start < end, looked < 8 * bytes.count {
      let stop = endOfLine(start, end)
      looked += stop - start + 1
      if isEnd(start..<stop, of: name) { return start }
      start = stop + 1
    }
    return nil
  }
}
