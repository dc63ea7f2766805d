import BitCollections
import Catalogs

/// What a rule is, for its page and for `explain`: the table that the program itself runs on.
package struct RuleInfo: Hashable, Sendable {
  /// The id, in kebab case, never reused.
  package var id: String
  /// A short name.
  package var title: String
  /// How much its findings matter, unless a further scope or a policy says otherwise.
  package var severity: Severity
  /// When it fires, as a sentence.
  package var trigger: String
  /// What can go wrong, as a sentence.
  package var consequence: String
  /// The smallest way out, as a sentence.
  package var remedy: String
  /// How the mistake comes about and who is hurt, in a few sentences; may be empty.
  package var story: String
  /// How sure its findings are, unless a finding says otherwise.
  package var confidence: Confidence
  /// The version of Keywright that brought it.
  package var since: String

  /// Creates the description of a rule.
  package init(
    id: String, title: String, severity: Severity, trigger: String, consequence: String,
    remedy: String, story: String, confidence: Confidence = .documented, since: String = "1.0"
  ) {
    self.id = id
    self.title = title
    self.severity = severity
    self.trigger = trigger
    self.consequence = consequence
    self.remedy = remedy
    self.story = story
    self.confidence = confidence
    self.since = since
  }
}

/// A rule that asks one question of each of its subjects, each about a few scopes.
///
/// A tick asks only the subjects that read the ticked scope.
package protocol ScopeRule: Sendable {
  /// The id of `info`, where that costs less to know.
  var id: String { get }
  /// What the rule is.
  var info: RuleInfo { get }
  /// Whether one finding covers all subjects that fire.
  var joinsSubjects: Bool { get }
  /// Whether it also reads which operations the key is for.
  var readsOperations: Bool { get }
  /// Whether a scope that another grants counts for it as well.
  var readsGrants: Bool { get }
  /// Adds what it is asked about, and the scopes that it reads for each.
  func addSubjects(to subjects: inout Subjects, in catalog: Catalog)
  /// The severity where the subject fires, nil where it is silent. Cheap: asked at every tick.
  func severity(of subject: Int, in key: KeyUnderReview) -> Severity?
  /// The finding for subjects that fire; one subject unless the rule joins them.
  func finding(for subjects: [Int], in key: KeyUnderReview) -> Finding
  /// The scopes from which, with the key's kind and answers, a finding for the same subjects follows:
  /// whatever else a key has, it says the same. Nil where it hangs on more.
  func sources(in catalog: Catalog) -> BitSet?
}

extension ScopeRule {
  /// That of `info`.
  package var id: String { info.id }
  /// One finding a subject.
  package var joinsSubjects: Bool { false }
  /// Scopes alone.
  package var readsOperations: Bool { false }
  /// Only what is chosen.
  package var readsGrants: Bool { false }
  /// On more.
  package func sources(in catalog: Catalog) -> BitSet? { nil }

  /// What it is asked about, and the scopes that it reads for each.
  package func subjects(in catalog: Catalog) -> Subjects {
    var subjects = Subjects()
    addSubjects(to: &subjects, in: catalog)
    return subjects
  }
}

/// What the scope rules found, for rules that look at the key as a whole.
package struct ScopeSummary: Hashable, Sendable {
  /// Whether any scope that does more than read is at fault, as an error or a warning.
  package var hasRiskyWrite: Bool

  /// Creates a summary.
  package init(hasRiskyWrite: Bool) { self.hasRiskyWrite = hasRiskyWrite }
}

/// A rule that looks at the key as a whole; asked after every change, so it has to be cheap.
package protocol KeyRule: Sendable {
  /// What the rule is.
  var info: RuleInfo { get }
  /// Whether the chosen scopes matter, so that it has to be asked after every tick.
  var readsScopes: Bool { get }
  /// The findings, in a fixed order.
  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding]
}

extension KeyRule {
  /// They do.
  package var readsScopes: Bool { true }
}
