import Catalogs
import Judgement
import Keys
import TerminalUI

/// What an earlier session left behind, and how it differs from the file.
enum DraftView {
  static func draw(_ top: Int, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    guard let offer = state.drafting.offers.first else { return }
    let lines = lines(offer, state)
    frame.draw(
      lines,
      in: Rect(
        row: plan.body.row, column: 1, rows: plan.body.rows, columns: plan.body.columns - 2),
      top: min(top, max(0, lines.count - plan.body.rows)), hint: "more below")
    frame.cursor = Point(row: plan.body.row, column: 0)
  }

  static func lines(_ offer: DraftOffer, _ state: DesignerState) -> [StyledLine] {
    let columns = state.size.columns - 2
    func wrap(_ text: String, _ style: Style = .plain) -> [StyledLine] {
      StyledLine.wrap(text, style, columns: columns, charset: state.charset)
    }
    func entry(_ lead: String, _ text: String, _ style: Style) -> [StyledLine] {
      StyledLine.wrap(
        text, columns: columns, charset: state.charset, lead: lead, leadStyle: style)
    }
    let draft = offer.draft
    let more = state.drafting.offers.count + state.drafting.waiting - 1
    var lines = [
      StyledLine("A draft is there", Look.heading)
        .adding(more > 0 ? "  the newest of \(more + 1)" : "", .dim)
    ]
    let name = draft.heading.target ?? "a key without a file"
    lines += wrap("Changed \(offer.ageInWords) and not written: \(name)")
    if offer.fileHasChanged {
      lines += wrap("The file has changed since the draft was begun.", Look.style(.warning))
    }
    if draft.catalog.version != state.catalog.version {
      lines += wrap(
        "It was made with the catalog's version \(draft.catalog.version); this is "
          + "\(state.catalog.version).", Look.style(.warning))
    }
    lines += [
      StyledLine(),
      StyledLine(
        state.manifest.source == nil ? "What it holds" : "Against the file as it stands",
        Look.heading),
    ]
    guard let difference = state.drafting.difference else { return lines }
    lines += difference.added.scopes.map { StyledLine("+ " + $0, Style(.green)) }
    lines += difference.removed.scopes.map { StyledLine("- " + $0, Style(.red)) }
    for change in difference.details {
      let (before, after) = (change.old.joined(separator: ", "), change.new.joined(separator: ", "))
      lines += entry(
        "~ \(change.detail.title): ",
        "\(before.isEmpty ? "none" : before) -> \(after.isEmpty ? "none" : after)", Style(.yellow))
    }
    let typed = draft.typed?.fields.filter { !$0.isEmpty } ?? []
    if !typed.isEmpty {
      lines += entry("~ typed, not taken over: ", typed.joined(separator: "; "), Style(.yellow))
    }
    let (calls, closed) = (difference.added.operations.count, difference.removed.operations.count)
    if calls + closed > 0 {
      let noun = calls == 1 ? "call" : "calls"
      lines.append(StyledLine("Opens \(calls) \(noun), closes \(closed)", .dim))
    }
    for finding in difference.added.findings {
      lines += entry(
        Look.mark(finding.severity) + " ", "\(finding.rule): \(finding.message)",
        Look.style(finding.severity))
    }
    return lines
  }
}
