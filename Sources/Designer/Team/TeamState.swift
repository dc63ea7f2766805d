import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

/// All that the table of keys knows: a value, changed by `update` alone.
package struct TeamState: Sendable {
  /// What the keys go to.
  enum Mode: Sendable {
    case browsing
    /// Words are typed; Escape brings those before back.
    case filtering(TextField, before: [String])
    /// A scope or call is looked for.
    case searching(PowerChoice)
    case reading(TeamPage, top: Int)
    case naming(TextField, for: TeamPage)
    case comparing(KeyComparison, left: String, right: String, top: Int)
  }

  /// A scope or call that is being looked for.
  struct PowerChoice: Sendable {
    let search: PowerSearch
    var field = TextField()
    var found: [Power] = []
    var cursor = 0
  }

  /// A line of the list.
  enum Line: Hashable, Sendable {
    /// The platform of the rows below it.
    case heading(String, count: Int)
    /// A key, by its place among the rows.
    case row(Int)
  }

  /// The keys, in the order of their paths.
  package internal(set) var rows: [KeyRow]
  /// The day that dates are counted from.
  let today: CalendarDate
  /// What was asked for, for the title.
  let name: String
  package internal(set) var size: Size
  let charset: Charset
  let theme: Theme
  let takesMouse: Bool

  var mode = Mode.browsing
  var message: Message?
  /// What the rows are put in order by.
  var column = KeyColumn.key
  var isReversed = false
  var isGrouped = false
  /// The words that keys must have to be shown.
  var words: [String] = []
  /// What keys must be able to do to be shown.
  var power: Power?
  /// The revision that the keys were compared with; nil where there is none.
  var base: String?
  /// The marked rows, in the order in which they were marked.
  var marked: [Int] = []
  /// What is listed.
  private(set) var lines: [Line] = []
  /// The place of the cursor among the lines; on a row wherever there is one.
  var cursor = 0
  /// The first line on the screen.
  var top = 0
  /// Whether the cursor was moved: until then it stays on the first row, whichever that is.
  var hasMoved = false
  /// How many rows are still to be read.
  private(set) var pendingCount = 0
  /// How wide the texts of each column are.
  private(set) var widths: [KeyColumn: Int] = [:]
  /// Whether the rows stand in the order of their paths, as those of one folder do.
  private var isInOrder = true
  /// What the paths of all keys start with.
  private(set) var folder = ""

  /// Starts with manifests that are still to be read.
  ///
  /// - Parameters:
  ///   - paths: the manifests.
  ///   - name: what was asked for, for the title.
  ///   - today: the day that dates are counted from.
  ///   - size: the screen's size.
  ///   - charset: what the terminal can show.
  ///   - column: what the rows are put in order by.
  ///   - words: the words that keys must have to be shown.
  ///   - settings: colors and mouse as the person wants them.
  package init(
    paths: [String], name: String, today: CalendarDate, size: Size, charset: Charset = .utf8,
    column: KeyColumn = .key, words: [String] = [], settings: Settings = Settings()
  ) {
    rows = []
    (self.name, self.today, self.size, self.charset) = (name, today, size, charset)
    (self.column, self.words) = (column, words)
    (theme, takesMouse) = (settings.theme, settings.mouse ?? true)
    setRows(paths)
  }

  // MARK: - Reading

  /// The row under the cursor.
  package var currentPlace: Int? {
    guard lines.indices.contains(cursor), case .row(let place) = lines[cursor] else { return nil }
    return place
  }

  var current: KeyRow? { currentPlace.map { rows[$0] } }

  /// The rows that are shown.
  var shownPlaces: [Int] {
    lines.compactMap { if case .row(let place) = $0 { place } else { nil } }
  }

  /// The name of a key in the table: its path without what all have in common.
  func shortName(_ row: KeyRow) -> String {
    let end = row.path.ends(exactlyWith: Self.ending) ? Self.ending.utf8.count : 0
    let name = row.path.utf8.dropFirst(folder.utf8.count).dropLast(end)
    return name.isEmpty ? row.path : String(Substring(name))
  }

  private static let ending = ".key.json"

  /// The catalogs of the keys, each platform once, in the order of the keys.
  var catalogs: [Catalog] {
    var seen: Set<String> = []
    return rows.compactMap(\.facts?.access.catalog).filter { seen.insert($0.id).inserted }
  }

  // MARK: - What follows

  /// Takes rows over that were read.
  mutating func take(_ read: [(place: Int, row: KeyRow)]) {
    for (place, row) in read where rows.indices.contains(place) && rows[place].path == row.path {
      if rows[place].isPending, !row.isPending { pendingCount -= 1 }
      let change = row.change ?? rows[place].change
      rows[place] = row
      rows[place].change = change
      widen(rows[place])
    }
    arrange()
  }

  mutating func take(_ changes: [String: KeyRow.Change], base: String) {
    self.base = base
    for place in rows.indices {
      if let change = changes[rows[place].path] { rows[place].change = change }
    }
    widths[.changed] = KeyRow.Change.unchanged.rawValue.count
    arrange()
  }

  /// Takes manifests over that are all still to be read; marks and cursor stay with their paths.
  mutating func setRows(_ paths: [String]) {
    let current = current?.path
    let marks = marked.map { rows[$0].path }
    rows = paths.map { KeyRow(path: $0) }
    pendingCount = rows.count
    isInOrder = zip(paths, paths.dropFirst()).allSatisfy {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    folder = Self.commonFolder(paths)
    widths = [:]
    let places = Dictionary(
      rows.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    marked = marks.compactMap { places[$0] }
    for row in rows { widen(row) }
    arrange()
    if let place = current.flatMap({ places[$0] }) { moveCursor(to: place) }
  }

  /// Puts the list together anew; the cursor stays on its row where that is still shown.
  mutating func arrange() {
    let current = currentPlace
    let shown = rows.indices.filter { rows[$0].matches(words) && has(rows[$0]) }
    let sorted =
      column == .key && isInOrder
      ? (isReversed ? shown.reversed() : shown)
      : column.sorted(shown, of: rows, isReversed: isReversed)
    lines = isGrouped ? grouped(sorted) : sorted.map(Line.row)
    if hasMoved, let current, let line = lines.firstIndex(of: .row(current)) {
      cursor = line
    } else {
      if !hasMoved { cursor = 0 }
      cursor = max(0, min(cursor, lines.count - 1))
      if currentPlace == nil { cursor = nearestRow(to: cursor) }
    }
    fit()
  }

  mutating func moveCursor(to place: Int) {
    if let line = lines.firstIndex(of: .row(place)) { cursor = line }
    fit()
  }

  /// Keeps the cursor on the screen.
  mutating func fit() {
    let height = TeamLayout(self).list.rows
    guard height > 0 else { return }
    // The heading of the first row is part of it.
    let first = cursor > 0 && cursor == nearestRow(to: 0) ? 0 : cursor
    top = min(top, first)
    if cursor >= top + height { top = cursor - height + 1 }
    top = max(0, min(top, lines.count - height))
  }

  private func has(_ row: KeyRow) -> Bool {
    guard let power else { return true }
    if case .can = power.answer(of: row) { return true }
    return false
  }

  /// The row at a line, else the next below, else the next above.
  func nearestRow(to line: Int) -> Int {
    func isRow(_ line: Int) -> Bool { if case .row = lines[line] { true } else { false } }
    return lines.indices.dropFirst(line).first(where: isRow)
      ?? lines.indices.prefix(max(0, line)).last(where: isRow) ?? 0
  }

  private func grouped(_ places: [Int]) -> [Line] {
    var groups: [String: [Int]] = [:]
    let (unreadable, pending) = ("cannot be read", "still to be read")
    for place in places {
      let row = rows[place]
      let name = row.facts?.platform ?? (row.isPending ? pending : unreadable)
      groups[name, default: []].append(place)
    }
    let names = groups.keys.filter { $0 != unreadable && $0 != pending }.sorted()
    return (names + [unreadable, pending]).flatMap { name -> [Line] in
      guard let group = groups[name] else { return [] }
      return [.heading(name, count: group.count)] + group.map(Line.row)
    }
  }

  private mutating func widen(_ row: KeyRow) {
    for column in KeyColumn.allCases where column == .key || row.facts != nil {
      let text = column == .key ? shortName(row) : column.text(row, today: today)
      widths[column] = max(widths[column] ?? 0, TextWidth.columns(of: text, charset: charset))
    }
  }

  private static func commonFolder(_ paths: [String]) -> String {
    guard var common = paths.first.map({ Array($0.utf8) }) else { return "" }
    for path in paths {
      let shared = zip(common, path.utf8).prefix { $0 == $1 }.count
      common.removeLast(common.count - shared)
    }
    let end = common.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return String(decoding: common[..<end], as: UTF8.self)
  }
}
