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
      top: top, hint: "more below")
    frame.cursor = Point(row: plan.body.row, column: 0)
  }

  static func lines(_ state: DesignerState) -> [StyledLine] {
    lines(state, columns: state.size.columns - 2)
  }

  static func lines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    var lines = [StyledLine("Review", Look.heading)]
    for (name, text, style) in [
      ("Write to   ", state.targetName, Style.bold), ("Holds      ", state.summary, .plain),
    ] {
      lines += StyledLine.wrap(
        text, style, columns: columns, charset: state.charset, lead: name, leadStyle: .dim)
    }
    lines += details(state, columns: columns)
    lines += changes(state, columns: columns)
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

  private static func changes(_ state: DesignerState, columns: Int) -> [StyledLine] {
    guard state.manifest.source != nil else { return [] }
    let (before, after) = (state.savedDesign, state.editor.design)
    let known = state.catalog.scopes
    let added =
      after.scopes.subtracting(before.scopes).map { known[$0].id }
      + after.details.unknownScopes.filter { !before.details.unknownScopes.contains($0) }
    let removed =
      before.scopes.subtracting(after.scopes).map { known[$0].id }
      + before.details.unknownScopes.filter { !after.details.unknownScopes.contains($0) }
    var lines = [StyledLine(), StyledLine("Against the file as it stands", Look.heading)]
    if !state.hasUnsavedChanges { lines.append(StyledLine("Nothing has changed", .dim)) }
    lines += added.map { StyledLine("+ " + $0, Style(.green)) }
    lines += removed.map { StyledLine("- " + $0, Style(.red)) }
    func compare(_ name: String, _ old: String, _ new: String) {
      guard old != new else { return }
      lines += StyledLine.wrap(
        "\(old.isEmpty ? "none" : old) -> \(new.isEmpty ? "none" : new)", columns: columns,
        charset: state.charset, lead: "~ \(name): ", leadStyle: Style(.yellow))
    }
    compare("label", before.details.label, after.details.label)
    compare("purpose", before.details.purpose, after.details.purpose)
    compare(
      "addresses", before.details.ipAddresses.joined(separator: ", "),
      after.details.ipAddresses.joined(separator: ", "))
    compare(
      "rotate by", before.details.rotateBy?.description ?? "",
      after.details.rotateBy?.description ?? "")
    compare(
      "accepted risks", before.details.accepted.map(\.rule).joined(separator: ", "),
      after.details.accepted.map(\.rule).joined(separator: ", "))
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
