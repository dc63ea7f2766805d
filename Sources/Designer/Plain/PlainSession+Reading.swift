import Catalogs
import Documents
import Judgement
import Keys

extension PlainSession {
  // MARK: - Scopes

  func list(_ argument: String) -> Reply {
    let catalog = state.catalog
    switch argument {
    case "": return Reply(lines: unknownLines + categoryLines)
    case "all":
      var lines = unknownLines
      for node in catalog.tree.nodes {
        switch node.item {
        case .group(let category): lines += line(ofCategory: category)
        // A permission is one line, with the level chosen.
        case .leaf(let scope) where catalog.permission(ofScope: scope) != nil: break
        case .leaf(let scope): lines += line(ofScope: scope)
        }
      }
      return Reply(lines: lines)
    case "chosen":
      let chosen = Array(state.editor.design.scopes)
      let lines = unknownLines + scopeLines(chosen, limit: .max)
      return Reply(lines: lines.isEmpty ? ["Nothing is chosen."] : lines)
    default:
      guard let category = PlainNames(state).category(argument) else {
        let nearest = NearestName.find(argument, among: catalog.categories.map(\.name))
        return problem(
          "There is no category \"\(argument)\". "
            + (nearest.map { "Did you mean \($0)?" } ?? "list shows them all."))
      }
      return Reply(lines: line(ofCategory: category) + lines(inCategory: category))
    }
  }

  func search(_ words: String) -> Reply {
    let matches = PlainNames(state).matches(words)
    let presets = state.catalog.presets(named: words)
    var lines: [String] = []
    if !matches.isEmpty {
      lines.append("\(matches.count) scope\(matches.count == 1 ? "" : "s"):")
      lines += scopeLines(matches, limit: 50)
    }
    if !presets.isEmpty {
      lines.append(
        presets.count == 1
          ? "1 preset (preset NUMBER takes it):"
          : "\(presets.count) presets (preset NUMBER takes one):")
      lines += presets.flatMap(line(ofPreset:))
    }
    return lines.isEmpty
      ? problem("No scope or preset has all of these words.") : Reply(lines: lines)
  }

  /// Everything that the detail pane says of a scope, from the same place.
  mutating func show(_ argument: String) throws(PlainNames.Problem) -> Reply {
    switch try PlainNames(state).scope(argument) {
    case .category(let category):
      let summary = state.catalog.categories[category].summary
      return Reply(
        lines: line(ofCategory: category) + (summary.isEmpty ? [] : wrapped(summary, lead: "  ")))
    case .scope(let scope):
      state.outline.reveal(leaf: scope)
      return Reply(lines: line(ofScope: scope) + details(after: 1))
    case .unknown(let place):
      state.outline.reveal(unknown: state.outline.unknown[place])
      return Reply(lines: details(after: 0))
    }
  }

  /// The scopes of a category; the permissions in it are a line each, the levels of one by itself.
  private func lines(inCategory category: Int) -> [String] {
    let catalog = state.catalog
    let scopes = catalog.categories[category].scopes
    guard catalog.permission(ofCategory: category) == nil else {
      return scopes.flatMap { line(ofScope: $0) }
    }
    return scopes.flatMap { scope -> [String] in
      guard let index = catalog.permission(ofScope: scope) else { return line(ofScope: scope) }
      let permission = catalog.permissions[index]
      return permission.scopes.lowerBound == scope ? line(ofCategory: permission.category) : []
    }
  }

  private func details(after count: Int) -> [String] {
    let lines = DetailView.lines(state, columns: columns, namesKeys: false)
    return fitted(lines.dropFirst(count).map(\.text))
  }

  /// Scopes with their numbers, and how many were left out.
  func scopeLines(_ scopes: [Int], limit: Int) -> [String] {
    let lines = scopes.prefix(limit).flatMap { line(ofScope: $0) }
    return scopes.count > limit ? lines + ["  and \(scopes.count - limit) more"] : lines
  }

  private var categoryLines: [String] {
    state.catalog.categories.indices.flatMap { line(ofCategory: $0) }
  }

  private var unknownLines: [String] {
    let chosen = Set(state.editor.design.details.unknownScopes)
    return state.outline.unknown.enumerated().flatMap { place, id in
      wrapped(
        "\(chosen.contains(id) ? "[x]" : "[ ]") \(id), not in the catalog", lead: "  u\(place + 1) "
      )
    }
  }

  private func line(ofCategory index: Int) -> [String] {
    let category = state.catalog.categories[index]
    let count = "\(state.editor.chosenCounts[index]) of \(category.scopes.count)"
    let indent = String(repeating: "  ", count: min(category.depth, 8))
    if let permission = state.catalog.permission(ofCategory: index) {
      let chosen = state.levels(of: permission)
      return wrapped(
        "\(category.name): \(chosen.isEmpty ? "none" : chosen.joined(separator: ", ")) of "
          + permission.levels.joined(separator: ", "), lead: "\(indent)c\(index + 1) ")
    }
    return wrapped("\(category.name), \(count) chosen", lead: "\(indent)c\(index + 1) ")
  }

