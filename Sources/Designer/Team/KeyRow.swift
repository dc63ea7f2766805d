import Catalogs
import Documents
import Judgement
import Keys

/// A line of the table of keys: one manifest, and what a team asks of it.
package struct KeyRow: Sendable {
  /// What is known of a manifest that can be read.
  package struct Facts: Sendable {
    package var label: String
    package var purpose: String
    /// Who holds the key; empty where the manifest does not say.
    package var owner: String
    /// The id of the platform's catalog.
    package var platform: String
    /// The kind of key; nil where the manifest names none.
    package var kind: String?
    /// How many scopes are ticked, those that the catalog does not know included.
    package var scopes: Int
    /// How many calls the key opens, those included that no scope is needed for.
    package var openCalls: Int
    package var findings: Findings.Counts
    /// The most severe finding that nobody has accepted.
    package var worst: Worst?
    /// What the key's scopes touch, in words of the catalog.
    package var touches: [String]
    package var rotateBy: CalendarDate?
    /// The next day on which an accepted risk is one no more.
    package var acceptedUntil: CalendarDate?
    /// The version of the catalog that the manifest was made with.
    package var madeWith: String
    /// What the key opens, by the catalog at hand.
    package var access: KeyAccess
    /// What the words of a search are looked for in, in lower case.
    var searchText: [UInt8]

    /// The version of the catalog at hand.
    package var currentVersion: String { access.catalog.version }

    /// Whether the manifest was made with another version of its catalog than the one at hand.
    package var isCatalogOlder: Bool { madeWith != currentVersion }
  }

  /// A finding as a table has it.
  package struct Worst: Hashable, Sendable {
    package var severity: Severity
    package var rule: String
  }

  /// How a manifest stands to a revision of git.
  package enum Change: String, Sendable {
    case new
    case changed
    case unchanged
  }

  /// The path of the manifest as it was found.
  package let path: String
  /// What is known of it; nil while it is not read, and where it cannot be.
  package var facts: Facts?
  /// Why it cannot be read.
  package var error: ModelError?
  /// Nil where there is no revision to compare with.
  package var change: Change?

  /// A manifest that is still to be read.
  package init(path: String) { self.path = path }

  /// A manifest that cannot be read.
  package init(path: String, error: ModelError) { (self.path, self.error) = (path, error) }

  /// A manifest with what the rules found in it.
  package init(path: String, manifest: Manifest, findings: Findings) {
    self.init(
      path: path, manifest: manifest, counts: findings.counts, worst: Self.worst(of: findings))
  }

  /// A manifest with those of its findings that count, the most severe first.
  package init(path: String, manifest: Manifest, findings: [Finding]) {
    let worst = findings.first { !$0.isAccepted }
    self.init(
      path: path, manifest: manifest, counts: Findings.Counts(findings),
      worst: worst.map { Worst(severity: $0.severity, rule: $0.rule) })
  }

  private init(path: String, manifest: Manifest, counts: Findings.Counts, worst: Worst?) {
    self.path = path
    let (design, catalog) = (manifest.original, manifest.resolvedCatalog)
    let access = KeyAccess(design, in: catalog)
    let held = catalog.held(by: design.scopes)
    let touched = held.reduce(into: Scope.Touches()) { $0.formUnion(catalog.scopes[$1].touches) }
    let texts =
      [
        path, design.details.label, design.details.owner, catalog.id, design.details.kind ?? "",
      ]
      + held.flatMap { [catalog.scopes[$0].id, catalog.scopes[$0].title] }
    facts = Facts(
      label: design.details.label, purpose: design.details.purpose, owner: design.details.owner,
      platform: catalog.id, kind: design.details.kind,
      scopes: design.scopes.count + design.details.unknownScopes.count,
      openCalls: access.survey.open.count, findings: counts, worst: worst,
      touches: touched.words,
      rotateBy: design.details.rotateBy,
      acceptedUntil: design.details.accepted.compactMap(\.until).min(),
      madeWith: manifest.catalogReference.version, access: access,
      searchText: Array(texts.joined(separator: "\n").lowercased().utf8))
  }

  private static func worst(of findings: Findings) -> Worst? {
    guard findings.counts.error + findings.counts.warning + findings.counts.note > 0 else {
      return nil
    }
    // Most often the first finding is it, and the others need not be made.
    let first = findings.list(limit: 1).first
    let worst =
      first?.isAccepted == false ? first : findings.list().first { !$0.isAccepted }
    return worst.map { Worst(severity: $0.severity, rule: $0.rule) }
  }

  /// Whether it is still to be read.
  package var isPending: Bool { facts == nil && error == nil }

  /// Whether every word stands somewhere in the key: in its path, label, platform or kind, or in the
  /// ids and titles of what it holds.
  package func matches(_ words: [String]) -> Bool {
    guard !words.isEmpty else { return true }
    let text = facts?.searchText ?? Array(path.lowercased().utf8)
    return words.allSatisfy { Self.isPart(Array($0.lowercased().utf8), of: text) }
  }

  private static func isPart(_ word: [UInt8], of text: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    guard word.count <= text.count else { return false }
    return (0...text.count - word.count).contains {
      text[$0] == first && text[$0..<$0 + word.count].elementsEqual(word)
    }
  }
}
