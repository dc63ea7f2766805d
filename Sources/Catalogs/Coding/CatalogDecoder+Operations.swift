import Documents

// Calls, and what refers to calls and scopes.

extension CatalogDecoder {
  // MARK: - Operations

  mutating func decodeOperations(_ list: JSONValue?) throws(ModelError) {
    var operations: [Operation] = []
    for value in try list?.requireElements() ?? [] {
      let method = try method(value.require("method"))
      let pathValue = try value.require("path")
      let path = try text(pathValue)
      guard path.utf8.first == UInt8(ascii: "/") else {
        throw pathValue.error(
          "the path \"\(path)\" does not start with a slash", remedy: "Start it with /")
      }
      var operation = Operation(method: method, path: path, requirement: .notStated)
      if let requires = value["requires"] {
        let sets: [[Int]]
        (sets, operation.terms) = try decodeRequirement(requires)
        operation.requirement = .anyOf(sets)
      }
      // Most have no more: where the members are counted, the others need not be looked for.
      if value.hasMembers(moreThan: operation.requirement == .notStated ? 2 : 3) {
        operation.summaryText = LazyText(try optionalText(value["summary"]))
        operation.tag = try optionalText(value["tag"])
        operation.isDeprecated = try flag(value["deprecated"])
        operation.isInferred = try flag(value["inferred"])
        operation.otherMethods = try otherMethods(value["also"], beside: method)
        operation.slashParameter = try slashParameter(value["slashes"], of: path)
      }
      for call in operation.calls {
        guard names.indexOfOperation.updateValue(operations.count, forKey: call) == nil else {
          throw value.error(
            "the operation \"\(call)\" is listed twice", remedy: "Keep one of them")
        }
      }
      operations.append(operation)
    }
    parts.operations = OperationTable(operations)
  }

  private mutating func decodeRequirement(
    _ value: JSONValue
  ) throws(ModelError) -> (sets: [[Int]], terms: [Operation.Terms]) {
    // Calls that stand together mostly require the same.
    if let last = lastRequirement, last.source == value.source { return (last.sets, last.terms) }
    let alternatives = try value.requireElements()
    guard !alternatives.isEmpty else {
      throw value.error(
        "the requirement has no alternative",
        remedy: "Leave \"requires\" out where nothing is stated; write [[]] where none is needed")
    }
    var sets: [[Int]] = []
    var terms: [Operation.Terms] = []
    for alternative in alternatives {
      let (set, itsTerms) = try decodeAlternative(alternative)
      sets.append(set)
      terms.append(itsTerms)
    }
    if terms.allSatisfy(\.areNone) { terms = [] }
    let conditions = Condition.named(in: terms)
    guard conditions.count <= Condition.maximumCountOfCall else {
      throw value.error(
        "the requirement depends on more than \(Condition.maximumCountOfCall) conditions",
        remedy: "Join some of the questions")
    }
    lastRequirement = (value.source, sets, terms)
    return (sets, terms)
  }

  // MARK: - Rules, reviews and presets

  mutating func decodeCombinations(_ list: JSONValue?) throws(ModelError) {
    var ids: Set<String> = []
    for value in try list?.requireElements() ?? [] {
      let combination = try CombinationDecoder(names: names).decode(value)
      guard ids.insert(combination.id).inserted else {
        throw value.error(
          "the combination \"\(combination.id)\" is listed twice", remedy: "Keep one of them")
      }
      parts.combinations.append(combination)
    }
  }

  mutating func decodeReviews(_ list: JSONValue?) throws(ModelError) {
    for value in try list?.requireElements() ?? [] {
      parts.reviewed.append(
        Review(
          scope: try names.scopeIndex(value.require("scope")),
          reasonText: LazyText(try text(value.require("reason")))))
    }
  }

  mutating func decodePresets(_ list: JSONValue?) throws(ModelError) {
    var ids: Set<String> = []
    for value in try list?.requireElements() ?? [] {
      let id = try identifier(value.require("id"))
      guard ids.insert(id).inserted else {
        throw value.error("the preset \"\(id)\" is listed twice", remedy: "Keep one of them")
      }
      parts.presets.append(
        Preset(
          id: id, titleText: LazyText(try text(value.require("title"))),
          purposeText: LazyText(try text(value.require("purpose"))),
          scopes: Set(try names.scopeIndices(value.require("scopes"))).sorted(),
          warnings: try value["warnings"]?.requireStrings().sorted() ?? []))
    }
  }
}
