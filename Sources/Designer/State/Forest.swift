import BitCollections
import KeyModel

/// A tree with what an outline asks of it: which leaves a group holds, and how words find them.
///
/// The arrays are the catalog's own and shared, whatever their size.
struct Forest: Sendable {
  /// What words find.
  struct Matches: Sendable {
    var leaves: BitSet
    /// The leaf that matches best.
    var best: Int?
  }

  let tree: Tree
  private let kind: Kind
  /// The groups that are closed at first: what takes many screens starts as its list of groups.
  let closedAtFirst: BitSet

  private enum Kind: Sendable {
    case scopes(Catalog, ScopeSearch)
    case operations(OperationTree, OperationSearch)
  }

  /// A catalog's scopes by category; leaves are scopes.
  init(scopesOf catalog: Catalog) {
    tree = catalog.tree
    kind = .scopes(catalog, ScopeSearch(catalog: catalog))
    closedAtFirst = catalog.scopes.count > 300 ? BitSet(catalog.categories.indices) : []
  }

  /// A catalog's operations as a tree arranges them; leaves are its places.
  init(_ operations: OperationTree, of catalog: Catalog) {
    tree = operations.tree
    kind = .operations(operations, OperationSearch(catalog: catalog))
    let all = operations.operations.count
    // A group that most paths start with says nothing: what is inside is the list to start with.
    closedAtFirst =
      all > 40
      ? BitSet(operations.groups.indices.filter { operations.groups[$0].places.count * 2 < all })
      : []
  }

  /// How words find scopes, where leaves are scopes.
  var scopeSearch: ScopeSearch? {
    if case .scopes(_, let search) = kind { search } else { nil }
  }

  /// All groups.
  var groups: Range<Int> { tree.nodeOfGroup.indices }

  var leafCount: Int { tree.nodeOfLeaf.count }

  /// The leaves of a group, those of inner groups included.
  func leaves(ofGroup group: Int) -> Range<Int> {
    switch kind {
    case .scopes(let catalog, _): catalog.categories[group].scopes
    case .operations(let operations, _): operations.groups[group].places
    }
  }

  /// The leaves that words find; nil where there are no words.
  func matches(_ query: String) -> Matches? {
    switch kind {
    case .scopes(_, let search):
      guard let found = search.matches(query) else { return nil }
      return Matches(
        leaves: BitSet(found.lazy.map(\.scope)),
        best: Self.best(found.lazy.map { ($0.scope, $0.score) }))
    case .operations(let operations, let search):
      guard let found = search.matches(query) else { return nil }
      let places = found.map { (operations.places[$0.operation], $0.score) }
      return Matches(leaves: BitSet(places.lazy.map(\.0)), best: Self.best(places))
    }
  }

  /// The leaf with the highest score; of several the first.
  private static func best(_ found: some Sequence<(Int, Int)>) -> Int? {
    found.max { $0.1 < $1.1 || ($0.1 == $1.1 && $0.0 > $1.0) }?.0
  }
}
