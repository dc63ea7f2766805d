import Calls
import Catalogs
import Judgement
import Keys
import Proof

/// What is said of a need because of the kind of key, its answers, and what is ruled out.
struct NeedTerms {
  private let need: CallNeed
  private let catalog: Catalog
  private let hasTakenKind: Bool

  init(_ need: CallNeed, _ catalog: Catalog, hasTakenKind: Bool) {
    (self.need, self.catalog, self.hasTakenKind) = (need, catalog, hasTakenKind)
  }

  /// A line each.
  var messages: [String] {
    var lines: [String] = []
    let kind = need.details.kind.flatMap { catalog.indexOfKind($0) }.map { catalog.kinds[$0] }
    if hasTakenKind, let kind {
      let others = catalog.kinds.map(\.id).filter { $0 != kind.id }.joined(separator: ", ")
      lines.append("the key is taken for the kind \(kind.id); --kind names another: \(others)")
    }
    if !need.cover.impossible.isEmpty, let kind {
      lines.append(
        "a key of the kind \(kind.id) (\(kind.title)) cannot make: "
          + names(need.cover.impossible))
    }
    if !need.cover.blocked.isEmpty {
      lines.append(
        "without what the key must never have there is no way to: " + names(need.cover.blocked))
    }
    for condition in need.openConditions.map({ catalog.conditions[$0] }) {
      lines.append(
        "\"\(condition.question)\" is not answered: the scopes are enough in both cases; "
          + "--answer \(condition.id)=yes or =no decides")
    }
    return lines
  }

  private func names(_ operations: [Int]) -> String {
    let names = operations.prefix(5).map { catalog.operations[$0].call }.joined(separator: ", ")
    return names + (operations.count > 5 ? " and \(operations.count - 5) more" : "")
  }
}
