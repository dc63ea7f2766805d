/// A line of pairs, `method=GET path="/orders" status=200`, as logfmt has them.
enum KeyValueLine {
  /// The facts of a line's pairs; nil where no method is among them.
  static func facts(in line: Span<UInt8>) -> CallFacts? {
    guard LineBytes.find("ethod=", in: line) != nil || LineBytes.find("verb=", in: line) != nil
    else { return nil }
    var facts = CallFacts()
    var index = 0
    while index < line.count {
      guard LineBytes.isLetter(line[index]) || line[index] == 0x5F else {
        index += 1
        continue
      }
      let start = index
      while index < line.count, isNameByte(line[index]) { index += 1 }
      guard index < line.count, line[index] == UInt8(ascii: "=") else { continue }
      let name = (start..<index).map { line[$0] }
      index += 1
      var end = index
      var value: [UInt8] = []
      if index < line.count, case let quote = line[index],
        quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      {
        index += 1
        end = index
        while end < line.count, line[end] != quote {
          if line[end] == UInt8(ascii: "\\") { end += 1 }
          if end < line.count { value.append(line[end]) }
          end += 1
        }
        index = min(end + 1, line.count)
      } else {
        while end < line.count, !LineBytes.isBlank(line[end]), line[end] != UInt8(ascii: ",") {
          value.append(line[end])
          end += 1
        }
        index = end
      }
      facts.add(name: CallNames.normalized(name), value: value)
    }
    return facts.method == nil ? nil : facts
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    LineBytes.isLetter(byte) || LineBytes.isDigit(byte) || byte == 0x5F || byte == 0x2E
      || byte == 0x2D
  }
}
