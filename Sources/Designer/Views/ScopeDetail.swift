import BitCollections
import Catalogs
import Judgement
import Keys
import TerminalUI

/// All about one scope: what it opens, what can go wrong, and what breaks without it.
struct ScopeDetail {
  let scope: Int
  let page: DetailPage

  private var state: DesignerState { page.state }
  private var isChosen: Bool { state.editor.isChosen(scope) }

  var lines: [StyledLine] {
    let entry = state.catalog.scopes[scope]
    let name = HonestName(scope: scope, in: state.catalog)
    var lines = page.wrap(entry.id, .bold) + page.wrap(entry.title, .dim)
    if !entry.summary.isEmpty { lines += page.wrap(entry.summary) }
    if let sentence = name.sentence { lines += page.wrap(sentence, Style(.yellow)) }
    if let reason = state.editor.design.details.reason(for: entry.id) {
      lines += page.wrap("Because: " + reason, Style(.green))
    }
    return lines + need + risks + [StyledLine()] + facts(entry, name)
      + GrantLines.lines(scope, state, columns: page.columns) + operations(name)
  }

  // MARK: - The chosen operations

  /// What the chosen operations say of the scope, and those that would stop without it.
  private var need: [StyledLine] {
    guard !state.calls.isEmpty else { return [] }
    let count = state.calls.count(ofScope: scope)
    if count == 0, isChosen, state.findings.isAskedFor(scope) {
      return [StyledLine()]
        + page.wrap("No chosen call names it, but a rule asks for it", Style(.green))
    }
    guard count > 0 else {
      return [StyledLine()]
        + page.wrap(
          "None of the chosen calls needs it", isChosen ? Style(.yellow) : .dim)
    }
    let noun = count == 1 ? "chosen call needs it" : "chosen calls need it"
    guard isChosen else {
      return page.heading("\(count) \(noun)") + page.calls(chosenOperations)
    }
    let stopped = closed(of: chosenOperations)
    var lines = [StyledLine()] + page.wrap("\(count) \(noun)", Style(.green))
    guard !stopped.isEmpty else {
      return lines + page.wrap("None would stop without it", .dim)
    }
    lines += page.heading("Unticking it would stop \(stopped.count) of them")
    return lines + page.calls(stopped)
  }

  private var chosenOperations: [Int] {
    state.catalog.operations(openedBy: scope).filter(state.calls.operations.contains)
  }

  /// The operations that the key could no longer call without the scope.
  private func closed(of operations: [Int]) -> [Int] {
    var rest = state.editor.design.scopes
    rest.remove(scope)
    return operations.filter { state.isOpen($0) && !state.isOpen($0, with: rest) }
  }

  // MARK: - Risks

  private var risks: [StyledLine] {
    var (added, removed) = state.findings.preview(flipping: scope)
    // Many writes can go blind for one view: they stand together, by their ids.
    let blind = isChosen ? added.filter { $0.rule == "blind-write" }.flatMap(\.scopes) : []
    if isChosen { added.removeAll { $0.rule == "blind-write" } }
    var lines: [StyledLine] = []
    func list(_ heading: String, _ findings: [Finding]) {
      guard !findings.isEmpty else { return }
      lines += page.heading(heading)
      for finding in findings {
        lines += page.wrap(
          "\(finding.rule): \(finding.message)", lead: Look.mark(finding.severity) + " ",
          leadStyle: Look.style(finding.severity))
      }
    }
    if isChosen {
      list("Why it is risky", state.findings.list(ofScope: scope))
      list("Unticking it would add", added)
    } else {
      list("Ticking it would add", added)
    }
    if !blind.isEmpty {
      lines += page.heading("Without it these change what the key cannot see")
      for id in blind {
        lines.append(StyledLine(Look.mark(.warning) + " ", Look.style(.warning)).adding(id))
      }
    }
    var changes: [String] = []
    if !removed.isEmpty {
      changes.append("settle " + removed.map(\.rule).joined(separator: ", "))
    }
    if isChosen { changes.append(closing) }
    if !changes.isEmpty {
      lines.append(StyledLine())
      lines += page.wrap(
        (isChosen ? "Unticking" : "Ticking") + " it would " + changes.joined(separator: "; "),
        Style(.green))
    }
    return lines
  }

  /// How many calls a key could no longer make without a scope that it has.
  private var closing: String {
    let closed = closed(of: state.catalog.operations(openedBy: scope))
    guard !closed.isEmpty else { return "close no known call" }
    let deletes = closed.count { state.catalog.operations[$0].method == "DELETE" }
    return "close \(closed.count) call\(closed.count == 1 ? "" : "s")"
      + (deletes > 0 ? ", \(deletes) DELETE" : "")
  }

  // MARK: - Facts

  private func facts(_ entry: Scope, _ name: HonestName) -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ name: String, _ text: String, _ style: Style = .plain) {
      lines += page.wrap(text, style, lead: name, leadStyle: .dim)
    }
    let access = entry.access == .unstated ? "not stated" : entry.access.rawValue
    add("Access   ", access + (entry.inferred.contains(.access) ? " (inferred)" : ""))
    if !entry.touches.isEmpty { add("Touches  ", entry.touches.words.joined(separator: ", ")) }
    switch entry.provenance {
    case .source(let name): if !name.isEmpty { add("Source   ", name) }
    case .unconfirmed:
      add("Source   ", "unconfirmed: check the id where keys are made", Style(.yellow))
    }
    if entry.isDeprecated {
      add(
        "Status   ",
        "deprecated" + (entry.replacement.map { "; use " + $0 } ?? "; no replacement is known"),
        Style(.yellow))
    }
    if let review = name.review { add("Reviewed ", review) }
    return lines
  }

  private func operations(_ name: HonestName) -> [StyledLine] {
    let operations = state.catalog.operations(openedBy: scope)
    guard !operations.isEmpty else {
      return [StyledLine(), StyledLine("Opens no call that the catalog knows", .dim)]
    }
    let noun = operations.count == 1 ? "call" : "calls"
    return page.heading("Opens \(operations.count) \(noun)", name.verbs.text)
      + page.calls(operations)
  }
}
