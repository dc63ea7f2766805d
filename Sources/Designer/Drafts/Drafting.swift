import BitCollections
import Catalogs
import Judgement
import Keys

/// How this session's draft stands: what of the design it holds already.
struct Drafting: Hashable, Sendable {
  /// Whether changes are kept; only where there is somebody to keep them.
  var isOn = false
  /// Whether there is a draft of this session.
  var exists = false
  /// Whether the last change could not be kept.
  private(set) var hasFailed = false
  /// What the draft holds as it was written last; nil where the next record has to be whole.
  var held: KeyDesign?
  /// The text of a form in it.
  var typed: Draft.Typed?
  /// The editor's revision that it holds.
  var revision = 0
  /// The scopes that its records have changed since the last whole one.
  var changes = 0
  /// What earlier sessions left behind and nobody has answered yet.
  var offers: [DraftOffer] = []
  /// How many more wait for a later start.
  var waiting = 0
  /// What the first of them would change.
  var difference: KeyDiff?

  /// So many changes may come before the draft is begun anew; more for a large key.
  private static let changesLimit = 4000

  /// The shortest record that brings the draft from what it holds to a design.
  mutating func record(
    _ design: KeyDesign, typed: Draft.Typed?, manifest: Manifest
  ) -> DraftRecord {
    defer { (exists, held, self.typed, hasFailed) = (true, design, typed, false) }
    if let held, held.details == design.details {
      let chosen = design.scopes.subtracting(held.scopes)
      let dropped = held.scopes.subtracting(design.scopes)
      changes += chosen.count + dropped.count + 1
      if changes < max(Self.changesLimit, 4 * design.scopes.count) {
        let scopes = manifest.resolvedCatalog.scopes
        return .change(
          chosen: chosen.map { scopes[$0].id }, dropped: dropped.map { scopes[$0].id },
          typed: typed)
      }
    }
    changes = 0
    return .whole(manifest: manifest.encode(design), typed: typed)
  }

  /// There is no draft any more.
  mutating func forget() { (exists, held, typed, changes, hasFailed) = (false, nil, nil, 0, false) }

  /// What was recorded last is not in the draft: the next record has to be whole.
  mutating func fail() { (held, hasFailed) = (nil, true) }
}
