import BitCollections
import Catalogs

/// A key design with counts for each category, undo and redo; one gesture is one step.
package struct DesignEditor: Sendable {
  /// One step that can be undone.
  package struct Gesture: Hashable, Sendable {
    /// What the person did, for example `tick stores.view`.
    package var name: String
    /// Why it was done.
    var origin = Origin.hand
    /// The scopes whose state changed.
    var flipped: [Int]
    /// The details before and after, where they changed.
    var details: DetailsChange?
  }

  struct DetailsChange: Hashable, Sendable {
    var before: KeyDetails
    var after: KeyDetails
  }

  /// How much of a category is chosen.
  package enum Coverage: Hashable, Sendable {
    /// Nothing.
    case none
    /// Some of it.
    case part
    /// All of it.
    case all
  }

  /// The catalog.
  package let catalog: Catalog
  /// The design as it is now.
  package private(set) var design: KeyDesign
  /// For each category the number of chosen scopes inside.
  package private(set) var chosenCounts: [Int]
  /// The number of chosen scopes.
  package private(set) var chosenCount: Int
  /// Grows with every change of the design, whether done, undone or done again.
  package private(set) var revision = 0
  private var done: [Gesture] = []
  private var undone: [Gesture] = []

  /// Starts from a design, with nothing to undo.
  package init(catalog: Catalog, design: KeyDesign) {
    self.catalog = catalog
    self.design = design
    chosenCounts = Array(repeating: 0, count: catalog.categories.count)
    chosenCount = design.scopes.count
    for scope in design.scopes { count(scope, by: 1) }
  }

  /// Says whether a scope is chosen.
  package func isChosen(_ scope: Int) -> Bool { design.scopes.contains(scope) }

  /// Says whether a scope is chosen, or granted by one that is.
  package func isHeld(_ scope: Int) -> Bool { catalog.isHeld(scope, by: design.scopes) }

  /// Says whether a scope is not chosen, but granted by one that is.
  package func isGranted(_ scope: Int) -> Bool {
    !design.scopes.contains(scope) && catalog.isHeld(scope, by: design.scopes)
  }

  /// How much of a category is chosen.
  package func coverage(ofCategory category: Int) -> Coverage {
    switch chosenCounts[category] {
    case 0: .none
    case catalog.categories[category].scopes.count: .all
    default: .part
    }
  }

  // MARK: - Gestures

  /// The scopes that the key must never have, by name: no gesture chooses one as long as it is so.
  private func ruledOut(_ details: KeyDetails) -> BitSet {
    details.never.isEmpty ? [] : BitSet(details.never.compactMap { catalog.indexOfScope($0) })
  }

  /// Rules scopes and calls out, or no longer, as one gesture, and returns the scopes that changed:
  /// what is ruled out is no longer chosen.
  @discardableResult
  package mutating func rule(out names: [String], _ isOut: Bool, named name: String) -> [Int] {
    edit(named: name) { design in
      design.details.never.removeAll(where: names.contains)
      guard isOut else { return }
      design.details.never += names
      design.details.operations.removeAll(where: names.contains)
    }
  }

  /// Chooses or drops scopes as one gesture and returns those whose state changed.
  ///
  /// Costs the number of scopes given and the depth of each; never the catalog's size.
  @discardableResult
  package mutating func set(
    _ scopes: some Sequence<Int>, chosen: Bool, named name: String
  ) -> [Int] {
    var flipped: [Int] = []
    let ruledOut: BitSet = chosen ? ruledOut(design.details) : []
    // One by one, so that a scope given twice is flipped once.
    for scope in scopes where design.scopes.contains(scope) != chosen {
      if ruledOut.contains(scope) { continue }
      flip([scope])
      flipped.append(scope)
    }
    guard !flipped.isEmpty else { return [] }
    record(Gesture(name: name, flipped: flipped, details: nil))
    return flipped
  }

  /// Makes the chosen scopes exactly these, as one gesture, and returns those that changed.
  @discardableResult
  package mutating func replaceScopes(with scopes: BitSet, named name: String) -> [Int] {
    let scopes = scopes.subtracting(ruledOut(design.details))
    let flipped = Array(design.scopes.symmetricDifference(scopes))
    guard !flipped.isEmpty else { return [] }
    flip(flipped)
    record(Gesture(name: name, flipped: flipped, details: nil))
    return flipped
  }

  /// Changes details and scopes as one gesture and returns the scopes that changed.
  @discardableResult
  package mutating func edit(
    named name: String, origin: Origin = .hand, _ change: (inout KeyDesign) -> Void
  ) -> [Int] {
    var next = design
    change(&next)
    next.scopes.subtract(ruledOut(next.details))
    guard next != design else { return [] }
    let flipped = Array(design.scopes.symmetricDifference(next.scopes))
    let details = DetailsChange(before: design.details, after: next.details)
    flip(flipped)
    design.details = next.details
    record(
      Gesture(
        name: name, origin: origin, flipped: flipped,
        details: details.before == details.after ? nil : details))
    return flipped
  }

  /// Why each chosen scope was chosen in this session; nothing for those that were there before.
  package func origins() -> [Int: Origin] {
    var origins: [Int: Origin] = [:]
    // What flipped a chosen scope last is what chose it.
    for gesture in done {
      for scope in gesture.flipped where design.scopes.contains(scope) {
        origins[scope] = gesture.origin
      }
    }
    return origins
  }

  /// The name of the gesture that `undo` would take back.
  package var nextUndo: String? { done.last?.name }

  /// The names of the gestures that can be taken back, the next first.
  package var undoNames: [String] { done.reversed().map(\.name) }

  /// The name of the gesture that `redo` would do again.
  package var nextRedo: String? { undone.last?.name }

  /// Takes back the last gesture and returns its name and the scopes that changed.
  package mutating func undo() -> (name: String, flipped: [Int])? {
    guard let gesture = done.popLast() else { return nil }
    flip(gesture.flipped)
    if let details = gesture.details { design.details = details.before }
    undone.append(gesture)
    revision += 1
    return (gesture.name, gesture.flipped)
  }

  /// Does the last undone gesture again and returns its name and the scopes that changed.
  package mutating func redo() -> (name: String, flipped: [Int])? {
    guard let gesture = undone.popLast() else { return nil }
    flip(gesture.flipped)
    if let details = gesture.details { design.details = details.after }
    done.append(gesture)
    revision += 1
    return (gesture.name, gesture.flipped)
  }

  private mutating func record(_ gesture: Gesture) {
    done.append(gesture)
    revision += 1
    undone.removeAll()
  }

  private mutating func flip(_ scopes: [Int]) {
    for scope in scopes {
      if design.scopes.remove(scope) != nil {
        count(scope, by: -1)
        chosenCount -= 1
      } else {
        design.scopes.insert(scope)
        count(scope, by: 1)
        chosenCount += 1
      }
    }
  }

  private mutating func count(_ scope: Int, by step: Int) {
    var category: Int? = catalog.scopes[scope].category
    while let current = category {
      chosenCounts[current] += step
      category = catalog.categories[current].parent
    }
  }
}
