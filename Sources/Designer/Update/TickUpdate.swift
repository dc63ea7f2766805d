import BitCollections
import KeyModel
import TerminalUI

extension DesignerState {
  /// Ticks or unticks what is under the cursor.
  mutating func toggle() {
    switch outline.item {
    case .scope(let scope):
      let ticks = !editor.isChosen(scope)
      let name = (ticks ? "tick " : "untick ") + catalog.scopes[scope].id
      let flipped = editor.set([scope], chosen: ticks, named: name)
      designChanged(flipped: flipped)
      let id = catalog.scopes[scope].id
      message = Message(text: ticks ? "ticked \(id)\(warnings(ofScope: scope))" : "unticked \(id)")
    case .category(let category):
      toggle(category: category)
    case .unknown(let place):
      toggle(unknown: [place])
    case .unknownScopes:
      toggle(unknown: outline.matchedUnknown)
    case nil: break
    }
  }

  /// The errors and warnings that a chosen scope is part of, for the line that says it was ticked.
  private func warnings(ofScope scope: Int) -> String {
    let list = findings.list(ofScope: scope).filter { $0.severity > .note && !$0.isAccepted }
    guard !list.isEmpty else { return "" }
    return ": "
      + list.map { "\($0.severity == .error ? "!!" : "!") \($0.rule)" }.joined(separator: ", ")
  }

  /// Takes scopes that the catalog does not have out of the key, or puts them back.
  private mutating func toggle(unknown places: [Int]) {
    let ids = places.map { outline.unknown[$0] }
    set(unknown: places, chosen: !ids.allSatisfy(editor.design.details.unknownScopes.contains))
  }

  mutating func set(unknown places: [Int], chosen ticks: Bool) {
    let ids = places.map { outline.unknown[$0] }
    let what = ids.count == 1 ? ids[0] : "\(ids.count) unknown scopes"
    let order = outline.unknown
    let flipped = editor.edit(named: "\(ticks ? "tick" : "untick") \(what)") { design in
      let before = Set(design.details.unknownScopes)
      let after = ticks ? before.union(ids) : before.subtracting(ids)
      design.details.unknownScopes = order.filter(after.contains)
    }
    changed(flipped, "\(ticks ? "ticked" : "unticked") \(what)")
  }

  /// A category's tick touches what is visible of it, and says what it left alone.
  private mutating func toggle(category: Int) {
    let visible = outline.visibleScopes(ofCategory: category)
    let ticks = !visible.allSatisfy(editor.isChosen)
    let name = catalog.categories[category].name
    let flipped = editor.set(
      visible, chosen: ticks, named: "\(ticks ? "tick" : "untick") \(visible.count) in \(name)")
    let hidden = editor.chosenCounts[category] - visible.count(where: editor.isChosen)
    let kept = hidden > 0 ? ", \(hidden) hidden by the filter kept" : ""
    changed(flipped, "\(ticks ? "ticked" : "unticked") \(flipped.count) in \(name)\(kept)")
  }
}
