/// Writes TOML 1.0, deterministic to the byte: a table for each object, final newline.
package enum TOMLWriter {
  private typealias Members = [(name: String, value: JSONNode)]

  /// The document as UTF-8 bytes.
  ///
  /// TOML has no null: such a member is left out.
  package static func write(_ members: [(name: String, value: JSONNode)]) -> [UInt8] {
    var bytes: [UInt8] = []
    append(members, path: [], to: &bytes)
    return bytes
  }

  private static func append(_ members: Members, path: [String], to bytes: inout [UInt8]) {
    var tables: [(name: String, members: Members)] = []
    for (name, value) in members {
      switch value {
      case .null: break
      case .object(let inner): tables.append((name, inner))
      default:
        appendKey(name, to: &bytes)
        bytes.append(contentsOf: " = ".utf8)
        append(value, to: &bytes)
        bytes.append(UInt8(ascii: "\n"))
      }
    }
    for (name, inner) in tables {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
      bytes.append(UInt8(ascii: "["))
      for (index, part) in (path + [name]).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ".")) }
        appendKey(part, to: &bytes)
      }
      bytes.append(contentsOf: "]\n".utf8)
      append(inner, path: path + [name], to: &bytes)
    }
  }

  private static func append(_ node: JSONNode, to bytes: inout [UInt8]) {
    switch node {
    case .string(let text): QuotedText.append(text, to: &bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .boolean(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .null: QuotedText.append("", to: &bytes)
    case .raw(let source): bytes.append(contentsOf: source)
    case .array(let elements), .lines(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(contentsOf: ", ".utf8) }
        append(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(contentsOf: "{ ".utf8)
      var isFirst = true
      for (name, value) in members {
        if case .null = value { continue }
        if !isFirst { bytes.append(contentsOf: ", ".utf8) }
        isFirst = false
        appendKey(name, to: &bytes)
        bytes.append(contentsOf: " = ".utf8)
        append(value, to: &bytes)
      }
      bytes.append(contentsOf: " }".utf8)
    }
  }

  private static func appendKey(_ name: String, to bytes: inout [UInt8]) {
    let isBare =
      !name.isEmpty
      && name.utf8.allSatisfy {
        (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
          || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
      }
    if isBare { bytes.append(contentsOf: name.utf8) } else { QuotedText.append(name, to: &bytes) }
  }
}
