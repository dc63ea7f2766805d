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
    let segments = operation.path.split(separator: "/", omittingEmptySubsequences: false)
    let parameters = segments.filter { Self.parameter(in: $0) != nil }.count
    let endsWithParameter = segments.last.flatMap(Self.parameter) != nil
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
      guard let name = parameter(in: segment), let open = segment.firstIndex(of: "{"),
        let close = segment.lastIndex(of: "}")
      else {
        text += segment
        continue
      }
      pieces.append(.literal(text + segment[..<open]))
      pieces.append(mayName ? .container(name) : .absent)
      text = String(segment[segment.index(after: close)...])
      mayName = false
    }
    if !text.isEmpty { pieces.append(.literal(text)) }
    return pieces
  }

  /// The name between the outermost braces of a segment; nil where it has none.
  private static func parameter(in segment: Substring) -> String? {
    guard let open = segment.firstIndex(of: "{"), let close = segment.lastIndex(of: "}"),
      open < close
    else { return nil }
    return String(segment[segment.index(after: open)..<close])
  }
}
