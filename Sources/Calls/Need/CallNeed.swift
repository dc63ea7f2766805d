import BitCollections
import Catalogs
import Judgement
import Keys

/// What some calls need: the fewest scopes, and for each operation what opens it.
package struct CallNeed: Sendable {
  /// One operation that was called.
  package struct Call: Hashable, Sendable {
    /// The call as it was written where that was an argument, else the operation's template.
    package var call: String
    /// The operation's index.
    package var operation: Int
    /// The scopes of the cover that open it; none where its scopes are not stated.
    package var scopes: [Int]
    /// How often it was called.
    package var count: Int
  }

  /// The fewest scopes that open every stated operation.
  package let cover: ScopeCover
  /// The operations called, in the catalog's order.
  package let calls: [Call]

  /// The views of what the scopes of the cover change, which none of the calls needs.
  package let views: BitSet
  /// How many scopes there are and what for, as words.
  package let words: String

  /// All scopes: the fewest, and the views.
  package var scopes: BitSet { cover.scopes.union(views) }

  /// Finds what the calls of a tally need.
  ///
  /// - Parameters:
  ///   - tally: the calls.
  ///   - rules: the rules that hold for the key.
  ///   - addsViews: whether the views of what the key changes are added.
  package init(_ tally: CallTally, rules: RuleSet, addsViews: Bool = true) {
    let catalog = tally.resolver.catalog
    let operations = tally.operations
    let needed = NeededScopes(opening: operations, rules: rules, addsViews: addsViews)
    (cover, views, words) = (needed.cover, needed.views, needed.words)
    let access = KeyAccess(cover.scopes, in: catalog)
    calls = operations.map { index in
      Call(
        call: tally.written[index] ?? catalog.operations[index].call, operation: index,
        scopes: access.opening(of: index).scopes, count: tally.counts[index])
    }
  }

  /// A key for these calls, with the calls themselves as what it is for.
  package func design(in catalog: Catalog, label: String) -> KeyDesign {
    var design = KeyDesign()
    design.scopes = scopes
    design.details.label = label
    design.details.operations = calls.map { catalog.operations[$0.operation].call }
    return design
  }
}
