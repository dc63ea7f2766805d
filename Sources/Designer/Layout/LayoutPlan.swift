import TerminalUI

/// Where everything stands on a screen of a given size.
struct LayoutPlan: Hashable, Sendable {
  /// The smallest screen that the designer can be used on.
  static let minimum = Size(rows: 10, columns: 40)
  /// The columns from which on tree and details stand side by side: each then has room for an id,
  /// its warning and its counts.
  static let sideBySide = 100
  /// The columns from which on the manifest stands beside the details.
  static let threePanes = 140
  /// The rows of the lines on the row under the cursor: a heading and three.
  static let stripRows = 4

  /// Whether the screen is smaller than that.
  var isTooSmall = false
  /// The top line.
  var title = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// Everything between the top line and the last two.
  var body = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The tree.
  var tree = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The presets that a filter names, above the tree; no rows where there is none, or no room.
  var presets = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// What the scope under the cursor opens; no rows where there is no room.
  var detail = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// A heading and three lines on the row under the cursor, where details have no pane of their own;
  /// no rows where there is no room.
  var strip = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The manifest as it would be written, beside the details; no rows where there is no room.
  var manifest = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The findings with their heading; no rows where there is no room.
  var findings = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The line that says what happened, or in which words are typed.
  var message = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The key bar.
  var bar = Rect(row: 0, column: 0, rows: 0, columns: 0)
  /// The column of the line between tree and details, where they stand side by side.
  var divider: Int?
  /// That of the line between details and manifest.
  var secondDivider: Int?

  init(
    size: Size, pane: Pane, findingsOnly: Bool, view: MainView = .scopes, presets count: Int = 0
  ) {
    guard size.rows >= Self.minimum.rows, size.columns >= Self.minimum.columns else {
      isTooSmall = true
      return
    }
    func line(_ row: Int) -> Rect { Rect(row: row, column: 0, rows: 1, columns: size.columns) }
    title = line(0)
    message = line(size.rows - 2)
    bar = line(size.rows - 1)
    body = Rect(row: 1, column: 0, rows: size.rows - 3, columns: size.columns)
    if findingsOnly {
      findings = body
    } else if body.rows < 12 {
      planSmall(pane, view)
    } else {
      let findingRows = min(max(4, body.rows / 4), 10)
      findings = Rect(
        row: body.endRow - findingRows, column: 0, rows: findingRows, columns: size.columns)
      planUpper(
        Rect(row: body.row, column: 0, rows: body.rows - findingRows, columns: size.columns), pane,
        view)
    }
    let rows = min(count, tree.rows >= 10 ? 2 : tree.rows >= 4 ? 1 : 0)
    presets = Rect(row: tree.row, column: 0, rows: rows, columns: tree.columns)
    tree = Rect(
      row: tree.row + rows, column: tree.column, rows: tree.rows - rows, columns: tree.columns)
  }

  /// A low screen: one pane, and a line with the counts of findings.
  private mutating func planSmall(_ pane: Pane, _ view: MainView) {
    let upper = Rect(row: body.row, column: 0, rows: body.rows - 1, columns: body.columns)
    switch pane {
    case .findings: findings = body
    case .tree, .detail:
      findings = Rect(row: body.endRow - 1, column: 0, rows: 1, columns: body.columns)
      planUpper(upper, pane, view)
    }
  }

  private mutating func planUpper(_ upper: Rect, _ pane: Pane, _ view: MainView) {
    // The grid needs the width that details would take, and leaves them less.
    let isGrid = view == .grid
    if upper.columns >= (isGrid ? 116 : Self.sideBySide) {
      // A third pane shows the manifest, where all three have room.
      let third = !isGrid && upper.columns >= Self.threePanes ? min(60, upper.columns * 3 / 10) : 0
      let room = upper.columns - third
      let left =
        isGrid
        ? min(max(76, upper.columns * 13 / 20), 100) : min(max(52, room * 11 / 20), 84)
      tree = Rect(row: upper.row, column: 0, rows: upper.rows, columns: left)
      divider = left
      detail = Rect(
        row: upper.row, column: left + 2, rows: upper.rows,
        columns: room - left - (third > 0 ? 4 : 3))
      guard third > 0 else { return }
      manifest = Rect(
        row: upper.row, column: room + 1, rows: upper.rows, columns: third - 2)
      secondDivider = room - 1
    } else if upper.rows >= 30 {
      let lower = upper.rows * 2 / 5
      tree = Rect(row: upper.row, column: 0, rows: upper.rows - lower - 1, columns: upper.columns)
      detail = Rect(
        row: upper.endRow - lower, column: 1, rows: lower, columns: upper.columns - 2)
    } else if pane == .detail {
      detail = Rect(row: upper.row, column: 1, rows: upper.rows, columns: upper.columns - 2)
    } else {
      let lines = upper.rows >= 5 + Self.stripRows ? Self.stripRows : 0
      tree = Rect(row: upper.row, column: 0, rows: upper.rows - lines, columns: upper.columns)
      strip = Rect(row: upper.endRow - lines, column: 0, rows: lines, columns: upper.columns)
    }
  }
}
