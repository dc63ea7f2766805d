import TerminalUI

extension TeamState {
  /// The one place where the state changes: takes what happened, gives what the world should do.
  package mutating func update(_ action: TeamAction) -> [TeamEffect] {
    switch action {
    case .input(let event): return take(event)
    case .read(let rows): take(rows)
    case .changed(let changes, let base): take(changes, base: base)
    case .found(let paths):
      setRows(paths)
      say("the folders were looked through again")
    case .compared(let comparison, let left, let right):
      mode = .comparing(comparison, left: left, right: right, top: 0)
    case .page(let page): mode = .reading(page, top: 0)
    case .said(let text, let isProblem): message = Message(text: text, isProblem: isProblem)
    }
    return []
  }

  private mutating func take(_ event: InputEvent) -> [TeamEffect] {
    switch event {
    case .resize(let size):
      self.size = size
      fit()
    case .interrupt: return [.quit(.left)]
    case .suspend: return [.suspend]
    case .terminate(let signal): return [.quit(.terminated(signal: signal))]
    case .hangUp: return [.quit(.hungUp)]
    case .paste(let text): edit { _ = $0.insert(text) }
    case .mouse(let event): return take(event)
    case .key(let key):
      message = nil
      return take(key)
    }
    return []
  }

  private mutating func take(_ key: Key) -> [TeamEffect] {
    if TeamLayout(self).isTooSmall {
      return key == .character("q") || key == .control("c") ? [.quit(.left)] : []
    }
    if place.isTyping, case .character = key {
      edit { _ = $0.handle(key) }
      return []
    }
    if let binding = TeamKey.of(key, in: place) { return carryOut(binding.command) }
    if place.isTyping {
      edit { _ = $0.handle(key) }
    } else {
      say("\(key.name) does nothing here; ? lists the keys")
    }
    return []
  }

  /// Where keys mean what they mean at the moment.
  var place: TeamPlace {
    switch mode {
    case .browsing: .list
    case .filtering: .filter
    case .searching: .search
    case .reading, .comparing: .page
    case .naming: .path
    }
  }

  private mutating func carryOut(_ command: TeamCommand) -> [TeamEffect] {
    switch command {
    case .quit: return [.quit(.left)]
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    default: break
    }
    switch mode {
    case .browsing: return browse(command)
    case .filtering(let field, let before): filter(command, field, before)
    case .searching(let choice): search(command, choice)
    case .reading(let page, let top): read(command, page, top)
    case .naming(let field, let page):
      mode = .reading(page, top: 0)
      if command == .apply { return [.write(page.subject, path: field.text)] }
    case .comparing(let comparison, let left, let right, let top):
      guard command != .back else {
        mode = .browsing
        break
      }
      let count = TeamView.lines(of: comparison, left: left, right: right, self).count
      mode = .comparing(
        comparison, left: left, right: right, top: scrolled(top, by: command, count: count))
    }
    return []
  }

  // MARK: - The list

  private mutating func browse(_ command: TeamCommand) -> [TeamEffect] {
    switch command {
    case .up, .down, .pageUp, .pageDown, .first, .last: move(command)
    case .mark:
      guard let place = currentPlace else { return [] }
      if let mark = marked.firstIndex(of: place) {
        marked.remove(at: mark)
      } else {
        marked.append(place)
      }
      move(.down)
    case .filter: mode = .filtering(TextField(words.joined(separator: " ")), before: words)
    case .whoCan:
      mode = .searching(PowerChoice(search: PowerSearch(catalogs)))
    case .clear: clear()
    case .group:
      isGrouped.toggle()
      arrange()
    case .nextColumn: sort(by: 1)
    case .previousColumn: sort(by: -1)
    case .reverse:
      isReversed.toggle()
      arrange()
    case .help: mode = .reading(TeamPage(.help, title: "Help", lines: TeamKey.helpLines()), top: 0)
    case .catalogs: return [.makePage(.catalogs)]
    case .readAgain: return [.readAgain]
    case .compare: return compare()
    case .open: return ofCurrent { .open(place: $0) }
    case .split: return ofCurrent { .makePage(.split(place: $0)) }
    case .probe: return ofCurrent { .makePage(.probe(place: $0)) }
    case .write, .apply, .back, .quit, .suspend, .repaint: break
    }
    return []
  }

  private mutating func ofCurrent(_ effect: (Int) -> TeamEffect) -> [TeamEffect] {
    guard let place = currentPlace else {
      say("there is no key here")
      return []
    }
    hasMoved = true
    return [effect(place)]
  }

  private mutating func compare() -> [TeamEffect] {
    var pair = marked
    if pair.count == 1, let current = currentPlace, current != pair[0] { pair.append(current) }
    guard pair.count == 2 else {
      say(
        pair.count > 2
          ? "\(pair.count) keys are marked: two can be compared"
          : "mark two keys with Space, or one and go to the other")
      return []
    }
    return [.compare(left: pair[0], right: pair[1])]
  }

  private mutating func clear() {
    if power != nil {
      power = nil
    } else if !words.isEmpty {
      words = []
    } else {
      marked = []
    }
    arrange()
  }

