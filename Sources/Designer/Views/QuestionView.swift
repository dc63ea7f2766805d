import Catalogs
import TerminalUI

/// A question, with what its answers do.
enum QuestionView {
  static func draw(
    _ question: Question, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let lines = lines(question, state, plan)
    let top = top(lines.count, plan)
    frame.draw(
      lines.map { $0.line },
      in: Rect(
        row: plan.body.row + top, column: 2, rows: min(lines.count, plan.body.rows - top),
        columns: plan.body.columns - 4))
    frame.cursor = Point(row: plan.body.row + top, column: 2)
  }

  /// The answer that a place of the screen stands for; nil where none does.
  static func command(
    at point: Point, _ question: Question, _ state: DesignerState, _ plan: LayoutPlan
  ) -> Command? {
    let lines = lines(question, state, plan)
    let index = point.row - plan.body.row - top(lines.count, plan)
    return plan.body.contains(point) && lines.indices.contains(index) ? lines[index].command : nil
  }

  private static func top(_ count: Int, _ plan: LayoutPlan) -> Int {
    max(0, (plan.body.rows - count) / 3)
  }

  /// The question, and a line or more for each answer.
  private static func lines(
    _ question: Question, _ state: DesignerState, _ plan: LayoutPlan
  ) -> [(line: StyledLine, command: Command?)] {
    func answer(_ command: Command, _ text: String) -> (String, Command?) {
      ("\(state.allKeys(command, in: state.context))  \(text)", command)
    }
    let text: [(String, Command?)]
    switch question {
    case .quitUnsaved:
      text = [
        (
          "There are changes that are not written."
            + (state.drafting.hasFailed ? " No draft keeps them." : ""), nil
        ),
        answer(.review, "review and write them"),
        answer(.discard, "discard them and leave"),
        answer(.back, "stay here"),
      ]
    case .overwrite(let path, let isNew):
      text = [
        (
          isNew ? "\(path) exists already." : "\(path) has changed on disk since it was opened.",
          nil
        ),
        answer(.overwrite, "replace it with this key"),
        answer(.otherPath, "write to another path"),
        answer(.back, "back, nothing is written"),
      ]
    case .replaceFiles(_, let paths, _):
      text = [
        (Question.sentence(inTheWay: paths), nil),
        answer(.overwrite, paths.count == 1 ? "replace it" : "replace them"),
        answer(.otherPath, "write to another place"),
        answer(.back, "back, nothing is written"),
      ]
    case .tickRuledOut(let scope):
      let id = state.catalog.scopes[scope].id
      let isItself = state.isRuledOut(scope: scope)
      text = [
        (
          isItself
            ? "The key must never have \(id)." : "\(id) grants what the key must never have.",
          nil
        ),
        answer(.confirm, "tick it" + (isItself ? ": the key may have it again" : " all the same")),
        answer(.back, "leave it"),
      ]
    }
    return text.enumerated().flatMap { index, entry in
      StyledLine.wrap(
        entry.0, index == 0 ? .bold : .plain, columns: plan.body.columns - 4,
        charset: state.charset
      ).map { (line: $0, command: entry.1) }
    }
  }
}
