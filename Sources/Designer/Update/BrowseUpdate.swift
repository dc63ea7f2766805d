import BitCollections
import KeyModel
import TerminalUI

extension DesignerState {
  mutating func browse(_ command: Command) -> [Effect] {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last: move(command)
    case .toggle: toggle()
    case .undo:
      if let (name, flipped) = editor.undo() { changed(flipped, "undid: \(name)") }
    case .redo:
      if let (name, flipped) = editor.redo() { changed(flipped, "did again: \(name)") }
    case .openOrChild: openOrChild()
    case .closeOrParent: closeOrParent()
    case .openAll:
      outline.setAllOpen(true)
      message = Message(text: "opened all categories")
    case .closeAll:
      outline.setAllOpen(false)
      message = Message(text: "closed all categories; + opens them")
    case .nextPane, .previousPane: changePane(forward: command == .nextPane)
    case .filter:
      mode = .filtering(TextField(outline.query))
      (pane, showsFindingsOnly) = (.tree, false)
    case .clearFilter:
      if outline.matched != nil {
        outline.setFilter("")
        message = Message(text: "filter cleared")
      }
      pane = .tree
    case .nextMatch, .previousMatch: outline.moveToMatch(forward: command == .nextMatch)
    case .editDetails: mode = .editingDetails(DetailsForm(editor.design.details))
    case .presets: mode = .choosingPreset(cursor: 0)
    case .scopesView: (pane, showsFindingsOnly) = (.tree, false)
    case .findingsView: (pane, showsFindingsOnly) = (.findings, true)
    case .nextFinding: nextFinding()
    case .confirm: goToFinding()
    case .applyRemedy: applyRemedy()
    case .acceptFinding: startAccepting()
    case .review: mode = .reviewing(Review())
    case .help: mode = .reading(top: 0)
    case .copyOut: mode = .choosingCopy
    case .toggleMouse: toggleMouse()
    default: break
    }
    return []
  }

  /// Takes over what a gesture changed, and says what happened.
  mutating func changed(_ flipped: [Int], _ text: String) {
    designChanged(flipped: flipped)
    message = Message(text: text)
  }

  // MARK: - Moving

  private mutating func move(_ command: Command) {
    switch context {
    case .tree:
      let before = outline.cursor
      let page = max(1, outline.height - 1)
      switch command {
      case .up: outline.move(by: -1)
      case .down: outline.move(by: 1)
      case .pageUp: outline.move(by: -page)
      case .pageDown: outline.move(by: page)
      case .first: outline.move(to: 0)
      default: outline.move(to: .max / 2)
      }
      if outline.cursor != before { detailTop = 0 }
    case .detail:
      let height = max(1, LayoutPlan(state: self).detail.rows)
      let end = max(0, DetailView.lineCount(self) - height)
      detailTop = max(0, min(moved(detailTop, command, page: height, end: end), end))
    default:
      let end = max(0, listedFindings.count - 1)
      let page = max(1, LayoutPlan(state: self).findings.rows - 1)
      findingCursor = max(0, min(moved(findingCursor, command, page: page, end: end), end))
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
    if !showsFindingsOnly { panes.append(.detail) }
    panes.append(.findings)
    let place = panes.firstIndex(of: pane) ?? 0
    pane = panes[(place + (forward ? 1 : panes.count - 1)) % panes.count]
    showsFindingsOnly = false
  }

  private mutating func openOrChild() {
    switch outline.item {
    case .category(let category) where !outline.isOpen(category):
      outline.setOpen(true, category: category)
    case .unknownScopes where !outline.showsUnknown: outline.setUnknownOpen(true)
    case .category, .unknownScopes: outline.move(by: 1)
    case .scope, .unknown: pane = .detail  // Enter on a scope leads to what it opens.
    case nil: break
    }
    detailTop = 0
  }

  private mutating func closeOrParent() {
    guard let node = outline.node else { return }
    if case .category(let category) = outline.item, outline.isOpen(category) {
      outline.setOpen(false, category: category)
    } else if outline.item == .unknownScopes {
      outline.setUnknownOpen(false)
    } else if let parent = outline.parent(ofNode: node) {
      if let row = outline.rows[..<outline.cursor].lastIndex(of: parent) { outline.move(to: row) }
    } else {
      message = Message(text: "nothing is above this category; + opens all, - closes all")
    }
    detailTop = 0
  }
}
