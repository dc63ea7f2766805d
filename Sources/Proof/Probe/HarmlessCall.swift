import Calls
import Catalogs

/// Why and how far a call changes nothing, whatever the platform makes of it.
///
/// - A GET reads. It is by far the first choice, of a list before an object.
/// - A DELETE, PATCH or PUT is harmless only on an object that cannot exist: the last parameter of
///   its path is always the id of zeros. Where that is the only parameter, the path has to end with
///   it: what lies behind the first parameter, such as the settings of a shop, is never touched, and
///   a collection is never deleted but that of an object inside another, which cannot exist.
/// - A POST is never sent: most make something new, and those that do not cannot be told apart.
struct HarmlessCall: Comparable {
  /// The less, the more harmless and the plainer its answer.
  private let rank: [Int]
  let kind: ProbeCall.Kind
  let pieces: [ProbeCall.Piece]

  /// Nil where the call is not harmless.
  init?(_ operation: Operation) {
    let segments = operation.path.utf8
      .split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map { Substring($0) }
    let parameters = segments.count { Self.braces(of: $0) != nil }
    let endsWithParameter = segments.last.flatMap(Self.braces) != nil
    let isRead = operation.method == "GET"
    let group: Int?
    switch (operation.method, parameters, endsWithParameter) {
    case ("GET", _, _): group = 0
    case ("DELETE", 2..., true): group = 1
    case ("PATCH", 2..., true): group = 2
    case ("PUT", 2..., true): group = 3
    case ("PATCH", 2..., false): group = 4
    case ("PUT", 2..., false): group = 5
    case ("DELETE", 2..., false): group = 6
    case ("DELETE", 1, true): group = 7
    case ("PATCH", 1, true): group = 8
    case ("PUT", 1, true): group = 9
    default: group = nil
    }
    guard let group else { return nil }
    rank = [group, parameters, segments.count, operation.path.utf8.count]
    // The last object of a write must not be there, whatever a person names.
    let mayName = isRead || parameters > 1
    kind = isRead && parameters <= 1 ? .read : .absent
    pieces = Self.pieces(segments, mayName: mayName)
  }

  static func < (left: HarmlessCall, right: HarmlessCall) -> Bool {
    left.rank.lexicographicallyPrecedes(right.rank)
  }

  private static func pieces(_ segments: [Substring], mayName: Bool) -> [ProbeCall.Piece] {
    var pieces: [ProbeCall.Piece] = []
    var text = ""
    var mayName = mayName
    for (place, segment) in segments.enumerated() {
      if place > 0 { text += "/" }
      guard let (open, close) = braces(of: segment) else {
        text += segment
        continue
      }
      pieces.append(.literal(text + segment[..<open]))
      let name = String(segment[segment.utf8.index(after: open)..<close])
      pieces.append(mayName ? .container(name) : .absent)
      text = String(segment[segment.utf8.index(after: close)...])
      mayName = false
    }
    if !text.isEmpty { pieces.append(.literal(text)) }
    return pieces
  }

  /// Where the outermost braces of a segment are; nil where it has none.
  private static func braces(
    of segment: Substring
  ) -> (open: Substring.Index, close: Substring.Index)? {
    guard let open = segment.utf8.firstIndex(of: UInt8(ascii: "{")),
      let close = segment.utf8.lastIndex(of: UInt8(ascii: "}")), open < close
    else { return nil }
    return (open, close)
  }
}
