import Catalogs
import Judgement
import Keys
import TerminalUI

/// The top line: the file, the platform, and the views as tabs.
enum TitleView {
  /// A view, as the line shows it.
  struct Tab: Hashable {
    /// What shows it.
    var command: Command
    var text: String
    var isCurrent: Bool
  }

  // MARK: - Tabs

  /// The views in their order, by what shows them, with their names.
  static let names: [(command: Command, name: String)] = [
    (.scopesView, "Scopes"), (.operationsView, "Calls"), (.gridView, "Grid"),
    (.findingsView, "Findings"), (.powersView, "Can do"),
  ]

  /// How much of the tabs shows.
  private enum Detail: CaseIterable {
    /// Every name, and how many are chosen of how many.
    case whole
    /// Every name, and how many are chosen.
    case names
    /// The keys alone, but for the view that is shown.
    case keys

    /// The columns between two tabs.
    var gap: Int { self == .keys ? 1 : 2 }
  }

  private static func tabs(_ state: DesignerState, _ detail: Detail) -> [Tab] {
    let current = current(state)
    let calls = state.calls.operations.count + state.calls.unknown.count
    let unknown = state.editor.design.details.unknownScopes.count
    let (chosen, all) = (state.editor.chosenCount, state.catalog.scopes.count)
    let more = unknown == 0 ? "" : "+\(unknown)?"
    return names.map { command, name in
      let count =
        switch command {
        case .scopesView: detail == .whole ? "\(chosen)/\(all)\(more)" : "\(chosen)\(more)"
        case .operationsView: calls == 0 ? "" : "\(calls)"
        case .findingsView: findings(state)
        default: ""
        }
      let isCurrent = command == current
      let key = state.keys.name(of: command, in: .tree) ?? ""
      let showsName = detail != .keys || isCurrent
      // What warns is never left out.
      let showsCount = showsName || command == .findingsView
      let parts = [key, showsName ? name : "", showsCount ? count : ""]
      return Tab(
        command: command, text: parts.filter { !$0.isEmpty }.joined(separator: " "),
        isCurrent: isCurrent)
    }
  }

  /// How many of the strongest findings there are, with their sign; nothing of notes.
  private static func findings(_ state: DesignerState) -> String {
    let counts = state.findings.counts
    guard state.speaks else { return "" }
    if counts.error > 0 { return "\(counts.error)!!" }
    return counts.warning > 0 ? "\(counts.warning)!" : ""
  }

  /// The view that is shown; nil where something else covers them.
  static func current(_ state: DesignerState) -> Command? {
    switch state.mode {
    case .reading(.powers, _, _): return .powersView
    case .browsing, .filtering, .givingReason, .choosingCopy: break
    case .commanding(_, .browsing): break
    default: return nil
    }
    if state.findingPane.fillsScreen { return .findingsView }
    switch state.view {
    case .scopes: return .scopesView
    case .operations: return .operationsView
    case .grid: return .gridView
    }
  }

  // MARK: - The line

  /// What stands where: the left part, and the tabs with their columns.
  private struct Line {
    var left = ""
    var tabs: [(tab: Tab, columns: Range<Int>)] = []

    init(_ state: DesignerState, columns: Int) {
      // The file is what tells keys apart: some of it always shows, and then whether it is there.
      let (name, isNew) = file(state)
      let mark = state.hasUnsavedChanges ? "*" : ""
      let new = isNew ? " [new]" : ""
      func columnsOf(_ text: String) -> Int {
        TextWidth.columns(of: text, charset: state.charset)
      }
      func room(_ detail: Detail) -> Int {
        columns - Line.width(TitleView.tabs(state, detail), gap: detail.gap) - 3
      }
      let whole = name + new + mark
      let detail =
        [Detail.whole, .names].first { columnsOf(whole) <= room($0) }
        // Half a name is enough beside the names of the views.
        ?? (columnsOf(name.prefix(20) + mark) <= room(.names) ? .names : .keys)
      let rest = room(detail)
      let short = TextLayout.fit(
        name, columns: max(4, rest - columnsOf(new + mark)), charset: state.charset)
      left =
        [whole, name + mark].first { columnsOf($0) <= rest } ?? short + new + mark
      // The platform takes what is left, or says nothing in a few letters.
      let platform = rest - columnsOf(left) - 2
      if platform >= 6 {
        left += "  " + TextLayout.fit(state.catalog.name, columns: platform, charset: state.charset)
      }
      let shown = TitleView.tabs(state, detail)
      var column = columns - Line.width(shown, gap: detail.gap)
      for tab in shown {
        let width = tab.text.count
        tabs.append((tab, column..<column + width))
        column += width + detail.gap
      }
    }

    /// The columns of tabs, and of one at the edge.
    private static func width(_ tabs: [Tab], gap: Int) -> Int {
      tabs.reduce(1 - gap) { $0 + $1.text.count + gap }
    }
  }

  /// The name of the file, and whether there is none of that name yet.
  private static func file(_ state: DesignerState) -> (name: String, isNew: Bool) {
    switch state.target {
    case .file(let path, let known):
      return (path.split(separator: "/").last.map(String.init) ?? path, known == nil)
    case .standardOutput: return ("standard output", false)
    case .undecided where state.editor.design.details.label.isEmpty: return ("new key", false)
    case .undecided: return (state.proposedPath, false)
    }
  }

  /// The view that a place of the top line stands for.
  static func tab(at point: Point, _ state: DesignerState, _ plan: LayoutPlan) -> Command? {
    guard plan.title.contains(point) else { return nil }
    return Line(state, columns: plan.title.columns).tabs
      .first { $0.columns.contains(point.column) }?.tab.command
  }

  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let (row, columns) = (plan.title.row, plan.title.columns)
    let line = Line(state, columns: columns)
    frame.fill(row: row, column: 0, columns: columns, style: .reverse)
    let start = line.tabs.first?.columns.lowerBound ?? columns
    frame.writeFitted(
      " " + line.left, row: row, column: 0, columns: max(0, start - 1),
      style: Style(.plain, [.reverse, .bold]))
    for (tab, place) in line.tabs {
      frame.write(
        tab.text, row: row, column: max(0, place.lowerBound),
        style: tab.isCurrent ? Style(.plain, [.bold, .underline]) : .reverse)
    }
  }
}
