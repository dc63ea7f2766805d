import Documents

extension Combination {
  /// The members of a rule about scopes.
  static let table = FieldTable<Combination>(
    title: "a combination",
    says:
      "One rule. It fires when every condition present holds: all, any, atLeast, and none of without.",
    definition: "combination",
    fields: [
      Field(
        "id", { $1(&$0.id) }, .ruleID, "The stable id of the rule; never reused.", need: .required),
      Field(
        "title", { $1(&$0.titleText) }, .line(100), "A short name, in sentence case.",
        need: .required),
      Field(
        "severity", { $1(&$0.severity) }, .severity { .definition("severity") },
        "How bad it is when it fires.", need: .required),
      Field("all", { $1(&$0.all) }, .someScopes, "Every one of these is chosen."),
      Field(
        "any", { $1(&$0.any) }, .groupsOfScopes, "From each inner list at least one is chosen."),
      Field(
        "atLeast", { $1(&$0.atLeast) }, Form.object(Count.table, Count()).checkedCount.optional,
        "At least so many of these are chosen."),
      Field("without", { $1(&$0.without) }, .scopes, "Silent when any of these is chosen."),
      Field(
        "raise", { $1(&$0.raise) }, Form.object(Raise.table, Raise()).optional,
        "A higher severity in worse company."),
      Field(
        "message", { $1(&$0.messageText) }, .line(139), "The consequence, in one sentence.",
        need: .required),
      Field(
        "confidence", { $1(&$0.confidence) }, .confidence,
        "documented: the reference states each step. inferred: a step is concluded from it.",
        need: .required),
      Field(
        "operations", { $1(&$0.operations) }, .calls,
        "The calls that prove it, each opened by a scope of the rule.", need: .expected),
      Field(
        "trace", { $1(&$0.trace) },
        .list(
          of: Step.table, Step(), limits: [("minItems", .integer(1)), ("maxItems", .integer(5))]),
        "The abuse in order, for one smallest set of scopes that fires the rule.", need: .expected),
      Field(
        "story", { $1(&$0.storyText) }, .text(1_000),
        "Two to four sentences: what happens, why names mislead, who is hurt.", need: .expected),
      Field(
        "advice", { $1(&$0.adviceText) }, .text(300), "The safer way, in one sentence.",
        need: .expected),
      Field(
        "source", { $1(&$0.sourceText) }, .text(500),
        "Where it is said that this is dangerous: an address."),
      Field(
        "untick", { $1(&$0.untick) }, .scopes,
        "The remedy: untick those of these that are chosen, in this order, until the rule is silent."
      ),
      Field("tick", { $1(&$0.tick) }, .scopes, "The remedy of a rule with `without`: tick this."),
    ],
    rules: {
      func oneOf(_ names: String...) -> JSONNode {
        .array(names.map { .object([("required", .strings([$0]))]) })
      }
      return [
        (
          "allOf",
          .array([
            .object([("anyOf", oneOf("all", "any", "atLeast"))]),
            .object([("oneOf", oneOf("untick", "tick"))]),
          ])
        ),
        ("dependentRequired", .object([("tick", .strings(["without"]))])),
      ]
    })
}

extension Combination.Count {
  static let table = FieldTable<Combination.Count>(
    title: "\"atLeast\"", says: "How many of some scopes set the rule off.",
    fields: [
      Field("count", { $1(&$0.count) }, .count, "How many.", need: .required),
      Field(
        "of", { $1(&$0.of) },
        .someScopes.describedBy {
          .definition("scopeIDs") + [("minItems", .integer(Combination.leastCount))]
        }, "Out of which.", need: .required),
    ])
}

extension Combination.Raise {
  static let table = FieldTable<Combination.Raise>(
    title: "\"raise\"", says: "When the rule is worse.",
    fields: [
      Field(
        "severity", { $1(&$0.severity) }, .severity { [("enum", .strings(["warning", "error"]))] },
        "The severity then.", need: .required),
      Field(
        "any", { $1(&$0.any) }, .someScopes, "When at least one of these is chosen too.",
        need: .required),
    ])
}

extension Combination.Step {
  static let table = FieldTable<Combination.Step>(
    title: "a step of a trace", says: "One step.",
    fields: [
      Field("call", { $1(&$0.operation) }, .call, "The call made.", need: .required),
      Field("does", { $1(&$0.effectText) }, .line(120), "What it achieves.", need: .required),
    ])
}

extension Form<Severity> {
  static func severity(_ schema: @escaping @Sendable () -> SchemaMembers) -> Form {
    word([.error, .warning, .note], "severity", fallback: .note, schema: schema)
  }
}

extension Form<Confidence> {
  static var confidence: Form {
    word(
      [.documented, .inferred], "confidence", fallback: .inferred,
      schema: { [("enum", .strings(["documented", "inferred"]))] })
  }
}

extension Form<String> {
  /// An id that belongs to no rule of the program.
  static var ruleID: Form {
    identifier.checked { (id, value) throws(ModelError) in
      guard !ReservedRules.ids.contains(id) else {
        throw value.error(
          "the id \"\(id)\" belongs to a rule of the program", remedy: "Choose another")
      }
    }
  }
}

extension Form<Int> {
  /// A whole number from 2 on.
  static var count: Form {
    Form(
      holds: "number",
      schema: { [("type", .string("integer")), ("minimum", .integer(Combination.leastCount))] },
      isAbsent: { _ in false },
      read: { (value, _) throws(ModelError) in value.integer ?? 0 },
      write: { value, _ in .integer(value) },
      pack: { $1.number($0) }, unpack: { $0.number() })
  }
}

extension Form<Combination.Count> {
  /// The same with a count that can be reached.
  fileprivate var checkedCount: Form {
    checked { (count, value) throws(ModelError) in
      let least = Combination.leastCount
      // One of some scopes is what "any" says.
      guard count.of.count >= least else {
        throw try value.require("of").error(
          "fewer than \(least) scopes cannot be counted",
          remedy: "Name more, or write \"all\" instead of \"atLeast\"")
      }
      guard (least...count.of.count).contains(count.count) else {
        throw try value.require("count").error(
          "the count has to be a whole number from \(least) to \(count.of.count)",
          remedy: count.count == 1
            ? "Correct it, or write the scopes as a list of \"any\"" : "Correct it")
      }
    }
  }
}
