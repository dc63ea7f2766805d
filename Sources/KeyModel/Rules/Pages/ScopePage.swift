/// What is known about a scope, as text.
public struct ScopePage: Sendable {
  /// The lines, without styles.
  public let text: String

  /// Writes the page of a scope.
  public init(scope index: Int, rules: RuleSet) {
    let catalog = rules.catalog
    let scope = catalog.scopes[index]
    var lines = [
      scope.id,
      "  " + scope.title + " (" + catalog.categoryPath(ofScope: index).joined(separator: " / ")
        + ")",
    ]
    if !scope.summary.isEmpty { lines += ["", scope.summary] }
    lines += ["", "Access   " + scope.access.rawValue]
    if !scope.touches.isEmpty {
      lines.append("Touches  " + scope.touches.words.joined(separator: ", "))
    }
    lines.append("Source   " + scope.provenance.name)
    if scope.isDeprecated {
      lines.append("Status   deprecated" + (scope.replacement.map { "; use " + $0 } ?? ""))
    }
    let name = HonestName(scope: index, in: catalog)
    if name.verbs.total > 0 { lines.append("Calls    " + name.verbs.text) }
    if let sentence = name.sentence { lines.append("Name     " + sentence) }
    let operations = catalog.operationsOfScope[index].map { catalog.operations[$0].call }
    lines += ["", operations.isEmpty ? "Opens no call that the catalog knows" : "Opens"]
    lines += operations.map { "  " + $0 }
    let read = rules.rules(reading: index)
    let completed = read.filter { rules.combination($0.id)?.trigger.contains(index) ?? false }
    let others = read.filter { info in !completed.contains { $0.id == info.id } }
    func list(_ heading: String, _ infos: [RuleInfo]) {
      guard !infos.isEmpty else { return }
      lines += ["", heading] + infos.map { "  \($0.severity.rawValue) \($0.id): \($0.trigger)" }
    }
    list("Combinations that it completes", completed)
    list(completed.isEmpty ? "Rules that read it" : "Other rules that read it", others)
    if read.isEmpty { lines += ["", "No rule reads it"] }
    if let review = catalog.reviewed.first(where: { $0.scope == index }) {
      lines += ["", "Reviewed: " + review.reason]
    }
    text = lines.joined(separator: "\n")
  }
}
