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
    let operations = catalog.operationsOfScope[index].map { catalog.operations[$0].call }
    lines += ["", operations.isEmpty ? "Opens no call that the catalog knows" : "Opens"]
    lines += operations.map { "  " + $0 }
    let read = rules.rules(reading: index)
    lines += ["", read.isEmpty ? "No rule reads it" : "Rules that read it"]
    lines += read.map { "  \($0.severity.rawValue) \($0.id): \($0.trigger)" }
    if let review = catalog.reviewed.first(where: { $0.scope == index }) {
      lines += ["", "Reviewed: " + review.reason]
    }
    text = lines.joined(separator: "\n")
  }
}
