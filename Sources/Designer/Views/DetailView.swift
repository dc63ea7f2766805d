import TerminalUI

/// What stands under the cursor, in words: what it opens, what it touches, what ticking it changes.
enum DetailView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let lines = lines(state, columns: plan.detail.columns)
    let top = min(state.detailTop, max(0, lines.count - plan.detail.rows))
    frame.draw(
      lines, in: plan.detail, top: top,
      hint: state.pane == .detail ? "more below" : "more: \(state.key(.nextPane, in: .tree))")
    if state.pane == .detail { frame.cursor = plan.detail.origin }
  }

  static func lineCount(_ state: DesignerState) -> Int {
    lines(state, columns: LayoutPlan(state: state).detail.columns).count
  }

  static func lines(
    _ state: DesignerState, columns: Int, namesKeys: Bool = true
  ) -> [StyledLine] {
    let page = DetailPage(state: state, columns: columns, namesKeys: namesKeys)
    switch state.subject {
    case .scope(let scope): return ScopeDetail(scope: scope, page: page).lines
    case .category(let category): return page.category(category)
    case .unknownScopes: return page.unknown(state.outline.unknown, noun: "scope")
    case .unknownScope(let place):
      return page.unknown([state.outline.unknown[place]], noun: "scope")
    case .scopes(let part): return page.part(part)
    case .operation(let operation): return CallDetail(operation: operation, page: page).lines
    case .operations(let group): return page.operations(ofGroup: group)
    case .unknownOperations:
      return page.unknown(state.callOutline?.outline.unknown ?? [], noun: "call")
    case .unknownOperation(let place):
      return page.unknown(
        (state.callOutline?.outline.unknown).map { [$0[place]] } ?? [], noun: "call")
    case nil: return []
    }
  }
}
