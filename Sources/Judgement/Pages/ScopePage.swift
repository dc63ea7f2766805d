import Catalogs

/// What is known about a scope, as text.
package struct ScopePage: Sendable {
  /// The lines, without styles.
  package let text: String

  /// Writes the page of a scope.
  package init(scope index: Int, rules: RuleSet) {
    let catalog = rules.catalog
    let scope = catalog.scopes[index]
    var lines = [
      scope.id,
      "  " + scope.title + " (" + catalog.categoryPath(ofScope: index).joined(separator: " / ")
        + ")",
    ]
    if !scope.summary.isEmpty { lines += ["", scope.summary] }
    func marked(_ text: String, _ fact: Scope.Inferred) -> String {
      scope.inferred.contains(fact) ? text + " (inferred)" : text
    }
    let access = scope.access == .unstated ? "not stated" : scope.access.rawValue
    lines += ["", "Access   " + marked(access, .access)]
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
    if scope.isUndeclared { lines.append("Status   undeclared: calls name it, no list does") }
    if let permission = catalog.permission(ofScope: index).map({ catalog.permissions[$0] }) {
      lines.append(
        "Level    " + (catalog.level(ofScope: index) ?? "") + " of "
          + permission.levels.joined(separator: ", "))
    }
    if scope.kinds != .all {
      lines.append("Kinds    " + catalog.titles(of: scope.kinds).joined(separator: ", "))
    }
    for native in scope.nativeIDs {
      let kind = native.kind.map { " for " + catalog.kinds[$0].title } ?? ""
      lines.append("Native   " + native.id + kind)
    }
    if !scope.homepage.isEmpty { lines.append("See      " + scope.homepage) }
    let ids = { (scopes: [Int]) in scopes.map { catalog.scopes[$0].id }.joined(separator: ", ") }
    let (grants, granters) = (catalog.granted(by: index), catalog.granters(of: index))
    if !grants.isEmpty { lines.append("Grants   " + marked(ids(grants), .includes)) }
    if !granters.isEmpty { lines.append("Comes    with " + ids(granters)) }
    let operations = catalog.operations(openedBy: index).map { catalog.operations[$0].call }
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
