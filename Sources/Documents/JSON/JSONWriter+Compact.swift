extension JSONWriter {
  /// The value without spaces and line breaks, for a place where each byte counts, such as a link.
  package static func writeCompact(_ node: JSONNode) -> [UInt8] {
    var bytes: [UInt8] = []
    appendCompact(node, to: &bytes)
    return bytes
  }

  private static func appendCompact(_ node: JSONNode, to bytes: inout [UInt8]) {
    switch node {
    case .array(let elements), .lines(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        appendCompact(element, to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONString.append(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        appendCompact(member.value, to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    default: bytes += writeLine(node).dropLast()
    }
  }
}
