import BitCollections

/// A scope that none of the chosen calls needs.
struct UnneededScope: KeyRule {
  let info = RuleInfo(
    id: "unneeded-scope", title: "No chosen call needs the scope", severity: .warning,
    trigger: "Operations are chosen, and none of them names the scope.",
    consequence: "The key can do more than its job.",
    remedy: "Untick the scope, or choose the call that needs it.")

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let chosen = key.design.details.operations.compactMap { key.catalog.indexOfOperation($0) }
    guard !chosen.isEmpty else { return [] }
    var needed: Set<Int> = []
    for operation in chosen {
      if case .anyOf(let sets) = key.catalog.operations[operation].requirement {
        for set in sets { needed.formUnion(set) }
      }
    }
    return key.design.scopes.filter { !needed.contains($0) }.map { scope in
      Finding(
        rule: info.id, severity: info.severity, scopes: key.ids([scope]),
        operations: [], message: "None of the \(chosen.count) chosen calls needs it.",
        remedy: Remedy("Untick it", edits: [.untick([scope])]))
    }
  }
}
