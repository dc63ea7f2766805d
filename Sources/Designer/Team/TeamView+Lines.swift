import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

// The lines around the list, and those of pages.

extension TeamView {
  // MARK: - The key under the cursor

  static func drawDetail(_ state: TeamState, _ layout: TeamLayout, on frame: inout Frame) {
    let (rect, bar) = (layout.detail, state.charset == .utf8 ? "\u{2500}" : "-")
    frame.fill(bar, row: rect.row, column: 0, columns: rect.columns, style: .dim)
    guard let row = state.current else { return }
    frame.draw(
      detail(row, state),
      in: Rect(row: rect.row + 1, column: 1, rows: rect.rows - 1, columns: rect.columns - 2))
  }

  private static func detail(_ row: KeyRow, _ state: TeamState) -> [StyledLine] {
    let columns = state.size.columns - 2
    func wrapped(_ text: String, _ style: Style = .plain) -> [StyledLine] {
      StyledLine.wrap(text, style, columns: columns, charset: state.charset)
    }
    guard let facts = row.facts else {
      let place = row.error?.place.map { "line \($0.line): " } ?? ""
      return [StyledLine(row.path, .bold)]
        + (row.error.map { wrapped(place + $0.sentences, Look.style(.error)) }
          ?? [StyledLine("still to be read", .dim)])
    }
    var first = StyledLine(row.path, .bold)
    if !facts.label.isEmpty { first = first.adding("  " + facts.label) }
    if !facts.owner.isEmpty { first = first.adding("  (\(facts.owner))", .dim) }
    var lines = [first]
    if !facts.purpose.isEmpty { lines += wrapped(facts.purpose, .dim) }
    var parts = [
      "\(facts.findings.error) error\(facts.findings.error == 1 ? "" : "s"), "
        + "\(facts.findings.warning) warning\(facts.findings.warning == 1 ? "" : "s"), "
        + "\(facts.findings.note) note\(facts.findings.note == 1 ? "" : "s"), "
        + "\(facts.findings.accepted) accepted"
    ]
    for column in [.rotation, .acceptance, .catalog, .changed] as [KeyColumn] {
      let text = column.text(row, today: state.today)
      if !text.isEmpty { parts.append("\(column.title) \(text)") }
    }
    lines += wrapped(parts.joined(separator: "; "))
    let by = by(state.power, row)
    if !by.isEmpty { lines += wrapped("can, by " + by) }
    if !facts.touches.isEmpty {
      lines += wrapped("touches " + facts.touches.joined(separator: ", "))
    }
    return lines
  }

  static func isOver(_ day: CalendarDate?, _ state: TeamState) -> Bool {
    day.map { $0 < state.today } ?? false
  }

  // MARK: - Message and keys

  static func drawMessage(_ state: TeamState, _ layout: TeamLayout, on frame: inout Frame) {
    let row = layout.message.row
    let columns = layout.message.columns
    let field: (prompt: String, field: TextField, note: String)? =
      switch state.mode {
      case .filtering(let field, _):
        ("Filter: ", field, "\(state.shownPlaces.count) of \(state.rows.count)")
      case .searching(let choice): ("Who can: ", choice.field, "\(choice.found.count) found")
      case .naming(let field, _): ("Write to: ", field, "")
      case .browsing, .reading, .comparing: nil
      }
    if let (prompt, field, note) = field {
      let start = frame.write(prompt, row: row, column: 1, style: .bold)
      let room = max(4, columns - start - note.count - 3)
      let (text, cursor) = field.window(columns: room, charset: state.charset)
      frame.write(text, row: row, column: start, columns: room)
      frame.write(note, row: row, column: start + room + 1, style: .dim)
      frame.cursor = Point(row: row, column: start + cursor)
      frame.showsCursor = true
      return
    }
    let (text, style): (String, Style) =
      state.message.map { ($0.text, $0.isProblem ? Style(.yellow, .bold) : .plain) }
      ?? (quiet(state), .dim)
    let lines = TextLayout.wrap(text, columns: columns - 2, charset: state.charset)
    // What a person should do stands at the end: it takes as many lines as it needs.
    let shown = lines.suffix(3)
    for (offset, line) in shown.enumerated() {
      let place = row - shown.count + 1 + offset
      if place != row { frame.fill(row: place, column: 0, columns: columns, style: .plain) }
      frame.writeFitted(line, row: place, column: 1, columns: columns - 2, style: style)
    }
  }

