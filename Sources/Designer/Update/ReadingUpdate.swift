import TerminalUI

/// Reading a page, from wherever there is a key for it.
extension DesignerState {
  /// Opens the list of keys, those of where one is first.
  mutating func openHelp() { open(.keys) }

  /// Opens the page of a command: the log, the manifest, the story of a rule.
  mutating func openPage(_ command: Command) {
    switch command {
    case .logView:
      unread = nil
      open(.log)
    case .manifestView:
      let first = readingLines(.manifest).firstIndex { $0.text.first != " " } ?? 0
      open(.manifest, at: max(0, first - 2))
    default: if let rule = ruleUnderCursor { open(.rule(rule)) }
    }
  }

  /// Opens a page at a line.
  mutating func open(_ page: ReadingPage, at line: Int = 0) {
    mode = .reading(page, top: fitted(line, count: readingLines(page).count), over: mode)
  }

  mutating func read(_ command: Command, _ page: ReadingPage, _ top: Int, over covered: Mode)
    -> [Effect]
  {
    if command == .commandLine {
      openCommandLine()
      return []
    }
    guard command != .back else {
      mode = covered
      return []
    }
    if command == .write, case .report(let report) = page {
      offerToWrite(report)
      return []
    }
    if command == .help {
      openHelp()
      return []
    }
    if page == .powers, [.up, .down, .columnLeft, .columnRight, .confirm].contains(command) {
      return readPowers(command, top: top, over: covered)
    }
    if page == .powers, let effects = leavePowers(command) { return effects }
    let count = readingLines(page).count
    let next = moved(top, command, page: readingRows, end: count)
    mode = .reading(page, top: fitted(next, count: count), over: covered)
    return []
  }

  /// From what the key can do, which is a view, the keys of the views, the review and undo work as in
  /// the others; nil for all else.
  private mutating func leavePowers(_ command: Command) -> [Effect]? {
    let page = mode
    switch command {
    case .undo, .redo:
      mode = .browsing
      let effects = browse(command)
      if mode == .browsing { mode = page }
      return effects
    case .scopesView, .operationsView, .gridView, .findingsView, .review:
      mode = .browsing
      return browse(command)
    case .powersView: return []
    default: return nil
    }
  }

  private var readingRows: Int { max(1, LayoutPlan(state: self).body.rows) }

  private func fitted(_ top: Int, count: Int) -> Int { max(0, min(top, count - readingRows)) }
}
