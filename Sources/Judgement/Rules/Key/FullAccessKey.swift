import BitCollections
import Catalogs
import Keys

/// A key that may do nearly everything.
struct FullAccessKey: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "full-access-key", title: "The key may do nearly everything", severity: .error,
    trigger: "9 of 10 or more of the catalog's scopes that are not deprecated are chosen.",
    consequence: "One leak gives the whole account away.",
    remedy: "Choose what one job needs; make a key for each job.",
    story: """
      Such keys start as a shortcut: every box is ticked, and somebody means to thin them out \
      later. Years on, the key sits in a script, a laptop backup and a chat log, and each copy is \
      the owner's own login without a second factor. Nobody can say any more which scopes are in \
      use, so nobody dares to take one away. The tenth that is missing protects nothing.
      """)

  private let live: BitSet
  private let liveCount: Int

  init(catalog: Catalog) {
    live = BitSet(catalog.scopes.indices.filter { !catalog.scopes[$0].isDeprecated })
    liveCount = live.count
  }

  /// Says whether scopes are so many.
  func fires(on scopes: BitSet, in catalog: Catalog) -> Bool { count(scopes, in: catalog) != nil }

  /// How many of the live scopes a key has, where they are nearly all.
  private func count(_ scopes: BitSet, in catalog: Catalog) -> Int? {
    let held = catalog.held(by: scopes)
    // A key cannot reach nine tenths of the live scopes with fewer: the common case is cheap.
    guard liveCount > 1, held.count * 10 >= liveCount * 9 else { return nil }
    let count = live.intersection(held).count
    return count * 10 >= liveCount * 9 ? count : nil
  }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    guard let count = count(key.design.scopes, in: key.catalog) else { return [] }
    let chosen = live.intersection(key.design.scopes)
    return [
      Finding(
        rule: info.id, severity: info.severity, scopes: key.ids(chosen),
        message:
          "Grants \(count) of \(liveCount) scopes: one leak gives the whole account away.",
        remedy: Remedy("Untick what this one job does not need"))
    ]
  }
}
