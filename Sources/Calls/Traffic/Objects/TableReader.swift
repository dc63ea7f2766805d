/// Rows under a header that names their columns: W3C's extended format (IIS, CloudFront, Akamai),
/// tables with a line of names, and lists separated by commas, semicolons, tabs or bars.
struct TableReader: Sendable {
  /// A header stands in one of the first lines.
  static let lastHeaderLine = 5

  private let separator: UInt8
  private let names: [String]

  /// Reads `#Fields:`, or a line whose words name a method and an address; nil for any other line.
  init?(header line: Span<UInt8>) {
    if LineBytes.starts(line, 0, with: "#Fields:") {
      let rest = line.extracting(8..<line.count)
      separator = 0x20
      names = Self.fields(rest, 0x20).map(CallNames.normalized)
      return
    }
    for separator in [UInt8(ascii: ","), 0x09, UInt8(ascii: ";"), UInt8(ascii: "|")] {
      let names = Self.fields(line, separator).map(CallNames.normalized)
      let roles = names.compactMap { CallNames.meanings[$0]?.role }
      let hasCall =
        roles.contains(.requestLine) && roles.contains(.status)
        || roles.contains(.method) && (roles.contains(.address) || roles.contains(.route))
      if hasCall, names.count >= 2, names.allSatisfy({ $0.count < 60 }) {
        self.separator = separator
        self.names = names
        return
      }
    }
    return nil
  }

  /// What a row says of a call; nil where it has other columns than the header.
  func finding(in line: Span<UInt8>) -> CallFacts.Finding? {
    // W3C's files have tabs or blanks.
    var mark = separator
    if separator == 0x20 {
      for index in line.indices where line[index] == 0x09 { mark = 0x09 }
    }
    let fields = Self.fields(line, mark)
    guard fields.count >= names.count || fields.count > 1 && fields.count + 1 >= names.count else {
      return nil
    }
    var facts = CallFacts()
    for (name, field) in zip(names, fields) where field != [UInt8(ascii: "-")] {
      facts.add(name: name, value: field)
    }
    return facts.finding(host: [], status: nil, hasVariables: false)
  }

  private static func fields(_ line: Span<UInt8>, _ separator: UInt8) -> [[UInt8]] {
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var isQuoted = false
    var hasField = false
    var index = 0
    while index < line.count {
      let byte = line[index]
      if byte == UInt8(ascii: "\""), isQuoted || field.isEmpty {
        if isQuoted, index + 1 < line.count, line[index + 1] == byte {
          field.append(byte)
          index += 1
        } else {
          isQuoted.toggle()
          hasField = true
        }
      } else if byte == separator, !isQuoted {
        if separator != 0x20 || hasField || !field.isEmpty { fields.append(field) }
        field = []
        hasField = false
      } else {
        field.append(byte)
      }
      index += 1
    }
    if separator != 0x20 || hasField || !field.isEmpty { fields.append(field) }
    return fields.map(trimmed)
  }

  private static func trimmed(_ field: [UInt8]) -> [UInt8] {
    var part = field[...]
    while let first = part.first, LineBytes.isBlank(first) { part.removeFirst() }
    while let last = part.last, last <= 0x20 { part.removeLast() }
    return Array(part)
  }
}
