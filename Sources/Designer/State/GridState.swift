import BitCollections
import Catalogs
import TerminalUI

/// A part of the grid that is no single scope.
enum GridPart: Hashable, Sendable {
  /// A row, by index.
  case row(Int)
  /// A column.
  case column(ScopeVerb)
  /// A cell of a row.
  case cell(Int, ScopeVerb)
}

/// The grid as it is shown: which rows the filter lets through, where the cursor stands, and how
/// far the view has scrolled both ways.
///
/// The row and the column before the first are the headings, which stand for all that they head.
struct GridState: Sendable {
  /// Where the cursor goes in a scope's row.
  enum Place: Hashable, Sendable {
    case cell
    case heading
  }

  static let heading = -1

  let grid: ScopeGrid
  /// The scopes that the filter lets through; nil where there is no filter.
  private(set) var matched: BitSet?
  /// The rows that show, by index.
  private(set) var rows: [Int]
  /// The row of the cursor, by its place in `rows`; -1 for the heading.
  private(set) var row = 0
  /// The column of the cursor; -1 for the heading.
  private(set) var column = 0
  /// The first row on the screen.
  private(set) var top = 0
  /// The first column on the screen.
  private(set) var left = 0
  private(set) var layout = GridLayout()
  /// The scope that the cursor came to from elsewhere.
  private var anchor: Int?
  private let widestName: Int
  /// How many scopes each column holds.
  let columnCounts: [Int]

  init(_ grid: ScopeGrid) {
    self.grid = grid
    rows = Array(grid.rows.indices)
    widestName = grid.rows.lazy.map(\.resource.utf8.count).max() ?? 0
    var counts = Array(repeating: 0, count: ScopeVerb.allCases.count)
    for verb in grid.verbOfScope { counts[verb.rawValue] += 1 }
    columnCounts = counts
  }

  /// The cursor's row of the grid, or nil on the heading.
  var currentRow: Int? { rows.indices.contains(row) ? rows[row] : nil }

  /// The cursor's column, or nil on the heading.
  var currentVerb: ScopeVerb? { ScopeVerb(rawValue: column) }

  /// What the cursor stands on; nil where no row is left, or on the corner of the headings.
  var subject: Subject? {
    switch (currentRow, currentVerb) {
    case (nil, nil): return nil
    case (nil, let verb?): return rows.isEmpty ? nil : .scopes(.column(verb))
    case (let row?, nil): return .scopes(.row(row))
    case (let row?, let verb?):
      let scopes = visibleScopes(of: .cell(row, verb))
      return scopes.count == 1 ? .scope(scopes[0]) : .scopes(.cell(row, verb))
    }
  }

  /// What a part is called.
  func name(of part: GridPart) -> String {
    switch part {
    case .row(let row): grid.rows[row].name
    case .column(let verb): verb.name
    case .cell(let row, let verb): "\(grid.rows[row].name) \(verb.name)"
    }
  }

  /// All scopes of a part.
  func scopes(of part: GridPart) -> [Int] {
    switch part {
    case .row(let row): grid.scopes(row: row)
    case .column(let verb): grid.verbOfScope.indices.filter { grid.verbOfScope[$0] == verb }
    case .cell(let row, let verb): grid.scopes(row: row, verb)
    }
  }

  /// The scopes of a part that the filter lets through.
  func visibleScopes(of part: GridPart) -> [Int] {
    let scopes = scopes(of: part)
    guard let matched else { return scopes }
    return scopes.filter(matched.contains)
  }

  /// The scope that stands for the cursor where it has left the one that it came to; else nil.
  var movedScope: Int? {
    guard let row = currentRow else { return nil }
    let cell = currentVerb.map { visibleScopes(of: .cell(row, $0)) } ?? []
    if let anchor {
      // On the heading or an empty cell of its row a scope is still the one that was come to.
      let isThere = cell.isEmpty ? grid.rowOfScope[anchor] == row : cell.contains(anchor)
      if isThere { return nil }
    }
    return cell.first ?? visibleScopes(of: .row(row)).first
  }

  /// How many of these scopes each column holds.
  func counts(of scopes: BitSet) -> [Int] {
    var counts = Array(repeating: 0, count: ScopeVerb.allCases.count)
    for scope in scopes { counts[grid.verbOfScope[scope].rawValue] += 1 }
    return counts
  }

  // MARK: - Moving

  /// Puts the cursor on a scope's cell or on its row's heading.
  mutating func reveal(_ scope: Int, in place: Place) {
    guard let shown = rows.firstIndex(of: grid.rowOfScope[scope]) else { return }
    row = shown
    column = place == .cell ? grid.verbOfScope[scope].rawValue : Self.heading
    anchor = scope
    scroll()
  }

