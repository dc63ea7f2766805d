import Catalogs
import Judgement
import Keys
import TerminalUI

/// The findings, strongest first, under a heading with their counts.
enum FindingsView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let rect = plan.findings
    guard rect.rows > 0 else { return }
    drawHeading(state, rect, on: &frame)
    guard rect.rows > 1 else { return }
    let list = state.speaks ? state.listedFindings : []
    let focused = state.pane == .findings
    if list.isEmpty {
      let text =
        state.speaks
        ? "No rule objects to this key."
        : "Nothing is chosen yet. Findings will appear here."
      frame.draw(
        StyledLine.wrap(text, .dim, columns: rect.columns - 2, charset: state.charset),
        in: Rect(
          row: rect.row + 1, column: 1, rows: rect.rows - 1, columns: rect.columns - 2))
      if focused { frame.cursor = Point(row: rect.row + 1, column: 0) }
      return
    }
    let shown = shown(list, state, rect)
    defer { drawHint(shown, state, rect, on: &frame) }
    for offset in 0..<rect.rows - 1 where shown.lines.indices.contains(shown.top + offset) {
      let row = rect.row + 1 + offset
      frame.draw(shown.lines[shown.top + offset], row: row, column: 1, columns: rect.columns - 2)
      guard shown.current.contains(shown.top + offset) else { continue }
      let isFirst = shown.top + offset == shown.current.lowerBound
      // The finding that F would settle, readable without reverse.
      if isFirst || offset == 0 { frame.write(">", row: row, column: 0, style: .bold) }
      guard focused else { continue }
      frame.highlight(row: row, column: 0, columns: rect.columns, attributes: .reverse)
      if isFirst || offset == 0 { frame.cursor = Point(row: row, column: 0) }
    }
  }

  /// How many lines of the finding under the cursor the screen cannot show at once.
  static func overflow(_ state: DesignerState) -> Int {
    let rect = LayoutPlan(state: state).findings
    guard rect.rows > 1, let finding = state.currentFinding else { return 0 }
    let lines = entry(finding, state, columns: rect.columns - 2, isCurrent: state.isInFindings)
    return max(0, lines.count - (state.findingPane.fillsScreen ? 1 : 0) - rect.rows + 1)
  }

  /// Says how the rest of a finding is read that is taller than the screen.
  private static func drawHint(
    _ shown: Shown, _ state: DesignerState, _ rect: Rect, on frame: inout Frame
  ) {
    let end = shown.current.upperBound - (state.findingPane.fillsScreen ? 1 : 0)
    guard state.isInFindings, end > shown.top + rect.rows - 1,
      let key = state.keys.name(of: .detailDown, in: .findings)
    else { return }
    let hint = " more: \(key) "
    frame.write(
      hint, row: rect.endRow - 1, column: max(0, rect.endColumn - 1 - hint.count),
      style: Style(.plain, [.dim, .reverse]))
  }

  /// The finding that a row of the screen shows, by its place in the list.
  static func finding(atRow row: Int, _ state: DesignerState, _ plan: LayoutPlan) -> Int? {
    let list = state.listedFindings
    guard row > plan.findings.row, row < plan.findings.endRow, !list.isEmpty else { return nil }
    let shown = shown(list, state, plan.findings)
    let line = shown.top + row - plan.findings.row - 1
    return shown.lines.indices.contains(line)
      ? shown.starts.lastIndex { $0 <= line } : nil
  }

  /// What the pane shows: all lines, where each finding starts, and the first line on the screen.
  private struct Shown {
    var lines: [StyledLine] = []
    var starts: [Int] = []
    var current = 0..<0
    var top = 0
  }

  private static func shown(_ list: [Finding], _ state: DesignerState, _ rect: Rect) -> Shown {
    var shown = Shown()
    let cursor = min(state.findingPane.cursor, list.count - 1)
    let subjects = subjects(list, state, columns: rect.columns - 2)
    for (place, finding) in list.enumerated() {
      if state.findingPane.fillsScreen, place == 0 || list[place - 1].severity != finding.severity {
        shown.lines.append(StyledLine(groupTitle(finding.severity), Look.heading))
      }
      shown.starts.append(shown.lines.count)
      shown.lines += entry(
        finding, state, columns: rect.columns - 2, subject: subjects[place],
        isCurrent: place == cursor && state.isInFindings)
      if place == cursor { shown.current = shown.starts[place]..<shown.lines.count }
    }
    let rows = rect.rows - 1
    // The cursor's finding is always on the screen, its first line before its last.
    let wanted = max(0, shown.current.upperBound - rows)
    shown.top = max(0, min(wanted, shown.current.lowerBound, shown.lines.count - rows))
    let hidden = max(0, shown.current.count - (state.findingPane.fillsScreen ? 1 : 0) - rows)
    if hidden > 0 { shown.top = shown.current.lowerBound + min(state.findingPane.top, hidden) }
    return shown
  }

  /// What each finding is about, where that is one scope, with room for its message behind it.
  private static func subjects(
    _ list: [Finding], _ state: DesignerState, columns: Int
  ) -> [String] {
    guard !state.findingPane.fillsScreen else { return list.map { _ in "" } }
    var names = NameFitting(charset: state.charset)
    for finding in list {
      let room = columns - 7 - finding.rule.utf8.count
      names.add(
        finding.scopes.count == 1 ? finding.scopes[0] : "", .id,
        columns: min(room, max(16, room / 2)))
    }
    return names.fitted().map { $0.text.isEmpty ? "" : $0.text + ": " }
  }

  private static func groupTitle(_ severity: Severity) -> String {
    switch severity {
    case .error: "Errors: the key is invalid, or its scopes together allow an abuse"
    case .warning: "Warnings: harm that one scope can do, or a likely mistake"
    case .note: "Notes: good habits, and what names hide"
    }
  }

  private static func drawHeading(_ state: DesignerState, _ rect: Rect, on frame: inout Frame) {
    let counts = state.speaks ? state.findings.counts : Findings.Counts()
    let dash = state.charset == .utf8 ? "\u{2500}" : "-"
    frame.fill(dash, row: rect.row, column: 0, columns: rect.columns, style: .dim)
    let full = heading(counts, lead: " Findings: ")
    let width = full.parts.reduce(0) { $0 + $1.text.count }
    frame.draw(
      width <= rect.columns - 2 ? full : heading(counts, lead: " "), row: rect.row, column: 1,
      columns: rect.columns - 2)
  }

  private static func heading(_ counts: Findings.Counts, lead: String) -> StyledLine {
    var line = StyledLine(lead, .bold)
    if counts.total == 0 { line = line.adding("none ", .plain) }
    func add(_ count: Int, _ word: String, _ style: Style) {
      guard count > 0 else { return }
      if line.parts.count > 1 { line = line.adding(", ") }
      line = line.adding("\(count) \(word)\(count == 1 || word == "accepted" ? "" : "s")", style)
    }
    add(counts.error, "error", Look.style(.error))
    add(counts.warning, "warning", Look.style(.warning))
    add(counts.note, "note", Look.style(.note))
    add(counts.accepted, "accepted", .dim)
    return line.adding(" ")
  }

  /// One finding: a line in the pane, its whole sentence under the cursor, all of it on the whole
  /// screen.
  private static func entry(
    _ finding: Finding, _ state: DesignerState, columns: Int, subject: String? = nil,
    isCurrent: Bool
  ) -> [StyledLine] {
    let word = finding.isAccepted ? "accepted" : finding.severity.rawValue
    let style = finding.isAccepted ? Style.dim : Look.style(finding.severity)
    let lead = Look.mark(finding.isAccepted ? nil : finding.severity) + " "
    let head = StyledLine(lead + word + " ", style).adding(finding.rule, .bold)
    let charset = state.charset
    guard state.findingPane.fillsScreen else {
      // The sign says how much it matters; words are for what can happen.
      let head = StyledLine(lead, style).adding(finding.rule, .bold)
        .adding(finding.isAccepted ? " accepted" : "", .dim)
      guard isCurrent else {
        return [head.adding("  ").adding(subject ?? "", .dim).adding(finding.message)]
      }
      let subject = finding.scopes.count == 1 ? finding.scopes[0] + ": " : ""
      return [head]
        + StyledLine.wrap(
          subject + finding.message, columns: columns, charset: charset, lead: "   ")
    }
    func wrapped(_ text: String, _ style: Style = .plain) -> [StyledLine] {
      StyledLine.wrap(text, style, columns: columns, charset: charset, lead: "   ")
    }
    var lines = [head]
    lines += wrapped(finding.message)
    if !finding.scopes.isEmpty {
      let shown = finding.scopes.prefix(6).joined(separator: ", ")
      let more = finding.scopes.count > 6 ? " and \(finding.scopes.count - 6) more" : ""
      lines += wrapped("Scopes: " + shown + more, .dim)
    }
    if let acceptance = finding.acceptance {
      let until = acceptance.until.map { " until \($0)" } ?? ""
      lines += wrapped("Accepted by \(acceptance.by)\(until): \(acceptance.reason)", .dim)
    } else if let remedy = finding.remedy {
      let isKey = !remedy.edits.isEmpty || remedy.detail != nil
      let lead = isKey ? state.key(.applyRemedy) : "Remedy"
      let keys = state.keysOfOffers(finding)
      lines += wrapped(
        "\(lead): \(remedy.text)\(keys.isEmpty ? "" : " (\(keys))")", Style(.green))
    }
    // Last, so that the way out stays in sight where the screen is small.
    if isCurrent, let trace = finding.trace {
      for (number, step) in trace.steps.enumerated() {
        lines += StyledLine.wrap(
          "\(step.call): \(step.note) (\(step.reason))", columns: columns, charset: charset,
          lead: "   \(number + 1). \(step.mark)  ",
          leadStyle: step.isOpen ? Look.style(finding.severity) : .dim)
      }
      lines += wrapped(trace.verdict, trace.isOpen ? Look.style(finding.severity) : .dim)
    }
    return lines + [StyledLine()]
  }
}
