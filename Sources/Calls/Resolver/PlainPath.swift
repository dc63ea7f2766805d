/// Paths that are written as templates are: without escapes, `.` or `..`.
///
/// Nearly every path of a log is one, and needs no copy.
enum PlainPath {
  /// The end of the plain path that a target is, where query or fragment start; nil for all else.
  ///
  /// Empty segments are left in: no template has any.
  static func end(of target: Span<UInt8>) -> Int? {
    guard !target.isEmpty, target[0] == UInt8(ascii: "/") else { return nil }
    let query = target.firstIndex(of: UInt8(ascii: "?"), from: 1) ?? target.count
    let whole = target.extracting(0..<query)
    let end = whole.firstIndex(of: UInt8(ascii: "#"), from: 1) ?? query
    let path = whole.extracting(0..<end)
    guard path.firstIndex(of: UInt8(ascii: "%"), from: 1) == nil else { return nil }
    var dot = path.firstIndex(of: UInt8(ascii: "."), from: 1)
    while let index = dot {
      if path[index - 1] == UInt8(ascii: "/") { return nil }
      dot = path.firstIndex(of: UInt8(ascii: "."), from: index + 1)
    }
    return end
  }
}
