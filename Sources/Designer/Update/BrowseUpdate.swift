import BitCollections
import Keys
import TerminalUI

extension DesignerState {
  mutating func browse(_ command: Command) -> [Effect] {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last: move(command)
    case .toggle: toggle()
    case .undo:
      if !reopenLeftForm(), let (name, flipped) = editor.undo() {
        changed(flipped, "undid: \(name)")
      }
    case .redo:
      if let (name, flipped) = editor.redo() { changed(flipped, "did again: \(name)") }
    case .openOrChild: openOrChild()
    case .closeOrParent: closeOrParent()
    case .openAll:
      changeOutline { $0.setAllOpen(true) }
      message = Message(text: "opened all")
    case .closeAll:
      changeOutline { $0.setAllOpen(false) }
      message = Message(text: "closed all; \(key(.openAll)) opens them")
    case .changeOrder: changeOutline { $0.changeOrder() }
    case .columnLeft, .columnRight: grid?.move(columns: command == .columnLeft ? -1 : 1)
    case .nextPane, .previousPane: changePane(forward: command == .nextPane)
    case .filter:
      mode = .filtering(TextField(shownOutline.query))
      prepareFilter()
      (pane, findingPane.fillsScreen) = (.tree, false)
    case .clearFilter:
      if shownOutline.matched != nil {
        changeOutline { $0.setFilter("") }
        message = Message(text: "filter cleared")
      }
      pane = .tree
    case .previousMatch where shownOutline.matched == nil: ruleOut()
    case .ruleOut: ruleOut()
    case .giveReason: if let scope = scopeUnderCursor { startReason(for: scope) }
    case .answerTerms: mode = .answering(cursor: firstOpenTerm)
    case .nextMatch, .previousMatch:
      changeOutline { $0.moveToMatch(forward: command == .nextMatch) }
    case .editDetails: mode = .editingDetails(DetailsForm(editor.design.details))
    case .presets: mode = .choosingPreset(cursor: presetsBeside.first ?? 0)
    case .rearrange: rearrange()
    case .chooseNeeded: chooseNeeded()
    case .leavePane: (pane, findingPane.fillsScreen) = (.tree, false)
    case .scopesView: show(.scopes)
    case .operationsView: show(.operations)
    case .gridView: show(.grid)
    case .showDetails: pane = .detail
    case .findingsView: (pane, findingPane.fillsScreen) = (.findings, true)
    case .powersView: open(.powers)
    case .logView, .manifestView, .ruleStory: openPage(command)
    case .nextFinding: nextFinding()
    case .confirm: goToFinding()
    case .detailDown, .detailUp: scrollDetails(by: command == .detailDown ? 3 : -3)
    case .applyRemedy: applyRemedy()
    case .acceptFinding: startAccepting()
    case .limitAddresses: editDetails(at: .addresses)
    case .giveUpCalls: giveUpCalls()
    case .review: openReview()
    case .help: openHelp()
    case .copyOut: mode = .choosingCopy
    case .chosenOnly: showChosenOnly()
    case .giveCalls: mode = .givingCalls(CallsForm())
    case .openKey: return openKeys()
    case .commandLine: openCommandLine()
    default: break
    }
    return []
  }

  /// Takes over what a gesture changed, and says what happened.
  mutating func changed(_ flipped: [Int], _ text: String) {
    interruption.form = nil
    designChanged(flipped: flipped)
    message = Message(text: text)
  }

  // MARK: - Moving

  private mutating func move(_ command: Command) {
    switch context {
    case .tree, .operations:
      let before = shownOutline.cursor
      changeOutline { outline in
        let page = max(1, outline.height - 1)
        switch command {
        case .up: outline.move(by: -1)
        case .down: outline.move(by: 1)
        case .pageUp: outline.move(by: -page)
        case .pageDown: outline.move(by: page)
        case .first: outline.move(to: 0)
        default: outline.move(to: .max / 2)
        }
      }
      if shownOutline.cursor != before { detailTop = 0 }
    case .grid:
      guard let grid else { return }
      let page = max(1, grid.layout.rows - 1)
      let end = grid.rows.count - 1
      let row = moved(grid.row, command, page: page, end: end)
      self.grid?.move(toRow: row)
      detailTop = 0
    case .detail:
      let height = max(1, LayoutPlan(state: self).detail.rows)
      let end = max(0, DetailView.lineCount(self) - height)
      detailTop = max(0, min(moved(detailTop, command, page: height, end: end), end))
    default:
      let end = max(0, listedFindings.count - 1)
      let page = max(1, LayoutPlan(state: self).findings.rows - 1)
      findingPane.cursor = max(
        0, min(moved(findingPane.cursor, command, page: page, end: end), end))
    }
  }

  /// Scrolls what is said about the finding or the row under the cursor, which stays there.
  mutating func scrollDetails(by count: Int) {
    if context == .findings {
      findingPane.top = max(0, min(findingPane.top + count, FindingsView.overflow(self)))
    } else {
      let end = max(0, DetailView.lineCount(self) - LayoutPlan(state: self).detail.rows)
      detailTop = max(0, min(detailTop + count, end))
    }
  }

  func moved(_ place: Int, _ command: Command, page: Int, end: Int) -> Int {
    switch command {
    case .up: place - 1
    case .down: place + 1
    case .pageUp: place - page
    case .pageDown: place + page
    case .first: 0
    default: end
    }
  }

  private mutating func changePane(forward: Bool) {
    var panes: [Pane] = [.tree]
    // A low screen shows one pane at a time, and each of them in turn.
    if !findingPane.fillsScreen { panes.append(.detail) }
    panes.append(.findings)
    let place = panes.firstIndex(of: pane) ?? 0
    pane = panes[(place + (forward ? 1 : panes.count - 1)) % panes.count]
    findingPane.fillsScreen = false
  }

  private mutating func openOrChild() {
    let shown = shownOutline
    switch shown.item {
    case .group(let group) where !shown.isOpen(group):
      changeOutline { $0.setOpen(true, group: group) }
    case .unknownHeading where !shown.showsUnknown: changeOutline { $0.setUnknownOpen(true) }
    case .group, .unknownHeading: changeOutline { $0.move(by: 1) }
    case .leaf, .unknown: pane = .detail  // Enter on a scope leads to what it opens.
    case nil: break
    }
    detailTop = 0
  }

  private mutating func closeOrParent() {
    let shown = shownOutline
    guard let node = shown.node else { return }
    if case .group(let group) = shown.item, shown.isOpen(group) {
      changeOutline { $0.setOpen(false, group: group) }
    } else if shown.item == .unknownHeading {
      changeOutline { $0.setUnknownOpen(false) }
    } else if let parent = shown.parent(ofNode: node) {
      let row = shown.rows[..<shown.cursor].lastIndex(of: parent)
      if let row { changeOutline { $0.move(to: row) } }
    } else {
      message = Message(
        text: "nothing is above this; \(key(.openAll)) opens all, \(key(.closeAll)) closes all")
    }
    detailTop = 0
  }
}
