import TerminalUI

/// The words that fit what is typed in the command line, over the lowest rows of what it covers.
enum CommandLineView {
  /// Where the list stands, and its first entry.
  private struct Box {
    var rect: Rect
    var top: Int
    var entries: [Completions.Entry]
    /// The one word that fits, with all that is said of it; none where several fit.
    var whole: [StyledLine] = []

    init(_ line: CommandLine, _ state: DesignerState, _ plan: LayoutPlan) {
      entries = Completions(line, state).entries
      if entries.count == 1, let entry = entries.first {
        let key = entry.key.map { "  (\($0))" } ?? ""
        whole = StyledLine.wrap(
          entry.help + key, columns: plan.body.columns - 2, charset: state.charset,
          lead: entry.word + "  ", leadStyle: .bold)
      }
      let rows = min(max(entries.count, whole.count), max(3, plan.body.rows / 2))
      rect = Rect(
        row: plan.body.endRow - rows, column: 0, rows: rows, columns: plan.body.columns)
      top = whole.isEmpty ? max(0, min(line.marked - rows / 2, entries.count - rows)) : 0
    }
  }

  /// The place of the word that a row of the screen shows.
  static func place(
    _ point: Point, _ line: CommandLine, _ state: DesignerState, _ plan: LayoutPlan
  ) -> Int? {
    let box = Box(line, state, plan)
    guard box.rect.contains(point) else { return nil }
    return box.whole.isEmpty ? box.top + point.row - box.rect.row : 0
  }

  static func draw(
    _ line: CommandLine, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let box = Box(line, state, plan)
    let columns = box.rect.columns - 2
    guard box.whole.isEmpty else {
      for row in box.rect.row..<box.rect.endRow {
        frame.fill(row: row, column: 0, columns: box.rect.columns, style: .plain)
      }
      frame.draw(
        box.whole,
        in: Rect(row: box.rect.row, column: 1, rows: box.rect.rows, columns: columns))
      for row in box.rect.row..<box.rect.endRow {
        frame.highlight(row: row, column: 0, columns: box.rect.columns, attributes: .reverse)
      }
      return
    }
    // Of a long list the words that show decide.
    let shown = box.entries.dropFirst(box.top).prefix(box.rect.rows)
    let widest = shown.map { TextWidth.columns(of: $0.word, charset: state.charset) }.max() ?? 0
    let lead = min(widest, max(12, columns * 2 / 5))
    for (offset, entry) in shown.enumerated() {
      let row = box.rect.row + offset
      let isMarked = box.top + offset == line.marked
      frame.fill(row: row, column: 0, columns: box.rect.columns, style: .plain)
      frame.writeFitted(
        entry.word, row: row, column: 1, columns: lead,
        style: isMarked ? Style(.plain, .bold) : .plain)
      let key = entry.key.map { "  \($0)" } ?? ""
      frame.writeFitted(
        entry.help, row: row, column: lead + 3, columns: max(0, columns - lead - 2 - key.count),
        style: .dim)
      if !key.isEmpty {
        frame.write(key, row: row, column: box.rect.columns - 1 - key.count, style: .bold)
      }
      if isMarked {
        frame.highlight(row: row, column: 0, columns: box.rect.columns, attributes: .reverse)
      }
    }
  }
}