  private mutating func sort(by step: Int) {
    let columns = TeamLayout.columns(of: self)
    let place = columns.firstIndex(of: column) ?? 0
    sort(by: columns[(place + step + columns.count) % columns.count])
  }

  /// Sorts by a column; by that which the rows are sorted by already, the other way round.
  mutating func sort(by column: KeyColumn) {
    isReversed = column == self.column ? !isReversed : false
    self.column = column
    arrange()
    say("sorted by \(column.title)" + (isReversed ? ", the other way round" : ""))
  }

  mutating func move(_ command: TeamCommand) {
    hasMoved = true
    let page = max(1, TeamLayout(self).list.rows - 1)
    let step: Int? =
      switch command {
      case .up: -1
      case .down: 1
      case .pageUp: -page
      case .pageDown: page
      default: nil
      }
    let target = step.map { cursor + $0 } ?? (command == .first ? 0 : lines.count - 1)
    let bounded = max(0, min(target, lines.count - 1))
    guard lines.indices.contains(bounded) else { return }
    if case .row = lines[bounded] {
      cursor = bounded
    } else {
      // Over a heading, on in the same direction.
      let next = bounded + ((step ?? 0) < 0 ? -1 : 1)
      cursor = lines.indices.contains(next) ? nearestRow(to: next) : nearestRow(to: bounded)
    }
    fit()
  }

  // MARK: - Words

  private mutating func filter(_ command: TeamCommand, _ field: TextField, _ before: [String]) {
    switch command {
    case .back:
      words = before
      mode = .browsing
      arrange()
    case .apply: mode = .browsing
    default: move(command)
    }
  }

  private mutating func search(_ command: TeamCommand, _ choice: PowerChoice) {
    var choice = choice
    switch command {
    case .back: mode = .browsing
    case .apply:
      guard choice.found.indices.contains(choice.cursor) else {
        return say("no scope or call has these words")
      }
      ask(choice.found[choice.cursor])
    default:
      choice.cursor = scrolled(
        choice.cursor, by: command, count: choice.found.count, height: 1,
        page: max(1, TeamLayout(self).list.rows - 1))
      mode = .searching(choice)
    }
  }

  /// Shows the keys that have a scope or call.
  private mutating func ask(_ power: Power) {
    self.power = power
    mode = .browsing
    hasMoved = false
    arrange()
    let silent = rows.count { power.answer(of: $0) == .notStated }
    let unread = rows.count { $0.facts == nil }
    say(
      "\(power.id): \(shownPlaces.count) of \(rows.count) keys"
        + (silent > 0 ? "; for \(silent) it is not stated" : "")
        + (unread > 0 ? "; of \(unread) nothing is known" : ""))
  }

  private mutating func edit(_ change: (inout TextField) -> Void) {
    switch mode {
    case .filtering(var field, let before):
      change(&field)
      mode = .filtering(field, before: before)
      words = field.text.split(separator: " ").map(String.init)
      arrange()
    case .searching(var choice):
      let old = choice.field.text
      change(&choice.field)
      if choice.field.text != old {
        choice.found = choice.search.found(choice.field.text)
        choice.cursor = 0
      }
      mode = .searching(choice)
    case .naming(var field, let page):
      change(&field)
      mode = .naming(field, for: page)
    case .browsing, .reading, .comparing: break
    }
  }

  // MARK: - Pages

  private mutating func read(_ command: TeamCommand, _ page: TeamPage, _ top: Int) {
    switch command {
    case .back, .help: mode = .browsing
    case .write:
      guard let offer = page.offer else { return say("there is nothing to write here") }
      mode = .naming(TextField(offer), for: page)
    default:
      let count = TeamView.lines(of: page, self).count
      mode = .reading(page, top: scrolled(top, by: command, count: count))
    }
  }

  /// The first line on the screen after a command.
  private func scrolled(
    _ top: Int, by command: TeamCommand, count: Int, height: Int? = nil, page: Int? = nil
  ) -> Int {
    let body = TeamLayout(self).body.rows
    let last = max(0, count - (height ?? body))
    let page = page ?? max(1, body - 1)
    let target: Int =
      switch command {
      case .up: top - 1
      case .down: top + 1
      case .pageUp: top - page
      case .pageDown: top + page
      case .first: 0
      case .last: last
      default: top
      }
    return max(0, min(target, last))
  }

  // MARK: - Mouse

  private mutating func take(_ event: MouseEvent) -> [TeamEffect] {
    let layout = TeamLayout(self)
    guard !layout.isTooSmall else { return [] }
    guard case .browsing = mode else {
      guard event.kind != .press else { return [] }
      return carryOut(event.kind == .scrollUp ? .up : .down)
    }
    switch event.kind {
    case .scrollUp: move(.up)
    case .scrollDown: move(.down)
    case .press where event.point.row == layout.header.row:
      if let column = layout.column(at: event.point.column) { sort(by: column) }
    case .press where layout.list.contains(event.point):
      let line = top + event.point.row - layout.list.row
      guard lines.indices.contains(line), case .row = lines[line] else { return [] }
      if line == cursor, hasMoved { return browse(.open) }
      hasMoved = true
      cursor = line
    case .press: break
    }
    return []
  }

  mutating func say(_ text: String) { message = Message(text: text) }
}
