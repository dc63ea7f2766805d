import BitCollections
import KeyModel

/// Looks for words in the leaves of a forest, and remembers what it found last.
struct Finder: Sendable {
  /// What words find.
  struct Matches: Sendable {
    var leaves: BitSet
    /// The leaf that matches best.
    var best: Int?
    /// The leaves, best first; empty where that was not asked for.
    var ranked: [Int]
  }

  private enum Kind: Sendable {
    case scopes(ScopeSearch)
    case operations(OperationTree, OperationSearch)
  }

  private let kind: Kind
  /// What was found among scopes last: the next letter is looked for there.
  private var last: ScopeMatches?

  init(scopesOf catalog: Catalog) { kind = .scopes(ScopeSearch(catalog: catalog)) }

  init(_ operations: OperationTree, of catalog: Catalog) {
    kind = .operations(operations, OperationSearch(catalog: catalog))
  }

  /// The leaves that words find; nil where there are no words.
  mutating func matches(_ query: String, ranked: Bool) -> Matches? {
    switch kind {
    case .scopes(let search):
      last = search.matches(query, after: last)
      guard let last else { return nil }
      return Matches(
        leaves: BitSet(last.scopes), best: last.best, ranked: ranked ? last.ranked : [])
    case .operations(let operations, let search):
      guard let found = search.matches(query) else { return nil }
      let places = found.map { (leaf: operations.places[$0.operation], score: $0.score) }
      let order = places.sorted { $0.score == $1.score ? $0.leaf < $1.leaf : $0.score > $1.score }
      return Matches(
        leaves: BitSet(places.lazy.map(\.leaf)), best: order.first?.leaf,
        ranked: ranked ? order.map(\.leaf) : [])
    }
  }
}
