import BitCollections
import KeyModel
import TerminalUI

/// What would be written, and how it differs from what was opened.
enum ReviewView {
  static func draw(
    _ review: Review, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let lines = lines(state)
    let top = min(review.top, max(0, lines.count - plan.body.rows))
    frame.draw(
      lines,
      in: Rect(
        row: plan.body.row, column: 1, rows: plan.body.rows, columns: plan.body.columns - 2),
      top: top)
    frame.cursor = Point(row: plan.body.row, column: 0)
    if lines.count > top + plan.body.rows {
      let hint = " more below "
      frame.write(
        hint, row: plan.body.endRow - 1, column: plan.body.endColumn - hint.count,
        style: Style(.plain, [.dim, .reverse]))
    }
  }

  static func lines(_ state: DesignerState) -> [StyledLine] {
    let columns = state.size.columns - 2
    var lines = [
      StyledLine("Review", Look.heading),
      StyledLine("Write to   ", .dim).adding(state.targetName, .bold),
      StyledLine("Holds      ", .dim).adding(state.summary),
    ]
    lines += details(state, columns: columns)
    lines += changes(state)
    lines += findings(state, columns: columns)
    lines += scopes(state)
    return lines
  }

  private static func details(_ state: DesignerState, columns: Int) -> [StyledLine] {
    let details = state.editor.design.details
    var lines: [StyledLine] = []
    func add(_ name: String, _ text: String) {
      lines += StyledLine.wrap(
        text.isEmpty ? "none" : text, columns: columns, charset: state.charset, lead: name,
        leadStyle: .dim)
    }
    add("Label      ", details.label)
    add("Purpose    ", details.purpose)
    add("Addresses  ", details.ipAddresses.joined(separator: ", "))
    add("Rotate by  ", details.rotateBy?.description ?? "")
    return lines
  }

  private static func changes(_ state: DesignerState) -> [StyledLine] {
    guard state.manifest.source != nil else { return [] }
    let (before, after) = (state.savedDesign.scopes, state.editor.design.scopes)
    let added = after.subtracting(before)
    let removed = before.subtracting(after)
    var lines = [StyledLine(), StyledLine("Against the file as it stands", Look.heading)]
    if added.isEmpty, removed.isEmpty {
      lines.append(
        StyledLine(state.hasUnsavedChanges ? "The same scopes" : "Nothing has changed", .dim))
    }
    lines += added.map { StyledLine("+ " + state.catalog.scopes[$0].id, Style(.green)) }
    lines += removed.map { StyledLine("- " + state.catalog.scopes[$0].id, Style(.red)) }
    return lines
  }

  private static func findings(_ state: DesignerState, columns: Int) -> [StyledLine] {
    let list = state.listedFindings
    var lines = [StyledLine(), StyledLine("Findings", Look.heading)]
    if list.isEmpty { lines.append(StyledLine("Nothing to say against this key", .dim)) }
    for finding in list {
      let word = finding.isAccepted ? "accepted " : ""
      lines += StyledLine.wrap(
        "\(word)\(finding.severity.rawValue) \(finding.rule): \(finding.message)",
        columns: columns, charset: state.charset,
        lead: Look.mark(finding.isAccepted ? nil : finding.severity) + " ",
        leadStyle: Look.style(finding.severity))
    }
    return lines
  }

  private static func scopes(_ state: DesignerState) -> [StyledLine] {
    var lines = [StyledLine(), StyledLine("Scopes", Look.heading)]
    var category = -1
    for scope in state.editor.design.scopes {
      let entry = state.catalog.scopes[scope]
      if entry.category != category {
        category = entry.category
        lines.append(
          StyledLine(state.catalog.categoryPath(ofScope: scope).joined(separator: " / "), .bold))
      }
      lines.append(
        StyledLine("  [x] " + Look.mark(state.findings.severity(ofScope: scope)) + " ")
          .adding(entry.id).adding("  " + entry.title, .dim))
    }
    for id in state.editor.design.details.unknownScopes {
      lines.append(StyledLine("  [x] !! ", Look.style(.error)).adding(id + "  not in the catalog"))
    }
    return lines
  }
}
