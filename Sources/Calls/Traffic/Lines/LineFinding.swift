/// Where a call stands in a line.
struct LineCall: Hashable {
  /// The method.
  var method: Range<Int>
  /// The path or URL.
  var target: Range<Int>
  /// The host that stands elsewhere in the line.
  var host: Range<Int>?
  /// The status of the answer.
  var status: Int?
  /// Whether nothing says that the target is whole.
  var mayBeCut = false
  /// Whether an answer may follow in a later line, and a host where the call is a request's text.
  var isOpen = false
  var isRequestText = false
}

/// What a line holds.
enum LineFinding: Hashable {
  case call(LineCall)
  case leftOut(String)
  case unread(String)
  /// Nothing that could be a call.
  case none
}

/// The methods of HTTP, and signs of lines.
enum LineBytes {
  /// Known methods by their length, in capitals.
  private static let methods: [[UInt8]] = [
    "GET", "PUT", "POST", "HEAD", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE", "PURGE",
    "QUERY",
    "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "SEARCH", "LINK",
    "UNLINK",
  ].map { Array($0.utf8) }

  /// The end of the method that stands at an index; nil where none does.
  static func endOfMethod(
    _ line: Span<UInt8>, _ start: Int, anyCase: Bool = false
  ) -> Int? {
    var end = start
    while end < line.count, end - start < 10, isLetter(line[end]) { end += 1 }
    let count = end - start
    guard count >= 3, count <= 9 else { return nil }
    let mask: UInt8 = anyCase ? 0xDF : 0xFF
    for method in methods where method.count == count {
      var offset = 0
      while offset < count, line[start + offset] & mask == method[offset] { offset += 1 }
      if offset == count { return end }
    }
    return nil
  }

  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  /// The index after blanks.
  static func skipBlanks(_ line: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < line.count, isBlank(line[index]) { index += 1 }
    return index
  }

  /// The index of the next blank.
  static func endOfWord(_ line: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < line.count, !isBlank(line[index]) { index += 1 }
    return index
  }

  static func starts(_ line: Span<UInt8>, _ start: Int, with text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard start >= 0, start + count <= line.count else { return false }
    return text.withUTF8Buffer { buffer in
      var index = 0
      while index < count {
        if line[start + index] != buffer[index] { return false }
        index += 1
      }
      return true
    }
  }

  /// The index of a text in a line, from an index on.
  static func find(_ text: StaticString, in line: Span<UInt8>, from start: Int = 0) -> Int? {
    let count = text.utf8CodeUnitCount
    guard count <= line.count else { return nil }
    let first = text.withUTF8Buffer { $0[0] }
    var index = start
    while index + count <= line.count {
      if line[index] == first, starts(line, index, with: text) { return index }
      index += 1
    }
    return nil
  }

  /// Says whether a protocol stands in a range: `HTTP/1.1`, `h2`, or the bare version `1.1`.
  static func isProtocol(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let count = end - start
    guard count > 0, end <= line.count else { return false }
    if count >= 6, starts(line, start, with: "HTTP/") || starts(line, start, with: "http/") {
      return isDigit(line[start + 5])
    }
    if count == 2, line[start] | 0x20 == UInt8(ascii: "h") { return isDigit(line[start + 1]) }
    if starts(line, start, with: "HTTP/") || starts(line, start, with: "NONE/") { return true }
    guard isDigit(line[start]), count == 1 || (count == 3 && line[start + 1] == 0x2E) else {
      return false
    }
    return count == 1 || isDigit(line[start + 2])
  }

  /// Says whether an address over HTTP starts at an index.
  static func isURL(_ line: Span<UInt8>, _ start: Int) -> Bool {
    starts(line, start, with: "http://") || starts(line, start, with: "https://")
      || starts(line, start, with: "HTTP://") || starts(line, start, with: "HTTPS://")
  }

  /// A status in a range: three digits, or 0.
  static func status(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
    if end - start == 1, line[start] == UInt8(ascii: "0") { return 0 }
    guard end - start == 3, isDigit(line[start]), isDigit(line[start + 1]),
      isDigit(line[start + 2])
    else { return nil }
    let value =
      Int(line[start] - 48) * 100 + Int(line[start + 1] - 48) * 10 + Int(line[start + 2] - 48)
    return value == 0 || (100..<600).contains(value) ? value : nil
  }
}
