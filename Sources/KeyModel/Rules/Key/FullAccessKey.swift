import BitCollections

/// A key that may do nearly everything.
struct FullAccessKey: KeyRule {
  let info = RuleInfo(
    id: "full-access-key", title: "The key may do nearly everything", severity: .error,
    trigger: "9 of 10 or more of the catalog's scopes that are not deprecated are chosen.",
    consequence: "One leak gives the whole account away.",
    remedy: "Choose what one job needs; make a key for each job.")

  private let live: BitSet
  private let liveCount: Int

  init(catalog: Catalog) {
    live = BitSet(catalog.scopes.indices.filter { !catalog.scopes[$0].isDeprecated })
    liveCount = live.count
  }

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    // A key cannot reach nine tenths of the live scopes with fewer chosen: the common case is cheap.
    guard liveCount > 1, key.design.scopes.count * 10 >= liveCount * 9 else { return [] }
    let chosen = live.intersection(key.design.scopes)
    let count = chosen.count
    guard count * 10 >= liveCount * 9 else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity, scopes: key.ids(chosen),
        message:
          "Grants \(count) of \(liveCount) scopes: one leak gives the whole account away.",
        remedy: Remedy("Untick what this one job does not need"))
    ]
  }
}
