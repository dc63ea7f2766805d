import BitCollections
import Catalogs
import Keys

/// What a key for some calls should have: the fewest scopes that open them, and the views of what
/// they change.
package struct NeededScopes: Sendable {
  /// The fewest scopes that open the calls.
  package let cover: ScopeCover
  /// The views of what those scopes change, where the cover does not hold them: without one, the
  /// program could not see what it changes.
  package private(set) var views: BitSet
  /// Whether no choice of scopes opens the calls with fewer, nor with as many of less risk, and has
  /// nothing that is ruled out.
  package let isProvenMinimal: Bool
  /// How many of the calls are opened.
  private let callCount: Int

  /// All of them.
  package var scopes: BitSet { cover.scopes.union(views) }

  /// Finds what some calls need.
  ///
  /// - Parameters:
  ///   - operations: the calls, by index.
  ///   - rules: the rules that hold for the key: none is asked for a view where the rules do not ask
  ///     for it, or where it would make an error of the key. What their policy rules out stays so.
  ///   - terms: what of the key decides which alternatives count.
  ///   - never: what the key must not have: scopes by id, and calls as `METHOD /path`.
  ///   - addsViews: whether views are added.
  package init(
    opening operations: some Sequence<Int>, rules: RuleSet, for terms: KeyTerms = KeyTerms(),
    never: [String] = [], addsViews: Bool = true
  ) {
    let catalog = rules.catalog
    let chosen = BitSet(operations)
    let ruledOut = RuledOutScopes(never + rules.policy.never, in: catalog, for: terms)
    let covers = ruledOut.choices.map {
      ScopeCover(opening: chosen, in: catalog, for: terms, excluding: $0)
    }
    var best = 0
    for place in covers.indices.dropFirst()
    where covers[place].rank(in: catalog).lexicographicallyPrecedes(
      covers[best].rank(in: catalog))
    {
      best = place
    }
    let (cover, excluded) = (covers[best], ruledOut.choices[best])
    self.cover = cover
    isProvenMinimal = ruledOut.isComplete && covers.allSatisfy(\.isProvenMinimal)
    callCount =
      chosen.count - cover.unstated.count - cover.impossible.count - cover.blocked.count
    var views: BitSet = []
    if addsViews, rules.indexOfScopeRule(BlindWrite.info.id) != nil {
      for scope in cover.scopes where rules.views[scope] >= 0 {
        let view = Int(rules.views[scope])
        let before = cover.scopes.union(views)
        guard !catalog.isHeld(view, by: before), !excluded.contains(view),
          catalog.granted(by: view).allSatisfy({ !excluded.contains($0) }),
          !rules.makesError(view, beside: before)
        else { continue }
        views.insert(view)
      }
    }
    self.views = views
  }

  /// How many scopes there are and what for: `2 scopes: 1 for the call, 1 to see what it changes`.
  package var words: String {
    func count(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    let all = count(scopes.count, "scope")
    guard !views.isEmpty else { return all + " for " + count(callCount, "call") }
    let calls = callCount == 1 ? "the call" : "\(callCount) calls"
    return "\(all): \(cover.scopes.count) for \(calls), \(views.count) to see what "
      + (callCount == 1 ? "it changes" : "they change")
  }

  /// The same without the views.
  package var withoutViews: NeededScopes {
    var copy = self
    copy.views = []
    return copy
  }

  /// The scopes of the cover that open a call and that a key lacks.
  func scopes(opening operation: Int, in key: KeyUnderReview) -> [Int] {
    let access = key.access
    return access.with(cover.scopes).opening(of: operation).scopes.filter { !access.isHeld($0) }
  }
}

extension ScopeCover {
  /// What covers under several choices are compared by, least first.
  fileprivate func rank(in catalog: Catalog) -> [Int] {
    [blocked.count, scopes.count, scopes.reduce(0) { $0 + catalog.weight(of: $1) }]
  }
}

extension RuleSet {
  /// Whether a scope more makes a key break a rule whose findings are errors.
  func makesError(_ scope: Int, beside scopes: BitSet) -> Bool {
    var design = KeyDesign()
    design.scopes = scopes
    let key = KeyUnderReview(catalog: catalog, design: design, today: .distantPast)
    let next = key.flipping(scope)
    return checks(reading: scope).contains { check in
      severity(ofCheck: Int(check), in: next) == .error
        && severity(ofCheck: Int(check), in: key) != .error
    }
  }
}