  /// What the line says while there is nothing to say: what is shown, and in which order.
  private static func quiet(_ state: TeamState) -> String {
    guard case .browsing = state.mode else { return "" }
    var parts: [String] = []
    if let power = state.power { parts.append("who can \(power.id)") }
    if !state.words.isEmpty { parts.append("filter: " + state.words.joined(separator: " ")) }
    if state.column != .key || state.isReversed {
      parts.append("by \(state.column.title)" + (state.isReversed ? ", the other way round" : ""))
    }
    if !state.marked.isEmpty { parts.append("\(state.marked.count) marked") }
    return parts.joined(separator: "; ")
  }

  static func drawBar(_ state: TeamState, _ layout: TeamLayout, on frame: inout Frame) {
    let bindings = TeamKey.all.filter { $0.label != nil && $0.places.contains(state.place) }
    func width(_ binding: TeamKey) -> Int {
      binding.keys[0].name.count + 3 + (binding.label?.count ?? 0)
    }
    // Help and the way back always have room.
    var room = layout.bar.columns + 1
    var shown = bindings.map { $0.command == .help || $0.command == .back }
    for (place, binding) in bindings.enumerated() where shown[place] { room -= width(binding) }
    for (place, binding) in bindings.enumerated() where !shown[place] && width(binding) <= room {
      shown[place] = true
      room -= width(binding)
    }
    var column = 1
    for (place, binding) in bindings.enumerated() where shown[place] {
      column = frame.write(
        binding.keys[0].name, row: layout.bar.row, column: column, style: .bold)
      column = frame.write(" " + (binding.label ?? ""), row: layout.bar.row, column: column) + 2
    }
  }

  // MARK: - Pages

  /// The lines of a page at the screen's width.
  static func lines(of page: TeamPage, _ state: TeamState) -> [StyledLine] {
    page.lines.flatMap { line -> [StyledLine] in
      let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
      // What fits stays as it is: it may be a script, or have columns.
      guard TextWidth.columns(of: line, charset: state.charset) > state.size.columns - 2 else {
        return [StyledLine(line)]
      }
      return StyledLine.wrap(
        String(line.dropFirst(indent)), columns: state.size.columns - 2, charset: state.charset,
        lead: String(repeating: " ", count: indent))
    }
  }

  /// Two keys side by side, or under each other where there is no room for that.
  static func lines(
    of comparison: KeyComparison, left: String, right: String, _ state: TeamState
  ) -> [StyledLine] {
    let columns = state.size.columns - 2
    return comparison.parts.enumerated().flatMap { place, part in
      let gap = place == 0 ? [] : [StyledLine()]
      let sides: [(title: String, items: [String])] = [
        ("only \(left) (\(part.left.count))", part.left), ("both (\(part.both.count))", part.both),
        ("only \(right) (\(part.right.count))", part.right),
      ]
      let body =
        columns >= 76 ? beside(sides, columns, state) : under(sides, columns, state)
      return gap + [StyledLine(part.title, Look.heading)] + body
    }
  }

  private static func under(
    _ sides: [(title: String, items: [String])], _ columns: Int, _ state: TeamState
  ) -> [StyledLine] {
    sides.flatMap { title, items in
      StyledLine.wrap(title, .bold, columns: columns, charset: state.charset)
        + items.flatMap {
          StyledLine.wrap($0, columns: columns, charset: state.charset, lead: "  ")
        }
    }
  }

  private static func beside(
    _ sides: [(title: String, items: [String])], _ columns: Int, _ state: TeamState
  ) -> [StyledLine] {
    let width = (columns - 4) / 3
    func cells(_ text: String) -> [String] {
      TextLayout.wrap(text, columns: width, charset: state.charset)
    }
    func line(_ cells: [String], _ style: Style) -> StyledLine {
      let text = cells.map { TextColumns.padded($0, to: width) }.joined(separator: "  ")
      return StyledLine(text, style)
    }
    func rows(_ texts: [String?], _ style: Style) -> [StyledLine] {
      let wrapped = texts.map { $0.map(cells) ?? [] }
      return (0..<(wrapped.map(\.count).max() ?? 0)).map { row in
        line(wrapped.map { $0.indices.contains(row) ? $0[row] : "" }, style)
      }
    }
    let count = sides.map(\.items.count).max() ?? 0
    return rows(sides.map(\.title), .bold)
      + (0..<count).flatMap { item in
        rows(sides.map { $0.items.indices.contains(item) ? $0.items[item] : nil }, .plain)
      }
  }
}
