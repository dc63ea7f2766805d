import TerminalUI

extension DesignerState {
  mutating func takeMouse(_ event: MouseEvent) -> [Effect] {
    // A report may still be on its way after the mouse was given back.
    guard takesMouse else { return [] }
    message = nil
    defer { fitOutline() }
    let plan = LayoutPlan(state: self)
    let armed = interruption.armed
    interruption.armed = nil
    if event.kind == .press, let command = command(at: event.point, plan) {
      return press(command, after: armed)
    }
    if event.kind == .press, let tab = TitleView.tab(at: event.point, self, plan), canBeLeft {
      mode = .browsing
      return attempt(tab)
    }
    if let effects = takeMouseInList(event, plan) { return effects }
    switch event.kind {
    case .scrollUp, .scrollDown:
      scroll(by: event.kind == .scrollUp ? -3 : 3, at: event.point, plan)
    case .press:
      if plan.presets.contains(event.point) {
        mode = .choosingPreset(cursor: presetsBeside[event.point.row - plan.presets.row])
      } else if plan.tree.contains(event.point) {
        pressTree(event.point, plan)
      } else if plan.detail.contains(event.point) {
        pane = .detail
      } else if plan.findings.contains(event.point) {
        pressFindings(event.point, plan)
      }
    }
    return []
  }

  private mutating func scroll(by count: Int, at point: Point, _ plan: LayoutPlan) {
    if plan.tree.contains(point) {
      switch view {
      case .scopes: outline.scrollView(by: count)
      case .operations: callOutline?.outline.scrollView(by: count)
      case .grid: grid?.scrollView(by: count)
      }
    } else if plan.detail.contains(point) {
      let end = max(0, DetailView.lineCount(self) - plan.detail.rows)
      detailTop = max(0, min(detailTop + count, end))
    } else if plan.findings.contains(point) {
      scrollFindings(by: count)
    }
  }

  /// The wheel reads a finding to its end before it goes to the next.
  private mutating func scrollFindings(by count: Int) {
    let overflow = isInFindings ? FindingsView.overflow(self) : 0
    let next = max(0, min(findingPane.top + count, overflow))
    guard next == findingPane.top else {
      findingPane.top = next
      return
    }
    findingPane.cursor = max(
      0, min(findingPane.cursor + count.signum(), max(0, listedFindings.count - 1)))
  }

  /// A press moves the cursor to a finding; on the finding that has it, it goes to its scopes.
  private mutating func pressFindings(_ point: Point, _ plan: LayoutPlan) {
    let place = FindingsView.finding(atRow: point.row, self, plan)
    if let place, place == findingPane.cursor, context == .findings { return goToFinding() }
    pane = .findings
    if let place { findingPane.cursor = place }
  }

  /// A press moves the cursor; on the box it ticks as well, on a category's arrow it opens.
  private mutating func pressTree(_ point: Point, _ plan: LayoutPlan) {
    pane = .tree
    if view == .grid { return pressGrid(point, plan) }
    let shown = shownOutline
    let row = shown.top + point.row - plan.tree.row
    guard shown.rows.indices.contains(row) else { return }
    if row != shown.cursor { detailTop = 0 }
    changeOutline { $0.select(row: row) }
    let indent = TreeView.indent(
      ofDepth: shown.depth(ofNode: shown.rows[row]), columns: plan.tree.columns)
    switch shown.item(ofNode: shown.rows[row]) {
    case .group(let group):
      if point.column < indent + 2 {
        changeOutline { $0.setOpen(!shown.isOpen(group), group: group) }
      } else if point.column < indent + 5 {
        toggle()
      }
    case .unknownHeading:
      if point.column < indent + 2 {
        changeOutline { $0.setUnknownOpen(!shown.showsUnknown) }
      } else if point.column < indent + 5 {
        toggle()
      }
    case .leaf, .unknown:
      if (indent...indent + 4).contains(point.column) { toggle() }
    }
  }

  /// A press moves the cursor to a cell or a heading; on a cell's box it ticks as well.
  private mutating func pressGrid(_ point: Point, _ plan: LayoutPlan) {
    guard let shown = grid else { return }
    let layout = shown.layout
    let line = point.row - plan.tree.row - layout.headingRows
    let row = line < 0 ? GridState.heading : shown.top + line
    guard row < shown.rows.count else { return }
    guard let (place, offset) = layout.place(at: point.column - plan.tree.column) else { return }
    let column = place < 0 ? GridState.heading : shown.left + place
    grid?.select(row: row, column: column)
    detailTop = 0
    let isBox = place >= 0 && line >= 0 && offset < 3
    if isBox, disabledReason(.toggle) == nil { toggle() }
  }
}
