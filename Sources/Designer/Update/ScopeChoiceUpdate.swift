import Keys
import TerminalUI

extension DesignerState {
  /// Asks which of several scopes are meant.
  mutating func choose(among scopes: [Int], of name: String) {
    // The scope that the cursor came from in the tree, where it is one of them.
    let known: Int? = if case .leaf(let scope) = outline.item { scope } else { nil }
    let first = known.flatMap { scopes.firstIndex(of: $0) } ?? 0
    mode = .choosingScopes(ScopeChoice(name: name, scopes: scopes, cursor: first))
  }

  mutating func choose(_ command: Command, _ choice: ScopeChoice) -> [Effect] {
    var choice = choice
    let end = choice.scopes.count - 1
    switch command {
    case .toggle: toggle(scope: choice.scopes[choice.cursor])
    case .toggleAll: toggle(choice.scopes, of: choice.scopes, in: choice.name)
    case .back: mode = .browsing
    case .up, .down, .pageUp, .pageDown, .first, .last:
      let page = max(1, LayoutPlan(state: self).body.rows - 2)
      choice.cursor = max(0, min(moved(choice.cursor, command, page: page, end: end), end))
      mode = .choosingScopes(choice)
    case .help: openHelp()
    default: break
    }
    return []
  }

  /// A press moves the cursor; on a box, or on the row that has the cursor, it ticks as well.
  mutating func press(_ point: Point, in choice: ScopeChoice, _ plan: LayoutPlan) {
    guard let (place, isBox) = ScopeChoiceView.hit(point, choice, plan) else { return }
    var choice = choice
    let ticks = isBox || place == choice.cursor
    choice.cursor = place
    mode = .choosingScopes(choice)
    if ticks { toggle(scope: choice.scopes[place]) }
  }
}
