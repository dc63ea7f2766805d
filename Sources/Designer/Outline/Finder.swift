import BitCollections
import Catalogs

/// Looks for words in the leaves of a forest, and remembers what it found last.
struct Finder: Sendable {
  private enum Kind: Sendable {
    case scopes(ScopeSearch)
    case operations(OperationSearch)
  }

  private let kind: Kind
  /// What was found last: the next letter is looked for there.
  private(set) var last: SearchMatches?

  init(scopesOf catalog: Catalog) { kind = .scopes(ScopeSearch(catalog: catalog)) }

  init(_ operations: OperationTree, of catalog: Catalog) {
    kind = .operations(OperationSearch(catalog: catalog, order: operations.operations))
  }

  /// The leaves that words find; nil where there are no words.
  mutating func matches(_ query: String) -> SearchMatches? {
    switch kind {
    case .scopes(let search): last = search.matches(query, after: last)
    case .operations(let search): last = search.matches(query, after: last)
    }
    return last
  }
}
