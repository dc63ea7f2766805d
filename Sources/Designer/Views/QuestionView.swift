import Catalogs
import TerminalUI

/// A question, with what its answers do.
enum QuestionView {
  static func draw(
    _ question: Question, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    func keys(_ command: Command) -> String { state.allKeys(command, in: state.context) }
    let text: [String]
    switch question {
    case .quitUnsaved:
      text = [
        "There are changes that are not written."
          + (state.drafting.hasFailed ? " No draft keeps them." : ""),
        "\(keys(.review))  review and write them",
        "\(keys(.discard))  discard them and leave",
        "\(keys(.back))  stay here",
      ]
    case .overwrite(let path, let isNew):
      text = [
        isNew ? "\(path) exists already." : "\(path) has changed on disk since it was opened.",
        "\(keys(.overwrite))  replace it with this key",
        "\(keys(.otherPath))  write to another path",
        "\(keys(.back))  back, nothing is written",
      ]
    case .tickRuledOut(let scope):
      let id = state.catalog.scopes[scope].id
      let isItself = state.isRuledOut(scope: scope)
      text = [
        isItself
          ? "The key must never have \(id)." : "\(id) grants what the key must never have.",
        "\(keys(.confirm))  tick it" + (isItself ? ", and rule it out no longer" : " all the same"),
        "\(keys(.back))  leave it",
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
