import BitCollections
import Catalogs
import Keys

/// How a new version of a catalog touches a key that was made with the old one.
package struct KeyImpact: Hashable, Sendable {
  /// Scopes of the key that are gone.
  package var removed: [String] = []
  /// Scopes of the key that have another id.
  package var renamed: [CatalogDiff.Rename] = []
  /// Scopes of the key that are deprecated now.
  package var deprecated: [String] = []
  /// Scopes that the key has now without having chosen them.
  package var granted: [String] = []
  /// Calls that the key could make and no longer can.
  package var closed: [String] = []
  /// Calls that the key can make now and could not.
  package var opened: [String] = []

  /// Whether the key is touched at all.
  package var isEmpty: Bool { self == KeyImpact() }

  /// Works out what changes for a key.
  ///
  /// - Parameters:
  ///   - diff: what changed in the catalog.
  ///   - ids: the ids of the key's scopes.
  package init(of diff: CatalogDiff, onKeyWith ids: [String]) {
    let mine = Set(ids)
    removed = diff.removed.filter(mine.contains)
    renamed = diff.renamed.filter { mine.contains($0.old) }
    deprecated = diff.deprecated.filter(mine.contains)
    let before = Self.held(ids, diff.old)
    let after = Self.held(ids, diff.new)
    let had = Set(before.map { diff.old.scopes[$0].id })
    granted = after.map { diff.new.scopes[$0].id }.filter {
      !had.contains($0) && !mine.contains($0)
    }
    let openBefore = Self.open(ids, diff.old)
    let openAfter = Self.open(ids, diff.new)
    let (wasOpen, isOpen) = (Set(openBefore), Set(openAfter))
    closed = openBefore.filter { !isOpen.contains($0) }
    opened = openAfter.filter { !wasOpen.contains($0) }
  }

  private init() {}

  private static func held(_ ids: [String], _ catalog: Catalog) -> BitSet {
    catalog.held(by: scopes(ids, catalog))
  }

  private static func scopes(_ ids: [String], _ catalog: Catalog) -> BitSet {
    BitSet(ids.compactMap { catalog.indexOfScope($0) })
  }

  /// The calls that a key opens by its scopes; those that need none are nobody's.
  private static func open(_ ids: [String], _ catalog: Catalog) -> [String] {
    KeyAccess(scopes(ids, catalog), in: catalog).survey.openedByScopes
      .map { catalog.operations[$0].call }
  }

  /// The impact in a few words, for one line.
  package var words: String {
    var parts: [String] = []
    func add(_ list: [String], _ what: String) {
      guard !list.isEmpty else { return }
      let names = list.prefix(3).joined(separator: ", ")
      parts.append("\(what) \(names)" + (list.count > 3 ? " and \(list.count - 3) more" : ""))
    }
    add(removed, "gone:")
    add(renamed.map { "\($0.old) → \($0.new)" + ($0.isGuessed ? " (guessed)" : "") }, "renamed:")
    add(deprecated, "deprecated:")
    add(granted, "granted now:")
    add(closed, "no longer open:")
    add(opened, "newly open:")
    return parts.joined(separator: "; ")
  }
}

extension Manifest {
  /// What to say where a manifest was made with another version of its catalog; nil where it was
  /// not.
  ///
  /// - Parameter older: the version that the manifest names, where it is at hand: only then it can
  ///   be said what changed.
  /// - Returns: words for one line, without a final full stop.
  package func versionNote(older: Catalog?) -> String? {
    guard catalogReference.version != resolvedCatalog.version else { return nil }
    let start =
      "made with \(catalogReference.id) \(catalogReference.version), and this is "
      + "\(resolvedCatalog.version): "
    let ids =
      original.scopes.map { resolvedCatalog.scopes[$0].id }
      + original.details.unknownScopes
    if let older {
      let impact = KeyImpact(of: CatalogDiff(old: older, new: resolvedCatalog), onKeyWith: ids)
      return start + (impact.isEmpty ? "nothing of this key changed" : impact.words)
    }
    let calls = original.details.operations.filter { resolvedCatalog.indexOfOperation($0) == nil }
    var unknown: [String] = []
    if !original.details.unknownScopes.isEmpty {
      unknown.append("\(original.details.unknownScopes.count) of its scopes")
    }
    if !calls.isEmpty { unknown.append("\(calls.count) of its calls") }
    let isOne = original.details.unknownScopes.count + calls.count == 1
    let other = original.details.unknownScopes.lazy
      .compactMap(resolvedCatalog.neighbor(havingScope:)).first
    return start
      + (unknown.isEmpty
        ? "all that it names is still there"
        : unknown.joined(separator: " and ") + (isOne ? " is unknown now" : " are unknown now"))
      + (other.map { "; its scopes are of \($0): name that catalog in it" } ?? "")
  }
}
