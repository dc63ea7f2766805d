import Catalogs
import Judgement
import Keys
import TerminalUI

/// The row under the cursor in three lines, where a screen has no room for details beside the tree.
///
/// Under a heading with its name: what it is, what it opens, what is risky.
enum StripView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    let rect = plan.strip
    guard rect.rows > 1, let subject = state.subject else { return }
    let columns = rect.columns - 2
    drawHeading(name(subject, state), state, rect, on: &frame)
    let lines = lines(subject, state, columns: columns, rows: rect.rows - 1)
    frame.draw(
      lines, in: Rect(row: rect.row + 1, column: 1, rows: rect.rows - 1, columns: columns))
  }

  private static func drawHeading(
    _ name: String, _ state: DesignerState, _ rect: Rect, on frame: inout Frame
  ) {
    let dash = state.charset == .utf8 ? "\u{2500}" : "-"
    frame.fill(dash, row: rect.row, column: 0, columns: rect.columns, style: .dim)
    let hint = state.keys.name(of: .nextPane, in: state.context).map { " \($0): more " } ?? ""
    var names = NameFitting(charset: state.charset)
    names.add(name, .id, columns: rect.columns - 5 - hint.count)
    guard let fitted = names.fitted().first else { return }
    frame.write(" \(fitted.text) ", row: rect.row, column: 1, style: .bold)
    frame.write(hint, row: rect.row, column: rect.endColumn - 1 - hint.count, style: .dim)
  }

  private static func name(_ subject: Subject, _ state: DesignerState) -> String {
    switch subject {
    case .scope(let scope): state.catalog.scopes[scope].id
    case .operation(let operation): state.catalog.operations[operation].call
    case .category(let category): state.catalog.categories[category].name
    case .operations(let group): state.callOutline?.tree.groups[group].title ?? ""
    case .unknownScope(let place), .unknownOperation(let place): state.shownOutline.unknown[place]
    case .unknownScopes, .unknownOperations: "Not in the catalog"
    case .scopes(let part): state.grid?.name(of: part) ?? ""
    }
  }

  private static func lines(
    _ subject: Subject, _ state: DesignerState, columns: Int, rows: Int
  ) -> [StyledLine] {
    switch subject {
    case .scope(let scope): return lines(ofScope: scope, state, columns: columns, rows: rows)
    case .operation(let operation):
      return lines(ofCall: operation, state, columns: columns, rows: rows)
    case .scopes(let part):
      let ids = state.grid?.visibleScopes(of: part).map { state.catalog.scopes[$0].id } ?? []
      return fitted(
        StyledLine.wrap(
          ids.isEmpty ? "There is no scope here." : ids.joined(separator: ", "), columns: columns,
          charset: state.charset), rows: rows)
    default:
      let page = DetailView.lines(state, columns: columns).dropFirst().filter { !$0.parts.isEmpty }
      return Array(page.prefix(rows))
    }
  }

  private static func lines(
    ofScope scope: Int, _ state: DesignerState, columns: Int, rows: Int
  ) -> [StyledLine] {
    let entry = state.catalog.scopes[scope]
    let name = HonestName(scope: scope, in: state.catalog)
    var below: [StyledLine] = []
    var facts: [String] = []
    if name.verbs.total > 0 {
      facts.append("Opens \(counts(name.verbs, columns: columns - 8))")
    } else {
      facts.append("Opens no call that the catalog knows")
    }
    if name.verbs.total > 0, let sentence = name.sentence { facts.append(sentence) }
    below.append(
      StyledLine(facts.joined(separator: ". "), name.sentence == nil ? .dim : Style(.yellow)))
    if let risks = risks(ofScope: scope, state) { below.append(risks) }
    let text = entry.summary.isEmpty ? entry.title : entry.title + ". " + entry.summary
    return fitted(
      StyledLine.wrap(text, columns: columns, charset: state.charset), rows: rows - below.count)
      + below
  }

  private static func counts(_ verbs: VerbCounts, columns: Int) -> String {
    verbs.text.count <= columns ? verbs.text : verbs.shortText
  }

  /// The findings that the scope is part of, or would be; nil for none.
  private static func risks(ofScope scope: Int, _ state: DesignerState) -> StyledLine? {
    let isChosen = state.editor.isChosen(scope)
    let list =
      isChosen
      ? state.findings.list(ofScope: scope).filter { !$0.isAccepted }
      : state.findings.preview(flipping: scope).added.filter { $0.rule != "unneeded-scope" }
    guard !list.isEmpty else { return nil }
    var line = StyledLine(isChosen ? "Risky: " : "Ticking it adds ")
    for (place, finding) in list.sorted(by: { $0.severity > $1.severity }).enumerated() {
      let mark = Look.mark(finding.severity).filter { $0 != " " }
      line = line.adding(
        "\(place == 0 ? "" : ", ")\(mark) \(finding.rule)", Look.style(finding.severity))
    }
    return line
  }

  private static func lines(
    ofCall operation: Int, _ state: DesignerState, columns: Int, rows: Int
  ) -> [StyledLine] {
    let entry = state.catalog.operations[operation]
    let isChosen = state.calls.operations.contains(operation)
    let isOpen = state.isOpen(operation)
    let requirement = state.access.requirement(of: operation)
    let start = isChosen ? "Your program makes it" : "Your program does not make it"
    var below = [
      StyledLine(
        "\(start); the key \(isOpen ? "opens" : "does not open") it.",
        isOpen ? Style(.green) : isChosen ? Style(.yellow) : .plain)
    ]
    if requirement == .notStated {
      below = [
        StyledLine("\(start). The catalog does not state which scopes it needs.", Style(.yellow))
      ]
    } else if requirement.isOfOtherKind {
      below = [StyledLine("No key of this kind can make it.", Style(.yellow))]
    } else {
      let ways = requirement.alternatives.map { set in
        set.map { state.catalog.scopes[$0].id }.joined(separator: " and ")
      }
      below.append(
        StyledLine(
          requirement.alternatives.contains([])
            ? "Needs no scope" : "Needs " + ways.joined(separator: ", or "), .dim))
    }
    return fitted(
      StyledLine.wrap(
        entry.summary.isEmpty ? entry.tag : entry.summary, columns: columns,
        charset: state.charset), rows: rows - below.count) + below
  }

  /// At most so many lines; the last goes on behind an ellipsis that the frame draws.
  private static func fitted(_ lines: [StyledLine], rows: Int) -> [StyledLine] {
    guard lines.count > rows, rows > 0 else { return Array(lines.prefix(max(0, rows))) }
    let rest = lines[(rows - 1)...].map(\.text).joined(separator: " ")
    return lines.prefix(rows - 1) + [StyledLine(rest, lines[rows - 1].parts.first?.style ?? .plain)]
  }
}
