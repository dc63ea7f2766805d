import Catalogs
import Documents

/// What a team asks of its keys beyond the rules that ship: a file of its own.
package struct Policy: Sendable {
  /// What a team makes of a rule.
  package enum Level: Hashable, Sendable {
    /// Its findings have this severity, whatever the rule itself says.
    case severity(Severity)
    /// It is not asked.
    case off
  }

  /// A detail that a key can be asked to have.
  package enum Field: String, CaseIterable, Sendable {
    /// The label.
    case label
    /// The purpose.
    case purpose
    /// Who holds the key.
    case owner
    /// The day by which the key is replaced.
    case rotateBy
    /// At least one client address.
    case ipAddresses
    /// A reason for each scope.
    case because
  }

  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:policy:1"

  /// The members that a policy can have.
  static let shape = ObjectShape(
    title: "a policy",
    members: [
      ("$schema", nil), ("severities", nil), ("forbiddenScopes", nil), ("never", nil),
      ("requiredFields", nil), ("longestDaysToRotation", nil), ("platforms", nil),
      ("combinations", { Combination.shape }),
    ], takesExtensions: true)

  /// What the team makes of rules, by id.
  package var levels: [String: Level] {
    get { Dictionary(levelList.map { ($0.rule, $0.level) }, uniquingKeysWith: { $1 }) }
    set {
      levelList = newValue.map { ($0.key, $0.value) }.sorted { $0.rule < $1.rule }
      indexLevels()
    }
  }
  /// The ids of scopes that no key may have.
  package var forbiddenScopes: [String] = []
  /// What no key may be able to do: scopes by id, and calls as `METHOD /path`.
  package var never: [String] = []
  /// The details that every key has to have, in the order of the file.
  package var requiredFields: [Field] = []
  /// At most so many days may lie between the review and the rotation date; nil for no limit.
  package var longestDaysToRotation: Int?
  /// The ids of the catalogs that keys may be of; empty for any.
  package var platforms: [String] = []
  /// Further combinations, by the id of the catalog whose scopes they name.
  package var combinations: [String: [Combination]] {
    get { Dictionary(combinationList.map { ($0.catalog, $0.combinations) }, uniquingKeysWith: +) }
    set { combinationList = newValue.map { ($0.key, $0.value) }.sorted { $0.catalog < $1.catalog } }
  }

  // Lists, not dictionaries: every start passes an empty policy on, and the first dictionary of a
  // type costs the runtime a search through all conformances of the program.
  private(set) var levelList: [(rule: String, level: Level)] = []
  /// Where each rule stands in that list, where it is too long to look through.
  private var placeOfLevel: [String: Int]?
  private static let fewLevels = 32
  private var combinationList: [(catalog: String, combinations: [Combination])] = []

  /// Creates a policy that asks nothing.
  package init() {}

  /// Decodes and validates a policy.
  ///
  /// - Parameters:
  ///   - bytes: a policy document, version 1.
  ///   - catalogs: the catalogs whose rules and scopes the policy may name.
  /// - Throws: `ModelError` with JSON path and line of the first thing that is wrong. A name that
  ///   none of the catalogs has is wrong: a rule that is misspelled would protect nobody.
  package init(decoding bytes: [UInt8], catalogs: [Catalog]) throws(ModelError) {
    try self.init(decoding: bytes, catalogs: catalogs, platforms: { [] }, others: { [] })
  }

  /// Decodes and validates a policy for keys of one catalog.
  ///
  /// - Parameters:
  ///   - bytes: a policy document, version 1.
  ///   - catalog: the catalog of the keys.
  ///   - platforms: gives the ids of all catalogs that are here, for a platform that is misspelled.
  ///   - others: gives the other catalogs whose rules and scopes the policy may name; asked at most
  ///     once, and only where the policy names what the catalog of the keys does not have.
  /// - Throws: `ModelError`, as with all catalogs at hand.
  package init(
    decoding bytes: [UInt8], catalog: Catalog, platforms: @escaping () -> [String] = { [] },
    others: @escaping () -> [Catalog]
  ) throws(ModelError) {
    try self.init(decoding: bytes, catalogs: [catalog], platforms: platforms, others: others)
  }

  private init(
    decoding bytes: [UInt8], catalogs: [Catalog], platforms: @escaping () -> [String],
    others: @escaping () -> [Catalog]
  ) throws(ModelError) {
    var decoder = PolicyDecoder(catalogs: catalogs, platforms: platforms, others: others)
    try decoder.decode(JSONDocument(parsing: bytes).root)
    self = decoder.policy
  }

  // MARK: - Asking

  /// Says whether a rule is not asked.
  func isOff(_ rule: String) -> Bool { level(of: rule) == .off }

  /// The severity that the policy gives a rule, or nil where it leaves it to the rule.
  func severity(of rule: String) -> Severity? {
    guard case .severity(let severity) = level(of: rule) else { return nil }
    return severity
  }

  private func level(of rule: String) -> Level? {
    guard let placeOfLevel else { return levelList.first { $0.rule == rule }?.level }
    return placeOfLevel[rule].map { levelList[$0].level }
  }

  /// The further combinations that name scopes of a catalog.
  func combinations(of catalog: String) -> [Combination] {
    combinationList.first { $0.catalog == catalog }?.combinations ?? []
  }

  /// The ids of all further combinations.
  var combinationIDs: [String] { combinationList.flatMap(\.combinations).map(\.id) }

  // MARK: - Building

  /// Gives a rule that has none yet a level.
  mutating func append(_ level: Level, of rule: String) {
    levelList.append((rule, level))
    placeOfLevel?[rule] = levelList.count - 1
    if placeOfLevel == nil { indexLevels() }
  }

  private mutating func indexLevels() {
    placeOfLevel =
      levelList.count <= Self.fewLevels
      ? nil
      : Dictionary(
        zip(levelList.map(\.rule), levelList.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Adds a combination that names scopes of a catalog.
  mutating func append(_ combination: Combination, of catalog: String) {
    if let index = combinationList.firstIndex(where: { $0.catalog == catalog }) {
      combinationList[index].combinations.append(combination)
    } else {
      combinationList.append((catalog, [combination]))
    }
  }
}
