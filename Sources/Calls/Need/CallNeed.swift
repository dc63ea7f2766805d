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
    /// How often it was called so that it counts.
    package var count: Int
  }

  /// One operation that was called, and never so that it counts.
  package struct FailedCall: Hashable, Sendable {
    /// The operation's index.
    package var operation: Int
    /// The scopes that it would have needed by itself; none where they are not stated.
    package var scopes: [Int]
    /// How often it ended in which way.
    package var outcomes: [CallOutcome: Int]
    /// Where it stands first.
    package var place: CallTally.RecordPlace?

    /// How often it was called.
    package var count: Int { outcomes.values.reduce(0, +) }
  }

  /// The fewest scopes that open every stated operation.
  package let cover: ScopeCover
  /// The operations called, in the catalog's order.
  package let calls: [Call]
  /// The operations called in vain, in the catalog's order.
  package let failed: [FailedCall]

  /// Finds what the calls of a tally need.
  package init(_ tally: CallTally) {
    let catalog = tally.resolver.catalog
    let operations = tally.operations
    let cover = ScopeCover(opening: operations, in: catalog)
    self.cover = cover
    calls = operations.map { index in
      let operation = catalog.operations[index]
      return Call(
        call: tally.written[index] ?? operation.call, operation: index,
        scopes: Self.opening(operation, cover.scopes), count: tally.counts[index])
    }
    failed = tally.failedOperations.map { index in
      let outcomes = CallOutcome.allCases.compactMap { outcome in
        let count = tally.failures[outcome.rawValue][index]
        return count > 0 ? (outcome, count) : nil
      }
      return FailedCall(
        operation: index, scopes: Array(ScopeCover(opening: [index], in: catalog).scopes),
        outcomes: Dictionary(uniqueKeysWithValues: outcomes), place: tally.failurePlaces[index])
    }
  }

  /// The smallest alternative that a cover holds.
  private static func opening(_ operation: Operation, _ scopes: BitSet) -> [Int] {
    guard case .anyOf(let sets) = operation.requirement else { return [] }
    return sets.filter { $0.allSatisfy(scopes.contains) }.min { $0.count < $1.count } ?? []
  }

  /// A key for these calls, with the calls themselves as what it is for.
  package func design(in catalog: Catalog, label: String) -> KeyDesign {
    var design = KeyDesign()
    design.scopes = cover.scopes
    design.details.label = label
    design.details.operations = calls.map { catalog.operations[$0.operation].call }
    return design
  }
}
