import BitCollections
import Catalogs
import Keys

extension RuleSet {
  /// The scopes that are there because a rule asks for them: the views of what others change, and
  /// what settles a combination.
  func scopesAskedFor(in key: KeyUnderReview) -> BitSet {
    var asked: BitSet = []
    for scope in key.design.scopes where views[scope] >= 0 { asked.insert(Int(views[scope])) }
    for check in askingChecks {
      guard let rule = scopeRules[checks[check].rule] as? CombinationRule else { continue }
      let combination = rule.combination
      let ticks = combination.tick
      guard ticks.contains(where: key.isChosen),
        combination.fires(isHeld: { key.isHeld($0) && !ticks.contains($0) })
      else { continue }
      asked.formUnion(BitSet(ticks))
    }
    // What another scope grants is not there for the sake of a rule.
    return BitSet(asked.filter { key.isChosen($0) && key.granters(of: $0).isEmpty })
  }
}

extension RuleSet {
  /// The rule on keys that may do nearly everything, where it is asked, is an error and nothing of it
  /// is accepted in a design.
  func fullAccessError(for design: KeyDesign) -> FullAccessKey? {
    let id = FullAccessKey.info.id
    guard let place = keyRules.firstIndex(where: { $0 is FullAccessKey }),
      (policy.severity(of: id) ?? FullAccessKey.info.severity) == .error,
      !design.details.accepted.contains(where: { $0.rule == id })
    else { return nil }
    return keyRules[place] as? FullAccessKey
  }
}
