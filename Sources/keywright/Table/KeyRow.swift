import Catalogs
import Documents
import Judgement
import Keys

/// A line of the table of keys: one manifest, and what a team asks of it.
struct KeyRow {
  /// What is known of a manifest that can be read.
  struct Facts {
    var label: String
    /// The id of the platform's catalog.
    var platform: String
    /// The kind of key; nil where the manifest names none.
    var kind: String?
    /// How many scopes are ticked, those that the catalog does not know included.
    var scopes: Int
    /// How many calls the key opens, those included that no scope is needed for.
    var openCalls: Int
    var findings: Findings.Counts
    /// The most severe finding that nobody has accepted.
    var worst: (severity: Severity, rule: String)?
    /// What the key's scopes touch, in words of the catalog.
    var touches: [String]
    var rotateBy: CalendarDate?
    /// The next day on which an accepted risk is one no more.
    var acceptedUntil: CalendarDate?
    /// The version of the catalog that the manifest was made with, and the one at hand.
    var versions: (made: String, current: String)
    /// What the words of a search are looked for in.
    var searchText: String
  }

  /// How a manifest stands to a revision of git.
  enum Change: String {
    case new
    case changed
    case unchanged
  }

  /// The path of the manifest as it was found.
  var path: String
  var facts: Facts?
  /// Why it cannot be read.
  var error: ModelError?
  /// Nil where there is no revision to compare with.
  var change: Change?

  init(path: String, error: ModelError) { (self.path, self.error) = (path, error) }

  init(path: String, manifest: Manifest, findings: Findings) {
    self.path = path
    let (design, catalog) = (manifest.original, manifest.resolvedCatalog)
    let access = KeyAccess(design, in: catalog)
    let worst = findings.list().first { !$0.isAccepted }
    let held = catalog.scopes.indices.filter(access.isHeld)
    let touched = held.reduce(into: Scope.Touches()) { $0.formUnion(catalog.scopes[$1].touches) }
    facts = Facts(
      label: design.details.label, platform: catalog.id, kind: design.details.kind,
      scopes: design.scopes.count + design.details.unknownScopes.count,
      openCalls: access.openOperations.count, findings: findings.counts,
      worst: worst.map { ($0.severity, $0.rule) },
      touches: touched.words, rotateBy: design.details.rotateBy,
      acceptedUntil: design.details.accepted.compactMap(\.until).min(),
      versions: (manifest.catalogReference.version, catalog.version),
      searchText: ([path, design.details.label, catalog.id, design.details.kind ?? ""]
        + held.flatMap { [catalog.scopes[$0].id, catalog.scopes[$0].title] })
        .joined(separator: "\n").lowercased())
  }

  /// Whether every word stands somewhere in the key: in its path, label, platform or kind, or in the
  /// ids and titles of what it holds.
  func matches(_ words: [String]) -> Bool {
    let text = facts?.searchText ?? path.lowercased()
    return words.allSatisfy { Self.isPart($0.lowercased(), of: text) }
  }

  private static func isPart(_ word: String, of text: String) -> Bool {
    let (word, bytes) = (Array(word.utf8), Array(text.utf8))
    guard let first = word.first else { return true }
    return bytes.indices.contains { bytes[$0] == first && bytes[$0...].starts(with: word) }
  }
}
