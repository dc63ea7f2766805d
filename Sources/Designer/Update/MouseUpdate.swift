import KeyModel
import TerminalUI

extension DesignerState {
  mutating func takeMouse(_ event: MouseEvent) -> [Effect] {
    guard case .browsing = mode else { return [] }
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
        pane = .findings
      }
    }
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

  /// A press moves the cursor; on the box it ticks as well, on a category's arrow it opens.
  private mutating func pressTree(_ point: Point, _ plan: LayoutPlan) {
    pane = .tree
    let row = outline.top + point.row - plan.tree.row
    guard outline.rows.indices.contains(row) else { return }
    if row != outline.cursor { detailTop = 0 }
    outline.move(to: row)
    let entry = catalog.tree.nodes[outline.rows[row]]
    let indent = 1 + entry.depth * 2
    switch entry.item {
    case .category(let category):
      if point.column < indent + 2 {
        outline.setOpen(!outline.isOpen(category), category: category)
      } else if point.column < indent + 5 {
        toggle()
      }
    case .scope:
      if (indent...indent + 4).contains(point.column) { toggle() }
    }
  }
}
