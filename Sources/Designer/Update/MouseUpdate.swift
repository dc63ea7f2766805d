import KeyModel
import TerminalUI

extension DesignerState {
  mutating func takeMouse(_ event: MouseEvent) -> [Effect] {
    switch mode {
    case .browsing: break
    case .filtering:
      // A click into the tree leaves the filter's line, as Enter does.
      if event.kind == .press { mode = .browsing }
    case .reviewing, .choosingPreset, .reading, .offeringDraft: return turnWheel(event.kind)
    case .editingDetails, .choosingPath, .accepting, .asking: return []
    }
    message = nil
    defer { fitOutline() }
    let plan = LayoutPlan(state: self)
    switch event.kind {
    case .scrollUp, .scrollDown:
      scroll(by: event.kind == .scrollUp ? -3 : 3, at: event.point, plan)
    case .press:
      if plan.tree.contains(event.point) {
        pressTree(event.point, plan)
      } else if plan.detail.contains(event.point) {
        pane = .detail
      } else if plan.findings.contains(event.point) {
        pressFindings(event.point, plan)
      }
    }
    return []
  }

  /// The wheel in a list that fills the screen.
  private mutating func turnWheel(_ kind: MouseEvent.Kind) -> [Effect] {
    guard kind != .press else { return [] }
    for _ in 0..<3 { _ = carryOut(kind == .scrollUp ? .up : .down) }
    return []
  }

  private mutating func scroll(by count: Int, at point: Point, _ plan: LayoutPlan) {
    if plan.tree.contains(point) {
      outline.scrollView(by: count)
    } else if plan.detail.contains(point) {
      let end = max(0, DetailView.lineCount(self) - plan.detail.rows)
      detailTop = max(0, min(detailTop + count, end))
    } else if plan.findings.contains(point) {
      findingCursor = max(
        0, min(findingCursor + count.signum(), max(0, listedFindings.count - 1)))
    }
  }

  /// A press moves the cursor to a finding; on the finding that has it, it goes to its scopes.
  private mutating func pressFindings(_ point: Point, _ plan: LayoutPlan) {
    let place = FindingsView.finding(atRow: point.row, self, plan)
    if let place, place == findingCursor, context == .findings { return goToFinding() }
    pane = .findings
    if let place { findingCursor = place }
  }

  /// A press moves the cursor; on the box it ticks as well, on a category's arrow it opens.
  private mutating func pressTree(_ point: Point, _ plan: LayoutPlan) {
    pane = .tree
    let row = outline.top + point.row - plan.tree.row
    guard outline.rows.indices.contains(row) else { return }
    if row != outline.cursor { detailTop = 0 }
    outline.select(row: row)
    let indent = TreeView.indent(
      ofDepth: outline.depth(ofNode: outline.rows[row]), columns: plan.tree.columns)
    switch outline.item {
    case .category(let category):
      if point.column < indent + 2 {
        outline.setOpen(!outline.isOpen(category), category: category)
      } else if point.column < indent + 5 {
        toggle()
      }
    case .unknownScopes:
      if point.column < indent + 2 {
        outline.setUnknownOpen(!outline.showsUnknown)
      } else if point.column < indent + 5 {
        toggle()
      }
    case .scope, .unknown:
      if (indent...indent + 4).contains(point.column) { toggle() }
    case nil: break
    }
  }
}
