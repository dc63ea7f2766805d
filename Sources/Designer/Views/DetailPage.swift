import Catalogs
import Judgement
import Keys
import TerminalUI

/// How the details are put into lines, and the pages about several things at once.
struct DetailPage {
  let state: DesignerState
  let columns: Int
  /// Whether keys can be pressed where the page is read.
  var namesKeys = true

  /// So many entries of a list are shown; the rest is counted.
  private static let limit = 200

  // MARK: - Parts of pages

  func wrap(
    _ text: String, _ style: Style = .plain, lead: String = "", leadStyle: Style = .plain
  ) -> [StyledLine] {
    StyledLine.wrap(
      text, style, columns: columns, charset: state.charset, lead: lead, leadStyle: leadStyle)
  }

  /// What the key that ticks does here, behind a sign, up to the end of the sentence.
  func pressing(_ sign: String, _ effect: String, by command: Command = .toggle) -> String {
    namesKeys ? "\(sign) \(state.key(command, in: .tree)) \(effect)." : "."
  }

  func heading(_ text: String, _ more: String = "") -> [StyledLine] {
    var lines = wrap(text, Look.heading)
    if !more.isEmpty, let last = lines.last {
      lines[lines.count - 1] = last.adding("  " + more, .dim)
    }
    return [StyledLine()] + lines
  }

  /// One line a call; where the keys move in the details, as many as its path takes.
  func calls(_ operations: some Collection<Int>) -> [StyledLine] {
    let shown = operations.prefix(Self.limit).map { state.catalog.operations[$0] }
    func lead(_ method: String) -> StyledLine {
      StyledLine(
        method + String(repeating: " ", count: max(1, 7 - method.count)),
        method == "DELETE" ? Style(.red) : .plain)
    }
    let paths = fitted(shown.map { ($0.path, lead($0.method).text.count) }, .path)
    return zip(shown, paths).flatMap { call, lines in list(lines, after: lead(call.method)) }
      + more(operations.count)
  }

  /// One line a scope, with its box; where the keys move in the details, as many as its id takes.
  func scopes(_ scopes: some Collection<Int>) -> [StyledLine] {
    let shown = Array(scopes.prefix(Self.limit))
    let ids = fitted(shown.map { (state.catalog.scopes[$0].id, 4) }, .id)
    return zip(shown, ids).flatMap { scope, lines in
      list(
        lines,
        after: StyledLine(
          ScopeRow.box(ofScope: scope, state) + " ",
          state.editor.isChosen(scope) ? Style(.green, .bold) : .plain))
    } + more(scopes.count)
  }

  /// Names in lines, each behind something of a number of columns.
  private func fitted(
    _ names: [(name: String, lead: Int)], _ kind: FittedName.Kind
  ) -> [[String]] {
    // The plain mode wraps what it says itself.
    guard namesKeys else { return names.map { [$0.name] } }
    guard state.pane != .detail else {
      return names.map { name, lead in
        TextLayout.wrap(name, columns: max(8, columns - lead), charset: state.charset)
      }
    }
    var fitting = NameFitting(charset: state.charset)
    for (name, lead) in names { fitting.add(name, kind, columns: columns - lead) }
    return fitting.fitted().map { [$0.text] }
  }

  private func list(_ lines: [String], after lead: StyledLine) -> [StyledLine] {
    lines.enumerated().map { place, line in
      (place == 0 ? lead : StyledLine(String(repeating: " ", count: lead.text.count))).adding(line)
    }
  }

  private func more(_ count: Int) -> [StyledLine] {
    let more = count - Self.limit
    return more > 0 ? [StyledLine("and \(more) more", .dim)] : []
  }

  // MARK: - Pages

  func category(_ index: Int) -> [StyledLine] {
    let category = state.catalog.categories[index]
    var lines = [StyledLine(category.name, .bold)] + wrap(category.summary) + [StyledLine()]
    if let (permission, next) = state.nextLevel(ofCategory: index) {
      lines += levels(permission, next)
    } else {
      lines += several(
        state.outline.visibleLeaves(ofGroup: index), of: category.scopes.count,
        chosen: state.editor.chosenCounts[index])
    }
    // What a closed category hides can be read here.
    guard !state.outline.isOpen(index) else { return lines }
    return lines + [StyledLine()] + scopes(category.scopes)
  }

