import Documents

/// Decodes and validates a catalog's own rules.
package struct CombinationDecoder {
  package let names: CatalogNames

  package init(names: CatalogNames) { self.names = names }

  package func decode(_ value: JSONValue) throws(ModelError) -> Combination {
    var any: [[Int]] = []
    for group in try value["any"]?.requireElements() ?? [] {
      any.append(try nonempty(group))
    }
    var combination = Combination(
      id: try id(value.require("id")),
      titleText: LazyText(try TextCheck.line(value.require("title"))),
      severity: try severity(value.require("severity")),
      all: try value["all"].map { list throws(ModelError) in try nonempty(list) } ?? [],
      any: any,
      without: try scopes(value["without"]),
      raise: try raise(value["raise"]),
      messageText: LazyText(try TextCheck.line(value.require("message"))),
      confidence: try confidence(value.require("confidence")),
      operations: try operations(value["operations"]),
      trace: try trace(value["trace"]),
      storyText: LazyText(try TextCheck.optionalLine(value["story"])),
      adviceText: LazyText(try TextCheck.optionalLine(value["advice"])),
      untick: try scopes(value["untick"]),
      tick: try scopes(value["tick"]))
    if let atLeast = value["atLeast"] {
      combination.atLeast = try count(atLeast)
    }
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
    return combination
  }

  /// The remedy has to work whatever else is chosen: conditions only grow with further scopes, so
  /// that it works for all keys when it works for the key that has everything.
  private func checkRemedy(of combination: Combination, _ value: JSONValue) throws(ModelError) {
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

  private func id(_ value: JSONValue) throws(ModelError) -> String {
    let id = try TextCheck.identifier(value)
    guard !ReservedRules.ids.contains(id) else {
      throw value.error(
        "the id \"\(id)\" belongs to a rule of the program", remedy: "Choose another")
    }
    return id
  }

  private func scopes(_ value: JSONValue?) throws(ModelError) -> [Int] {
    guard let value else { return [] }
    return try names.scopeIndices(value)
  }

  private func nonempty(_ value: JSONValue) throws(ModelError) -> [Int] {
    let indices = try names.scopeIndices(value)
    guard !indices.isEmpty else {
      throw value.error("the list is empty", remedy: "Name a scope or leave the list out")
    }
    return indices
  }

  private func count(_ value: JSONValue) throws(ModelError) -> (count: Int, of: [Int]) {
    let list = try value.require("of")
    let of = try nonempty(list)
    // One of some scopes is what "any" says.
    guard of.count >= Combination.leastCount else {
      throw list.error(
        "fewer than \(Combination.leastCount) scopes cannot be counted",
        remedy: "Name more, or write \"all\" in the place of \"atLeast\"")
    }
    let number = try value.require("count")
    guard let count = number.integer, (Combination.leastCount...of.count).contains(count) else {
      throw number.error(
        "the count has to be a whole number from \(Combination.leastCount) to \(of.count)",
        remedy: number.integer == 1
          ? "Correct it, or write the scopes as a list of \"any\"" : "Correct it")
    }
    return (count, of)
  }

  private func raise(_ value: JSONValue?) throws(ModelError) -> Combination.Raise? {
    guard let value else { return nil }
    return Combination.Raise(
      severity: try severity(value.require("severity")), any: try nonempty(value.require("any")))
  }

  private func severity(_ value: JSONValue) throws(ModelError) -> Severity {
    let word = try value.requireString()
    guard let severity = Severity(rawValue: word) else {
      throw value.error("\"\(word)\" is no severity", remedy: "Use error, warning or note")
    }
    return severity
  }

  private func confidence(_ value: JSONValue) throws(ModelError) -> Confidence {
    let word = try value.requireString()
    guard let confidence = Confidence(rawValue: word) else {
      throw value.error("\"\(word)\" is no confidence", remedy: "Use documented or inferred")
    }
    return confidence
  }

  private func operations(_ list: JSONValue?) throws(ModelError) -> [Int] {
    var indices: [Int] = []
    for value in try list?.requireElements() ?? [] {
      indices.append(try names.operationIndex(value))
    }
    return indices
  }

  private func trace(_ list: JSONValue?) throws(ModelError) -> [Combination.Step] {
    var steps: [Combination.Step] = []
    for value in try list?.requireElements() ?? [] {
      steps.append(
        Combination.Step(
          operation: try names.operationIndex(value.require("call")),
          effectText: LazyText(try TextCheck.line(value.require("does")))))
    }
    return steps
  }
}
