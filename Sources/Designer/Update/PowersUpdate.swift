import Judgement
import TerminalUI

extension DesignerState {
  /// Moves through the table of what the key can do, and opens a cell of it.
  mutating func readPowers(_ command: Command, top: Int, over covered: Mode) -> [Effect] {
    let powers = powers
    guard var cursor = powersCursor.inside(powers) else { return [] }
    switch command {
    case .up: cursor.row -= 1
    case .down: cursor.row += 1
    case .columnLeft: cursor.verb -= 1
    case .columnRight: cursor.verb += 1
    case .confirm:
      open(.powersCell(row: cursor.row, verb: powers.verbs[cursor.verb]))
      return []
    default: return []
    }
    powersCursor = cursor.inside(powers) ?? PowersCursor()
    // The row of the cursor stays on the screen.
    let page = PowersView.page(self, columns: size.columns - 2)
    let rows = max(1, LayoutPlan(state: self).body.rows)
    if let row = page.row(powersCursor) {
      mode = .reading(
        .powers, top: max(min(top, row.lowerBound), row.upperBound - rows), over: covered)
    }
    return []
  }

  /// A press on a cell of the table puts the cursor there; on the one that has it, it opens.
  mutating func pressPowers(_ point: Point, top: Int, over covered: Mode, _ plan: LayoutPlan)
    -> [Effect]
  {
    let page = PowersView.page(self, columns: plan.body.columns - 2)
    let line = point.row - plan.body.row + top
    guard let cell = page.cell(line: line, column: point.column - 1) else { return [] }
    guard cell != powersCursor else { return readPowers(.confirm, top: top, over: covered) }
    powersCursor = cell
    return []
  }
}
