import BitCollections
import Catalogs

/// A tree with what an outline asks of it: which leaves a group holds, and how words find them.
///
/// The arrays are the catalog's own and shared, whatever their size.
struct Forest: Sendable {
  let tree: Tree
  private let kind: Kind
  /// The groups that are closed at first: what takes many screens starts as its list of groups.
  let closedAtFirst: BitSet

  private enum Kind: Sendable {
    case scopes(Catalog)
    case operations(OperationTree, Catalog)
  }

  /// A catalog's scopes by category; leaves are scopes.
  init(scopesOf catalog: Catalog) {
    tree = catalog.tree
    kind = .scopes(catalog)
    // A permission is one row, with the level chosen; open, its levels show.
    closedAtFirst =
      catalog.scopes.count > 300
      ? BitSet(catalog.categories.indices)
      : BitSet(catalog.categories.indices.filter { catalog.categories[$0].isPermission })
  }

  /// A catalog's operations as a tree arranges them; leaves are its places.
  init(_ operations: OperationTree, of catalog: Catalog) {
    tree = operations.tree
    kind = .operations(operations, catalog)
    let all = operations.operations.count
    // A group that most paths start with says nothing: what is inside is the list to start with.
    closedAtFirst =
      all > 40
      ? BitSet(operations.groups.indices.filter { operations.groups[$0].places.count * 2 < all })
      : []
  }

  /// All groups.
  var groups: Range<Int> { tree.nodeOfGroup.indices }

  var leafCount: Int { tree.nodeOfLeaf.count }

  /// The leaves of a group, those of inner groups included.
  func leaves(ofGroup group: Int) -> Range<Int> {
    switch kind {
    case .scopes(let catalog): catalog.categories[group].scopes
    case .operations(let operations, _): operations.groups[group].places
    }
  }

  /// What looks for words in its leaves; made when somebody asks, since it looks at every text.
  func makeFinder() -> Finder {
    switch kind {
    case .scopes(let catalog): Finder(scopesOf: catalog)
    case .operations(let operations, let catalog): Finder(operations, of: catalog)
    }
  }
}
