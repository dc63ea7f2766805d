import Catalogs
import Judgement
import Keys
import TerminalUI

/// What the key can do: in sentences, as a table with bars, and call by call.
enum PowersView {
  /// So many calls of a cell are listed; the counts are exact.
  static let limit = 200

  /// The page, and where its table stands in it.
  struct Page {
    var lines: [StyledLine] = []
    /// For each row of the table its lines.
    var rows: [Range<Int>] = []
    /// The columns of the cells; nil where the rows are sentences.
    var cells: [Range<Int>]?

    /// The lines of the row that the cursor is on.
    func row(_ cursor: PowersCursor) -> Range<Int>? {
      rows.indices.contains(cursor.row) ? rows[cursor.row] : nil
    }

    /// The cell at a place of the page; nil where there is none.
    func cell(line: Int, column: Int) -> PowersCursor? {
      guard let row = rows.firstIndex(where: { $0.contains(line) }) else { return nil }
      return PowersCursor(row: row, verb: cells?.firstIndex { $0.contains(column) } ?? 0)
    }
  }

  /// The lines of the page at a number of columns.
  static func lines(_ state: DesignerState, columns: Int) -> [StyledLine] {
    page(state, columns: columns).lines
  }

  /// The page at a number of columns.
  static func page(_ state: DesignerState, columns: Int) -> Page {
    let powers = state.powers
    var page = Page(lines: [StyledLine("What this key can do", Look.heading)])
    for sentence in powers.sentences {
      page.lines += StyledLine.wrap(sentence, columns: columns, charset: state.charset)
    }
    addTable(powers, state, columns: columns, to: &page)
    for row in powers.rows {
      for verb in powers.verbs where row.count(verb) > 0 {
        page.lines += [StyledLine(), heading(row, verb)]
        page.lines += members(row.members[verb] ?? [], powers, state, columns: columns)
      }
    }
    return page
  }

  /// The calls of one cell, each with the scopes behind it.
  static func lines(
    ofRow index: Int, _ verb: KeyPowers.Verb, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let powers = state.powers
    guard powers.rows.indices.contains(index) else { return [] }
    let row = powers.rows[index]
    return [heading(row, verb)]
      + members(row.members[verb] ?? [], powers, state, columns: columns)
  }

  /// Marks the row of the cursor, and in it the cell.
  static func highlight(
    top: Int, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    guard let cursor = state.powersCursor.inside(state.powers) else { return }
    let page = page(state, columns: plan.body.columns - 2)
    guard let rows = page.row(cursor) else { return }
    let top = min(top, max(0, page.lines.count - plan.body.rows))
    for line in rows where (top..<top + plan.body.rows).contains(line) {
      let row = plan.body.row + line - top
      frame.highlight(row: row, column: 0, columns: plan.body.columns, attributes: .reverse)
      if let cell = page.cells?[cursor.verb] {
        frame.highlight(
          row: row, column: 1 + cell.lowerBound, columns: cell.count - 2, attributes: .underline)
        frame.cursor = Point(row: row, column: 1 + cell.lowerBound)
      } else {
        frame.cursor = Point(row: row, column: 0)
      }
    }
  }

  private static func heading(_ row: KeyPowers.Row, _ verb: KeyPowers.Verb) -> StyledLine {
    let word = verb.rawValue.prefix(1).uppercased() + verb.rawValue.dropFirst()
    return StyledLine("\(word) \(row.name)", style(verb)).adding("  \(row.count(verb))", .dim)
  }

  private static func addTable(
    _ powers: KeyPowers, _ state: DesignerState, columns: Int, to page: inout Page
  ) {
    guard !powers.rows.isEmpty else { return }
    page.lines.append(StyledLine())
    let names = powers.rows.map(\.name.count).max() ?? 0
    guard columns >= names + 2 + 9 * powers.verbs.count else {
      return addList(powers, state, columns: columns, to: &page)
    }
    let cell = min(20, (columns - names - 2) / max(1, powers.verbs.count))
    let most = powers.rows.flatMap { row in powers.verbs.map(row.count) }.max() ?? 1
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    page.cells = powers.verbs.indices.map { place in
      names + 2 + place * cell..<names + 2 + (place + 1) * cell
    }
    var head = StyledLine(padded("", names + 2))
    for verb in powers.verbs { head = head.adding(padded(verb.rawValue, cell), .bold) }
    page.lines.append(head)
    let bar = state.charset == .utf8 ? "\u{2588}" : "#"
    for row in powers.rows {
      var line = StyledLine(padded(row.name, names + 2))
      for verb in powers.verbs {
        let count = row.count(verb)
        let room = max(0, cell - 2 - String(most).count - 1)
        // The smallest number has a bar as well: it is not nothing.
        let length = count == 0 ? 0 : max(1, count * room / most)
        let number = count == 0 ? "" : String(count)
        let drawn = number + " " + String(repeating: bar, count: min(length, room))
        line = line.adding(padded(count == 0 ? "" : drawn, cell), style(verb))
      }
      page.rows.append(page.lines.count..<page.lines.count + 1)
      page.lines.append(line)
    }
  }

  /// The same without columns, where the screen has no room for them.
  private static func addList(
    _ powers: KeyPowers, _ state: DesignerState, columns: Int, to page: inout Page
  ) {
    let cursor = state.powersCursor.inside(powers)
    for (place, row) in powers.rows.enumerated() {
      let counts = powers.verbs.enumerated().filter {
        row.count($0.element) > 0 || cursor == PowersCursor(row: place, verb: $0.offset)
      }.map { index, verb in
        let text = "\(verb.rawValue) \(row.count(verb))"
        return cursor == PowersCursor(row: place, verb: index) ? "> " + text : text
      }
      let lines = StyledLine.wrap(
        counts.joined(separator: ", "), columns: columns, charset: state.charset,
        lead: row.name + ": ", leadStyle: .bold)
      page.rows.append(page.lines.count..<page.lines.count + lines.count)
      page.lines += lines
    }
  }

  private static func members(
    _ indices: [Int], _ powers: KeyPowers, _ state: DesignerState, columns: Int
  ) -> [StyledLine] {
    let (catalog, shown) = (state.catalog, indices.prefix(limit))
    let access = KeyAccess(state.editor.design, in: catalog)
    let lines = shown.flatMap { index in
      guard powers.unit == .calls else {
        return StyledLine.wrap(
          catalog.scopes[index].id, columns: columns, charset: state.charset, lead: "  ")
      }
      let scopes = access.opening(of: index).scopes.map { catalog.scopes[$0].id }
      return StyledLine.wrap(
        catalog.operations[index].call + " by " + scopes.joined(separator: ", "),
        columns: columns, charset: state.charset, lead: "  ")
    }
    let more = indices.count - shown.count
    return more > 0 ? lines + [StyledLine("  and \(more) more", .dim)] : lines
  }

  private static func style(_ verb: KeyPowers.Verb) -> Style {
    switch verb {
    case .reads: .plain
    case .makes: Style(.green)
    case .changes: Look.style(.warning)
    case .deletes: Look.style(.error)
    }
  }
}