  /// Which level of a permission is chosen, and which comes next.
  private func levels(_ permission: Permission, _ next: Int?) -> [StyledLine] {
    let chosen = state.levels(of: permission)
    let now =
      chosen.isEmpty
      ? "No level is chosen"
      : chosen.joined(separator: ", ") + (chosen.count == 1 ? " is chosen" : " are chosen")
    let name = next.map { permission.levels[$0 - permission.scopes.lowerBound] } ?? "none"
    return wrap(now + pressing(".", "chooses \(name)"))
  }

  /// A row, a column or a cell of the grid.
  func part(_ part: GridPart) -> [StyledLine] {
    guard let grid = state.grid else { return [] }
    let all = grid.scopes(of: part)
    var lines = wrap(grid.name(of: part), .bold)
    switch part {
    case .row(let row), .cell(let row, _):
      let category = grid.grid.rows[row].category
      let path = all.first.map { state.catalog.categoryPath(ofScope: $0) }
      lines += wrap(
        (path ?? [state.catalog.categories[category].name]).joined(separator: " / "), .dim)
    case .column: break
    }
    lines.append(StyledLine())
    guard !all.isEmpty else { return lines + wrap("No scope does this.", .dim) }
    let visible = grid.visibleScopes(of: part)
    let chosen = all.count(where: state.editor.isChosen)
    if case .cell = part, visible.count > 1 {
      lines += wrap(
        "\(chosen) of \(all.count) scopes are chosen" + pressing(".", "asks which of them"))
    } else {
      lines += several(visible, of: all.count, chosen: chosen)
    }
    return lines + [StyledLine()] + scopes(visible)
  }

  private func several(_ visible: [Int], of all: Int, chosen: Int) -> [StyledLine] {
    let verb = visible.allSatisfy(state.editor.isChosen) ? "unticks" : "ticks"
    let what = state.outline.matched == nil ? "them all" : "the \(visible.count) that match"
    return wrap("\(chosen) of \(all) scopes are chosen" + pressing(".", "\(verb) \(what)"))
  }

  func operations(ofGroup index: Int) -> [StyledLine] {
    guard let calls = state.callOutline else { return [] }
    let group = calls.tree.groups[index]
    let all = group.places.map { calls.tree.operations[$0] }
    let visible = calls.visibleOperations(ofGroup: index)
    let operations = all.map { state.catalog.operations[$0] }
    var lines = wrap(group.title, .bold)
    lines += wrap(VerbCounts(of: operations).text, .dim) + [StyledLine()]
    let verb = visible.allSatisfy(state.calls.operations.contains) ? "unticks" : "ticks"
    let what = calls.outline.matched == nil ? "them all" : "the \(visible.count) that match"
    lines += wrap(
      "\(calls.chosenCount(ofGroup: index)) of \(all.count) calls are chosen"
        + pressing(".", "\(verb) \(what)"))
    let access = state.access
    let unstated = all.count { access.answer($0) == .notStated }
    if unstated > 0 {
      lines += wrap(
        "Of \(unstated) the catalog does not state the scopes; none of them counts as open.",
        Style(.yellow))
    }
    guard !calls.outline.isOpen(index) else { return lines }
    return lines + [StyledLine()] + self.calls(all)
  }

  /// What the catalog does not have.
  func unknown(_ names: [String], noun: String) -> [StyledLine] {
    let catalog = state.catalog
    var lines = wrap(names.count == 1 ? names[0] : "Not in the catalog", .bold)
    lines += wrap(
      "\(catalog.name) \(catalog.version) does not have "
        + (names.count == 1 ? "this \(noun)." : "these \(noun)s.")
        + " What is ticked stays in the file as it stands" + pressing(";", "takes it out"))
    for finding in state.listedFindings
    where finding.rule == "unknown-scope" && names.contains(finding.scopes.first ?? "") {
      lines.append(StyledLine())
      lines += wrap(
        finding.message, lead: Look.mark(finding.severity) + " ",
        leadStyle: Look.style(finding.severity))
      if let remedy = finding.remedy { lines += wrap("Remedy: " + remedy.text, Style(.green)) }
    }
    return lines
  }
}
