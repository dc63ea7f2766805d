import KeyModel
import TerminalUI

/// What stands under the cursor, in words: what it opens, what it touches, what ticking it changes.
enum DetailView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let lines = lines(state, columns: plan.detail.columns)
    let top = min(state.detailTop, max(0, lines.count - plan.detail.rows))
    frame.draw(lines, in: plan.detail, top: top)
    if lines.count > top + plan.detail.rows {
      let hint = state.pane == .detail ? " more below " : " more: Tab "
      frame.write(
        hint, row: plan.detail.endRow - 1,
        column: max(plan.detail.column, plan.detail.endColumn - hint.count),
        style: Style(.plain, [.dim, .reverse]))
    }
    if state.pane == .detail { frame.cursor = plan.detail.origin }
  }

  static func lineCount(_ state: DesignerState) -> Int {
    lines(state, columns: LayoutPlan(state: state).detail.columns).count
  }

  private static func lines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    switch state.outline.item {
    case .scope(let scope): scopeLines(scope, state, columns: columns)
    case .category(let category): categoryLines(category, state, columns: columns)
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
    lines.append(
      StyledLine("\(chosen) of \(category.scopes.count) scopes are chosen. Space ticks them all."))
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
    lines += facts(scope, state, columns: columns)
    lines += risks(index, state, columns: columns)
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
    add("Access   ", scope.access.rawValue)
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
          "\(finding.severity.rawValue) \(finding.rule): \(finding.message)", columns: columns,
          charset: state.charset, lead: Look.mark(finding.severity) + " ",
          leadStyle: Look.style(finding.severity))
      }
    }
    if isChosen {
      list("Why it is risky", state.findings.list(ofScope: index))
      list("Unticking it would add", added)
    } else {
      list("Ticking it would add", added)
      if !removed.isEmpty {
        lines.append(StyledLine())
        lines += StyledLine.wrap(
          "Ticking it would settle: " + removed.map(\.rule).joined(separator: ", "),
          Style(.green), columns: columns, charset: state.charset)
      }
    }
    return lines
  }

  private static func operations(
    _ index: Int, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let operations = state.catalog.operationsOfScope[index].map { state.catalog.operations[$0] }
    guard !operations.isEmpty else {
      return [StyledLine(), StyledLine("Opens no call that the catalog knows", .dim)]
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
