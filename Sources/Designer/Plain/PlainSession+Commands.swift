import Catalogs
import Documents
import Judgement
import Keys

extension PlainSession {
  /// Carries a command out.
  mutating func carryOut(_ text: String, asWritten line: String = "") -> Reply {
    var name = String(text.prefix { $0 != " " })
    // A slash needs no space, as on the screen.
    if text.hasPrefix("/"), text.count > 1 { name = "/" }
    var argument = String(text.dropFirst(name.count).drop { $0 == " " })
    guard let command = PlainCommand.named(name) else {
      return problem("There is no command \"\(name)\". \(PlainCommand.remedy(name))")
    }
    // The spaces of a path belong to it.
    if [.write, .need, .open, .diff, .newer, .split, .probe, .results].contains(command.verb),
      let path = Self.argument(of: line)
    {
      argument = path
    }
    if !argument.isEmpty, command.argument.isEmpty {
      return problem("\(command.names[0]) takes nothing after it.")
    }
    if argument.isEmpty, !command.argument.isEmpty, !command.argument.hasPrefix("[") {
      if let current = current(command.verb) { return Reply(lines: current) }
      return problem("Write \(command.names[0]) \(command.argument): \(command.help).")
    }
    do {
      return try carryOut(command.verb, argument)
    } catch {
      return Reply(lines: wrapped(error.text) + scopeLines(error.candidates, limit: 20))
    }
  }

  private mutating func carryOut(
    _ verb: PlainCommand.Verb, _ argument: String
  ) throws(PlainNames.Problem) -> Reply {
    switch verb {
    case .help: return help(argument)
    case .list: return list(argument)
    case .search: return search(argument)
    case .show: return try show(argument)
    case .tick: return try set(argument, chosen: true)
    case .untick: return try set(argument, chosen: false)
    case .presets: return presets()
    case .preset: return try preset(argument)
    case .details: return Reply(lines: DetailsForm.Line.allCases.flatMap(lines))
    case .label: return edit(.label, argument)
    case .purpose: return edit(.purpose, argument)
    case .addresses: return edit(.addresses, argument)
    case .rotate: return edit(.rotateBy, argument)
    case .owner: return edit(.owner, argument)
    case .kind: return kind(argument)
    case .answer: return answer(argument)
    case .never: return try rule(out: argument)
    case .allow: return allow(argument)
    case .because: return try because(argument)
    case .clear: return clear(argument)
    case .calls: return calls(argument)
    case .call: return try tick(calls: argument, chosen: true)
    case .uncall: return try tick(calls: argument, chosen: false)
    case .needed:
      guard !state.calls.isEmpty else {
        return problem("No call is ticked. calls WORDS finds some, call NUMBER ticks one.")
      }
      return step(.chooseNeeded)
    case .findings: return try findings(argument)
    case .fix: return try onFinding(argument, .applyRemedy)
    case .giveUp: return try onFinding(argument, .giveUpCalls)
    case .accept: return try onFinding(argument, .acceptFinding)
    case .undo: return step(.undo)
    case .redo: return step(.redo)
    case .powers: return powers()
    case .review: return review()
    case .format: return choose(format: argument)
    case .write: return write(argument)
    case .split, .probe, .results, .diff, .newer, .native:
      guard state.speaks else { return problem("Nothing is chosen yet.") }
      return about(verb, argument)
    case .story: return story(of: argument)
    case .need: return need(argument)
    case .open: return open(argument)
    case .quit: return reporting { $0.askToQuit() }
    }
  }

  /// What stands behind the first word of a line, to the last letter; nil where nothing does.
  private static func argument(of line: String) -> String? {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    var rest = line[...].drop(while: isSpace)
    rest = rest.drop { !isSpace($0) }
    rest = rest.drop(while: isSpace)
    guard let last = rest.lastIndex(where: { !isSpace($0) }) else { return nil }
    return String(rest[...last])
  }

  /// Carries a command of the designer out, or says why it cannot be.
  mutating func step(_ command: Command) -> Reply {
    if let reason = state.disabledReason(command) { return problem(sentence(reason)) }
    return reporting { $0.carryOut(command) }
  }

  func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  // MARK: - Choosing

