import Catalogs
import Judgement
import Keys

extension DesignerState {
  /// Walks to the next finding and shows its first scope in the tree.
  mutating func nextFinding() {
    let list = listedFindings
    guard !list.isEmpty else { return }
    if isWalking { findingPane.cursor = (findingPane.cursor + 1) % list.count }
    let finding = list[min(findingPane.cursor, list.count - 1)]
    findingPane.walked = finding
    show(finding)
  }

  /// Goes to the scopes of the finding under the cursor.
  mutating func goToFinding() {
    guard let finding = currentFinding else { return }
    // The calls show no scopes.
    if view == .operations { show(.scopes) }
    show(finding)
    (pane, findingPane.fillsScreen) = (.tree, false)
  }

  private mutating func show(_ finding: Finding) {
    if let scope = finding.scopes.compactMap({ catalog.indexOfScope($0) }).first {
      outline.reveal(leaf: scope)
      followOutline()
      detailTop = 0
    } else if let id = finding.scopes.first {
      outline.reveal(unknown: id)
      // The grid shows no unknown scope, yet its filter is that of the tree.
      followOutline()
      detailTop = 0
    }
    message = Message(text: "\(finding.severity.rawValue) \(finding.rule): \(finding.message)")
  }

  /// Carries the remedy of the finding under the cursor out, as one step that undo takes back.
  ///
  /// Where a person has to fill in a detail, its form opens at that line; where a call is closed, the
  /// key gets exactly what its calls need.
  mutating func applyRemedy() {
    guard let finding = currentFinding, let remedy = finding.remedy else { return }
    if let detail = remedy.detail {
      guard let line = DetailsForm.Line(detail) else {
        // The first of those that have none.
        return finding.scopes.first.map { startReason(for: $0) } ?? ()
      }
      return editDetails(at: line)
    }
    if finding.isClosedCall, !remedy.edits.isEmpty { return chooseNeeded() }
    let flipped = editor.edit(
      named: "\(finding.rule): \(remedy.text)", origin: .remedy(finding.rule)
    ) { remedy.apply(to: &$0) }
    changed(flipped, "\(finding.rule): \(remedy.text); \(key(.undo)) takes it back")
  }

  /// Opens the form of the details at a line.
  mutating func editDetails(at line: DetailsForm.Line) {
    var form = DetailsForm(editor.design.details)
    form.line = line
    mode = .editingDetails(form)
  }

  /// Gives up the calls for which the finding under the cursor cannot be settled.
  mutating func giveUpCalls() {
    guard let finding = currentFinding, let calls = finding.callsToGiveUp else { return }
    let what = calls.count == 1 ? calls[0] : "\(calls.count) calls"
    let flipped = editor.edit(named: "give up \(what)") { design in
      design.details.operations.removeAll { calls.contains($0) }
    }
    changed(flipped, "unticked \(what); \(key(.undo)) takes it back")
  }

  /// Opens the form in which the finding under the cursor is accepted.
  mutating func startAccepting() {
    guard let finding = currentFinding else { return }
    guard !finding.isAccepted else {
      message = Message(text: "\(finding.rule) is accepted already", isProblem: true)
      return
    }
    mode = .accepting(AcceptanceForm(findings: [finding], writesAfterwards: false, user: user))
  }

  mutating func accept(_ command: Command, _ form: AcceptanceForm) -> [Effect] {
    var form = form
    switch command {
    case .nextLine: form.move(by: 1)
    case .previousLine: form.move(by: -1)
    case .pageUp, .pageDown:
      let heading = AcceptanceView.Heading(form, LayoutPlan(state: self), charset)
      let step = command == .pageUp ? -heading.page : heading.page
      form.top = max(0, min(form.top + step, heading.lastTop))
    case .back:
      leave(form)
      message = Message(
        text: "nothing accepted\(keep(.acceptance(form), ifTyped: form.isChanged))")
      return []
    case .apply:
      switch form.acceptances(today: today) {
      case .failure(let problem):
        // Enter on a line that is in order goes on to the next that is not.
        (form.line, form.problem) = (problem.line, problem.text)
      case .success(let acceptances):
        let names = form.findings.map(\.rule).joined(separator: ", ")
        let flipped = editor.edit(named: "accept \(names)") {
          $0.details.accepted += acceptances
        }
        changed(flipped, "accepted \(names)")
        leave(form)
        return form.writesAfterwards ? write() : []
      }
    default: break
    }
    mode = .accepting(form)
    return []
  }

  private mutating func leave(_ form: AcceptanceForm) {
    if form.writesAfterwards || form.isOfReview { resumeReview() } else { mode = .browsing }
  }
}
