import Documents

/// Reads documents of JSON that are objects or lists as a whole: archives, cassettes, collections,
/// traces; several after one another, with record separators or without.
package enum DocumentReader {
  /// Reads a text's documents.
  ///
  /// - Parameters:
  ///   - bytes: the documents, at most 256 MiB.
  ///   - lineOffset: how many lines stand before the text.
  ///   - tally: takes the calls in.
  /// - Throws: `ModelError` where the first document is none, or no call is in any.
  package static func read(
    _ bytes: [UInt8], lineOffset: Int = 0, into tally: inout CallTally
  ) throws(ModelError) {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard !JSONParser.isUTF16(bytes) else { throw UnreadableRecord.utf16 }
    let isOneLine = !bytes.contains { $0 == 0x0A }
    let encoding = JSONMending.mendEncoding(&bytes)
    let surrogates = JSONMending.mendSurrogates(&bytes)
    JSONMending.mendNumbers(&bytes)
    note(encoding, "a byte is not UTF-8", bytes, &tally)
    note(surrogates, "a text has half a surrogate pair", bytes, &tally)
    let before = tally.mentions
    var index = 0
    var line = 1 + lineOffset
    var number = 0
    while let start = nextStart(bytes, from: index) {
      line += newlines(bytes, index..<start)
      let (end, isWhole) = endOfValue(bytes, from: start)
      number += 1
      var text = Array(bytes[start..<end])
      if !isWhole {
        let lines = line + newlines(bytes, start..<end)
        guard let part = cutToWhole(text) else { throw try failure(text) }
        text = part
        tally.addUnread("the document is cut off", at: .line(lines))
      }
      let document: JSONDocument
      do {
        document = try JSONDocument(forgiving: text)
      } catch {
        if number == 1 { throw UnreadableRecord.withoutQuotes(error) }
        tally.addUnread("the document is not JSON", at: .line(line))
        break
      }
      try read(document, at: line, isOneLine: isOneLine, into: &tally)
      line += newlines(bytes, start..<end)
      index = end
    }
    guard number > 0 else { throw try failure(bytes) }
    guard tally.mentions > before else { throw UnreadableRecord.noCall }
  }

  private static func read(
    _ document: JSONDocument, at line: Int, isOneLine: Bool, into tally: inout CallTally
  ) throws(ModelError) {
    if let log = document.root["log"], log["entries"] != nil {
      try HTTPArchive.read(document, into: &tally)
      return
    }
    var reader = ObjectReader()
    reader.variables = CollectionVariables.read(document.root)
    reader.hasVariables = isCollection(document.root)
    reader.findsCommands = true
    var texts: [([UInt8], Int)] = []
    var messages: [([UInt8], Int)] = []
    reader.useText = { text, value in
      if ScriptReader.hasCommand(text.span) || QuotedRequest.hasRequest(text.span) {
        texts.append((text, value.source.startIndex))
      } else if value.kind == .object, PlainRequest.find(in: text.span) != nil {
        messages.append((text, value.source.startIndex))
      }
    }
    var findings: [(CallFacts.Finding, Int)] = []
    // Newman's report repeats the whole collection beside what was run of it.
    let run = document.root["run"].flatMap { $0["executions"] == nil ? nil : $0 }
    reader.read(run ?? document.root) { finding, value in
      findings.append((finding, value.source.startIndex))
    }
    var lines = LineCounter(document, line)
    for (number, (finding, offset)) in findings.enumerated() {
      let place = isOneLine ? CallTally.Place.entry(number + 1) : .line(lines.line(at: offset))
      switch finding {
      case .call(let call): tally.add(call, at: place)
      case .unread(let reason): tally.addUnread(reason, at: place)
      case .noMethod, .none: break
      }
    }
    // The message of a log that is one object; beside calls of its own it only repeats them.
    for (text, offset) in texts + (findings.contains { $0.0.isMention } ? [] : messages) {
      var reader = TextReader()
      reader.countsOtherLines = false
      var script = ScriptReader(text, lines: reader, firstLine: lines.line(at: offset))
      script.read(into: &tally)
    }
  }

  /// Says whether a document is a collection of requests, in which braces stand for variables.
  private static func isCollection(_ root: JSONValue) -> Bool {
    root["item"] != nil || root["resources"] != nil || root["collection"] != nil
      || root["__export_format"] != nil || root["requests"] != nil || root["items"] != nil
  }

  private static func note(
    _ mended: JSONMending.Mended, _ problem: String, _ bytes: [UInt8], _ tally: inout CallTally
  ) {
    guard mended.count > 0 else { return }
    let line = 1 + newlines(bytes, 0..<min(mended.first, bytes.count))
    tally.addUnread(problem, at: .line(line), count: mended.count)
  }

  private static func failure(_ bytes: [UInt8]) throws(ModelError) -> ModelError {
    do {
      _ = try JSONDocument(forgiving: bytes)
    } catch {
      throw UnreadableRecord.withoutQuotes(error)
    }
    return UnreadableRecord.noCall
  }

  // MARK: - Values after one another

  /// The next bracket, past blanks, separators, and the zeros that fill a file.
  private static func nextStart(_ bytes: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { return index }
      guard byte <= 0x20 || byte == UInt8(ascii: ",") else { return nil }
      index += 1
    }
    return nil
  }

  /// The end of the value that a bracket opens, and whether its brackets close.
  private static func endOfValue(_ bytes: [UInt8], from start: Int) -> (Int, Bool) {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return (index + 1, true) }
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: break
      }
      index += 1
    }
    return (bytes.count, false)
  }

  /// A document that is cut off, up to the last whole element of its outermost list, and closed.
  private static func cutToWhole(_ bytes: [UInt8]) -> [UInt8]? {
    var open: [UInt8] = []
    var outermost: Int?
    var end: Int?
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        open.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
        if byte == UInt8(ascii: "["), outermost == nil {
          outermost = open.count
          end = index + 1
        }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() != nil else { return nil }
        if let level = outermost {
          if open.count == level { end = index + 1 }
          if open.count < level { outermost = nil }
        }
      case UInt8(ascii: "\""):
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
          index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
      default: break
      }
      index += 1
    }
    guard let level = outermost, let end, open.count >= level else { return nil }
    return bytes[..<end] + open[..<level].reversed()
  }

  private static func newlines(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    bytes[range].count { $0 == 0x0A }
  }
}
