import TerminalUI

/// A page to read, over the whole screen.
enum ReadingView {
  static func draw(
    _ page: ReadingPage, _ top: Int, _ state: DesignerState, _ plan: LayoutPlan,
    on frame: inout Frame
  ) {
    let lines = state.readingLines(page)
    frame.draw(
      lines,
      in: Rect(
        row: plan.body.row, column: 1, rows: plan.body.rows, columns: plan.body.columns - 2),
      top: min(top, max(0, lines.count - plan.body.rows)), hint: "more below")
    frame.cursor = Point(row: plan.body.row, column: 0)
    if page == .powers { PowersView.highlight(top: top, state, plan, on: &frame) }
  }
}

extension DesignerState {
  /// The lines of a page at the screen's width.
  func readingLines(_ page: ReadingPage) -> [StyledLine] {
    switch page {
    case .keys:
      HelpView.lines(columns: size.columns - 2, keys: keys, place: contextBelow)
    case .report(let report):
      [StyledLine(report.title, Look.heading), StyledLine()]
        + ReportView.lines(report.lines, columns: size.columns - 2, charset: charset)
    case .powersCell(let row, let verb):
      PowersView.lines(ofRow: row, verb, self, columns: size.columns - 2)
    case .powers: PowersView.lines(self, columns: size.columns - 2)
    case .log: LogView.lines(self, columns: size.columns - 2)
    case .rule(let rule): RuleView.lines(rule, self, columns: size.columns - 2)
    case .manifest: ManifestView.lines(self, columns: size.columns - 2)
    }
  }
}
