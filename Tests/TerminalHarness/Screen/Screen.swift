internal import CVirtualTerminal

/// What a person sees at one moment, as a value.
public struct Screen: Sendable {
  /// The terminal's size.
  public let size: ScreenSize
  /// Where the cursor stands, hidden or not.
  public let cursor: ScreenPoint
  /// Whether the cursor is shown.
  public let isCursorVisible: Bool
  /// Whether the program has switched to the alternate screen.
  public let isAlternate: Bool
  /// Whether the program listens to the mouse.
  public let isMouseOn: Bool
  private let cells: [cvt_cell]

  init(size: ScreenSize, state: cvt_screen_state, cells: [cvt_cell]) {
    self.size = size
    self.cells = cells
    cursor = ScreenPoint(row: Int(state.row), column: Int(state.column))
    isCursorVisible = state.visible
    isAlternate = state.alternate_screen
    isMouseOn = state.mouse != 0
  }

  /// The cell at a place; a plain blank outside the screen.
  public func cell(_ row: Int, _ column: Int) -> ScreenCell {
    guard (0..<size.rows).contains(row), (0..<size.columns).contains(column) else {
      return ScreenCell(text: " ", width: 1, style: ScreenStyle())
    }
    let raw = cells[row * size.columns + column]
    return ScreenCell(
      text: String(decoding: Self.bytes(of: raw), as: UTF8.self), width: Int(raw.width),
      style: ScreenStyle(raw))
  }

  /// The cells of one row.
  public func cells(row: Int) -> [ScreenCell] {
    (0..<size.columns).map { cell(row, $0) }
  }

  /// The text of one row, without the blanks at its end.
  public func text(row: Int) -> String {
    var bytes = self.bytes(row: row, columns: 0..<size.columns).bytes
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a part of one row, blanks included.
  public func text(row: Int, columns: Range<Int>) -> String {
    let inside = columns.clamped(to: 0..<size.columns)
    return String(decoding: bytes(row: row, columns: inside).bytes, as: UTF8.self)
  }

  /// The text of each row, without the blanks at their ends.
  public var rows: [String] { (0..<size.rows).map { text(row: $0) } }

  /// All text, one line a row.
  public var text: String { rows.joined(separator: "\n") }

  /// Whether a row shows the text.
  public func contains(_ text: String) -> Bool { find(text) != nil }

  /// Where the text starts first, reading from the top, from row `first` on.
  public func find(_ text: String, from first: Int = 0) -> ScreenPoint? {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, first < size.rows else { return nil }
    for row in max(first, 0)..<size.rows {
      let (bytes, columns) = bytes(row: row, columns: 0..<size.columns)
      guard bytes.count >= wanted.count else { continue }
      for start in 0...(bytes.count - wanted.count)
      where bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
      {
        return ScreenPoint(row: row, column: columns[start])
      }
    }
    return nil
  }

  /// The rows in which the cell at `column` is drawn in reverse: as a rule, the selection.
  public func reversedRows(column: Int = 0) -> [Int] {
    (0..<size.rows).filter { cell($0, column).style.reverse }
  }

  /// A row's text as UTF-8, and the column that each byte belongs to.
  private func bytes(row: Int, columns: Range<Int>) -> (bytes: [UInt8], columns: [Int]) {
    guard (0..<size.rows).contains(row) else { return ([], []) }
    var bytes: [UInt8] = []
    var places: [Int] = []
    bytes.reserveCapacity(columns.count)
    places.reserveCapacity(columns.count)
    for column in columns {
      let raw = cells[row * size.columns + column]
      if raw.length == 0 {
        guard raw.width > 0 else { continue }
        bytes.append(UInt8(ascii: " "))
        places.append(column)
      } else if raw.length == 1 {
        bytes.append(raw.text.0)
        places.append(column)
      } else {
        bytes += Self.bytes(of: raw)
        places += repeatElement(column, count: Int(raw.length))
      }
    }
    return (bytes, places)
  }

  private static func bytes(of cell: cvt_cell) -> [UInt8] {
    if cell.length == 0 { return cell.width == 0 ? [] : [UInt8(ascii: " ")] }
    return withUnsafeBytes(of: cell.text) { Array($0.prefix(Int(cell.length))) }
  }
}

extension Screen: CustomStringConvertible {
  /// The screen in a frame, to be read in a failed test's message.
  public var description: String {
    let edge = "+" + String(repeating: "-", count: size.columns) + "+"
    let lines = (0..<size.rows).map { row in
      "|" + text(row: row, columns: 0..<size.columns) + "|"
    }
    let shown = isCursorVisible ? "shown" : "hidden"
    return ([edge] + lines + [edge]).joined(separator: "\n")
      + "\ncursor \(shown) at row \(cursor.row), column \(cursor.column)"
      + (isAlternate ? ", alternate screen" : "")
  }
}
