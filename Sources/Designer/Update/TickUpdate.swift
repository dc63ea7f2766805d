import BitCollections
import Catalogs
import Judgement
import Keys
import TerminalUI

extension DesignerState {
  /// Ticks or unticks what is under the cursor.
  mutating func toggle() {
    switch subject {
    case .scope(let scope): toggle(scope: scope)
    case .category(let category) where nextLevel(ofCategory: category) != nil:
      if let (permission, level) = nextLevel(ofCategory: category) { set(permission, to: level) }
    case .category(let category):
      toggle(
        outline.visibleLeaves(ofGroup: category), of: Array(catalog.categories[category].scopes),
        in: catalog.categories[category].name)
    case .unknownScope(let place): toggle(unknown: [place])
    case .unknownScopes: toggle(unknown: outline.matchedUnknown)
    case .scopes(.cell(let row, let verb)):
      guard let grid else { return }
      let part = GridPart.cell(row, verb)
      let scopes = grid.visibleScopes(of: part)
      // What several have in common names none of them.
      if !scopes.isEmpty { choose(among: scopes, of: grid.name(of: part)) }
    case .scopes(let part):
      guard let grid else { return }
      toggle(grid.visibleScopes(of: part), of: grid.scopes(of: part), in: grid.name(of: part))
    case .operation(let operation): toggle(operation: operation)
    case .operations(let group): toggle(operationsOfGroup: group)
    case .unknownOperation(let place): toggle(unknownOperations: [place])
    case .unknownOperations:
      toggle(unknownOperations: callOutline?.outline.matchedUnknown ?? [])
    case nil: break
    }
  }

  /// Makes a level the only one of its permission that is chosen; nil for none.
  mutating func set(_ permission: Permission, to level: Int?) {
    let title = catalog.title(of: permission)
    let name = level.map { permission.levels[$0 - permission.scopes.lowerBound] } ?? "none"
    if let level, isTickRuledOut(level) {
      mode = .asking(.tickRuledOut(scope: level))
      return
    }
    let flipped = editor.edit(named: "\(title): \(name)") { design in
      for scope in permission.scopes where scope != level { design.scopes.remove(scope) }
      if let level { design.scopes.insert(level) }
    }
    designChanged(flipped: flipped)
    message = Message(
      text: "\(title): \(name)" + (level.map { warnings(ofScope: $0) } ?? ""))
  }

  mutating func toggle(scope: Int) {
    if isTickRuledOut(scope) {
      mode = .asking(.tickRuledOut(scope: scope))
      return
    }
    let ticks = !editor.isChosen(scope)
    let id = catalog.scopes[scope].id
    let open = ticks ? [] : openCalls
    let flipped = editor.set([scope], chosen: ticks, named: (ticks ? "tick " : "untick ") + id)
    designChanged(flipped: flipped)
    message =
      ticks
      ? Message(text: "ticked \(id)\(warnings(ofScope: scope))") : lost("unticked \(id)", open)
  }

  /// The calls that the key is for and can make.
  private var openCalls: [Int] { Array(calls.operations).filter { isOpen($0) } }

  /// What is said where something was unticked: with the calls of the key that it closed, until
  /// that was read.
  private func lost(_ text: String, _ before: [Int]) -> Message {
    let closed = before.filter { !isOpen($0) }
    guard let first = closed.first else { return Message(text: text) }
    let more = closed.count > 1 ? " and \(closed.count - 1) more of the key's calls" : ""
    return Message(
      text: "\(text): that closed \(catalog.operations[first].call)\(more)", isProblem: true,
      stays: true)
  }

  /// The errors and warnings that a chosen scope is part of, for the line that says it was ticked.
  private func warnings(ofScope scope: Int) -> String {
    let list = findings.list(ofScope: scope).filter { $0.severity > .note && !$0.isAccepted }
    guard !list.isEmpty else { return "" }
    return ": "
      + list.map { "\($0.severity == .error ? "!!" : "!") \($0.rule)" }.joined(separator: ", ")
  }

  /// Takes scopes that the catalog does not have out of the key, or puts them back.
  mutating func toggle(unknown places: [Int]) {
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

  /// A tick of several touches what is visible of them, and says what it left alone.
  mutating func toggle(_ visible: [Int], of all: [Int], in name: String) {
    let ticks = !visible.allSatisfy(editor.isChosen)
    let open = ticks ? [] : openCalls
    let flipped = editor.set(
      visible, chosen: ticks, named: "\(ticks ? "tick" : "untick") \(visible.count) in \(name)")
    let hidden = all.count(where: editor.isChosen) - visible.count(where: editor.isChosen)
    let kept = hidden > 0 ? ", \(hidden) hidden by the filter kept" : ""
    let text = "\(ticks ? "ticked" : "unticked") \(flipped.count) in \(name)\(kept)"
    changed(flipped, text)
    if !ticks { message = lost(text, open) }
  }
}
