import Keys
import TerminalUI

/// What was done, and can be undone, and what was said: newest first.
enum LogView {
  static func lines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    func wrap(_ text: String, _ style: Style = .plain, lead: String = "  ") -> [StyledLine] {
      StyledLine.wrap(
        text, style, columns: columns, charset: state.charset, lead: lead, leadStyle: .dim)
    }
    let (undo, redo) = (state.key(.undo), state.key(.redo))
    var lines = [StyledLine("Done: \(undo) takes the first of them back", Look.heading)]
    let steps = state.editor.undoNames
    if steps.isEmpty { lines += wrap("nothing yet", .dim) }
    for (place, name) in steps.enumerated() { lines += wrap(name, lead: "\(place + 1). ") }
    if let name = state.editor.nextRedo { lines += wrap("\(redo) does again: \(name)", .dim) }
    lines += [StyledLine(), StyledLine("Said, the newest first", Look.heading)]
    if state.history.isEmpty { lines += wrap("nothing yet", .dim) }
    for message in state.history.reversed() {
      lines += wrap(message.text, message.isProblem ? Style(.yellow, .bold) : .plain)
    }
    return lines
  }
}
