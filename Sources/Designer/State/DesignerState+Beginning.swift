import BitCollections
import Catalogs
import Judgement
import Keys

extension DesignerState {
  /// Whether the key is new and grants nothing yet: there is nothing to judge.
  var isBlank: Bool {
    let design = editor.design
    return manifest.source == nil && design.scopes.isEmpty && design.details.unknownScopes.isEmpty
      && design.details.operations.isEmpty
  }

  /// Whether the findings speak: once there is something to judge, and before anything is written.
  var speaks: Bool { !isBlank || isReviewing }

  /// What one comes back to: the start page as long as nothing was chosen, else the views.
  var home: Mode { beginning.isHome && isBlank ? .starting(cursor: beginning.cursor) : .browsing }

  /// Puts the cursor of an opened key on its first scope, and opens the categories around them all.
  mutating func revealChosen() {
    guard outline.unknown.isEmpty else { return }
    // Enough to see, of any key.
    outline.open(around: editor.design.scopes.prefix(500))
  }

  /// Shows only what is chosen in the view that is shown, or all again.
  mutating func showChosenOnly() {
    guard !shownOutline.isChosenOnly else {
      changeOutline { $0.setFilter("") }
      message = Message(text: "all of them again")
      return
    }
    let isCalls = view == .operations
    let chosen = isCalls ? callOutline?.chosen ?? BitSet() : editor.design.scopes
    let names = Set(isCalls ? calls.unknown : editor.design.details.unknownScopes)
    let unknown = shownOutline.unknown
    changeOutline { outline in
      outline.showOnly(chosen, unknown: unknown.indices.filter { names.contains(unknown[$0]) })
    }
    let count = shownOutline.matchCount
    let noun = isCalls ? "call" : "scope"
    message = Message(
      text: "only what is chosen: \(count) \(noun)\(count == 1 ? "" : "s"); "
        + "\(key(.chosenOnly)) shows all again")
  }
}
