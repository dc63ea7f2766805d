import BitCollections
import Catalogs
import Judgement
import Keys
import TestSupport

/// A person who does anything at random: gestures on a design whose findings are kept up to date.
struct RandomWalk {
  /// The design.
  private(set) var editor: DesignEditor
  /// The findings, updated after each step and never made anew.
  private(set) var findings: Findings
  /// What the last step did.
  private(set) var gesture = "start"
  /// Where chance comes from.
  private(set) var random: SeededRandom

  private var catalog: Catalog { editor.catalog }

  init(rules: RuleSet, random: SeededRandom) {
    editor = DesignEditor(catalog: rules.catalog, design: KeyDesign())
    findings = Findings(rules: rules, design: editor.design, today: Samples.today)
    self.random = random
  }

  /// Does something.
  mutating func step() {
    var flipped: [Int] = []
    gesture = ""
    // Now and then several gestures are taken over at once: a scope may have flipped twice.
    for _ in 0..<(chance(20) ? 3 : 1) { flipped += act() }
    findings.update(design: editor.design, flipped: flipped)
  }

  private mutating func act() -> [Int] {
    switch random.next(below: 26) {
    case 0..<8: return tick()
    case 8: return tickCategory()
    case 9: return tickSome()
    case 10:
      note("replace")
      return editor.replaceScopes(with: some(), named: "replace")
    case 11: return takePreset()
    case 12..<15:
      note("undo")
      return editor.undo()?.flipped ?? []
    case 15..<18:
      note("redo")
      return editor.redo()?.flipped ?? []
    case 18..<21: return applyRemedy()
    case 21..<23: return accept()
    case 23..<25: return chooseOperations()
    default: return editDetails()
    }
  }

  // MARK: - Scopes

  private mutating func tick() -> [Int] {
    // Most ticks take away once a sixth is chosen: a key that has everything shows little.
    let isFull = editor.chosenCount * 6 > catalog.scopes.count
    let chosen = Array(editor.design.scopes)
    let scope =
      isFull && !chance(4)
      ? chosen[random.next(below: chosen.count)] : random.next(below: catalog.scopes.count)
    note("tick \(catalog.scopes[scope].id)")
    return editor.set([scope], chosen: !editor.isChosen(scope), named: "tick")
  }

  private mutating func tickCategory() -> [Int] {
    let category = catalog.categories[random.next(below: catalog.categories.count)]
    let ticks = chance(4)
    note("category \(category.name) \(ticks)")
    return editor.set(category.scopes, chosen: ticks, named: "category")
  }

  private mutating func tickSome() -> [Int] {
    let ticks = chance(4)
    let scopes = Array(some())
    note("several \(ticks)")
    // Each is named twice, and must still flip once.
    return editor.set(scopes + scopes, chosen: ticks, named: "several")
  }

  private mutating func takePreset() -> [Int] {
    guard !catalog.presets.isEmpty else { return [] }
    let preset = catalog.presets[random.next(below: catalog.presets.count)]
    note("preset \(preset.id)")
    return editor.edit(named: "preset", origin: .preset(preset.title)) { design in
      for scope in preset.scopes { design.scopes.insert(scope) }
      if design.details.purpose.isEmpty { design.details.purpose = preset.purpose }
    }
  }

  // MARK: - Findings

  private mutating func applyRemedy() -> [Int] {
    let list = findings.list().filter { $0.remedy?.edits.isEmpty == false }
    guard !list.isEmpty else { return [] }
    let finding = list[random.next(below: list.count)]
    note("remedy of \(finding.rule)")
    return editor.edit(named: "remedy", origin: .remedy(finding.rule)) {
      finding.remedy?.apply(to: &$0)
    }
  }

  private mutating func accept() -> [Int] {
    let list = findings.list()
    guard !list.isEmpty else { return [] }
    let finding = list[random.next(below: list.count)]
    // All of its scopes, fewer, or none; until never, today or yesterday.
    let scopes = chance(2) ? finding.scopes : Array(finding.scopes.dropLast(random.next(below: 3)))
    let until = [nil, nil, Samples.today, Samples.date("2026-11-22")][random.next(below: 4)]
    note("accept \(finding.rule)")
    return editor.edit(named: "accept") {
      // A few at a time, as in a real file.
      if $0.details.accepted.count > 3 { $0.details.accepted.removeFirst(2) }
      $0.details.accepted.append(
        Acceptance(
          rule: finding.rule, scopes: scopes, reason: "It is meant", by: "Ada", until: until))
    }
  }

  // MARK: - Details

  private mutating func chooseOperations() -> [Int] {
    guard !catalog.operations.isEmpty else { return [] }
    var calls: [String] = []
    for _ in 0..<random.next(below: 6) {
      calls.append(catalog.operations[random.next(below: catalog.operations.count)].call)
    }
    if chance(8) { calls.append("GET /nothing/like/it") }
    note("\(calls.count) operations")
    return editor.edit(named: "operations") { $0.details.operations = calls }
  }

  private mutating func editDetails() -> [Int] {
    let kind = random.next(below: 4)
    let isSet = chance(3)
    let misspelled = catalog.scopes[random.next(below: catalog.scopes.count)].id + "x"
    note("details \(kind)")
    return editor.edit(named: "details") {
      switch kind {
      case 0: $0.details.ipAddresses = isSet ? ["203.0.113.7"] : ["0.0.0.0/0", "10.0.0.1"]
      case 1: $0.details.rotateBy = isSet ? Samples.date("2020-01-01") : nil
      case 2: $0.details.unknownScopes = isSet ? [misspelled] : []
      default: $0.details.label = isSet ? "fulfilment" : "key"
      }
    }
  }

  // MARK: - Chance

  private mutating func chance(_ limit: Int) -> Bool { random.next(below: limit) == 0 }

  /// A few scopes.
  private mutating func some() -> BitSet {
    var some = BitSet()
    for _ in 0..<random.next(below: 1 + catalog.scopes.count / 5) {
      some.insert(random.next(below: catalog.scopes.count))
    }
    return some
  }

  private mutating func note(_ name: String) {
    gesture += (gesture.isEmpty ? "" : ", ") + name
  }
}
