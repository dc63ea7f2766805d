import Catalogs
import Documents
import Judgement
import TerminalUI

/// The screen of the table of keys as a function of its state.
package enum TeamView {
  /// Draws the state.
  package static func frame(_ state: TeamState) -> Frame {
    var frame = Frame(size: state.size, charset: state.charset)
    frame.wantsMouse = state.takesMouse
    let layout = TeamLayout(state)
    guard !layout.isTooSmall else {
      let text =
        "Too small: \(LayoutPlan.minimum.columns)x\(LayoutPlan.minimum.rows) is needed, this is "
        + "\(state.size.columns)x\(state.size.rows). q leaves."
      let lines = TextLayout.wrap(text, columns: state.size.columns, charset: state.charset)
      for (row, line) in lines.prefix(state.size.rows).enumerated() {
        frame.write(line, row: row, column: 0)
      }
      return frame
    }
    drawTitle(state, layout, on: &frame)
    switch state.mode {
    case .browsing, .filtering: drawList(state, layout, on: &frame)
    case .searching(let choice): draw(choice, layout, on: &frame)
    case .reading(let page, let top): draw(lines(of: page, state), top, layout, on: &frame)
    case .naming(_, let page): draw(lines(of: page, state), 0, layout, on: &frame)
    case .comparing(let comparison, let left, let right, let top):
      draw(
        lines(of: comparison, left: left, right: right, state), top, layout, on: &frame)
    }
    drawMessage(state, layout, on: &frame)
    drawBar(state, layout, on: &frame)
    return state.theme.applied(to: frame)
  }

  // MARK: - Title

  private static func drawTitle(_ state: TeamState, _ layout: TeamLayout, on frame: inout Frame) {
    let columns = layout.title.columns
    frame.fill(row: 0, column: 0, columns: columns, style: .reverse)
    let right = summary(state) + " "
    let start = max(0, columns - right.count)
    let name: String
    switch state.mode {
    case .reading(let page, _), .naming(_, let page): name = page.title
    case .comparing: name = "Two keys side by side"
    case .browsing, .filtering, .searching: name = state.name
    }
    let whole = columns < 60 ? " \(name)" : " Keywright  \(name)"
    frame.writeFitted(
      whole, row: 0, column: 0, columns: max(0, start - 2),
      style: Style(.plain, [.reverse, .bold]))
    frame.write(right, row: 0, column: start, style: .reverse)
  }

  private static func summary(_ state: TeamState) -> String {
    let all = state.rows.count
    if state.pendingCount > 0 { return "\(all - state.pendingCount) of \(all) read" }
    let failed = state.rows.count { $0.error != nil }
    let shown = state.shownPlaces.count
    return (shown == all ? "\(all) key" + (all == 1 ? "" : "s") : "\(shown) of \(all) keys")
      + (failed > 0 ? ", \(failed) unreadable" : "")
  }

  // MARK: - List

  private static func drawList(_ state: TeamState, _ layout: TeamLayout, on frame: inout Frame) {
    for place in layout.places {
      let title = place.column?.title ?? "by"
      let style = Style(
        .plain, place.column == state.column ? [.bold, .underline] : [.bold])
      write(
        title, at: place, row: layout.header.row, style: style, isNumber: isNumber(place),
        on: &frame)
    }
    frame.cursor = Point(row: layout.list.row, column: 0)
    for offset in 0..<layout.list.rows {
      let line = state.top + offset
      guard state.lines.indices.contains(line) else { break }
      let row = layout.list.row + offset
      switch state.lines[line] {
      case .heading(let name, let count):
        let text = "\(name)  \(count) key" + (count == 1 ? "" : "s")
        frame.writeFitted(
          text, row: row, column: 0, columns: layout.list.columns, style: Look.heading)
      case .row(let place): draw(place, state, layout, row: row, on: &frame)
      }
      if line == state.cursor {
        frame.highlight(
          row: row, column: 0, columns: layout.list.columns, attributes: .reverse)
        frame.cursor = Point(row: row, column: 0)
      }
    }
    if state.lines.isEmpty {
      frame.writeFitted(
        "No key has all that was asked for; Esc ends it.", row: layout.list.row,
        column: 2, columns: layout.list.columns - 2)
    }
    if layout.detail.rows > 0 { drawDetail(state, layout, on: &frame) }
  }

  private static func isNumber(_ place: TeamLayout.Place) -> Bool {
    place.column?.isNumber ?? false
  }

  private static func draw(
    _ place: Int, _ state: TeamState, _ layout: TeamLayout, row: Int, on frame: inout Frame
  ) {
    let key = state.rows[place]
    if state.marked.contains(place) { frame.write("*", row: row, column: 0, style: .bold) }
    let name = layout.places[0]
    write(
      state.shortName(key), at: name, row: row, style: key.isPending ? .dim : .plain, on: &frame)
    guard let facts = key.facts else {
      let start = name.start + name.width + 2
      frame.writeFitted(
        key.error.map { $0.sentences } ?? "...", row: row, column: start,
        columns: layout.list.columns - start,
        style: key.error == nil ? .dim : Look.style(.error))
      return
    }
    for cell in layout.places.dropFirst() {
      guard let column = cell.column else {
        write(by(state.power, key), at: cell, row: row, style: .plain, on: &frame)
        continue
      }
      let style: Style =
        switch column {
        case .worst: facts.worst.map { Look.style($0.severity) } ?? .plain
        case .catalog: facts.isCatalogOlder ? Look.style(.warning) : .plain
        case .rotation: isOver(facts.rotateBy, state) ? Look.style(.warning) : .plain
        case .acceptance: isOver(facts.acceptedUntil, state) ? Look.style(.warning) : .plain
        default: .plain
        }
      write(
        column.text(key, today: state.today), at: cell, row: row, style: style,
        isNumber: column.isNumber, on: &frame)
    }
  }

  /// By what a key can do what was asked for.
  static func by(_ power: Power?, _ row: KeyRow) -> String {
    guard case .can(let scopes) = power?.answer(of: row) else { return "" }
    return scopes.isEmpty ? "no scope needed" : scopes.joined(separator: " and ")
  }

  private static func write(
    _ text: String, at place: TeamLayout.Place, row: Int, style: Style, isNumber: Bool = false,
    on frame: inout Frame
  ) {
    let indent = isNumber ? max(0, place.width - text.count) : 0
    frame.writeFitted(
      text, row: row, column: place.start + indent, columns: place.width - indent, style: style)
  }

  // MARK: - A scope or call to ask about

  private static func draw(
    _ choice: TeamState.PowerChoice, _ layout: TeamLayout, on frame: inout Frame
  ) {
    frame.write(
      "Which keys have a scope, or may make a call?", row: layout.header.row, column: 2,
      style: .bold)
    let rows = layout.body.rows - 1
    let top = max(0, choice.cursor - rows + 1)
    for offset in 0..<rows where choice.found.indices.contains(top + offset) {
      let power = choice.found[top + offset]
      let row = layout.header.row + 1 + offset
      let end = frame.write(
        power.sort == .scope ? "scope " : "call  ", row: row, column: 2, style: .dim)
      frame.writeFitted(
        "\(power.id)  (\(power.platform))", row: row, column: end,
        columns: layout.body.columns - end)
      if top + offset == choice.cursor {
        frame.highlight(row: row, column: 0, columns: layout.body.columns, attributes: .reverse)
      }
    }
    if choice.found.isEmpty {
      let text =
        choice.field.text.isEmpty
        ? "Type words of it, such as refund." : "No scope and no call has these words."
      frame.write(text, row: layout.header.row + 1, column: 2, style: .dim)
    }
  }

  private static func draw(
    _ lines: [StyledLine], _ top: Int, _ layout: TeamLayout, on frame: inout Frame
  ) {
    frame.draw(
      lines,
      in: Rect(
        row: layout.body.row, column: 1, rows: layout.body.rows,
        columns: layout.body.columns - 2),
      top: max(0, min(top, lines.count - layout.body.rows)), hint: "more below")
    frame.cursor = Point(row: layout.body.row, column: 0)
  }
}
