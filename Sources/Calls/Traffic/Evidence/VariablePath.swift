/// Paths in which variables stand that a record does not set.
///
/// A variable may fill a whole segment, as an id does. Where it is only a part of a segment, of the
/// method or of the whole address, it may hold anything, a slash too: that is not to be guessed at.
enum VariablePath {
  /// Says whether the variables of a mention leave open which call it is.
  static func isClear(_ evidence: CallEvidence) -> Bool {
    guard !evidence.method.contains(where: isSign) else { return false }
    let path = evidence.target.prefix { $0 != UInt8(ascii: "?") }
    var segments = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)[...]
    if let first = segments.first, first.last == UInt8(ascii: ":") {
      // `https://host`, where the host may be a variable.
      segments = segments.dropFirst(2)
      return !segments.isEmpty && segments.allSatisfy(isClear)
    }
    guard path.first != UInt8(ascii: "/") else { return segments.allSatisfy(isClear) }
    // `{BASE}/orders`: the first is the host, or the address that the path is below.
    guard let first = segments.popFirst() else { return false }
    guard first.contains(where: isSign) else { return segments.allSatisfy(isClear) }
    return isVariable(first) && !segments.isEmpty && segments.allSatisfy(isClear)
  }

  private static func isClear(_ segment: ArraySlice<UInt8>) -> Bool {
    !segment.contains(where: isSign) || isVariable(segment)
  }

  private static func isSign(_ byte: UInt8) -> Bool { "{}$<>".utf8.contains(byte) }

  /// Says whether a segment is one variable and nothing else: `{id}`, `{{id}}`, `$ID`, `<id>`.
  static func isVariable(_ segment: ArraySlice<UInt8>) -> Bool {
    var inner = segment
    let pairs: [(UInt8, UInt8)] = [(0x7B, 0x7D), (0x3C, 0x3E)]
    if inner.first == UInt8(ascii: "$") { inner = inner.dropFirst() }
    while let (open, close) = pairs.first(where: { inner.first == $0.0 && inner.last == $0.1 }),
      inner.count >= 2
    {
      _ = (open, close)
      inner = inner.dropFirst().dropLast()
    }
    return inner.count < segment.count && !inner.contains(where: isSign)
  }
}
