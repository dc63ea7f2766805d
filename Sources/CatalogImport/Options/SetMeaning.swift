/// What a set of scopes means that a description names together.
package enum SetMeaning: Hashable, Sendable {
  /// A key must hold them all, as OpenAPI has it.
  case all
  /// Any one of them is enough: many vendors write alternatives so.
  case any

  /// More alternatives are not made of one requirement.
  static let maximumAlternatives = 256

  /// The alternatives that lists say which must all be met, such as one a scheme.
  ///
  /// - Returns: nil where there would be too many.
  func alternatives<Name: Hashable & Comparable>(of lists: [[Name]]) -> [[Name]]? {
    guard self == .any else { return [Set(lists.joined()).sorted()] }
    return Self.product(lists.filter { !$0.isEmpty }.map { list in list.map { [$0] } })
  }

  /// The alternatives of several requirements that must all be met; nil where they are too many.
  static func product<Name: Hashable & Comparable>(_ requirements: [[[Name]]]) -> [[Name]]? {
    var all: [[Name]] = [[]]
    for sets in requirements {
      guard all.count * sets.count <= maximumAlternatives else { return nil }
      var seen: Set<[Name]> = []
      all = all.flatMap { first in sets.map { Set(first + $0).sorted() } }
        .filter { seen.insert($0).inserted }
    }
    return all
  }
}
