import Documents

/// A set of scopes that is enough for a call, and when it counts.
struct Alternative: Hashable, Sendable {
  var scopes: [Int] = []
  var terms = Operation.Terms()

  /// The members of an alternative that depends on something; any other is a list of scopes.
  static let table = FieldTable<Alternative>(
    title: "an alternative", says: "A set of scopes that counts only where all of this holds.",
    fields: [
      Field("scopes", { $1(&$0.scopes) }, .scopeSet, "The set.", need: .required),
      Field(
        "when", { $1(&$0.terms.when) }, Form.condition.optional, "The condition that has to hold."),
      Field(
        "unless", { $1(&$0.terms.unless) }, Form.condition.optional,
        "The condition that must not hold."),
      Field(
        "kinds", { $1(&$0.terms.kinds) }, .kinds, "The kinds of key for which it is enough."),
    ])

  /// What the schema says of the two ways to write one.
  static var schemas: [JSONNode] {
    [.object(Form<[Int]>.scopeSet.schema()), .object(table.schema)]
  }

  /// The alternatives of a call.
  static func all(
    in value: JSONValue, _ reading: inout CatalogReading
  ) throws(ModelError) -> [Alternative] {
    if let last = reading.lastRequirement, last.source == value.source { return last.alternatives }
    let elements = try value.requireElements()
    guard !elements.isEmpty else {
      throw value.error(
        "the requirement has no alternative",
        remedy: "Leave \"requires\" out where nothing is stated; write [[]] where none is needed")
    }
    var alternatives: [Alternative] = []
    for element in elements { alternatives.append(try Alternative(element, &reading)) }
    guard
      Condition.named(in: alternatives.map(\.terms)).count <= Condition.maximumCountOfCall
    else {
      throw value.error(
        "the requirement depends on more than \(Condition.maximumCountOfCall) conditions",
        remedy: "Join some of the questions")
    }
    reading.lastRequirement = (value.source, alternatives)
    return alternatives
  }

  /// How it is written.
  func node(_ writing: CatalogWriting) -> JSONNode {
    terms.areNone
      ? .strings(scopes.map { writing.scopeIDs[$0] }) : .object(Self.table.write(self, writing))
  }
}

extension Alternative {
  private init(_ value: JSONValue, _ reading: inout CatalogReading) throws(ModelError) {
    guard value.kind == .object else {
      scopes = try reading.names.scopeIndices(value)
      return
    }
    try Self.table.read(value, into: &self, &reading)
    guard let unless = terms.unless, unless == terms.when, let member = value["unless"] else {
      return
    }
    throw member.error(
      "the condition \"\(reading.names.conditions[unless])\" can never both hold and not hold",
      remedy: "Keep \"when\" or \"unless\"")
  }
}
