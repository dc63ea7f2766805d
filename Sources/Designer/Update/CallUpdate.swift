import BitCollections
import Catalogs
import Judgement
import Keys

extension DesignerState {
  mutating func toggle(operation: Int) {
    let ticks = !calls.operations.contains(operation)
    let call = catalog.operations[operation].call
    choose([operation], ticks, named: call)
    message = Message(
      text: ticks ? "ticked \(call): \(openness(ofOperation: operation))" : "unticked \(call)")
  }

  /// Arranges the calls by tag or by path.
  mutating func rearrange() {
    callOutline?.rearrange(catalog, calls)
    detailTop = 0
    message = Message(
      text: callOutline?.isByTag == true ? "calls by tag" : "calls by path")
  }

  /// A group's tick touches what is visible of it, and says what it left alone.
  mutating func toggle(operationsOfGroup group: Int) {
    guard let outline = callOutline else { return }
    let visible = outline.visibleOperations(ofGroup: group)
    let ticks = !visible.allSatisfy(calls.operations.contains)
    let flipped = visible.count { calls.operations.contains($0) != ticks }
    let name = outline.tree.groups[group].title
    choose(visible, ticks, named: "\(visible.count) in \(name)")
    let hidden =
      (callOutline?.chosenCount(ofGroup: group) ?? 0)
      - visible.count(where: calls.operations.contains)
    let kept = hidden > 0 ? ", \(hidden) hidden by the filter kept" : ""
    message = Message(text: "\(ticks ? "ticked" : "unticked") \(flipped) in \(name)\(kept)")
  }

  /// Takes operations that the catalog does not have out of the key, or puts them back.
  mutating func toggle(unknownOperations places: [Int]) {
    guard let order = callOutline?.outline.unknown else { return }
    let names = places.map { order[$0] }
    let present = Set(calls.unknown)
    let ticks = !names.allSatisfy(present.contains)
    let what = names.count == 1 ? names[0] : "\(names.count) unknown calls"
    let after = ticks ? present.union(names) : present.subtracting(names)
    let known = calls.operations.map { catalog.operations[$0].call }
    let flipped = editor.edit(named: "\(ticks ? "tick" : "untick") \(what)") {
      $0.details.operations = known + order.filter(after.contains)
    }
    changed(flipped, "\(ticks ? "ticked" : "unticked") \(what)")
  }

  private mutating func choose(_ operations: [Int], _ ticks: Bool, named name: String) {
    var chosen = calls.operations
    for operation in operations {
      if ticks { chosen.insert(operation) } else { chosen.remove(operation) }
    }
    let flipped = editor.edit(named: "\(ticks ? "tick" : "untick") \(name)") {
      $0.details.chooseOperations(chosen, in: catalog)
    }
    designChanged(flipped: flipped)
  }

  /// Makes the chosen scopes exactly what the chosen calls need, as one step.
  ///
  /// With the views of what they change; pressed again on what it made, without them.
  mutating func chooseNeeded() {
    guard var needed = findings.makePlan() else { return }
    let hasViews = !needed.views.isEmpty
    if hasViews, editor.design.scopes == needed.scopes { needed = needed.withoutViews }
    let before = editor.design.scopes
    let dropped = before.subtracting(needed.scopes).count
    let flipped = editor.replaceScopes(
      with: needed.scopes, named: "only what \(calls.operations.count) chosen calls need")
    let isProven = needed.isProvenMinimal
    var parts = [needed.words + (isProven ? " (fewer would not do)" : " (fewer may do)")]
    if hasViews {
      parts.append(
        "\(key(.chooseNeeded)) again "
          + (needed.views.isEmpty ? "adds what shows what they change" : "leaves that out"))
    }
    let unstated = calls.unstated.count
    if unstated > 0 {
      parts.append(
        "the catalog does not state what \(unstated) of the calls need\(unstated == 1 ? "s" : "")")
    }
    let blocked = needed.cover.blocked.count
    if blocked > 0 { parts.append("the key must never have what opens \(blocked) of the calls") }
    let impossible = needed.cover.impossible.count
    if impossible > 0 { parts.append("no key of this kind can make \(impossible) of the calls") }
    if !calls.unknown.isEmpty { parts.append("\(calls.unknown.count) not in the catalog") }
    if dropped > 0 { parts.append("dropped \(dropped)") }
    let unknown = editor.design.details.unknownScopes.count
    if unknown > 0 { parts.append("\(unknown) unknown kept") }
    if flipped.isEmpty { parts.append("nothing to change") }
    changed(flipped, parts.joined(separator: "; "))
  }
}
