/// Writes YAML 1.2, deterministic to the byte: block style, two-space indent, final newline.
package enum YAMLWriter {
  /// The documents as UTF-8 bytes, with a line of dashes between two.
  package static func write(_ documents: [JSONNode]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, document) in documents.enumerated() {
      if index > 0 { bytes.append(contentsOf: "---\n".utf8) }
      switch document {
      case .object(let members) where !members.isEmpty:
        append(members, indent: 0, startsOnLine: true, to: &bytes)
      case .array(let elements) where !elements.isEmpty,
        .lines(let elements) where !elements.isEmpty:
        append(elements, indent: 0, to: &bytes)
      default:
        appendInline(document, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    return bytes
  }

  /// Where the first member does not start a line, a dash stands before it.
  private static func append(
    _ members: [(name: String, value: JSONNode)], indent: Int, startsOnLine: Bool,
    to bytes: inout [UInt8]
  ) {
    for (index, member) in members.enumerated() {
      if index > 0 || startsOnLine { space(indent, to: &bytes) }
      YAMLText.append(member.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      switch member.value {
      case .object(let inner) where !inner.isEmpty:
        bytes.append(UInt8(ascii: "\n"))
        append(inner, indent: indent + 2, startsOnLine: true, to: &bytes)
      case .array(let inner) where !inner.isEmpty, .lines(let inner) where !inner.isEmpty:
        bytes.append(UInt8(ascii: "\n"))
        append(inner, indent: indent + 2, to: &bytes)
      default:
        bytes.append(UInt8(ascii: " "))
        appendInline(member.value, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  private static func append(_ elements: [JSONNode], indent: Int, to bytes: inout [UInt8]) {
    for element in elements {
      space(indent, to: &bytes)
      bytes.append(contentsOf: "- ".utf8)
      switch element {
      case .object(let members) where !members.isEmpty:
        append(members, indent: indent + 2, startsOnLine: false, to: &bytes)
      default:
        // A list in a list is rare: on one line.
        appendInline(element, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
  }

  private static func appendInline(_ node: JSONNode, to bytes: inout [UInt8]) {
    switch node {
    case .string(let text): YAMLText.append(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: bytes.append(contentsOf: "null".utf8)
    case .raw(let source): bytes.append(contentsOf: source)
    case .array(let elements), .lines(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        appendInline(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        YAMLText.append(member.name, to: &bytes)
        bytes.append(contentsOf: ": ".utf8)
        appendInline(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private static func space(_ count: Int, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }
}

/// Strings as YAML writes them.
enum YAMLText {
  /// Plain words that readers of YAML 1.1 or 1.2 take for something else than a string.
  private static let words: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "y", "n", "null",
  ]

  /// Appends a text: as it is where every reader takes it for this string, else in double quotes.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    if isPlain(text) {
      bytes.append(contentsOf: text.utf8)
      return
    }
    QuotedText.append(text, to: &bytes)
  }

  /// A letter, then letters, digits and `_-./:`, no colon last: no number, no date, no sign.
  private static func isPlain(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool {
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
    guard let first = text.utf8.first, isLetter(first), text.utf8.count <= 200,
      text.utf8.last != UInt8(ascii: ":")
    else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || "_-./:".utf8.contains($0)
    } && !words.contains(text.lowercased())
  }
}