  mutating func move(rows step: Int) { move(toRow: row + step) }

  mutating func move(toRow next: Int) {
    row = max(Self.heading, min(next, rows.count - 1))
    // The corner of the headings stands for nothing.
    if row == Self.heading, column == Self.heading { column = left }
    scroll()
  }

  mutating func move(columns step: Int) {
    let first = row == Self.heading ? 0 : Self.heading
    column = max(first, min(column + step, ScopeVerb.allCases.count - 1))
    scroll()
  }

  /// Puts the cursor on a cell that can be seen, without scrolling under the mouse.
  mutating func select(row: Int, column: Int) {
    guard row != Self.heading || column != Self.heading else { return }
    (self.row, self.column) = (row, column)
  }

  /// Scrolls the view and takes the cursor along where it would leave the screen.
  mutating func scrollView(by count: Int) {
    top = max(0, min(top + count, rows.count - layout.rows))
    guard row != Self.heading else { return }
    row = max(top, min(row, top + layout.rows - 1, rows.count - 1))
  }

  /// Takes the rectangle in which the grid shows.
  mutating func fit(_ rect: Rect) {
    let next = GridLayout(rect: rect, widestName: widestName)
    guard next != layout else { return }
    layout = next
    scroll()
  }

  /// Takes the scopes that the filter lets through.
  mutating func setMatched(_ next: BitSet?) {
    guard next != matched else { return }
    let kept = currentRow
    matched = next
    if let next {
      rows = Array(BitSet(next.map { grid.rowOfScope[$0] }))
    } else {
      rows = Array(grid.rows.indices)
    }
    if let kept { row = rows.firstIndex(of: kept) ?? min(row, rows.count - 1) }
    row = max(rows.isEmpty ? Self.heading : 0, min(row, rows.count - 1))
    if row == Self.heading, column == Self.heading { column = 0 }
    scroll()
  }

  private mutating func scroll() {
    if row != Self.heading {
      top = min(top, row)
      top = max(top, row - layout.rows + 1)
    } else {
      top = 0
    }
    top = max(0, min(top, rows.count - layout.rows))
    if column != Self.heading {
      left = min(left, column)
      left = max(left, column - layout.columns + 1)
    }
    left = max(0, min(left, ScopeVerb.allCases.count - layout.columns))
  }
}

/// Where the parts of the grid stand in its rectangle.
struct GridLayout: Hashable, Sendable {
  /// A cell: a box, a space or a count, and a risk.
  static let cellWidth = 9
  private static let countWidth = 7

  /// How many rows of scopes show.
  var rows = 1
  /// How many columns of scopes show.
  var columns = 1
  /// How wide the names are.
  var nameWidth = 12
  /// Whether the rows end with their counts.
  var showsCounts = false
  /// The columns that the last column of the grid has besides, for the names of what is in it.
  var extra = 0
  /// How many lines the headings take: names, and counts where there is room.
  var headingRows = 1

  init() {}

  init(rect: Rect, widestName: Int) {
    headingRows = rect.rows >= 8 ? 2 : 1
    rows = max(1, rect.rows - headingRows)
    let all = ScopeVerb.allCases.count
    nameWidth = max(10, min(widestName + 2, max(16, rect.columns - 2 - all * Self.cellWidth - 7)))
    let room = rect.columns - 1 - nameWidth
    showsCounts = room >= 3 * Self.cellWidth + Self.countWidth
    columns = max(
      1, min(all, (room - (showsCounts ? Self.countWidth : 0)) / Self.cellWidth))
    let rest = room - (showsCounts ? Self.countWidth : 0) - columns * Self.cellWidth
    extra = columns == all && rest >= 4 ? min(rest, 24) : 0
  }

  /// The column of the screen at which a column of the grid starts, from the grid's left edge.
  func column(_ column: Int, left: Int) -> Int { 1 + nameWidth + (column - left) * Self.cellWidth }

  /// The column of the screen at which the counts start.
  var countColumn: Int { 1 + nameWidth + columns * Self.cellWidth + extra }

  /// The column of the grid at a column of the screen, from the grid's left edge, and how far into
  /// it; -1 for the names, nil behind the last.
  func place(at column: Int) -> (column: Int, offset: Int)? {
    let offset = column - 1 - nameWidth
    guard offset >= 0 else { return (-1, 0) }
    guard offset < columns * Self.cellWidth + extra else { return nil }
    let place = min(offset / Self.cellWidth, columns - 1)
    return (place, offset - place * Self.cellWidth)
  }
}
