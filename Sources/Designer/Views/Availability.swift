import Catalogs
import Judgement
import Keys
import TerminalUI

/// Why a key does nothing at the moment: said when it is pressed, never hidden.
extension DesignerState {
  /// Whether the command can do nothing at the moment, for who needs no words for it.
  func isDisabled(_ command: Command) -> Bool {
    command == .applyRemedy ? !canApplyRemedy : disabledReason(command) != nil
  }

  /// The reason, or nil where the command can be carried out.
  func disabledReason(_ command: Command) -> String? {
    switch command {
    case .undo: editor.nextUndo == nil && interruption.form == nil ? "nothing to undo" : nil
    case .redo: editor.nextRedo == nil ? "nothing to redo" : nil
    case .toggle where context == .review: reasonAgainstToggleInReview
    case .toggle where context == .scopeChoice: nil
    case .toggle: reasonAgainstToggle
    case .rearrange:
      catalog.operations.contains { !$0.tag.isEmpty } ? nil : "the catalog has no tags"
    case .chooseNeeded: reasonAgainstNeeded
    case .changeOrder where context == .filter: nil
    case .previousMatch where shownOutline.matched == nil: reasonAgainstRulingOut
    case .ruleOut: reasonAgainstRulingOut
    case .giveReason: reasonAgainstReason
    case .answerTerms:
      terms.isEmpty ? "the platform has one kind of key, and nothing is asked about it" : nil
    case .nextMatch, .previousMatch, .changeOrder:
      shownOutline.matched == nil ? "no filter is set: \(key(.filter)) sets one" : nil
    case .clearFilter: shownOutline.matched == nil ? "no filter is set; \(key(.quit)) leaves" : nil
    case .openKey: reasonAgainstOpening
    case .chosenOnly: reasonAgainstChosenOnly
    case .nextFinding where !speaks: "nothing is chosen yet: there is nothing to judge"
    case .confirm where context == .findings && !speaks:
      "nothing is chosen yet: there is nothing to judge"
    case .nextFinding: findings.counts.total == 0 ? "there is no finding" : nil
    case .columnLeft, .columnRight, .confirm:
      context == .powers ? reasonAgainstPowers(command) : reasonAgainstGoing
    case .acceptFinding:
      if let finding = currentFinding {
        finding.isClosedCall
          ? "\(finding.rule): this is not a risk to accept; \(key(.giveUpCalls)) gives the call up"
          : finding.rule.hasPrefix("acceptance-")
            ? "\(finding.rule): an acceptance cannot be accepted; \(key(.applyRemedy)) takes it out"
            : nil
      } else {
        reasonAgainstFinding
      }
    case .applyRemedy: canApplyRemedy ? nil : reasonAgainstRemedy
    case .giveUpCalls:
      currentFinding.map {
        $0.callsToGiveUp == nil ? "\($0.rule): no call has to be given up for it" : nil
      } ?? reasonAgainstFinding
    case .detailDown, .detailUp: reasonAgainstScrolling
    case .ruleStory: ruleUnderCursor == nil ? "nothing is said of what the cursor is on" : nil
    case .up, .pageUp, .first, .down, .pageDown, .last: reasonAgainstMoving(command)
    case .presets: catalog.presets.isEmpty ? "the catalog has no presets" : nil
    default: nil
    }
  }

  /// Why no other key can be opened now.
  var reasonAgainstOpening: String? {
    hasUnsavedChanges
      ? "changes are not written: \(key(.review)) writes them, \(key(.undo)) takes them back" : nil
  }

  private var reasonAgainstChosenOnly: String? {
    guard !shownOutline.isChosenOnly else { return nil }
    let hasSome =
      view == .operations
      ? !calls.isEmpty
      : editor.chosenCount + editor.design.details.unknownScopes.count > 0
    return hasSome ? nil : "nothing is chosen yet: \(key(.toggle)) ticks"
  }

  private var reasonAgainstGoing: String? {
    context == .findings && findings.counts.total == 0 ? "there is no finding" : nil
  }

