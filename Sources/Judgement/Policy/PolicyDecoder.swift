import Catalogs
import Documents
import Keys

/// The one gate through which a policy comes in.
struct PolicyDecoder {
  /// What nearly every policy does with.
  private let near: [Catalog]
  /// Those and all others; reading them takes time.
  private lazy var catalogs = near + others()
  /// The names of each of them.
  private lazy var allNames = catalogs.map(\.names)
  private let others: () -> [Catalog]
  /// The ids of all catalogs, which are known without reading them.
  private let platforms: () -> [String]
  private(set) var policy = Policy()
  /// The ids of the rules of nearly every policy, and of all; those of the combinations read so far.
  private lazy var nearRuleIDs = Self.ruleIDs(of: near)
  private lazy var allRuleIDs = Self.ruleIDs(of: catalogs)
  private var ownRuleIDs: Set<String> = []

  init(
    catalogs: [Catalog], platforms: @escaping () -> [String], others: @escaping () -> [Catalog]
  ) {
    near = catalogs
    self.platforms = platforms
    self.others = others
  }

  mutating func decode(_ root: JSONValue) throws(ModelError) {
    try root.requireObject()
    let schema = try root.require("$schema")
    guard SchemaName.matches(try schema.requireString(), "policy") else {
      throw schema.error(
        "\"\(schema.string ?? "")\" is not a policy of a version that this program knows",
        remedy: "Use a policy with \"$schema\": \"\(Policy.schema)\"")
    }
    try root.refuseUnknownMembers(of: Policy.shape)
    // The combinations first: severities may name them.
    for value in try root["combinations"]?.requireElements() ?? [] { try decodeCombination(value) }
    try decodeLevels(root["severities"])
    try decodeForbidden(root["forbiddenScopes"])
    try decodeNever(root["never"])
    try decodeFields(root["requiredFields"])
    try decodeDays(root["longestDaysToRotation"])
    for value in try root["platforms"]?.requireElements() ?? [] {
      policy.platforms.append(try platform(value))
    }
  }

  /// A platform that is not here may be meant; one that is nearly here is misspelled.
  private func platform(_ value: JSONValue) throws(ModelError) -> String {
    let id = try TextCheck.identifier(value)
    guard !near.contains(where: { $0.id == id }) else { return id }
    let ids = near.map(\.id) + platforms()
    guard !ids.contains(id), let suggestion = NearestName.suggestion(id, among: ids) else {
      return id
    }
    throw value.error(
      "there is no catalog \"\(id)\"",
      remedy: suggestion + ", or else its catalog has to be added first (keywright catalog add)")
  }

  private mutating func decodeCombination(_ value: JSONValue) throws(ModelError) {
    guard let first = catalogs.first else {
      throw value.error(
        "the combination cannot be read without a catalog", remedy: "Name a catalog's file")
    }
    var failure: ModelError?
    var readers: [(catalog: Catalog, combination: Combination)] = []
    // To say where another catalog does not understand it costs a look at the whole document.
    let scope = Self.firstScope(of: value)
    let isAbout = allNames.map { names in scope.map(names.hasScope) ?? true }
    let isAboutNone = !isAbout.contains(true)
    for (place, names) in allNames.enumerated() where isAbout[place] || isAboutNone {
      let catalog = catalogs[place]
      do {
        readers.append((catalog, try CombinationDecoder(names: names).decode(value)))
      } catch {
        // The catalog that the combination is about is the one that understands most of it.
        if failure == nil || error.isFurther(than: failure) { failure = error }
      }
    }
    guard let id = readers.first?.combination.id else {
      throw failure ?? value.error("no catalog can read it", remedy: "Check \(first.id)")
    }
    guard !allRuleIDs.contains(id), ownRuleIDs.insert(id).inserted else {
      throw (value["id"] ?? value).error(
        "the rule \"\(id)\" is there already", remedy: "Choose another id")
    }
    // Of two versions of one catalog the nearer counts.
    var seen: Set<String> = []
    for (catalog, combination) in readers where seen.insert(catalog.id).inserted {
      policy.append(combination, of: catalog.id)
    }
  }

