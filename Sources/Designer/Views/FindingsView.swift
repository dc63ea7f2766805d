import KeyModel
import TerminalUI

/// The findings, strongest first, under a heading with their counts.
enum FindingsView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let rect = plan.findings
    guard rect.rows > 0 else { return }
    drawHeading(state, rect, on: &frame)
    guard rect.rows > 1 else { return }
    let list = state.listedFindings
    let focused = state.pane == .findings
    if list.isEmpty {
      frame.writeFitted(
        "Nothing to say against this key.", row: rect.row + 1, column: 1,
        columns: rect.columns - 2, style: .dim)
      if focused { frame.cursor = Point(row: rect.row + 1, column: 0) }
      return
    }
    let lines = lines(list, state, columns: rect.columns)
    let rows = rect.rows - 1
    let (first, last) = (lines.start[state.findingCursor], lines.end[state.findingCursor])
    // Only the list with the focus follows its cursor; the other shows the strongest.
    let wanted = focused ? min(first, max(0, last - rows)) : 0
    let top = max(0, min(max(wanted, focused ? last - rows : 0), lines.lines.count - rows))
    for offset in 0..<rows where lines.lines.indices.contains(top + offset) {
      let row = rect.row + 1 + offset
      frame.draw(lines.lines[top + offset], row: row, column: 1, columns: rect.columns - 2)
      if focused, (first..<last).contains(top + offset) {
        frame.highlight(row: row, column: 0, columns: rect.columns, attributes: .reverse)
        if top + offset == first { frame.cursor = Point(row: row, column: 0) }
      }
    }
  }

  private static func drawHeading(_ state: DesignerState, _ rect: Rect, on frame: inout Frame) {
    let counts = state.findings.counts
    let dash = state.charset == .utf8 ? "\u{2500}" : "-"
    frame.fill(dash, row: rect.row, column: 0, columns: rect.columns, style: .dim)
    var line = StyledLine(" Findings: ", .bold)
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
    frame.draw(line.adding(" "), row: rect.row, column: 1, columns: rect.columns - 2)
  }

  private static func lines(
    _ list: [Finding], _ state: DesignerState, columns: Int
  ) -> (lines: [StyledLine], start: [Int], end: [Int]) {
    var lines: [StyledLine] = []
    var start: [Int] = []
    var end: [Int] = []
    for finding in list {
      start.append(lines.count)
      lines += entry(finding, state, columns: columns - 2)
      end.append(lines.count)
    }
    return (lines, start, end)
  }

  /// One finding: a line of its own in the pane, all of it on the whole screen.
  private static func entry(
    _ finding: Finding, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let word = finding.isAccepted ? "accepted" : finding.severity.rawValue
    let style = finding.isAccepted ? Style.dim : Look.style(finding.severity)
    let lead = Look.mark(finding.isAccepted ? nil : finding.severity) + " "
    let head = StyledLine(lead + word + " ", style).adding(finding.rule, .bold)
    guard state.showsFindingsOnly else {
      let subject =
        finding.scopes.count == 1
        ? "  " + finding.scopes[0] + ": " : finding.scopes.isEmpty ? "  " : "  "
      return [head.adding(subject, .dim).adding(finding.message)]
    }
    let charset = state.charset
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
      lines += wrapped((remedy.edits.isEmpty ? "Remedy: " : "F: ") + remedy.text, Style(.green))
    }
    return lines + [StyledLine()]
  }
}
