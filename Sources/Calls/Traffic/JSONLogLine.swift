import Documents

/// A line of a log that is one object of JSON.
///
/// Not the whole parser: of millions of lines, only where two members stand matters.
struct JSONLogLine {
  /// What a line holds.
  enum Call: Hashable {
    /// A call: where its method and its target stand in the line.
    case plain(method: Range<Int>, target: Range<Int>)
    /// A call whose text had to be decoded or taken apart; the method may be empty.
    case decoded(WrittenCall)
    /// A path with half a surrogate pair in it.
    case loneSurrogate
    /// No method and path.
    case noCall
    /// No whole object.
    case broken
  }

  /// A string in the line, and whether it has escapes.
  private struct Text {
    var range: Range<Int>
    var hasEscapes: Bool
  }

  private static let methodNames = [
    "method", "request_method", "requestMethod", "RequestMethod", "httpMethod", "http_method",
    "verb", "http.request.method", "http.method",
  ].map { Array($0.utf8) }
  private static let targetNames = [
    "uri", "request_uri", "requestUri", "RequestPath", "path", "url", "requestUrl", "request_url",
    "request_path", "requestPath", "http_path", "target", "url.path", "url.original", "http.target",
    "http.url", "original", "originalUrl",
  ].map { Array($0.utf8) }
  private static let requestNames = ["request", "request_line"].map { Array($0.utf8) }
  /// The objects that are looked into.
  private static let innerNames = ["request", "httpRequest", "http", "req", "url"].map {
    Array($0.utf8)
  }
  private static let deepest = 128

  private var index = 0
  private var method: Text?
  private var target: Text?
  private var request: Text?

  /// Finds the call of a line that starts with a brace.
  static func call(in line: Span<UInt8>) -> Call {
    var reader = JSONLogLine()
    guard reader.readObjects(line) else { return .broken }
    return reader.call(line)
  }

  private func call(_ line: Span<UInt8>) -> Call {
    if let target {
      if target.hasEscapes, Self.hasLoneSurrogate(target, line) { return .loneSurrogate }
      guard let method else { return .decoded(decoded(nil, target, line)) }
      guard method.hasEscapes || target.hasEscapes else {
        return .plain(method: method.range, target: target.range)
      }
      return .decoded(decoded(method, target, line))
    }
    guard let request else { return .noCall }
    // `GET /orders HTTP/1.1` as nginx's $request has it.
    let words = Self.bytes(request, line).split(separator: 0x20)
    guard words.count >= 2, words[1].first == UInt8(ascii: "/") || words.count == 3 else {
      return .noCall
    }
    return .decoded(WrittenCall(method: words[0], target: words[1]))
  }

  private func decoded(_ method: Text?, _ target: Text, _ line: Span<UInt8>) -> WrittenCall {
    WrittenCall(
      method: method.map { Self.bytes($0, line) } ?? [], target: Self.bytes(target, line))
  }

  private static func bytes(_ text: Text, _ line: Span<UInt8>) -> [UInt8] {
    let bytes = text.range.map { line[$0] }
    return text.hasEscapes ? Array(JSONString.decode(bytes[...]).utf8) : bytes
  }

  private static func hasLoneSurrogate(_ text: Text, _ line: Span<UInt8>) -> Bool {
    var bytes = text.range.map { line[$0] }
    return JSONMending.mendSurrogates(&bytes).count > 0
  }

  // MARK: - Reading

  /// Walks over the line's values; false where they are not one whole object.
  private mutating func readObjects(_ line: Span<UInt8>) -> Bool {
    // For each open container whether it is an object that is looked into.
    var open: [Bool] = []
    var name: Range<Int>?
    while index < line.count {
      let byte = line[index]
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isInner = name.map { Self.isOne(of: Self.innerNames, line, $0) } ?? open.isEmpty
        open.append(byte == UInt8(ascii: "{") && isInner && open.allSatisfy { $0 })
        guard open.count <= Self.deepest else { return false }
        name = nil
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard open.popLast() != nil else { return false }
        if open.isEmpty { return isBlank(line, after: index) }
        name = nil
      case UInt8(ascii: "\""):
        guard let text = readString(line) else { return false }
        if let known = name {
          keep(text, named: known, line)
          name = nil
        } else if isColon(line) {
          name = open.last == true ? text.range : text.range.upperBound..<text.range.upperBound
        }
        continue
      case UInt8(ascii: ","): name = nil
      default: break
      }
      index += 1
    }
    return false
  }

  /// Reads a string and moves behind it.
  private mutating func readString(_ line: Span<UInt8>) -> Text? {
    let start = index + 1
    var place = start
    var hasEscapes = false
    while place < line.count {
      let byte = line[place]
      if byte == UInt8(ascii: "\"") {
        index = place + 1
        return Text(range: start..<place, hasEscapes: hasEscapes)
      }
      if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        place += 1
      }
      place += 1
    }
    return nil
  }

  /// Says whether a colon follows, so that the string was a name.
  private func isColon(_ line: Span<UInt8>) -> Bool {
    var place = index
    while place < line.count, line[place] == 0x20 || line[place] == 0x09 { place += 1 }
    return place < line.count && line[place] == UInt8(ascii: ":")
  }

  private func isBlank(_ line: Span<UInt8>, after last: Int) -> Bool {
    var place = last + 1
    while place < line.count, line[place] == 0x20 || line[place] == 0x09 { place += 1 }
    return place == line.count
  }

  private mutating func keep(_ text: Text, named name: Range<Int>, _ line: Span<UInt8>) {
    if name.isEmpty || text.range.isEmpty { return }
    if target == nil, Self.startsLikeTarget(line, text.range),
      Self.isOne(of: Self.targetNames, line, name)
    {
      target = text
    } else if method == nil, Self.isOne(of: Self.methodNames, line, name) {
      method = text
    } else if request == nil, Self.isOne(of: Self.requestNames, line, name) {
      request = text
    }
  }

  private static func startsLikeTarget(_ line: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let first = line[range.lowerBound]
    return first == UInt8(ascii: "/") || first == UInt8(ascii: "\\")
      || first | 0x20 == UInt8(ascii: "h")
  }

  private static func isOne(
    of names: [[UInt8]], _ line: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    for name in names where name.count == range.count {
      var offset = 0
      while offset < name.count, name[offset] == line[range.lowerBound + offset] { offset += 1 }
      if offset == name.count { return true }
    }
    return false
  }
}
