import Documents

/// All of a platform's scopes, operations, presets and combinations, validated and indexed.
///
/// Immutable. Scopes, categories and operations are known by dense integers: scopes in tree order,
/// so that a category is a range of scopes.
package final class Catalog: Sendable {
  /// Where facts of a catalog come from.
  package struct Source: Hashable, Sendable {
    /// The name that scopes refer to.
    package var name = ""
    /// Where it can be read.
    package var location = ""
  }

  /// Another catalog whose scopes keys of this platform are found to name.
  package struct Neighbor: Hashable, Sendable {
    /// The id of that catalog.
    package var id = ""
    /// The scopes by which such a key is known.
    package var scopes: [String] = []
  }

  /// The id that manifests name.
  package let id: String
  /// The platform's name.
  package let name: String
  /// The version, which sorts by text.
  package let version: String
  /// What it describes, in a sentence; may be empty.
  package let summary: String
  /// Where its facts come from.
  package let sources: [Source]
  /// Where it would be wrong, or says less than the platform does.
  package let limits: [String]
  /// The addresses that calls start with.
  package let servers: [String]
  /// The kinds of key that the platform gives out; empty where the catalog tells none apart.
  package let kinds: [KeyKind]
  /// The conditions that calls depend on.
  package let conditions: [Condition]
  /// The categories, in tree order.
  package let categories: [Category]
  /// The scopes, in tree order.
  package let scopes: [Scope]
  /// The permissions of which scopes are levels, in tree order.
  package let permissions: [Permission]
  /// The operations, in the catalog's order.
  package let operations: OperationTable
  /// The catalog's own rules.
  package let combinations: [Combination]
  /// The scopes reviewed and judged harmless.
  package let reviewed: [Review]
  /// The reviews by scope, where there are too many to look through.
  private let reviewsByScope: [Int]
  private static let fewReviews = 32
  /// The scopes of real jobs.
  package let presets: [Preset]
  /// The forms that the platform itself takes a key in; the first is the usual one.
  package let forms: [NativeForm]
  /// The catalogs to which keys may belong that name this one.
  package let neighbors: [Neighbor]
  /// The tree of categories (its groups) and scopes (its leaves).
  package let tree: Tree
  /// For each scope the operations that name it, in the catalog's order.
  package let operationsOfScope: OperationLists

  /// For each scope a number that it shares with all of its resource; the first has 0.
  package let resourceOfScope: [Int32]
  package let grants: ScopeGrants
  /// Where the scopes' texts stand side by side; nil where they do not.
  let texts: CompactTexts?
  private let index: NameIndex

  init(_ parts: consuming CatalogParts) {
    id = parts.id
    name = parts.name
    version = parts.version
    summary = parts.summary
    sources = parts.sources
    limits = parts.limits
    servers = parts.servers
    kinds = parts.kinds
    conditions = parts.conditions
    categories = parts.categories
    scopes = parts.scopes
    permissions = parts.permissions
    operations = parts.operations
    combinations = parts.combinations
    reviewed = parts.reviewed
    reviewsByScope =
      reviewed.count <= Self.fewReviews
      ? []
      : Self.sortedByScope(parts.reviewed)
    presets = parts.presets
    forms = parts.forms
    neighbors = parts.neighbors
    tree = parts.tree
    grants = parts.grants
    texts = parts.texts
    index = parts.index
    operationsOfScope = parts.operationsOfScope
    resourceOfScope =
      parts.resourceOfScope.isEmpty ? Self.numberResources(of: scopes) : parts.resourceOfScope
  }

  private static func sortedByScope(_ reviews: [Review]) -> [Int] {
    reviews.indices.sorted { (reviews[$0].scope, $0) < (reviews[$1].scope, $1) }
  }

  private static func numberResources(of scopes: [Scope]) -> [Int32] {
    var numbers: [Substring: Int32] = [:]
    return scopes.map { scope in
      let resource = scope.object.map { scope.resource + " " + $0 } ?? scope.resource
      if let number = numbers[resource] { return number }
      defer { numbers[resource] = Int32(numbers.count) }
      return Int32(numbers.count)
    }
  }

  /// The review of a scope, the first where there are several; nil where there is none.
  package func review(ofScope scope: Int) -> Review? {
    if reviewsByScope.isEmpty { return reviewed.first { $0.scope == scope } }
    let place = reviewsByScope.partitioningIndex { reviewed[$0].scope >= scope }
    guard place < reviewsByScope.count else { return nil }
    let review = reviewed[reviewsByScope[place]]
    return review.scope == scope ? review : nil
  }

  /// The index of a scope, or nil where the catalog has none of that id.
  package func indexOfScope(_ id: String) -> Int? {
    index.scope(id, among: scopes)
  }

  /// The id of the neighbor that has a scope which this catalog does not have; nil where none is known.
  package func neighbor(havingScope id: String) -> String? {
    guard indexOfScope(id) == nil else { return nil }
    return neighbors.first { $0.scopes.contains(id) }?.id
  }

  /// The index of an operation by method and path, or nil.
  package func indexOfOperation(_ call: String) -> Int? {
    index.operation(call, among: operations)
  }

  /// The names as documents use them that refer to this catalog.
  package var names: CatalogNames { index.names(of: self) }

  /// The names of the categories around a scope, outermost first.
  package func categoryPath(ofScope scope: Int) -> [String] {
    var path: [String] = []
    var current: Int? = scopes[scope].category
    while let category = current {
      path.append(categories[category].name)
      current = categories[category].parent
    }
    return path.reversed()
  }
}
