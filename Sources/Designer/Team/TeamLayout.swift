import TerminalUI

/// Where everything of the table of keys stands on a screen.
struct TeamLayout {
  /// A column on the screen.
  struct Place: Hashable {
    /// The column; nil for that which says by what a key can do what was asked for.
    let column: KeyColumn?
    let start: Int
    let width: Int
  }

  /// Whether the screen is too small.
  let isTooSmall: Bool
  let title: Rect
  /// The titles of the columns.
  let header: Rect
  /// The keys.
  let list: Rect
  /// More about the key under the cursor; no rows where there is no room.
  let detail: Rect
  /// Everything between the title and the last two lines.
  let body: Rect
  let message: Rect
  let bar: Rect
  /// The columns that find room, from left to right.
  let places: [Place]

  init(_ state: TeamState) {
    let size = state.size
    func part(_ row: Int, _ rows: Int) -> Rect {
      Rect(row: row, column: 0, rows: rows, columns: size.columns)
    }
    let minimum = LayoutPlan.minimum
    isTooSmall = size.rows < minimum.rows || size.columns < minimum.columns
    let rows = max(size.rows, minimum.rows)
    title = part(0, 1)
    header = part(1, 1)
    body = part(1, rows - 3)
    message = part(rows - 2, 1)
    bar = part(rows - 1, 1)
    let details = rows >= 30 ? 8 : rows >= 20 ? 6 : 0
    detail = part(rows - 2 - details, details)
    list = part(2, rows - 4 - details)
    places = Self.places(of: state)
  }

  /// The column of the table at a column of the screen.
  func column(at column: Int) -> KeyColumn? {
    places.last { $0.start <= column }?.column
  }

  /// All columns that the rows can be sorted by at the moment.
  static func columns(of state: TeamState) -> [KeyColumn] {
    KeyColumn.allCases.filter { $0 != .changed || state.base != nil }
  }

  // MARK: - Columns

  private static let gap = 2
  /// In front of the keys' names there is room for a mark.
  private static let start = 2

  /// What goes first where there is no room for all; the name and the worst finding stay.
  private static let dropped: [KeyColumn?] = [
    .touches, .acceptance, .catalog, .kind, .findings, .calls, .rotation, .platform, .changed,
    .scopes, nil,
  ]

  private static func places(of state: TeamState) -> [Place] {
    let room = max(0, state.size.columns - start)
    var shown: [KeyColumn?] = columns(of: state).filter { column in
      switch column {
      case .platform: !state.isGrouped
      // Where no key has one, the column says nothing.
      case .kind, .acceptance: state.widths[column, default: 0] > 0
      default: true
      }
    }
    if state.power != nil { shown.insert(nil, at: 1) }
    func whole(_ column: KeyColumn?) -> Int {
      guard let column else { return 40 }
      return max(column.title.count, state.widths[column] ?? 0)
    }
    func least(_ column: KeyColumn?) -> Int {
      switch column {
      case .key: min(whole(column), 14)
      case .worst: min(whole(column), 32)
      case .touches, nil: min(whole(column), 14)
      case .kind, .platform: min(whole(column), 16)
      default: whole(column)
      }
    }
    func used() -> Int { shown.reduce(0) { $0 + least($1) } + gap * (shown.count - 1) }
    for column in dropped where used() > room { shown.removeAll { $0 == column } }
    var widths = shown.map(least)
    var left = room - used()
    // Most of what is left goes to names and findings, the rest to what can say more.
    for column in [.key, .worst, nil, .touches] as [KeyColumn?] + shown where left > 0 {
      guard let place = shown.firstIndex(of: column) else { continue }
      let more = min(left, whole(column) - widths[place])
      widths[place] += more
      left -= more
    }
    if left < 0, let last = widths.indices.last { widths[last] = max(8, widths[last] + left) }
    var next = start
    return zip(shown, widths).map { column, width in
      defer { next += width + gap }
      return Place(column: column, start: next, width: width)
    }
  }
}
