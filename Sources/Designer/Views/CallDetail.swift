import Catalogs
import Judgement
import Keys
import TerminalUI

/// All about one operation: whether the key opens it, which scopes do, and what else they open.
struct CallDetail {
  let operation: Int
  let page: DetailPage

  private var state: DesignerState { page.state }

  var lines: [StyledLine] {
    let entry = state.catalog.operations[operation]
    let isChosen = state.calls.operations.contains(operation)
    var lines = page.wrap(
      entry.path, .bold, lead: entry.method + " ",
      leadStyle: entry.method == "DELETE" ? Style(.red, .bold) : .bold)
    if !entry.summary.isEmpty { lines += page.wrap(entry.summary) }
    if !entry.tag.isEmpty { lines += page.wrap(entry.tag, .dim) }
    if entry.isDeprecated { lines += page.wrap("deprecated", Style(.yellow)) }
    lines += terms
    lines.append(StyledLine())
    lines += page.wrap(
      (isChosen ? "Your program makes it" : "Your program does not make it")
        + page.pressing(";", isChosen ? "unticks it" : "ticks it"))
    let requirement = state.access.requirement(of: operation)
    if requirement == .notStated { return lines + unstated }
    if requirement.isOfOtherKind {
      return lines + page.wrap("No key of this kind can make it.", Style(.yellow))
    }
    let sets = requirement.alternatives
    let isOpen = state.isOpen(operation)
    lines += page.wrap(
      "The key \(isOpen ? "opens" : "does not open") it.",
      isOpen ? Style(.green) : isChosen ? Style(.yellow) : .plain)
    lines += ways(sets)
    if entry.isInferred {
      lines += page.wrap("Inferred from prose or names: check it where it matters.", Style(.yellow))
    }
    return lines + others(sets)
  }

  private var unstated: [StyledLine] {
    page.wrap(
      "The catalog does not state which scopes it needs. It is never counted as open, and no "
        + "choice of scopes is said to be enough for it.", Style(.yellow),
      lead: "? ", leadStyle: Style(.yellow))
  }

  /// The sets of scopes that open it.
  private func ways(_ sets: [[Int]]) -> [StyledLine] {
    if sets.contains([]) { return page.heading("Needs no scope") }
    guard sets.count > 1 else { return page.heading("Needs") + page.scopes(sets[0]) }
    var lines = page.heading("Needs any one of \(sets.count)")
    for (place, set) in sets.enumerated() {
      if place > 0 { lines.append(StyledLine("or", .dim)) }
      lines += page.scopes(set)
    }
    return lines
  }

  /// What the scopes that it needs open besides it.
  private func others(_ sets: [[Int]]) -> [StyledLine] {
    var seen: Set<Int> = []
    return sets.joined().filter { seen.insert($0).inserted }.flatMap { scope in
      let others = state.catalog.operations(openedBy: scope).filter { $0 != operation }
      let verbs = VerbCounts(of: others.map { state.catalog.operations[$0] })
      let id = state.catalog.scopes[scope].id
      guard !others.isEmpty else {
        return [StyledLine()] + page.wrap(id + " opens nothing else", .dim)
      }
      return page.heading("\(id) also opens \(others.count)", verbs.text) + page.calls(others)
    }
  }
}