  private var reasonAgainstScrolling: String? {
    if context == .findings {
      return FindingsView.overflow(self) > 0 ? nil : "all of the finding is on the screen"
    }
    let rows = LayoutPlan(state: self).detail.rows
    guard rows > 0 else { return "no room for the details here: \(key(.nextPane)) shows them" }
    return DetailView.lineCount(self) > rows ? nil : "all of the details are on the screen"
  }

  private var reasonAgainstScrollingRisks: String? {
    guard case .accepting(let form) = mode else { return nil }
    let heading = AcceptanceView.Heading(form, LayoutPlan(state: self), charset)
    return heading.lastTop > 0 ? nil : "all of it is on the screen"
  }

  /// Where there is nothing further: in a tree, at the end that a key moves to.
  private func reasonAgainstMoving(_ command: Command) -> String? {
    if context == .acceptance { return reasonAgainstScrollingRisks }
    guard context == .tree || context == .operations, !shownOutline.rows.isEmpty else { return nil }
    switch command {
    case .up, .pageUp, .first:
      return shownOutline.cursor == 0 ? "this is the first row" : nil
    default:
      return shownOutline.cursor == shownOutline.rows.count - 1 ? "this is the last row" : nil
    }
  }

  private var canApplyRemedy: Bool {
    guard let remedy = currentFinding?.remedy else { return false }
    // The form belongs to the tree and its panes.
    return !remedy.edits.isEmpty || (remedy.detail != nil && context != .review)
  }

  private var reasonAgainstRemedy: String {
    guard let finding = currentFinding else { return reasonAgainstFinding }
    guard finding.remedy?.offers.isEmpty ?? true else {
      return "\(finding.rule): \(finding.remedy?.text ?? "") (\(keysOfOffers(finding)))"
    }
    if finding.remedy?.detail != nil {
      return "\(finding.rule): go back, and \(key(.applyRemedy)) opens the details at that line"
    }
    return "\(finding.rule): only a person can settle this: \(finding.remedy?.text ?? "")"
  }

  /// The keys of what a finding offers in the place of an edit: `A addresses, a accept, X give up`.
  func keysOfOffers(_ finding: Finding) -> String {
    let place: Context = isReviewing ? .review : .findings
    return (finding.remedy?.offers ?? []).compactMap { offer -> String? in
      let (command, word): (Command, String) =
        switch offer {
        case .limitAddresses: (.limitAddresses, "addresses")
        case .acceptRisk: (.acceptFinding, "accept")
        case .giveUp: (.giveUpCalls, "give up")
        }
      return keys.name(of: command, in: place).map { "\($0) \(word)" }
    }.joined(separator: ", ")
  }

  private var reasonAgainstFinding: String {
    context == .review ? "the cursor is on no finding" : "there is no finding"
  }

  private var reasonAgainstToggleInReview: String? {
    switch reviewItem {
    case .scope, .unknown: nil
    case .granted: "it is granted by another scope: untick that one"
    default: "the cursor is on no scope"
    }
  }

  private var reasonAgainstToggle: String? {
    switch subject {
    case .scopes(.cell(let row, let verb)):
      guard let grid, grid.visibleScopes(of: .cell(row, verb)).isEmpty else { return nil }
      return "\(grid.grid.rows[row].name) has no scope in the column \(verb.name)"
    case nil:
      let noun = view == .operations ? "call" : "scope"
      return shownOutline.matched == nil
        ? "the catalog lists no \(noun)" : "no \(noun) here: the filter lets nothing through"
    default: return nil
    }
  }

  private var reasonAgainstRulingOut: String? {
    switch subject {
    case .scope, .operation: nil
    default: "only a scope or a call can be ruled out"
    }
  }

  private var reasonAgainstReason: String? {
    guard let scope = scopeUnderCursor else { return "only a scope of the key can have a reason" }
    return hasScope(scope) ? nil : "\(scope) is not ticked: \(key(.toggle)) ticks it"
  }

  private var reasonAgainstNeeded: String? {
    if calls.isEmpty {
      return "no call is chosen: \(key(.operationsView)) lists them, \(key(.toggle)) ticks"
    }
    return calls.operations.count == calls.unstated.count
      ? "the catalog does not state what the chosen calls need" : nil
  }
}
