import Catalogs
import Documents

extension CallResolver {
  /// The operation that was most likely meant by a call that the catalog does not have.
  ///
  /// The same path by another method first; else the template whose segments differ least, literals
  /// letter by letter, where at least one literal is alike. Reads every template: for messages.
  package func nearest(to call: WrittenCall) -> Int? {
    let method = String(decoding: call.method, as: UTF8.self)
    if let same = operations(at: call.target).first { return same }
    guard let path = CallTarget(call.target)?.path else { return nil }
    let segments = Self.segments(path)
    guard !segments.isEmpty else { return nil }
    var best: (operation: Int, cost: Int)?
    for (index, operation) in catalog.operations.enumerated() {
      let template = Self.templateSegments(operation.path)
      guard
        let cost = Self.distance(segments, template, below: (best?.cost ?? Self.farthest) / 2 + 1)
      else { continue }
      let whole = cost * 2 + (operation.method == method ? 0 : 1)
      if whole < best?.cost ?? Self.farthest { best = (index, whole) }
    }
    return best?.operation
  }

  /// Twice the cost of a segment too many or too few, and one for another method.
  private static let farthest = 8
  private static let segmentCost = 3
  /// Longer paths are compared by their start.
  private static let mostSegments = 24

  private static func segments(_ path: [UInt8]) -> [[Unicode.Scalar]] {
    let inner = path.dropFirst()
    let whole = inner.last == UInt8(ascii: "/") ? inner.dropLast() : inner
    let parts = whole.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: whole.isEmpty)
    return parts.prefix(mostSegments).map { segment in
      let text = String(decoding: PercentCoding.decoded(segment).prefix(64), as: UTF8.self)
      return Array(text.lowercased().unicodeScalars)
    }
  }

  /// The literals of a template; nil for a parameter.
  private static func templateSegments(_ path: String) -> [[Unicode.Scalar]?] {
    path.utf8.split(separator: UInt8(ascii: "/")).prefix(mostSegments).map { segment in
      segment.contains(UInt8(ascii: "{"))
        ? nil : Array(String(decoding: segment, as: UTF8.self).lowercased().unicodeScalars)
    }
  }

  /// How much two paths differ; nil where no literal is alike, or from a limit on.
  private static func distance(
    _ path: [[Unicode.Scalar]], _ template: [[Unicode.Scalar]?], below limit: Int
  ) -> Int? {
    guard abs(path.count - template.count) * segmentCost < limit else { return nil }
    var hasLiteral = false
    var last = (0...template.count).map { $0 * segmentCost }
    for (row, segment) in path.enumerated() {
      var current = [(row + 1) * segmentCost]
      for (column, literal) in template.enumerated() {
        let cost = literal.map { Self.cost(segment, $0) } ?? (segment.isEmpty ? 1 : 0)
        if literal != nil, cost < segmentCost { hasLiteral = true }
        current.append(
          min(last[column] + cost, last[column + 1] + segmentCost, current[column] + segmentCost))
      }
      last = current
    }
    return hasLiteral && last[template.count] < limit ? last[template.count] : nil
  }

  /// A slip of the hand costs little, another word more than a segment too many.
  private static func cost(_ segment: [Unicode.Scalar], _ literal: [Unicode.Scalar]) -> Int {
    if segment == literal { return 0 }
    let distance = NearestName.editDistance(segment, literal, limit: segmentCost)
    return distance <= max(1, literal.count / 3) && distance < segmentCost
      ? distance : segmentCost + 1
  }
}
