import Catalogs
import Documents
import Keys

// The kind of key, the catalog's questions, what is ruled out, and reasons.

extension PlainSession {
  /// The kinds of key, a line each.
  var kindLines: [String] {
    let stated = state.editor.design.details.kind
    return state.catalog.kinds.flatMap { kind in
      wrapped("\(kind.id): \(kind.title)" + (kind.id == stated ? ", chosen" : ""), lead: "  ")
    }
  }

  /// Lists the kinds of key, or makes the key one of them.
  mutating func kind(_ argument: String) -> Reply {
    let kinds = state.catalog.kinds
    guard !kinds.isEmpty else { return problem("The platform has one kind of key.") }
    guard !argument.isEmpty else { return Reply(lines: kindLines) }
    let folded = argument.lowercased()
    let place = kinds.firstIndex { $0.id.lowercased() == folded || $0.title.lowercased() == folded }
    guard let place else {
      return unknown("kind of key", argument, kinds.map(\.id), "kind lists them.")
    }
    return reporting { state in
      state.choose(kind: place)
      return []
    }
  }

  /// Lists the catalog's questions, or answers one.
  mutating func answer(_ argument: String) -> Reply {
    let conditions = state.catalog.conditions
    guard !conditions.isEmpty else {
      return problem("Nothing is asked about keys of this platform.")
    }
    guard !argument.isEmpty else {
      return Reply(
        lines: conditions.indices.flatMap { index in
          let word = state.answer(to: index).map { $0 ? "yes" : "no" } ?? "open"
          return wrapped(
            "\(conditions[index].id): \(word). \(conditions[index].question)", lead: "  ")
        })
    }
    let words = argument.split { $0 == " " || $0 == "=" }.map { $0.lowercased() }
    guard let name = words.first,
      let place = conditions.firstIndex(where: { $0.id.lowercased() == name })
    else {
      return unknown(
        "question", words.first ?? argument, conditions.map(\.id), "answer lists them.")
    }
    let answers: [String: Bool?] = ["yes": true, "y": true, "no": false, "n": false, "open": nil]
    guard words.count == 2, let answer = answers[words[1]] else {
      return problem("Write answer \(conditions[place].id) yes, no or open.")
    }
    return reporting { state in
      state.answer(place, answer)
      return []
    }
  }

  /// Lists what is ruled out, or rules a scope or a call out.
  mutating func rule(out argument: String) throws(PlainNames.Problem) -> Reply {
    let never = state.editor.design.details.never
    guard !argument.isEmpty else {
      return never.isEmpty
        ? problem("Nothing is ruled out. never SCOPE or never CALL does.")
        : Reply(lines: never.flatMap { wrapped($0, lead: "  ") })
    }
    let names = try ruledNames(argument).filter { !never.contains($0) }
    guard !names.isEmpty else { return problem("That is ruled out already.") }
    return reporting { state in
      state.ruleOut(names, false)
      return []
    }
  }

  /// Rules something out no longer.
  mutating func allow(_ argument: String) -> Reply {
    let never = state.editor.design.details.never
    guard never.contains(argument) else {
      return unknown("ruled-out scope or call", argument, never, "never lists them.")
    }
    return reporting { state in
      state.ruleOut([argument], true)
      return []
    }
  }

  private func ruledNames(_ argument: String) throws(PlainNames.Problem) -> [String] {
    if argument.contains(" /") { return try callNames(argument) }
    return try PlainNames(state).targets(argument).compactMap { target in
      if case .scope(let scope) = target { state.catalog.scopes[scope].id } else { nil }
    }
  }

  /// Says why the key has a scope.
  mutating func because(_ argument: String) throws(PlainNames.Problem) -> Reply {
    let parts = argument.split(separator: " ", maxSplits: 1).map(String.init)
    let id: String
    switch try PlainNames(state).scope(parts.first ?? "") {
    case .scope(let scope): id = state.catalog.scopes[scope].id
    case .unknown(let place): id = state.outline.unknown[place]
    case .category: return problem("Only a scope of the key can have a reason.")
    }
    guard state.hasScope(id) else { return problem("\(id) is not ticked: tick it first.") }
    guard parts.count == 2 else {
      let reason = state.editor.design.details.reason(for: id)
      return problem(reason.map { "\(id): \($0)" } ?? "Write because \(id) and the reason.")
    }
    return reporting { state in
      let flipped = state.editor.edit(named: "reason for \(id)") {
        $0.details.setReason(parts[1], for: id)
      }
      state.changed(flipped, "\(id), because: \(parts[1])")
      return []
    }
  }

  private func unknown(_ what: String, _ name: String, _ names: [String], _ list: String) -> Reply {
    let nearest = NearestName.find(name, among: names).map { "Did you mean \($0)? " } ?? ""
    return problem("There is no \(what) \"\(name)\". \(nearest)\(list)")
  }
}
