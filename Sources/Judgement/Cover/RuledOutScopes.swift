import BitCollections
import Catalogs
import Keys

/// The scopes that a key has to go without, so that it has nothing and opens nothing that is ruled
/// out.
package enum RuledOutScopes {
  /// So many choices are looked at.
  private static let mostChoices = 64

  /// The choices: each a set of scopes without which nothing is had or opened that must not be.
  ///
  /// A call that needs several scopes at once stays closed without any one of them: that makes
  /// several choices. A call that needs none cannot be kept closed, and makes none.
  ///
  /// - Parameters:
  ///   - details: what the key rules out.
  ///   - catalog: the catalog.
  ///   - key: what of the key decides which alternatives count.
  /// - Returns: at least one choice, empty where nothing is ruled out.
  package static func choices(
    for details: KeyDetails, in catalog: Catalog, key: KeyTerms
  ) -> [BitSet] {
    var choices = [details.neverScopes(in: catalog)]
    for call in details.neverCalls(in: catalog) {
      guard case .anyOf(let sets) = catalog.requirement(of: call, for: key) else { continue }
      for set in sets where !set.isEmpty {
        choices = Array(
          choices.flatMap { choice in
            // Whoever grants a scope has it.
            set.contains(where: choice.contains)
              ? [choice]
              : set.map { choice.union(BitSet([$0] + catalog.granters(of: $0))) }
          }.prefix(mostChoices))
      }
    }
    return choices
  }
}
