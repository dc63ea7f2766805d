import Catalogs
import TerminalUI

/// The calls that a person has given, and the smallest key for them.
enum CallsView {
  /// The page below the line for calls.
  static func lines(_ form: CallsForm, _ state: DesignerState) -> [StyledLine] {
    let columns = state.size.columns - 2
    var lines = [StyledLine("Calls that your program makes", Look.heading)]
    guard let summary = form.summary else {
      for text in [
        "Paste curl lines, requests or URLs, or type one: GET /path. Or type the path of a file: a "
          + "HAR, a log, a cassette, a collection, a script, or a folder of them.",
        "What is pasted is read and shown nowhere. Methods and paths alone are kept: no header, body, "
          + "query or password.",
      ] {
        lines.append(StyledLine())
        lines += StyledLine.wrap(text, columns: columns, charset: state.charset)
      }
      return lines
    }
    return lines + ReportView.lines(summary.lines, columns: columns, charset: state.charset)
  }

  static func draw(
    _ form: CallsForm, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let lines = lines(form, state)
    frame.draw(
      lines,
      in: Rect(
        row: plan.body.row, column: 1, rows: plan.body.rows, columns: plan.body.columns - 2),
      top: max(0, min(form.top, lines.count - plan.body.rows)), hint: "more below")
  }
}

/// The lines of a page at a width.
enum ReportView {
  static func lines(
    _ lines: [Report.Line], columns: Int, charset: Charset
  ) -> [StyledLine] {
    lines.flatMap { line -> [StyledLine] in
      let text = line.text.drop { $0 == " " }
      let lead = String(line.text.prefix(line.text.count - text.count))
      guard !text.isEmpty else { return [StyledLine()] }
      return StyledLine.wrap(
        String(text), style(line.role), columns: columns, charset: charset,
        lead: String(lead.prefix(columns / 3)))
    }
  }

  private static func style(_ role: Report.Line.Role) -> Style {
    switch role {
    case .heading: Look.heading
    case .text: .plain
    case .quiet: .dim
    case .warning: Look.style(.warning)
    case .added: Style(.green)
    case .removed: Style(.red)
    }
  }
}
