import TerminalUI

/// Reading the list of keys, from wherever there is a key for it.
extension DesignerState {
  /// Opens the list of keys; over a list of its own, at the keys of that.
  mutating func openHelp() {
    let lines = HelpView.lines(columns: helpColumns, keys: keys)
    let title = context.title
    let own = mode == .browsing ? nil : lines.firstIndex { $0.text == title }
    mode = .reading(top: fitted(own ?? 0, count: lines.count), over: mode)
  }

  mutating func read(_ command: Command, _ top: Int, over covered: Mode) -> [Effect] {
    guard command != .back else {
      mode = covered
      return []
    }
    let count = HelpView.lines(columns: helpColumns, keys: keys).count
    let next = moved(top, command, page: helpRows, end: count)
    mode = .reading(top: fitted(next, count: count), over: covered)
    return []
  }

  private var helpColumns: Int { size.columns - 2 }

  private var helpRows: Int { max(1, LayoutPlan(state: self).body.rows) }

  private func fitted(_ top: Int, count: Int) -> Int { max(0, min(top, count - helpRows)) }
}
