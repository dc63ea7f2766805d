import Catalogs
import Keys
import TerminalUI

/// The kinds of key and the questions that decide between scopes, as a list.
enum TermsView {
  /// The heading of the kinds, the kinds, and a heading and the questions below.
  private static func lines(_ state: DesignerState) -> [(place: Int?, line: StyledLine)] {
    var lines: [(Int?, StyledLine)] = []
    let kinds = state.catalog.kinds
    if !kinds.isEmpty { lines.append((nil, StyledLine("Which kind of key?", Look.heading))) }
    let chosen = state.editor.design.details.kind.flatMap { state.catalog.indexOfKind($0) }
    for (place, term) in state.terms.enumerated() {
      switch term {
      case .kind(let kind):
        let count = state.catalog.scopes.count { $0.kinds.contains(kind) }
        lines.append(
          (
            place,
            StyledLine(kind == chosen ? "(x) " : "( ) ", kind == chosen ? .bold : .plain)
              .adding(kinds[kind].title, .bold)
              .adding("  \(kinds[kind].id), \(count) scope\(count == 1 ? "" : "s")", .dim)
          ))
      case .condition(let condition):
        if condition == 0 {
          if !kinds.isEmpty { lines.append((nil, StyledLine())) }
          lines.append(
            (nil, StyledLine("Questions that decide which scopes calls need", Look.heading)))
        }
        let answer = state.answer(to: condition).map { $0 ? "yes   " : "no    " } ?? "either"
        lines.append(
          (
            place,
            StyledLine(answer + "  ", state.answer(to: condition) == nil ? .dim : .bold)
              .adding(state.catalog.conditions[condition].question)
          ))
      }
    }
    return lines
  }

  /// The first line that shows.
  private static func top(_ cursor: Int, _ count: Int, _ body: Rect) -> Int {
    max(0, min(cursor - body.rows / 2, count - body.rows))
  }

  /// What a row of the screen shows, by its place among the terms.
  static func place(atRow row: Int, _ state: DesignerState, _ plan: LayoutPlan) -> Int? {
    guard case .answering(let cursor) = state.mode else { return nil }
    let lines = lines(state)
    let line = lines.firstIndex { $0.place == cursor } ?? 0
    let index = row - plan.body.row + top(line, lines.count, plan.body)
    return plan.body.rows > row - plan.body.row && lines.indices.contains(index)
      ? lines[index].place : nil
  }

  static func draw(
    _ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let body = plan.body
    let lines = lines(state)
    let top = top(lines.firstIndex { $0.place == cursor } ?? 0, lines.count, body)
    for (offset, (place, line)) in lines.dropFirst(top).prefix(body.rows).enumerated() {
      let row = body.row + offset
      frame.draw(line, row: row, column: place == nil ? 1 : 2, columns: body.columns - 3)
      guard place == cursor else { continue }
      frame.highlight(row: row, column: 0, columns: body.columns, attributes: .reverse)
      frame.cursor = Point(row: row, column: 0)
    }
  }
}