  /// The first scope that a combination names, where it names one.
  private static func firstScope(of value: JSONValue) -> String? {
    let lists = [value["all"], value["any"]?.elements.first, value["atLeast"]?["of"]]
    return lists.lazy.compactMap { $0?.elements.first?.string }.first
  }

  private mutating func decodeLevels(_ object: JSONValue?) throws(ModelError) {
    try object?.requireObject()
    for (id, value) in object?.members ?? [] {
      guard ownRuleIDs.contains(id) || nearRuleIDs.contains(id) || allRuleIDs.contains(id) else {
        throw value.error(
          "there is no rule \"\(id)\"",
          remedy: NearestName.suggestion(id, among: allRuleIDs.union(ownRuleIDs))
            ?? "Name a rule by its id")
      }
      let word = try value.requireString()
      if word == "off" {
        policy.append(.off, of: id)
      } else if let severity = Severity(rawValue: word) {
        policy.append(.severity(severity), of: id)
      } else {
        throw value.error(
          "\"\(word)\" is not a severity", remedy: "Use error, warning, note or off")
      }
    }
  }

  private mutating func decodeForbidden(_ list: JSONValue?) throws(ModelError) {
    var seen: Set<String> = []
    for value in try list?.requireElements() ?? [] {
      let id = try value.requireString()
      let hasScope = { (catalog: Catalog) in catalog.indexOfScope(id) != nil }
      guard near.contains(where: hasScope) || catalogs.contains(where: hasScope) else {
        let ids = catalogs.flatMap { $0.scopes.map(\.id) }
        throw value.error(
          "no catalog has the scope \"\(id)\"",
          remedy: NearestName.suggestion(id, among: ids) ?? "Name a scope of a catalog")
      }
      guard seen.insert(id).inserted else {
        throw value.error("the scope \"\(id)\" is listed twice", remedy: "Keep one of them")
      }
      policy.forbiddenScopes.append(id)
    }
  }

  private mutating func decodeNever(_ list: JSONValue?) throws(ModelError) {
    guard let list else { return }
    do {
      policy.never = try NeverList.decode(list, of: near, "catalog")
    } catch {
      // What another platform's keys may never do says nothing about these, but has to exist.
      policy.never = try NeverList.decode(list, of: catalogs, "list of catalogs")
    }
  }

  private mutating func decodeFields(_ list: JSONValue?) throws(ModelError) {
    for value in try list?.requireElements() ?? [] {
      let name = try value.requireString()
      guard let field = Policy.Field(rawValue: name) else {
        let names = Policy.Field.allCases.map(\.rawValue)
        throw value.error(
          "\"\(name)\" is not a field that a key can be asked to have",
          remedy: NearestName.suggestion(name, among: names)
            ?? "Use one of: " + names.joined(separator: ", "))
      }
      if !policy.requiredFields.contains(field) { policy.requiredFields.append(field) }
    }
  }

  private mutating func decodeDays(_ value: JSONValue?) throws(ModelError) {
    guard let value else { return }
    guard let days = value.integer, (1...36_500).contains(days) else {
      throw value.error(
        "the longest time to rotation has to be a whole number of days from 1 to 36500",
        remedy: "Correct it")
    }
    policy.longestDaysToRotation = days
  }

  private static func ruleIDs(of catalogs: [Catalog]) -> Set<String> {
    Set(ReservedRules.ids + catalogs.flatMap { $0.combinations.map(\.id) })
  }
}

extension ModelError {
  /// Says whether this error stands later in the document than another.
  fileprivate func isFurther(than other: ModelError?) -> Bool {
    guard let place, let there = other?.place else { return false }
    return (place.line, place.column) > (there.line, there.column)
  }
}
