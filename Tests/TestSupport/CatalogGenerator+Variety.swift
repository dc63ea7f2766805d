// Members that not every catalog has: what rules, caches and coverage have to cope with.

extension CatalogGenerator {
  private static let touches = [
    "money", "personal data", "credentials", "goods", "settings", "content",
  ]
  private static let severities = ["error", "warning", "note"]

  /// Gives a scope marks, and lets it refer to scopes made before it, so that no circle comes up.
  mutating func vary(_ entry: inout Entry) {
    var text = ""
    if happens(in: 12) {
      text += #","inferred":["access","includes"]"#
    }
    if !happens(in: 15) { text += #","access":"\#(entry.verb)""# }
    let touched = Self.touches.filter { _ in happens(in: 4) }
    if !touched.isEmpty { text += #","touches":[\#(CatalogText.strings(touched))]"# }
    text += #","provenance":"\#(happens(in: 12) ? "unconfirmed" : "reference")""#
    if happens(in: 20) { text += #","undeclared":true"# }
    if happens(in: 8) {
      text += #","deprecated":true"#
      if !earlier.isEmpty, happens(in: 2) {
        text += #","replacement":"\#(pick(earlier))""#
      }
    }
    if happens(in: 5) {
      entry.includes = Set(entry.includes + picks(earlier, 1 + next(below: 3))).sorted()
    }
    entry.members = text
    earlier.append(entry.id)
  }

  /// Lets a call need nothing, anything, or say nothing.
  mutating func vary(_ call: inout Call) {
    var text = ""
    switch next(below: 10) {
    case 0: break
    case 1: text += #","requires":[[]]"#
    case 2...4:
      let sets = (0...next(below: 3)).map { _ in picks(earlier, 1 + next(below: 3)) }
      text += ",\"requires\":" + Self.lists(sets)
    default: text += ",\"requires\":" + Self.lists(call.requires)
    }
    if happens(in: 6) { call.method = "DELETE" }
    if happens(in: 15) { text += #","deprecated":true"# }
    if happens(in: 15) { text += #","inferred":true"# }
    call.members = text
  }

  /// Writes rules of all kinds, reviews and presets.
  mutating func vary(_ writer: inout CatalogText, rules: Int, _ calls: [Call]) {
    writer.text(#","summary":"Made up.","servers":["https://generated.example/v1"]"#)
    let names = calls.map { "\($0.method) \($0.path)" }
    writer.list("combinations", (0..<rules).map { rule($0, calls: names) }) { $0.text($1) }
    let reviews = picks(earlier, 3).map { #"{"scope":"\#($0)","reason":"It does no harm."}"# }
    writer.list("reviewed", reviews) { $0.text($1) }
    let presets = (0..<4).map { number in
      #"{"id":"job-\#(number)","title":"Job \#(number)","purpose":"Does job \#(number)","#
        + #""scopes":[\#(CatalogText.strings(picks(earlier, 2 + next(below: 8))))],"#
        + #""warnings":["rule-0"]}"#
    }
    writer.list("presets", presets) { $0.text($1) }
  }

  private mutating func rule(_ number: Int, calls: [String]) -> String {
    var text = #"{"id":"rule-\#(number)","title":"Rule \#(number)""#
    text += #","severity":"\#(pick(Self.severities))""#
    text += #","message":"They do harm together.""#
    text += #","confidence":"\#(happens(in: 2) ? "inferred" : "documented")""#
    let all = picks(earlier, 1 + next(below: 3))
    let kind = next(below: 4)
    var named = Set(all)
    if kind != 1 { text += #","all":[\#(CatalogText.strings(all))]"# }
    if kind == 1 || happens(in: 4) {
      let groups = (0...next(below: 2)).map { _ in picks(earlier, 1 + next(below: 4)) }
      named.formUnion(groups.joined())
      text += ",\"any\":" + Self.lists(groups)
    }
    if kind == 2 {
      let of = picks(earlier, 3 + next(below: 4))
      named.formUnion(of)
      let list = CatalogText.strings(of)
      let count = max(2, 1 + next(below: of.count))
      if of.count >= count { text += #","atLeast":{"count":\#(count),"of":[\#(list)]}"# }
    }
    // What sets it off must not silence it.
    let without = (happens(in: 3) ? picks(earlier, 1 + next(below: 2)) : [])
      .filter { !named.contains($0) }
    if let safe = without.first {
      text += #","without":[\#(CatalogText.strings(without))],"tick":["\#(safe)"]"#
    } else if kind != 1 {
      text += #","untick":["\#(all[0])"]"#
    }
    if happens(in: 3) {
      let list = CatalogText.strings(picks(earlier, 1 + next(below: 3)))
      text += #","raise":{"severity":"\#(pick(Self.severities))","any":[\#(list)]}"#
    }
    if happens(in: 2) {
      let proof = picks(calls, 1 + next(below: 3))
      let steps = proof.map { #"{"call":"\#($0)","does":"One step more"}"# }
      text += #","operations":[\#(CatalogText.strings(proof))]"#
      text += #","trace":[\#(steps.joined(separator: ","))]"#
      text += #","story":"It was late.","advice":"Make two keys""#
    }
    return text + "}"
  }

  // MARK: - Chance

  private mutating func happens(in limit: Int) -> Bool { next(below: limit) == 0 }

  private mutating func pick(_ texts: [String]) -> String { texts[next(below: texts.count)] }

  /// So many different ones at most, in an order of their own.
  private mutating func picks(_ texts: [String], _ count: Int) -> [String] {
    var found: [String] = []
    for _ in 0..<count where !texts.isEmpty {
      let text = pick(texts)
      if !found.contains(text) { found.append(text) }
    }
    return found
  }

  private static func lists(_ sets: [[String]]) -> String {
    "[" + sets.map { "[" + CatalogText.strings($0) + "]" }.joined(separator: ",") + "]"
  }
}
