import BitCollections
import Catalogs
import Keys

/// A rule that the catalog brings as data.
///
/// A scope counts whether it is chosen or granted by another; at fault is what is chosen.
///
/// It points into the list that its combination stands in: a combination is large, and a list of
/// rules that is put together, or gone through, would copy it each time.
struct CombinationRule: ScopeRule {
  private let combinations: [Combination]
  private let place: Int
  private let catalog: Catalog
  /// Whether the policy brought it, and not the catalog.
  let isOfPolicy: Bool

  /// The rule of a combination of a list.
  init(
    _ place: Int, of combinations: [Combination], catalog: Catalog, isOfPolicy: Bool = false
  ) {
    (self.place, self.combinations, self.catalog) = (place, combinations, catalog)
    self.isOfPolicy = isOfPolicy
  }

  var combination: Combination { combinations[place] }
  var readsGrants: Bool { true }
  /// Whether it is settled by ticking something.
  var asksForTicks: Bool { !combinations[place].tick.isEmpty }

  var id: String { combinations[place].id }

  // Made when it is read: a start asks a hundred rules for no more than their ids.
  var info: RuleInfo {
    func list(_ scopes: [Int], _ joint: String) -> String {
      scopes.map { catalog.scopes[$0].id }.joined(separator: joint)
    }
    var parts: [String] = []
    if !combination.all.isEmpty { parts.append(list(combination.all, " and ")) }
    for group in combination.any {
      parts.append(
        (group.count > 1 && (parts.count > 0 || combination.any.count > 1) ? "any of " : "")
          + list(group, group.count > 1 ? ", " : ""))
    }
    if let atLeast = combination.atLeast {
      parts.append("\(atLeast.count) or more of " + list(atLeast.of, ", "))
    }
    var trigger = parts.joined(separator: " with ")
    if !combination.without.isEmpty {
      trigger += ", without " + list(combination.without, " or ")
    }
    if let raise = combination.raise {
      trigger += "; \(raise.severity.rawValue) with " + list(raise.any, " or ")
    }
    return RuleInfo(
      id: combination.id, title: combination.title, severity: combination.severity,
      trigger: trigger + ".", consequence: combination.message,
      remedy: combination.advice, story: combination.story, confidence: combination.confidence)
  }

  func addSubjects(to subjects: inout Subjects, in catalog: Catalog) {
    subjects.read(combinations[place].all)
    for group in combinations[place].any { subjects.read(group) }
    subjects.read(combinations[place].atLeastOf)
    subjects.read(combinations[place].without)
    if let raise = combinations[place].raise { subjects.read(raise.any) }
    subjects.add(0)
  }

  func severity(of subject: Int, in key: KeyUnderReview) -> Severity? {
    // Not the method itself: as a value it would be a copy of the key.
    guard combinations[place].fires(isHeld: { key.isHeld($0) }) else { return nil }
    let severity = combinations[place].severity
    guard let raise = combinations[place].raise, raise.any.contains(where: { key.isHeld($0) })
    else { return severity }
    return max(raise.severity, severity)
  }

  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding {
    let (combination, access) = (combinations[place], key.access)
    let own = access.of(combination)
    let atFault = Set(
      (combination.trigger + (combination.raise?.any ?? [])).flatMap { access.holders(of: $0) })
    var finding = Finding(
      rule: id, severity: severity(of: 0, in: key) ?? combination.severity,
      scopes: key.ids(atFault.sorted()),
      operations: combination.operations.filter { access.isOpen($0) || own.mayOpen($0) }
        .map { key.catalog.operations[$0].call },
      message: combination.message, confidence: combination.confidence,
      remedy: remedy(of: combination, in: key))
    finding.trace = AbuseTrace(combination, access: access)
    return finding
  }

  /// Its own scopes, those that decide its calls, and what grants any of them.
  func sources(in catalog: Catalog) -> BitSet? {
    let combination = combinations[place]
    let own =
      combination.trigger + combination.without + (combination.raise?.any ?? [])
      + combination.untick + combination.tick
    var sources = BitSet(own)
    for call in combination.operations + combination.trace.map(\.operation) {
      sources.formUnion(catalog.scopes(deciding: call))
    }
    return sources.reduce(into: sources) { $0.formUnion(BitSet(catalog.granters(of: $1))) }
  }

  /// The shortest run of the catalog's ordered edit that silences the rule for this very key.
  ///
  /// A scope that others grant goes only with all of those. Nil where the catalog gives neither an
  /// edit nor advice.
  private func remedy(
    of combination: Combination, in key: KeyUnderReview
  ) -> Remedy? {
    if !combination.tick.isEmpty {
      return Remedy(
        "Tick " + key.ids(combination.tick).joined(separator: ", "),
        edits: [.tick(combination.tick)])
    }
    var dropped: [Int] = []
    var rest = key.design.scopes
    for scope in combination.untick where key.catalog.isHeld(scope, by: rest) {
      for holder in key.holders(of: scope) where rest.remove(holder) != nil {
        dropped.append(holder)
      }
      if !combination.fires(isHeld: { key.catalog.isHeld($0, by: rest) }) { break }
    }
    let text =
      dropped.isEmpty
      ? combination.advice : "Untick " + key.ids(dropped).joined(separator: ", ")
    if text.isEmpty { return nil }
    return Remedy(text, edits: dropped.isEmpty ? [] : [.untick(dropped)])
  }
}
