import Catalogs
import Judgement
import Keys
import TerminalUI

/// A row that stands for all under it: a category, a permission, a group of calls.
///
/// Its counts, or the level that is chosen, always stay.
struct HeadingRow {
  var name: String
  var isOpen: Bool
  var chosen: Int
  var all: Int
  /// How many of the chosen are not to be seen.
  var hidden: Int
  /// What stands in the place of the counts.
  var note: String?
  /// The strongest risk of what is chosen inside, where that does not show.
  var risk: Severity?

  init(name: String, isOpen: Bool, chosen: Int, all: Int, hidden: Int) {
    (self.name, self.isOpen, self.chosen) = (name, isOpen, chosen)
    (self.all, self.hidden) = (all, hidden)
  }

  init(group: Int, _ calls: CallOutline) {
    let places = calls.tree.groups[group].places
    self.init(
      name: calls.tree.groups[group].name, isOpen: calls.outline.isOpen(group),
      chosen: calls.chosenCount(ofGroup: group), all: places.count,
      hidden: calls.outline.hiddenCount(ofGroup: group, chosen: calls.chosen))
  }

  init(category index: Int, _ state: DesignerState) {
    let category = state.catalog.categories[index]
    guard let permission = state.catalog.permission(ofCategory: index) else {
      self.init(
        name: category.name, isOpen: state.outline.isOpen(index),
        chosen: state.editor.chosenCounts[index], all: category.scopes.count,
        hidden: state.outline.hiddenCount(
          ofGroup: index, chosen: state.editor.design.scopes))
      return
    }
    // A permission: one row, with the level chosen where others have counts.
    let chosen = state.levels(of: permission)
    let count = permission.scopes.count
    self.init(
      name: state.catalog.title(of: permission), isOpen: state.outline.isOpen(index),
      chosen: chosen.isEmpty ? 0 : count, all: count, hidden: 0)
    note = chosen.isEmpty ? "none" : chosen.joined(separator: ", ")
    guard !isOpen else { return }
    risk = permission.scopes.compactMap { scope in
      state.editor.isChosen(scope) ? state.findings.severity(ofScope: scope) : nil
    }.max()
  }

  private var counts: String {
    note ?? (hidden > 0 ? "(+\(hidden)) " : "") + "\(chosen)/\(all)"
  }

  func nameColumns(_ line: TreeView.Line) -> Int {
    line.columns - counts.count - 2 - nameColumn(line)
  }

  private func nameColumn(_ line: TreeView.Line) -> Int { line.indent + (risk == nil ? 6 : 8) }

  func draw(
    _ name: FittedName, _ state: DesignerState, _ line: TreeView.Line, on frame: inout Frame
  ) {
    let utf8 = state.charset == .utf8
    let arrow = isOpen ? (utf8 ? "\u{25BE}" : "v") : (utf8 ? "\u{25B8}" : ">")
    frame.write(arrow, row: line.row, column: line.indent)
    frame.write(
      TreeView.box(chosen: chosen, of: all), row: line.row, column: line.indent + 2,
      style: TreeView.boxStyle(chosen > 0))
    let (column, counts) = (nameColumn(line), counts)
    frame.writeFitted(
      name.text, row: line.row, column: column, columns: nameColumns(line), style: .bold)
    frame.write(
      counts, row: line.row, column: max(column, line.columns - counts.count - 1),
      style: chosen > 0 ? Style(.green) : .dim)
    if let risk {
      frame.write(
        Look.mark(risk), row: line.row, column: line.indent + 5, style: Look.style(risk))
    }
  }
}
