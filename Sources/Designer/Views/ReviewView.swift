import Catalogs
import Judgement
import Keys
import TerminalUI

/// What would be written and why, as a list in which one still unticks.
enum ReviewView {
  static func draw(
    _ review: Review, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    guard let sheet = state.reviewing.sheet else { return }
    let (rect, top, current) = (sheet.rect, sheet.top(review), sheet.current(review))
    frame.draw(sheet.lines, in: rect, top: top, hint: "more below")
    for row in 0..<rect.rows where current.contains(top + row) {
      frame.highlight(
        row: rect.row + row, column: 0, columns: plan.body.columns, attributes: .reverse)
    }
    let row = rect.row + max(0, min(current.lowerBound - top, rect.rows - 1))
    frame.cursor = Point(row: row, column: 0)
  }

  /// One entry in words.
  static func lines(
    of item: ReviewPlan.Item, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    func wrap(
      _ text: String, _ style: Style = .plain, lead: String = "", leadStyle: Style = .plain
    ) -> [StyledLine] {
      StyledLine.wrap(
        text, style, columns: columns, charset: state.charset, lead: lead, leadStyle: leadStyle)
    }
    switch item {
    case .heading(let title, let note):
      return [StyledLine(title, Look.heading).adding(note.isEmpty ? "" : "  \(note)", .dim)]
    case .fact(let name, let text):
      let lead = name + String(repeating: " ", count: max(1, 11 - name.count))
      return wrap(text, name == "Write to" ? .bold : .plain, lead: lead, leadStyle: .dim)
    case .scope(let scope):
      return line(ofScope: scope, state, columns: columns)
        + reason(forScope: scope, state, columns: columns)
    case .unknown(let id):
      let isChosen = state.editor.design.details.unknownScopes.contains(id)
      return [
        StyledLine(isChosen ? "  [x] !! " : "  [ ]    ", Look.style(.error))
          .adding(id + "  not in the catalog")
      ]
    case .granted(let scope, let granters):
      let names = granters.prefix(3).map { state.catalog.scopes[$0].id }
      let more = granters.count > 3 ? " and \(granters.count - 3) more" : ""
      return wrap(
        state.catalog.scopes[scope].id + " by " + names.joined(separator: ", ") + more,
        lead: "  -x-    ")
    case .note(let text): return wrap(text, .dim, lead: "         ")
    case .line(let text):
      let indentation = text.utf8.prefix { $0 == 0x20 }.count
      return wrap(
        String(text.unicodeScalars.dropFirst(indentation)), .dim,
        lead: String(repeating: " ", count: min(9 + indentation, columns / 2)))
    case .added(let text): return wrap(text, Style(.green), lead: "+ ", leadStyle: Style(.green))
    case .removed(let text): return wrap(text, Style(.red), lead: "- ", leadStyle: Style(.red))
    case .changed(let name, let text):
      return wrap(text, lead: "~ \(name): ", leadStyle: Style(.yellow))
    case .finding(let finding):
      var text = "\(finding.rule): \(finding.message)"
      if finding.scopes.count == 1 {
        text = "\(finding.rule) (\(finding.scopes[0])): \(finding.message)"
      }
      if let acceptance = finding.acceptance {
        let until = acceptance.until.map { " until \($0)" } ?? ""
        text += " Accepted by \(acceptance.by)\(until): \(acceptance.reason)"
      }
      let word = finding.isAccepted ? "accepted " : ""
      return wrap(
        "\(word)\(finding.severity.rawValue) " + text,
        lead: Look.mark(finding.isAccepted ? nil : finding.severity) + " ",
        leadStyle: Look.style(finding.severity))
    }
  }

  /// Why the key has a scope, where it says so.
  static func reason(
    forScope scope: Int, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    guard
      let reason = state.editor.design.details.reason(for: state.catalog.scopes[scope].id)
    else { return [] }
    return StyledLine.wrap(
      "because: " + reason, .dim, columns: columns, charset: state.charset, lead: "         ")
  }

  /// The id, in as many lines as it takes, and its title where there is room.
  private static func line(
    ofScope scope: Int, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let entry = state.catalog.scopes[scope]
    let isChosen = state.editor.isChosen(scope)
    let risk = ScopeRow.risk(ofScope: scope, state)
    let ids = TextLayout.wrap(entry.id, columns: max(8, columns - 9), charset: state.charset)
    var lines = ids.map { StyledLine("         ").adding($0, isChosen ? .bold : .plain) }
    lines[0] = StyledLine(isChosen ? "  [x] " : "  [ ] ", isChosen ? Style(.green, .bold) : .plain)
      .adding(Look.mark(risk) + " ", risk.map { Look.style($0) } ?? .plain)
      .adding(ids[0], isChosen ? .bold : .plain)
    if ids.count == 1 { lines[0] = lines[0].adding("  " + entry.title, .dim) }
    return lines
  }
}
