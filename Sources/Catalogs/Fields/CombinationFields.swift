import Documents

extension Combination {
  /// The members of a rule about scopes.
  static let table = FieldTable<Combination>(
    title: "a combination",
    says:
      "One rule. It fires when every condition present holds: all, any, atLeast, and none of without.",
    definition: "combination",
    fields: [
      Field("id", \.id, .ruleID, "The stable id of the rule; never reused.", need: .required),
      Field(
        "title", \.titleText, .line(100), "A short name, in sentence case.", need: .required),
      Field(
        "severity", \.severity, .severity { .definition("severity") },
        "How bad it is when it fires.", need: .required),
      Field("all", \.all, .someScopes, "Every one of these is chosen."),
      Field("any", \.any, .groupsOfScopes, "From each inner list at least one is chosen."),
      Field(
        "atLeast", \.atLeast, Form.object(Count.table, Count()).checkedCount.optional,
        "At least so many of these are chosen."),
      Field("without", \.without, .scopes, "Silent when any of these is chosen."),
      Field(
        "raise", \.raise, Form.object(Raise.table, Raise()).optional,
        "A higher severity in worse company."),
      Field(
        "message", \.messageText, .line(139), "The consequence, in one sentence.",
        need: .required),
      Field(
        "confidence", \.confidence, .confidence,
        "documented: the reference states each step. inferred: a step is concluded from it.",
        need: .required),
      Field(
        "operations", \.operations, .calls,
        "The calls that prove it, each opened by a scope of the rule.", need: .expected),
      Field(
        "trace", \.trace,
        .list(
          of: Step.table, Step(), limits: [("minItems", .integer(1)), ("maxItems", .integer(5))]),
        "The abuse in order, for one smallest set of scopes that fires the rule.", need: .expected),
      Field(
        "story", \.storyText, .text(1_000),
        "Two to four sentences: what happens, why names mislead, who is hurt.", need: .expected),
      Field("advice", \.adviceText, .text(300), "The safer way, in one sentence.", need: .expected),
      Field(
        "source", \.sourceText, .text(500), "Where it is said that this is dangerous: an address."),
      Field(
        "untick", \.untick, .scopes,
        "The remedy: untick those of these that are chosen, in this order, until the rule is silent."
      ),
      Field("tick", \.tick, .scopes, "The remedy of a rule with `without`: tick this."),
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
      Field("count", \.count, .count, "How many.", need: .required),
      Field(
        "of", \.of,
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
        "severity", \.severity, .severity { [("enum", .strings(["warning", "error"]))] },
        "The severity then.", need: .required),
      Field(
        "any", \.any, .someScopes, "When at least one of these is chosen too.", need: .required),
    ])
}

extension Combination.Step {
  static let table = FieldTable<Combination.Step>(
    title: "a step of a trace", says: "One step.",
    fields: [
      Field("call", \.operation, .call, "The call made.", need: .required),
      Field("does", \.effectText, .line(120), "What it achieves.", need: .required),
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
