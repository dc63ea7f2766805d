/// A call over several lines, `uri: URL` and `method: GET`, as clients of Dart write it, and cassettes
/// that are no whole YAML.
struct FieldLines: Sendable {
  /// The two stand so close together.
  static let mostLines = 10

  private var method: (text: [UInt8], line: Int)?
  private var address: (text: [UInt8], line: Int)?

  // Swift 6.3.1 stops while it optimizes the caller of this if it is inlined there.

  /// The line of an address whose method has not come.
  @inline(never)
  var addressLine: Int? { address?.line }

  /// Takes a line in; the call where it completes one.
  mutating func add(_ line: Span<UInt8>, _ number: Int) -> CallEvidence? {
    if let value = Self.value(of: "method: ", in: line),
      LineBytes.endOfMethod(value.span, 0, anyCase: true) == value.count
    {
      method = (value, number)
    } else if let value = Self.value(of: "uri: ", in: line) ?? Self.value(of: "url: ", in: line),
      AddressText.isURL(value)
    {
      address = (value, number)
    } else {
      return nil
    }
    guard let method, let address, abs(method.line - address.line) <= Self.mostLines else {
      return nil
    }
    self.method = nil
    self.address = nil
    return CallEvidence(method: method.text, target: address.text, hasVariables: true)
  }

  /// The value behind a name that nothing but a prefix with a colon or a blank precedes: one word,
  /// without its quotes and its tag.
  private static func value(of name: StaticString, in line: Span<UInt8>) -> [UInt8]? {
    guard let place = LineBytes.find(name, in: line), place <= 60,
      place == 0 || LineBytes.isBlank(line[place - 1])
    else { return nil }
    var start = LineBytes.skipBlanks(line, place + name.utf8CodeUnitCount)
    if start < line.count, line[start] == UInt8(ascii: "!") {
      start = LineBytes.skipBlanks(line, LineBytes.endOfWord(line, start))
    }
    let end = LineBytes.endOfWord(line, start)
    guard end > start, LineBytes.skipBlanks(line, end) == line.count else { return nil }
    return (start..<end).map { line[$0] }.filter { !"\"'".utf8.contains($0) }
  }
}
