/// Looks for commands that make calls, quickly: whether there is one at all.
struct CommandScout {
  /// Says whether a name of a program stands in a text with an address behind it on its line or, for
  /// a command on several lines, a continuation.
  func finds(in bytes: Span<UInt8>) -> Bool {
    var lineStart = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") { lineStart = index + 1 }
      if isStart(bytes, index), let end = endOfName(bytes, index) {
        if isRequestLine(bytes, lineStart, index) {
          // A program's name behind a request is a client's.
          while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
          continue
        }
        if end - index == 2, bytes[index] == UInt8(ascii: "g") {
          if isGitHubCall(bytes, end) { return true }
          index = end
          continue
        }
        guard let stop = endWithoutAddress(bytes, end) else { return true }
        index = max(stop, index)
        continue
      }
      index += 1
    }
    return false
  }

  private func isStart(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard "cwhxfIig".utf8.contains(bytes[index]) else { return false }
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return !(0x61...0x7A).contains(before | 0x20) && !(0x30...0x39).contains(before)
      && before != 0x2E && before != 0x5F && before != UInt8(ascii: ":")
  }

  /// The end of a program's name that a blank follows.
  private func endOfName(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var end = index
    while end < bytes.count, end - index < 40, bytes[end] > 0x20, bytes[end] < 0x80,
      !"'\"(`".utf8.contains(bytes[end])
    {
      end += 1
    }
    guard end < bytes.count else { return nil }
    let name = (index..<end).map { bytes[$0] }
    if bytes[end] == UInt8(ascii: "(") { return name.elementsEqual("fetch".utf8) ? end : nil }
    guard bytes[end] <= 0x20 || bytes[end] == 0xC2, let program = CommandName(name[...]) else {
      return nil
    }
    // A common word counts only where a command can stand.
    if program.isCommonWord {
      var before = index - 1
      while before >= 0, bytes[before] == 0x20 { before -= 1 }
      guard before < 0 || "\n$%>#|;&(:-+".utf8.contains(bytes[before]) || bytes[before] >= 0x80
      else { return nil }
    }
    return end
  }

  /// Says whether `api` and a word follow `gh`.
  private func isGitHubCall(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    let word = LineBytes.skipBlanks(bytes, end)
    guard LineBytes.starts(bytes, word, with: "api") else { return false }
    let next = LineBytes.skipBlanks(bytes, word + 3)
    return next > word + 3 && next < bytes.count && bytes[next] > 0x20
  }

  /// Says whether the name stands behind a request in a log's line.
  private func isRequestLine(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    QuotedRequest.hasRequest(bytes.extracting(start..<end))
  }

  /// Where the looking for an address ends in vain; nil where there is one.
  private func endWithoutAddress(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    // `curl -X DELETE`, whose address stands lines below.
    if index + 1 < bytes.count, bytes[index] == UInt8(ascii: "-"), bytes[index + 1] > 0x20 {
      return nil
    }
    var word: [UInt8] = []
    let limit = min(bytes.count, start + 16_384)
    while index < limit {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n"), !continues(bytes, index) { break }
      if byte <= 0x20 {
        if AddressText.isAddress(word) { return nil }
        word = []
      } else if !"'\"`^(".utf8.contains(byte) && byte < 0x80 {
        word.append(byte)
      }
      index += 1
    }
    return AddressText.isAddress(word) || word.contains(UInt8(ascii: "$")) ? nil : index
  }

  private func continues(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var place = end - 1
    while place >= 0, bytes[place] == 0x20 || bytes[place] == 0x0D || bytes[place] == 0x09 {
      place -= 1
    }
    return place >= 0 && "\\^`".utf8.contains(bytes[place])
  }
}
