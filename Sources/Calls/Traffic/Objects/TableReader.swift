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
    if let names = Self.namesOfLocust(
      Self.fields(line, UInt8(ascii: ",")).map(CallNames.normalized))
    {
      separator = UInt8(ascii: ",")
      self.names = names
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

  /// The columns of Locust's statistics and failures, of which the first holds the method and the
  /// second the path, or the name that a test gave to several; nil for other columns.
  private static func namesOfLocust(_ names: [String]) -> [String]? {
    guard names.count > 3, names[1] == "name" else { return nil }
    let isStatistics = names[0] == "type" && names[2] == "requestcount"
    let isFailures = names[0] == "method" && names[2] == "error"
    guard isStatistics || isFailures else { return nil }
    return ["method", "path"] + names.dropFirst(2)
  }

  /// How the calls of a row of Locust ended: nothing of one is an answer's where all failed.
  private func outcome(of fields: [[UInt8]]) -> Int? {
    guard names.count > 3 else { return nil }
    if names[2] == "requestcount", names[3] == "failurecount" {
      return fields[2] == fields[3] && fields[2] != [0x30] ? 0 : nil
    }
    guard names[2] == "error" else { return nil }
    let error = fields[2]
    guard case .status(let status) = AnswerPhrase.answer(in: error.span, from: 0) else { return 0 }
    return status
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
    return facts.finding(host: [], status: outcome(of: fields), hasVariables: false)
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
