import Catalogs
import Judgement
import Keys
import TerminalUI

/// One visible row of a tree, with what its name has to leave room for.
struct TreeRow {
  let line: TreeView.Line
  let name: String
  let kind: FittedName.Kind
  private let content: Content

  private enum Content {
    case heading(HeadingRow)
    case scope(ScopeRow)
    case call(CallRow)
    case unknown(isChosen: Bool)
  }

  init(_ node: Int, _ outline: Outline, _ state: DesignerState, _ line: TreeView.Line) {
    self.line = line
    let isOfCalls = state.view == .operations
    switch (outline.item(ofNode: node), isOfCalls ? state.callOutline : nil) {
    case (.group(let group), let calls?):
      let heading = HeadingRow(group: group, calls)
      (name, kind, content) = (heading.name, .path, .heading(heading))
    case (.group(let category), nil):
      let heading = HeadingRow(category: category, state)
      (name, kind, content) = (heading.name, .title, .heading(heading))
    case (.leaf(let place), let calls?):
      let row = CallRow(operation: calls.tree.operations[place], state)
      name = calls.tree.restOfPath(atPlace: place, in: state.catalog)
      (kind, content) = (.path, .call(row))
    case (.leaf(let scope), nil):
      name = state.catalog.scopes[scope].id
      (kind, content) = (.id, .scope(ScopeRow(scope: scope, state)))
    case (.unknownHeading, _):
      let chosen = Set(Self.unknownChosen(state)).count
      let heading = HeadingRow(
        name: "Not in the catalog", isOpen: outline.showsUnknown, chosen: chosen,
        all: outline.unknown.count, hidden: 0)
      (name, kind, content) = (heading.name, .title, .heading(heading))
    case (.unknown(let place), _):
      name = outline.unknown[place]
      kind = .id
      content = .unknown(isChosen: Self.unknownChosen(state).contains(name))
    }
  }

  /// What is chosen though the catalog does not have it.
  private static func unknownChosen(_ state: DesignerState) -> [String] {
    state.view == .operations ? state.calls.unknown : state.editor.design.details.unknownScopes
  }

  /// The columns that are left for the name.
  var nameColumns: Int {
    switch content {
    case .heading(let heading): heading.nameColumns(line)
    case .scope(let row): row.nameColumns(line)
    case .call(let row): row.nameColumns(line)
    case .unknown: line.end - line.nameColumn
    }
  }

  func draw(_ name: FittedName, _ state: DesignerState, on frame: inout Frame) {
    switch content {
    case .heading(let heading): heading.draw(name, state, line, on: &frame)
    case .scope(let row): row.draw(name, state, line, on: &frame)
    case .call(let row): row.draw(name, state, line, on: &frame)
    case .unknown(let isChosen):
      TreeView.drawBox(isChosen ? "[x]" : "[ ]", isChosen, line, on: &frame)
      if isChosen {
        frame.write(
          Look.mark(.error), row: line.row, column: line.indent + 5, style: Look.style(.error))
      }
      TreeView.drawName(name, line, style: .bold, on: &frame)
    }
  }
}
