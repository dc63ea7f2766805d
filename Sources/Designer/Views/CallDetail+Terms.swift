import Catalogs
import Keys
import TerminalUI

// What decides which ways into a call count: the catalog's questions, and the kind of key.

extension CallDetail {
  var terms: [StyledLine] {
    let catalog = page.state.catalog
    guard !catalog.conditions.isEmpty || !catalog.kinds.isEmpty else { return [] }
    var lines: [StyledLine] = []
    let kinds = KeyTerms(page.state.editor.design, in: catalog)
    for condition in catalog.conditions(ofOperation: operation, for: kinds) {
      let answer = page.state.answer(to: condition).map { $0 ? "yes" : "no" }
      lines += page.wrap(
        catalog.conditions[condition].question + " " + (answer ?? "not answered")
          + (answer == nil ? ": the key has to work in both cases" : "")
          + page.pressing(";", "answers", by: .answerTerms),
        answer == nil ? Style(.yellow) : .plain)
    }
    if case .anyOf([]) = catalog.requirement(of: operation, for: kinds), let kind = kinds.kind {
      lines += page.wrap(
        "A key of the kind \(catalog.kinds[kind].title) cannot make this call.", Style(.yellow))
    }
    if page.state.isRuledOut(operation: operation) {
      lines += page.wrap("The key must never make this call.", Style(.red))
    }
    return lines
  }
}