  private func line(ofScope index: Int) -> [String] {
    let scope = state.catalog.scopes[index]
    let isChosen = state.editor.isChosen(index)
    let risk = ScopeRow.risk(ofScope: index, state)
    var text = "\(isChosen ? "[x]" : "[ ]") \(scope.id), \(scope.title)"
    if let risk { text += isChosen ? ", \(risk.rawValue)" : ", would add \(risk.article)" }
    if scope.isDeprecated { text += ", deprecated" }
    if scope.provenance == .unconfirmed { text += ", unconfirmed" }
    return wrapped(text, lead: "  \(index + 1) ")
  }

  // MARK: - Everything else

  func help(_ argument: String) -> Reply {
    if !argument.isEmpty {
      guard let command = PlainCommand.named(argument) else {
        return problem("There is no command \"\(argument)\". \(PlainCommand.remedy(argument))")
      }
      let also = command.names.dropFirst().joined(separator: ", ")
      return Reply(
        lines: wrapped("\(command.names[0]) \(command.argument)")
          + wrapped(command.help + (also.isEmpty ? "" : "; also \(also)"), lead: "  "))
    }
    var lines: [String] = []
    for command in PlainCommand.table {
      let usage = command.names[0] + (command.argument.isEmpty ? "" : " " + command.argument)
      lines += wrapped(command.help, lead: usage + ": ")
    }
    return Reply(lines: lines)
  }

  func presets() -> Reply {
    guard !state.catalog.presets.isEmpty else { return problem("The catalog has no presets.") }
    return Reply(lines: state.catalog.presets.indices.flatMap(line(ofPreset:)))
  }

  /// A preset by its number.
  private func line(ofPreset place: Int) -> [String] {
    let preset = state.catalog.presets[place]
    let count = "\(preset.scopes.count) scope\(preset.scopes.count == 1 ? "" : "s")"
    let warns = preset.warnings.joined(separator: ", ")
    return wrapped(
      "\(preset.title) (\(preset.id)), \(count)\(warns.isEmpty ? "" : ", warns of \(warns)"): "
        + preset.purpose, lead: "  \(place + 1) ")
  }

  func findings(_ argument: String) throws(PlainNames.Problem) -> Reply {
    guard state.speaks else { return problem("Nothing is chosen yet: there is nothing to judge.") }
    let list = state.listedFindings
    guard !list.isEmpty else { return Reply(lines: ["Nothing to say against this key."]) }
    let places =
      argument.isEmpty
      ? list.indices
      : try PlainNames.range(argument, count: list.count, of: "findings") ?? list.indices
    return Reply(lines: places.flatMap { lines(of: list[$0], number: $0 + 1) })
  }

  private func lines(of finding: Finding, number: Int) -> [String] {
    let word = finding.isAccepted ? "accepted " : ""
    var lines = wrapped(
      "\(word)\(finding.severity.rawValue) \(finding.rule): \(finding.message)", lead: "\(number) ")
    if !finding.scopes.isEmpty {
      let shown = finding.scopes.prefix(6).joined(separator: ", ")
      let more = finding.scopes.count > 6 ? " and \(finding.scopes.count - 6) more" : ""
      lines += wrapped("Scopes: \(shown)\(more)", lead: "  ")
    }
    if let acceptance = finding.acceptance {
      let until = acceptance.until.map { " until \($0)" } ?? ""
      lines += wrapped("Accepted by \(acceptance.by)\(until): \(acceptance.reason)", lead: "  ")
    } else if let remedy = finding.remedy {
      lines += wrapped(
        (remedy.edits.isEmpty ? "Remedy: " : "fix \(number): ") + remedy.text, lead: "  ")
    }
    return lines
  }

  /// What would be written, from the same place as the review on the screen.
  mutating func review() -> Reply {
    state.openReview()
    guard case .reviewing(let review) = state.mode else { return Reply() }
    state.mode = .browsing
    var lines: [String] = []
    for item in ReviewPlan(state, review).items {
      switch item {
      case .heading(let title, let note):
        if !lines.isEmpty { lines.append("") }
        lines += wrapped(title + (note.isEmpty ? "" : ", " + note))
      case .scope(let scope):
        lines += line(ofScope: scope)
        lines += fitted(
          ReviewView.reason(forScope: scope, state, columns: columns).map(\.text))
      default:
        lines += fitted(ReviewView.lines(of: item, state, columns: columns).map(\.text))
      }
    }
    return Reply(lines: lines + ["", "write writes it."])
  }

  /// What the key can do, from the same place as the page on the screen.
  func powers() -> Reply {
    Reply(lines: fitted(PowersView.lines(state, columns: columns).map(\.text)))
  }

  /// Chooses the form in which the key is written, or says which there are.
  mutating func choose(format name: String) -> Reply {
    if let format = KeyForm(named: name, of: state.catalog) {
      state.format = format
      return problem("Format: \(format.words). It would go to \(state.targetName).")
    }
    let all = KeyForm.all(of: state.catalog).map(\.words)
    return Reply(
      lines: wrapped("Format: \(state.format.words). There are:")
        + all.flatMap { wrapped($0, lead: "  ") })
  }
}

extension Severity {
  /// The word with its article.
  fileprivate var article: String { self == .error ? "an error" : "a \(rawValue)" }
}
