import BitCollections
import Catalogs
import Keys

/// Puts units together into keys.
struct SplitAssembly {
  private(set) var parts: [BitSet] = []
  private(set) var lowerBound = 1
  private(set) var review: SplitReview
  private let rules: RuleSet
  private let today: CalendarDate
  private let affinity: SplitAffinity
  private var units: [SplitUnit]

  init(_ work: SplitUnit.Work, review: SplitReview, rules: RuleSet, today: CalendarDate) {
    self.review = review
    self.rules = rules
    self.today = today
    affinity = SplitAffinity(catalog: rules.catalog)
    units = work.units
    settleUnits()
  }

  /// Leaves each unit the alternatives with fewest errors of their own, and notes those errors.
  private mutating func settleUnits() {
    for index in units.indices {
      let tried = units[index].alternatives.map { alternative in
        let scopes = review.mended(alternative)
        return (scopes: scopes, errors: review.errors(of: scopes))
      }
      let least = tried.map(\.errors.count).min() ?? 0
      let best = tried.filter { $0.errors.count == least }
      units[index].alternatives = best.map(\.scopes)
      review.unsettled.formUnion(best.flatMap(\.errors).map(SplitReview.Identity.init))
    }
  }

  mutating func run(stepLimit: Int) {
    var conflicts = SplitConflicts(
      review.design, rules: rules, today: today, unsettled: review.unsettled)
    let search = SplitSearch(
      units, conflicts: conflicts, affinity: affinity, stepLimit: stepLimit)
    lowerBound = max(search.lowerBound, isTogetherImpossible() ? 2 : 1)
    parts = search.parts
    for unit in units {
      if let (part, scopes) = choices(unit).first(where: { part, scopes in
        conflicts.allows(scopes, after: scopes.subtracting(parts[part]))
      }) {
        parts[part] = scopes
      }
    }
    if !parts.allSatisfy({ review.isClean($0) }) { askAllRules(startingFrom: search.parts) }
    parts.removeAll { $0.isEmpty }
    addViews()
  }

  /// Says whether one key is out of the question because it would hold nearly everything.
  private mutating func isTogetherImpossible() -> Bool {
    let forced = units.filter { $0.alternatives.count == 1 }.flatMap(\.alternatives)
      .reduce(into: BitSet()) { $0.formUnion($1) }
    return review.errors(of: forced).contains {
      $0.rule == "full-access-key" && !review.unsettled.contains(SplitReview.Identity($0))
    }
  }

  /// Puts the units together anew, asking every rule at every step: some error depends on a scope
  /// that is not there, or on the key as a whole.
  private mutating func askAllRules(startingFrom cores: [BitSet]) {
    parts = cores.filter { !$0.isEmpty }
    if !parts.allSatisfy({ review.isClean($0) }) { parts = [] }
    let isTooMuch = review.holdsNearlyEverything
    // One for each part, so that a question costs the scopes that come and not those that are there.
    var reviews = Array(repeating: review, count: parts.count)
    for unit in units {
      var isPlaced = false
      for (part, scopes) in choices(unit) where isTooMuch?(scopes) != true {
        let mended = reviews[part].mended(scopes, after: parts[part])
        guard reviews[part].isClean(mended, after: parts[part]) else { continue }
        parts[part] = mended
        isPlaced = true
        break
      }
      guard !isPlaced, let first = unit.alternatives.first else { continue }
      parts.append(first)
      reviews.append(review)
    }
  }

  /// The ways to put a unit into the parts that there are, those with most in common first.
  private func choices(_ unit: SplitUnit) -> [(part: Int, scopes: BitSet)] {
    affinity.choices(unit, parts, reading: nil)
  }

  /// Puts the view of what a key changes beside it, where the design has it.
  private mutating func addViews() {
    let views = rules.views
    for part in parts.indices {
      for scope in parts[part] where views[scope] >= 0 {
        let view = Int(views[scope])
        guard review.design.scopes.contains(view), !rules.catalog.isHeld(view, by: parts[part])
        else { continue }
        var scopes = parts[part]
        scopes.insert(view)
        if review.isClean(scopes, after: parts[part]) { parts[part] = scopes }
      }
    }
  }
}
