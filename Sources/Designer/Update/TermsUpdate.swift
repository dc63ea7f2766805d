import BitCollections
import Catalogs
import Keys
import TerminalUI

// The kind of key, the answers to the catalog's questions, and what is ruled out.

extension DesignerState {
  mutating func answerTerms(_ command: Command, _ cursor: Int) -> [Effect] {
    let end = terms.count - 1
    switch command {
    case .back: mode = home
    case .help: openHelp()
    case .confirm:
      switch terms[max(0, min(cursor, end))] {
      case .kind(let kind):
        mode = home
        choose(kind: kind)
      case .condition(let condition):
        let next: Bool? =
          switch answer(to: condition) {
          case nil: true
          case true?: false
          case false?: nil
          }
        answer(condition, next)
      }
    default:
      mode = .answering(
        cursor: max(0, min(moved(cursor, command, page: max(1, size.rows - 6), end: end), end)))
    }
    return []
  }

  /// Makes the key one of a kind.
  mutating func choose(kind: Int) {
    let (id, title) = (catalog.kinds[kind].id, catalog.kinds[kind].title)
    let flipped = editor.edit(named: "kind \(id)") { $0.details.kind = id }
    let others = editor.design.scopes.count { !catalog.scopes[$0].kinds.contains(kind) }
    changed(
      flipped,
      "kind of key: \(title)" + (others > 0 ? "; it does not take \(others) of the scopes" : ""))
  }

  /// Answers one of the catalog's questions; nil leaves it open.
  mutating func answer(_ condition: Int, _ holds: Bool?) {
    let question = catalog.conditions[condition]
    let word = holds.map { $0 ? "yes" : "no" } ?? "left open"
    let catalog = catalog
    let flipped = editor.edit(named: "\(question.id): \(word)") {
      $0.details.answer(condition, holds, in: catalog)
    }
    changed(
      flipped,
      "\(question.question) \(word)" + (holds == nil ? ": the key has to work in both cases" : ""))
  }

  // MARK: - Ruling out

  /// Rules out what is under the cursor, or no longer.
  mutating func ruleOut() {
    switch subject {
    case .scope(let scope): ruleOut([catalog.scopes[scope].id], isRuledOut(scope: scope))
    case .operation(let operation):
      let isOut = isRuledOut(operation: operation)
      let calls = catalog.operations[operation].calls
      ruleOut(isOut ? calls : [calls[0]], isOut)
    default: break
    }
  }

  mutating func ruleOut(_ names: [String], _ isOut: Bool) {
    let flipped = editor.rule(
      out: names, !isOut, named: "\(isOut ? "allow" : "rule out") \(names[0])")
    changed(
      flipped,
      isOut
        ? "\(names[0]): the key may have it again"
        : "\(names[0]): the key must never have it"
          + (flipped.isEmpty ? "" : ", and it is unticked"))
  }

  /// Ticks a scope all the same; where it itself was ruled out, it no longer is.
  mutating func tickRuledOut(_ scope: Int) {
    let id = catalog.scopes[scope].id
    let flipped = editor.edit(named: "tick and allow \(id)") { design in
      design.details.never.removeAll { $0 == id }
      design.scopes.insert(scope)
    }
    mode = .browsing
    changed(flipped, "ticked \(id)")
  }
}
