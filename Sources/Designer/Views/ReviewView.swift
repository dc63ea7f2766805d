import KeyModel
import TerminalUI

/// What would be written and why, as a list in which one still unticks.
enum ReviewView {
  static func draw(
    _ review: Review, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let body = plan.body
    let rect = Rect(row: body.row, column: 1, rows: body.rows, columns: body.columns - 2)
    let shown = shown(review, state, rect)
    frame.draw(shown.lines, in: rect, top: shown.top, hint: "more below")
    for row in 0..<rect.rows where shown.current.contains(shown.top + row) {
      frame.highlight(
        row: rect.row + row, column: 0, columns: body.columns, attributes: .reverse)
    }
    let row = rect.row + max(0, min(shown.current.lowerBound - shown.top, rect.rows - 1))
    frame.cursor = Point(row: row, column: 0)
  }

  private struct Shown {
    var lines: [StyledLine] = []
    var current = 0..<0
    var top = 0
  }

  private static func shown(_ review: Review, _ state: DesignerState, _ rect: Rect) -> Shown {
    var shown = Shown()
    let items = ReviewPlan(state, review).items
    for (place, item) in items.enumerated() {
      // The end of the line above belongs to nobody: groups stand apart.
      if case .heading = item, place > 0 { shown.lines.append(StyledLine()) }
      let start = shown.lines.count
      shown.lines += lines(of: item, state, columns: rect.columns)
      if place == min(review.cursor, items.count - 1) { shown.current = start..<shown.lines.count }
    }
    // What is around the cursor stays on the screen, and the last page is full.
    let margin = min(2, (rect.rows - 1) / 2)
    let last = max(0, shown.lines.count - rect.rows)
    let lowest = shown.current.upperBound + margin - rect.rows
    let highest = max(0, shown.current.lowerBound - margin)
    shown.top = max(0, min(max(min(review.top, highest), lowest), last, highest))
    return shown
  }

  /// The first line that shows, for the review to start from next time.
  static func top(_ review: Review, _ state: DesignerState) -> Int {
    let body = LayoutPlan(state: state).body
    guard body.rows > 0 else { return review.top }
    return shown(
      review, state, Rect(row: body.row, column: 1, rows: body.rows, columns: body.columns - 2)
    ).top
  }

  /// One entry in words.
  static func lines(
    of item: ReviewPlan.Item, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    func wrap(
      _ text: String, _ style: Style = .plain, lead: String = "", leadStyle: Style = .plain
    ) -> [StyledLine] {
      StyledLine.wrap(
        text, style, columns: columns, charset: state.charset, lead: lead, leadStyle: leadStyle)
    }
    switch item {
    case .heading(let title, let note):
      return [StyledLine(title, Look.heading).adding(note.isEmpty ? "" : "  \(note)", .dim)]
    case .fact(let name, let text):
      let lead = name + String(repeating: " ", count: max(1, 11 - name.count))
      return wrap(text, name == "Write to" ? .bold : .plain, lead: lead, leadStyle: .dim)
    case .scope(let scope): return [line(ofScope: scope, state)]
    case .unknown(let id):
      let isChosen = state.editor.design.details.unknownScopes.contains(id)
      return [
        StyledLine(isChosen ? "  [x] !! " : "  [ ]    ", Look.style(.error))
          .adding(id + "  not in the catalog")
      ]
    case .granted(let scope, let granters):
      let names = granters.prefix(3).map { state.catalog.scopes[$0].id }
      let more = granters.count > 3 ? " and \(granters.count - 3) more" : ""
      return wrap(
        state.catalog.scopes[scope].id + " by " + names.joined(separator: ", ") + more,
        lead: "  -x-    ")
    case .note(let text): return wrap(text, .dim, lead: "         ")
    case .added(let text): return wrap(text, Style(.green), lead: "+ ", leadStyle: Style(.green))
    case .removed(let text): return wrap(text, Style(.red), lead: "- ", leadStyle: Style(.red))
    case .changed(let name, let text):
      return wrap(text, lead: "~ \(name): ", leadStyle: Style(.yellow))
    case .finding(let finding):
      var text = "\(finding.rule): \(finding.message)"
      if finding.scopes.count == 1 {
        text = "\(finding.rule) (\(finding.scopes[0])): \(finding.message)"
      }
      if let acceptance = finding.acceptance {
        let until = acceptance.until.map { " until \($0)" } ?? ""
        text += " Accepted by \(acceptance.by)\(until): \(acceptance.reason)"
      }
      let word = finding.isAccepted ? "accepted " : ""
      return wrap(
        "\(word)\(finding.severity.rawValue) " + text,
        lead: Look.mark(finding.isAccepted ? nil : finding.severity) + " ",
        leadStyle: Look.style(finding.severity))
    }
  }

  private static func line(ofScope scope: Int, _ state: DesignerState) -> StyledLine {
    let entry = state.catalog.scopes[scope]
    let isChosen = state.editor.isChosen(scope)
    let risk = ScopeRow.risk(ofScope: scope, state)
    return StyledLine(isChosen ? "  [x] " : "  [ ] ", isChosen ? Style(.green, .bold) : .plain)
      .adding(Look.mark(risk) + " ", risk.map { Look.style($0) } ?? .plain)
      .adding(entry.id, isChosen ? .bold : .plain).adding("  " + entry.title, .dim)
  }
}
