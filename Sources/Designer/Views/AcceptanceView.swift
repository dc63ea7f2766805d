import Judgement
import Keys
import TerminalUI

/// The form in which risks are taken: what they are, whole, and the lines that are asked.
enum AcceptanceView {
  /// The rows that a hint or a problem may take on a low screen.
  private static let hintRows = 2

  /// What stands above the lines that are asked: a heading and the findings, scrolled.
  struct Heading {
    /// The lines that show.
    let lines: [StyledLine]
    /// How many lines of the findings show.
    let page: Int
    /// The last line that the findings can be scrolled to.
    let lastTop: Int

    init(_ form: AcceptanceForm, _ plan: LayoutPlan, _ charset: Charset) {
      let columns = plan.body.columns - 2
      let findings = form.findings.flatMap { finding -> [StyledLine] in
        let lead = Look.mark(finding.severity) + " "
        return [StyledLine(lead, Look.style(finding.severity)).adding(finding.rule, .bold)]
          + StyledLine.wrap(
            finding.message, columns: columns, charset: charset,
            lead: String(repeating: " ", count: lead.count))
      }
      let asked = form.lines.count
      // With their hints, where everything has room.
      let isAll = 2 + findings.count + asked * 2 <= plan.body.rows
      let room =
        isAll ? findings.count : max(1, plan.body.rows - 1 - asked - AcceptanceView.hintRows)
      page = room
      lastTop = max(0, findings.count - room)
      let top = max(0, min(form.top, lastTop))
      var title = StyledLine(
        form.writesAfterwards ? "Errors that nobody has accepted" : "Accept this risk",
        Look.heading)
      if lastTop > 0 {
        let end = min(top + room, findings.count)
        title = title.adding("  \(top + 1)-\(end)/\(findings.count)", .dim)
      }
      lines = [title] + findings[top..<min(top + room, findings.count)]
    }
  }

  static func draw(
    _ form: AcceptanceForm, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let entries = form.lines.map { line in
      FormView.Entry(
        title: line.title, hint: hint(line, state), field: form.fields[line.rawValue],
        isCurrent: line == form.line)
    }
    FormView.draw(
      entries, heading: Heading(form, plan, state.charset).lines, problem: form.problem, state,
      plan, on: &frame)
  }

  /// The line that a row of the screen belongs to, by its place in the form.
  static func line(
    atRow row: Int, _ form: AcceptanceForm, _ plan: LayoutPlan, _ charset: Charset
  ) -> Int? {
    FormView.line(
      atRow: row, of: form.lines.count, below: Heading(form, plan, charset).lines.count, plan)
  }

  private static func hint(_ line: AcceptanceForm.Line, _ state: DesignerState) -> String {
    switch line {
    case .word: "the word, to show that you have read the lines above"
    case .reason where state.format == .manifest:
      "why the risk is taken; it stands in the manifest"
    case .reason: "why the risk is taken; a manifest keeps it, this format does not"
    case .by: "who takes it"
    case .until: "the last day on which it holds: YYYY-MM-DD; empty for no end"
    }
  }
}
