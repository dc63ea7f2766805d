import Catalogs
import Judgement
import Keys
import TerminalUI

/// Rows of the tree of scopes.
enum ScopeRow {
  static func draw(
    category index: Int, _ state: DesignerState, _ line: TreeView.Line, on frame: inout Frame
  ) {
    let category = state.catalog.categories[index]
    if let permission = state.catalog.permission(ofCategory: index) {
      return draw(permission, state, line, on: &frame)
    }
    TreeView.drawHeading(
      TreeView.Heading(
        name: category.name, isOpen: state.outline.isOpen(index),
        chosen: state.editor.chosenCounts[index], all: category.scopes.count,
        hidden: state.outline.hiddenCount(
          ofGroup: index, chosen: state.editor.design.scopes)),
      state, line, on: &frame)
  }

  /// A permission: one row, with the level chosen where others have counts.
  private static func draw(
    _ permission: Permission, _ state: DesignerState, _ line: TreeView.Line, on frame: inout Frame
  ) {
    let index = permission.category
    let chosen = state.levels(of: permission)
    TreeView.drawHeading(
      TreeView.Heading(
        name: state.catalog.title(of: permission), isOpen: state.outline.isOpen(index),
        chosen: chosen.isEmpty ? 0 : permission.scopes.count, all: permission.scopes.count,
        hidden: 0, note: chosen.isEmpty ? "none" : chosen.joined(separator: ", ")),
      state, line, on: &frame)
    let risk = permission.scopes.compactMap { scope in
      state.editor.isChosen(scope) ? state.findings.severity(ofScope: scope) : nil
    }.max()
    if let risk, !state.outline.isOpen(index) {
      frame.write(
        Look.mark(risk), row: line.row, column: line.indent + 5, style: Look.style(risk))
    }
  }

  static func draw(
    scope index: Int, _ state: DesignerState, _ line: TreeView.Line, on frame: inout Frame
  ) {
    let scope = state.catalog.scopes[index]
    let isChosen = state.editor.isChosen(index)
    TreeView.drawBox(box(ofScope: index, state), isChosen, line, on: &frame)
    if let risk = risk(ofScope: index, state) {
      var style = Look.style(risk)
      if !isChosen { style.attributes.remove(.bold) }
      frame.write(Look.mark(risk), row: line.row, column: line.indent + 5, style: style)
    }
    var nameEnd = TreeView.drawName(
      scope.id, line, end: line.end, style: isChosen ? .bold : .plain, on: &frame)
    var end = line.end
    func drawRight(_ text: String, _ style: Style) {
      guard !text.isEmpty, nameEnd + 2 + text.count <= end else { return }
      end -= text.count
      frame.write(text, row: line.row, column: end, style: style)
      end -= 1
    }
    if let need = need(ofScope: index, state) {
      // A narrow tree has a short sign for it: the key that asks, and how many calls do.
      let isShort = nameEnd + 2 + need.text.count > end
      if isShort, nameEnd + 1 + need.sign.count <= end { nameEnd -= 1 }
      drawRight(isShort ? need.sign : need.text, need.style)
    }
    let name = HonestName(scope: index, in: state.catalog)
    let tags = tags(scope, name)
    if !tags.isEmpty, nameEnd + 2 + tags.count <= end {
      nameEnd = frame.write(tags, row: line.row, column: nameEnd + 2, style: Style(.yellow))
    }
    drawRight(name.verbs.text, .dim)
    if nameEnd + 12 < end {
      frame.writeFitted(
        scope.title, row: line.row, column: nameEnd + 2, columns: end - nameEnd - 2, style: .dim)
    }
  }

  static func box(ofScope scope: Int, _ state: DesignerState) -> String {
    if state.editor.isChosen(scope) { return "[x]" }
    if state.editor.isGranted(scope) { return "-x-" }
    return state.isRuledOut(scope: scope) ? "[!]" : "[ ]"
  }

  /// The strongest finding that a scope is part of, or that ticking it would add.
  ///
  /// That no chosen call needs it holds of most scopes once calls are chosen: it would drown the rest.
  static func risk(ofScope scope: Int, _ state: DesignerState) -> Severity? {
    state.editor.isChosen(scope)
      ? state.findings.severity(ofScope: scope)
      : state.findings.severity(addedByFlipping: scope, except: "unneeded-scope")
  }

  /// What a name alone does not say.
  private static func tags(_ scope: Scope, _ name: HonestName) -> String {
    if scope.isDeprecated {
      return scope.provenance == .unconfirmed ? "deprecated?" : "deprecated"
    }
    return scope.provenance == .unconfirmed ? "unconfirmed" : name.badge ?? ""
  }

  /// Whether the chosen calls need a scope; nil where none is chosen, or neither is this.
  private static func need(
    ofScope scope: Int, _ state: DesignerState
  ) -> (text: String, sign: String, style: Style)? {
    guard !state.calls.isEmpty else { return nil }
    let (count, isChosen) = (state.calls.count(ofScope: scope), state.editor.isChosen(scope))
    if count > 0 {
      return ("needed \(count)", "=\(count)", isChosen ? Style(.green) : Style(.yellow, .bold))
    }
    guard isChosen else { return nil }
    return state.findings.isAskedFor(scope)
      ? ("to see", "=v", Style(.green)) : ("unneeded", "=0", Style(.yellow))
  }
}
