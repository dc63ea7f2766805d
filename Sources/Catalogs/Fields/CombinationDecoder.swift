import Documents

/// Decodes and validates a catalog's own rules.
package struct CombinationDecoder {
  package let names: CatalogNames

  package init(names: CatalogNames) { self.names = names }

  package func decode(_ value: JSONValue) throws(ModelError) -> Combination {
    var reading = CatalogReading()
    reading.names = names
    var combination = Combination()
    try Combination.table.read(value, into: &combination, &reading)
    try Self.check(combination, value)
    return combination
  }

  /// Checks what the members of a rule say of one another.
  static func check(_ combination: Combination, _ value: JSONValue) throws(ModelError) {
    guard !combination.trigger.isEmpty else {
      throw value.error(
        "the combination \"\(combination.id)\" has nothing that sets it off",
        remedy: "Give it \"all\", \"any\" or \"atLeast\"")
    }
    let excluded = Set(combination.without)
    guard combination.fires(isHeld: { !excluded.contains($0) }) else {
      throw (value["without"] ?? value).error(
        "the combination \"\(combination.id)\" can never fire: what sets it off silences it",
        remedy: "Take out of \"without\" what the other lists need")
    }
    try checkRemedy(of: combination, value)
  }

  /// The remedy has to work whatever else is chosen: conditions only grow with further scopes, so
  /// that it works for all keys when it works for the key that has everything.
  private static func checkRemedy(
    of combination: Combination, _ value: JSONValue
  ) throws(ModelError) {
    if !combination.untick.isEmpty {
      let dropped = Set(combination.untick)
      var bare = combination
      bare.without = []
      if bare.fires(isHeld: { !dropped.contains($0) }) {
        throw (value["untick"] ?? value).error(
          "the combination \"\(combination.id)\" can stay after these are unticked",
          remedy: "Name scopes without which it never fires")
      }
    }
    if !combination.tick.isEmpty, Set(combination.tick).isDisjoint(with: combination.without) {
      throw (value["tick"] ?? value).error(
        "the combination \"\(combination.id)\" stays after these are ticked",
        remedy: "Name one of the scopes of \"without\"")
    }
  }
}
