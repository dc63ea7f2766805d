import KeyModel
import TerminalUI

/// A question, with what its answers do.
enum QuestionView {
  static func draw(
    _ question: Question, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let text: [String]
    switch question {
    case .quitUnsaved:
      text = [
        "There are changes that are not written."
          + (state.drafting.hasFailed ? " No draft keeps them." : ""),
        "w  review and write them",
        "d  discard them and leave",
        "Esc or n  stay here",
      ]
    case .overwrite(let path, let isNew):
      text = [
        isNew ? "\(path) exists already." : "\(path) has changed on disk since it was opened.",
        "y  replace it with this key",
        "o  write to another path",
        "Esc or n  back, nothing is written",
      ]
    }
    let columns = plan.body.columns - 4
    var lines: [StyledLine] = []
    for (index, line) in text.enumerated() {
      lines += StyledLine.wrap(
        line, index == 0 ? .bold : .plain, columns: columns, charset: state.charset)
    }
    let top = max(0, (plan.body.rows - lines.count) / 3)
    frame.draw(
      lines,
      in: Rect(
        row: plan.body.row + top, column: 2, rows: min(lines.count, plan.body.rows - top),
        columns: columns))
    frame.cursor = Point(row: plan.body.row + top, column: 2)
  }
}
