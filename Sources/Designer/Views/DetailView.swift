import BitCollections
import KeyModel
import TerminalUI

/// What stands under the cursor, in words: what it opens, what it touches, what ticking it changes.
enum DetailView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let lines = lines(state, columns: plan.detail.columns)
    let top = min(state.detailTop, max(0, lines.count - plan.detail.rows))
    frame.draw(
      lines, in: plan.detail, top: top,
      hint: state.pane == .detail ? "more below" : "more: Tab")
    if state.pane == .detail { frame.cursor = plan.detail.origin }
  }

  static func lineCount(_ state: DesignerState) -> Int {
    lines(state, columns: LayoutPlan(state: state).detail.columns).count
  }

  static func lines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    switch state.outline.item {
    case .scope(let scope): scopeLines(scope, state, columns: columns)
    case .category(let category): categoryLines(category, state, columns: columns)
    case .unknownScopes, .unknown: unknownLines(state, columns: columns)
    case nil: []
    }
  }

  // MARK: - A category

  private static func categoryLines(
    _ index: Int, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let category = state.catalog.categories[index]
    var lines = [StyledLine(category.name, .bold)]
    lines += StyledLine.wrap(category.summary, columns: columns, charset: state.charset)
    lines.append(StyledLine())
    let chosen = state.editor.chosenCounts[index]
    let visible = state.outline.visibleScopes(ofCategory: index)
    let verb = visible.allSatisfy(state.editor.isChosen) ? "unticks" : "ticks"
    let what = state.outline.matched == nil ? "them all" : "the \(visible.count) that match"
    lines += StyledLine.wrap(
      "\(chosen) of \(category.scopes.count) scopes are chosen. Space \(verb) \(what).",
      columns: columns, charset: state.charset)
    guard !state.outline.isOpen(index) else { return lines }
    // What a closed category hides can be read here.
    lines.append(StyledLine())
    for scope in category.scopes.prefix(200) {
      let isChosen = state.editor.isChosen(scope)
      lines.append(
        StyledLine(isChosen ? "[x] " : "[ ] ", isChosen ? Style(.green, .bold) : .plain)
          .adding(state.catalog.scopes[scope].id))
    }
    return lines
  }

  // MARK: - What the catalog does not have

  private static func unknownLines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    let catalog = state.catalog
    func wrap(_ text: String, _ style: Style = .plain) -> [StyledLine] {
      StyledLine.wrap(text, style, columns: columns, charset: state.charset)
    }
    var ids = state.outline.unknown
    if case .unknown(let place) = state.outline.item { ids = [ids[place]] }
    let heading = ids.count == 1 ? ids[0] : "Not in the catalog"
    var lines = wrap(heading, .bold)
    lines += wrap(
      "\(catalog.name) \(catalog.version) does not have "
        + (ids.count == 1 ? "this scope." : "these scopes.")
        + " What is ticked stays in the file as it stands; Space takes it out.")
    for finding in state.listedFindings
    where finding.rule == "unknown-scope" && ids.contains(finding.scopes.first ?? "") {
      lines.append(StyledLine())
      lines += StyledLine.wrap(
        finding.message, columns: columns, charset: state.charset,
        lead: Look.mark(finding.severity) + " ", leadStyle: Look.style(finding.severity))
      if let remedy = finding.remedy { lines += wrap("Remedy: " + remedy.text, Style(.green)) }
    }
    return lines
  }

  // MARK: - A scope

  private static func scopeLines(
    _ index: Int, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let scope = state.catalog.scopes[index]
    let charset = state.charset
    var lines = StyledLine.wrap(scope.id, .bold, columns: columns, charset: charset)
    lines += StyledLine.wrap(scope.title, .dim, columns: columns, charset: charset)
    if !scope.summary.isEmpty {
      lines += StyledLine.wrap(scope.summary, columns: columns, charset: charset)
    }
    lines += risks(index, state, columns: columns)
    lines.append(StyledLine())
    lines += facts(scope, state, columns: columns)
    lines += GrantLines.lines(index, state, columns: columns)
    lines += operations(index, state, columns: columns)
    return lines
  }

  private static func facts(
    _ scope: Scope, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    var lines: [StyledLine] = []
    func add(_ name: String, _ text: String, _ style: Style = .plain) {
      lines += StyledLine.wrap(
        text, style, columns: columns, charset: state.charset, lead: name, leadStyle: .dim)
    }
    let access = scope.access == .unstated ? "not stated" : scope.access.rawValue
    add("Access   ", access + (scope.inferred.contains(.access) ? " (inferred)" : ""))
    if !scope.touches.isEmpty { add("Touches  ", scope.touches.words.joined(separator: ", ")) }
    switch scope.provenance {
    case .source(let name): if !name.isEmpty { add("Source   ", name) }
    case .unconfirmed:
      add("Source   ", "unconfirmed: check the id where keys are made", Style(.yellow))
    }
    if scope.isDeprecated {
      add(
        "Status   ",
        "deprecated" + (scope.replacement.map { "; use " + $0 } ?? "; no replacement is known"),
        Style(.yellow))
    }
    return lines
  }

  private static func risks(
    _ index: Int, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let isChosen = state.editor.isChosen(index)
    let (added, removed) = state.findings.preview(flipping: index)
    var lines: [StyledLine] = []
    func list(_ heading: String, _ findings: [Finding]) {
      guard !findings.isEmpty else { return }
      lines.append(StyledLine())
      lines.append(StyledLine(heading, Look.heading))
      for finding in findings {
        lines += StyledLine.wrap(
          "\(finding.rule): \(finding.message)", columns: columns, charset: state.charset,
          lead: Look.mark(finding.severity) + " ",
          leadStyle: Look.style(finding.severity))
      }
    }
    if isChosen {
      list("Why it is risky", state.findings.list(ofScope: index))
      list("Unticking it would add", added)
    } else {
      list("Ticking it would add", added)
    }
    var changes: [String] = []
    if !removed.isEmpty {
      changes.append("settle " + removed.map(\.rule).joined(separator: ", "))
    }
    if isChosen { changes.append(closing(index, state)) }
    if !changes.isEmpty {
      lines.append(StyledLine())
      lines += StyledLine.wrap(
        (isChosen ? "Unticking" : "Ticking") + " it would " + changes.joined(separator: "; "),
        Style(.green), columns: columns, charset: state.charset)
    }
    return lines
  }

  /// What a key could no longer call without a scope that it has.
  private static func closing(_ index: Int, _ state: DesignerState) -> String {
    let catalog = state.catalog
    let chosen = state.editor.design.scopes
    var rest = chosen
    rest.remove(index)
    let closed = catalog.operations(openedBy: index).map { catalog.operations[$0] }.filter {
      $0.isOpen { catalog.isHeld($0, by: chosen) } && !$0.isOpen { catalog.isHeld($0, by: rest) }
    }
    guard !closed.isEmpty else { return "close no call" }
    let deletes = closed.count { $0.method == "DELETE" }
    return "close \(closed.count) call\(closed.count == 1 ? "" : "s")"
      + (deletes > 0 ? ", \(deletes) DELETE" : "")
  }

  private static func operations(
    _ index: Int, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let operations = state.catalog.operations(openedBy: index)
      .map { state.catalog.operations[$0] }
    guard !operations.isEmpty else {
      return [StyledLine(), StyledLine("Opens no call of the catalog", .dim)]
    }
    var counts: [(method: String, count: Int)] = []
    for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
      let count = operations.count { $0.method == method }
      if count > 0 { counts.append((method, count)) }
    }
    let verbs = counts.map { "\($0.method) \($0.count)" }.joined(separator: "  ")
    let noun = operations.count == 1 ? "call" : "calls"
    return [
      StyledLine(),
      StyledLine("Opens \(operations.count) \(noun)", Look.heading).adding("  " + verbs, .dim),
    ]
      + operations.map { operation in
        let padding = String(repeating: " ", count: max(1, 7 - operation.method.count))
        return StyledLine(
          operation.method + padding, operation.method == "DELETE" ? Style(.red) : .plain
        ).adding(operation.path)
      }
  }
}