  private mutating func set(
    _ argument: String, chosen: Bool
  ) throws(PlainNames.Problem) -> Reply {
    if chosen, let (permission, level) = PlainNames(state).choice(argument),
      level == nil || state.catalog.isOrdered(permission)
    {
      return reporting { state in
        state.set(permission, to: level)
        return []
      }
    }
    let targets = try PlainNames(state).targets(argument)
    let unknown = targets.compactMap { target -> Int? in
      if case .unknown(let place) = target { place } else { nil }
    }
    if !unknown.isEmpty {
      guard unknown.count == targets.count else {
        return problem("Name unknown scopes by themselves.")
      }
      return reporting { state in
        state.set(unknown: unknown, chosen: chosen)
        return []
      }
    }
    let scopes = targets.flatMap { target -> [Int] in
      switch target {
      case .scope(let scope): [scope]
      case .category(let category): Array(state.catalog.categories[category].scopes)
      case .unknown: []
      }
    }
    let changing = scopes.filter { state.editor.isChosen($0) != chosen }
    let word = chosen ? "ticked" : "unticked"
    guard !changing.isEmpty else {
      let what = scopes.count == 1 ? state.catalog.scopes[scopes[0]].id : "All of these"
      return problem("\(what) \(scopes.count == 1 ? "is" : "are") \(word) already.")
    }
    if scopes.count == 1 {
      // One scope goes the way of a key press, so that the same is said of it.
      return reporting { state in
        state.toggle(scope: scopes[0])
        return []
      }
    }
    let ids = Set(changing).sorted().map { state.catalog.scopes[$0].id }
    let shown = ids.prefix(12).joined(separator: ", ") + (ids.count > 12 ? ", …" : "")
    return reporting { state in
      let flipped = state.editor.set(
        scopes, chosen: chosen, named: "\(chosen ? "tick" : "untick") \(ids.count) scopes")
      state.changed(flipped, "\(word) \(flipped.count): \(shown)")
      return []
    }
  }

  private mutating func preset(_ argument: String) throws(PlainNames.Problem) -> Reply {
    let presets = state.catalog.presets
    var place = try PlainNames.range(argument, count: presets.count, of: "presets")?.first
    let folded = argument.lowercased()
    place = place ?? presets.firstIndex { $0.id == argument || $0.title.lowercased() == folded }
    if place == nil {
      let starting = presets.indices.filter { presets[$0].id.hasPrefix(folded) }
      if starting.count == 1 { place = starting[0] }
    }
    guard let place else {
      let nearest = NearestName.find(argument, among: presets.map(\.id))
      return problem(
        "There is no preset \"\(argument)\". "
          + (nearest.map { "Did you mean \($0)?" } ?? "presets lists them."))
    }
    return reporting { state in
      state.mode = .choosingPreset(cursor: place)
      return state.carryOut(.confirm)
    }
  }

  private mutating func tick(
    calls argument: String, chosen: Bool
  ) throws(PlainNames.Problem) -> Reply {
    let named = try callNames(argument)
    let ticked = Set(state.editor.design.details.operations)
    let calls = named.filter { ticked.contains($0) != chosen }
    guard !calls.isEmpty else {
      return problem(
        "\(chosen ? "Ticked already" : "Not ticked"): \(named.joined(separator: ", ")).")
    }
    let word = chosen ? "ticked" : "unticked"
    return reporting { state in
      let flipped = state.editor.edit(
        named: "\(chosen ? "tick" : "untick") "
          + (calls.count == 1 ? calls[0] : "\(calls.count) calls")
      ) { design in
        var ticked = design.details.operations
        if chosen {
          ticked += calls.filter { !ticked.contains($0) }
        } else {
          ticked.removeAll { calls.contains($0) }
        }
        design.details.operations = ticked
      }
      state.changed(flipped, "\(word): \(calls.joined(separator: ", "))")
      return []
    }
  }

  // MARK: - Findings

  /// How a line of the details is written.
  private static func example(of line: DetailsForm.Line) -> String {
    switch line {
    case .label: "label TEXT"
    case .purpose: "purpose TEXT"
    case .addresses: "addresses ADDRESS..., such as addresses 203.0.113.7"
    case .rotateBy: "rotate DATE, such as rotate 90d"
    case .owner: "owner TEXT"
    }
  }

  private mutating func onFinding(
    _ argument: String, _ command: Command
  ) throws(PlainNames.Problem) -> Reply {
    let count = state.listedFindings.count
    guard let place = try PlainNames.range(argument, count: count, of: "findings")?.first else {
      return problem("Name a finding by its number; findings lists them.")
    }
    state.findingPane.cursor = place
    if command == .applyRemedy, let detail = state.currentFinding?.remedy?.detail {
      let scope = state.currentFinding?.scopes.first ?? "SCOPE"
      let example = DetailsForm.Line(detail).map(Self.example) ?? "because \(scope) TEXT"
      return problem("Write \(example).")
    }
    return step(command)
  }
}
