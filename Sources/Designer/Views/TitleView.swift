import Catalogs
import Judgement
import Keys
import TerminalUI

/// The top line: platform, label, and how much is chosen.
enum TitleView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let label = state.editor.design.details.label
    let mark = state.hasUnsavedChanges ? "*" : ""
    let unknown = state.editor.design.details.unknownScopes.count
    let (chosen, all) = (state.editor.chosenCount, state.catalog.scopes.count)
    let scopes =
      unknown == 0
      ? "\(chosen) of \(all) scopes "
      : "\(chosen) of \(all)\(plan.title.columns < 60 ? "" : " scopes") + \(unknown) unknown "
    let calls = state.calls.operations.count + state.calls.unknown.count
    let right =
      calls == 0 || plan.title.columns < 60
      ? scopes : "\(calls) call\(calls == 1 ? "" : "s"), " + scopes
    let room = plan.title.columns - right.count - 2
    // A long label leaves half of the room to what it is a label of.
    let shortened = TextLayout.fit(label, columns: max(16, room / 2), charset: state.charset)
    let name = (label.isEmpty ? "(no label)" : shortened) + mark
    // A narrow screen leaves out what a person knows: the program, then the catalog's version.
    let candidates = [
      " Keywright  \(state.catalog.name) \(state.catalog.version)  \(name)",
      " \(state.catalog.name) \(state.catalog.version)  \(name)",
      " \(state.catalog.name)  \(name)",
      " \(name)",
    ]
    let left =
      candidates.first { TextWidth.columns(of: $0, charset: state.charset) <= room }
      ?? " \(mark)\(label)"
    frame.fill(row: plan.title.row, column: 0, columns: plan.title.columns, style: .reverse)
    let start = plan.title.columns - right.count
    frame.writeFitted(
      left, row: plan.title.row, column: 0, columns: max(0, start - 2),
      style: Style(.plain, [.reverse, .bold]))
    frame.write(right, row: plan.title.row, column: max(0, start), style: .reverse)
  }
}
