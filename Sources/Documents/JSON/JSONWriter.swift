/// A JSON value to be written, members in the order given.
package enum JSONNode: Sendable {
  /// A string.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// `true` or `false`.
  case boolean(Bool)
  /// `null`.
  case null
  /// Bytes of JSON as they stood in another document.
  case raw([UInt8])
  /// An array.
  case array([JSONNode])
  /// An array that gets a line an element, even where one line would hold it.
  case lines([JSONNode])
  /// An object.
  case object([(name: String, value: JSONNode)])

  /// An array of strings.
  package static func strings(_ strings: some Sequence<String>) -> JSONNode {
    .array(strings.map { .string($0) })
  }

  /// An array of strings.
  ///
  /// Most stand in an array: of the other, other modules have no compiled form of its own.
  package static func strings(_ strings: [String]) -> JSONNode {
    .array(strings.map { .string($0) })
  }
}

/// Writes JSON, deterministic to the byte: two-space indent, final newline, and what fits into 120
/// columns on one line.
package enum JSONWriter {
  static let lineLength = 120

  /// The document as UTF-8 bytes with a final newline.
  ///
  /// The outermost object or array is always broken into lines.
  package static func write(_ node: JSONNode) -> [UInt8] {
    var bytes: [UInt8] = []
    append(node, to: &bytes, indent: 0, used: 0, isOutermost: true)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The value on one line, however long, with a line break behind it.
  ///
  /// Raw values must not hold line breaks of their own.
  package static func writeLine(_ node: JSONNode) -> [UInt8] {
    var bytes: [UInt8] = []
    _ = appendInline(node, to: &bytes, from: 0, limit: .max)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private static func append(
    _ node: JSONNode, to bytes: inout [UInt8], indent: Int, used: Int, isOutermost: Bool = false
  ) {
    if !isOutermost || isEmpty(node) {
      let start = bytes.count
      if appendInline(node, to: &bytes, from: start, limit: lineLength - used - 1) { return }
      bytes.removeSubrange(start...)
    }
    switch node {
    case .array(let elements), .lines(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        startLine(index, indent: indent + 2, of: &bytes)
        append(element, to: &bytes, indent: indent + 2, used: indent + 2)
      }
      endLines(UInt8(ascii: "]"), indent: indent, of: &bytes)
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        startLine(index, indent: indent + 2, of: &bytes)
        let start = bytes.count - indent - 2
        appendName(member.name, to: &bytes)
        append(member.value, to: &bytes, indent: indent + 2, used: columns(bytes[start...]))
      }
      endLines(UInt8(ascii: "}"), indent: indent, of: &bytes)
    default:
      _ = appendInline(node, to: &bytes, from: bytes.count, limit: .max)
    }
  }

  private static func isEmpty(_ node: JSONNode) -> Bool {
    switch node {
    case .array(let elements), .lines(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    default: true
    }
  }

  /// Starts the line of an element or a member.
  private static func startLine(_ index: Int, indent: Int, of bytes: inout [UInt8]) {
    if index > 0 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private static func endLines(_ close: UInt8, indent: Int, of bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
    bytes.append(close)
  }

  private static func appendName(_ name: String, to bytes: inout [UInt8]) {
    JSONString.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(0x20)
  }

  /// What stands between the elements and members on one line.
  private static func appendComma(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: ","))
    bytes.append(0x20)
  }

  private static func columns(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.count { $0 & 0xC0 != 0x80 }
  }

  /// Appends a value on one line; false where the bytes from `start` on take more than `limit`
  /// columns, or the value has line breaks.
  private static func appendInline(
    _ node: JSONNode, to bytes: inout [UInt8], from start: Int, limit: Int
  ) -> Bool {
    switch node {
    case .string(let text): JSONString.append(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .raw(let source):
      bytes += source
      if limit < .max, source.contains(UInt8(ascii: "\n")) { return false }
    case .array(let elements), .lines(let elements):
      if case .lines = node, !elements.isEmpty, limit < .max { return false }
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { appendComma(to: &bytes) }
        guard appendInline(element, to: &bytes, from: start, limit: limit) else { return false }
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(contentsOf: (members.isEmpty ? "{" : "{ ").utf8)
      for (index, member) in members.enumerated() {
        if index > 0 { appendComma(to: &bytes) }
        appendName(member.name, to: &bytes)
        guard appendInline(member.value, to: &bytes, from: start, limit: limit) else {
          return false
        }
      }
      bytes.append(contentsOf: (members.isEmpty ? "}" : " }").utf8)
    }
    return limit == .max || bytes.count - start <= limit || columns(bytes[start...]) <= limit
  }
}
