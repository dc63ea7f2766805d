import CCurses
import TerminalUI

/// Hands the difference between two frames to ncurses, which sends what differs on the screen.
struct FramePainter {
  private var previous: Frame?
  /// What styles become.
  private let palette: Palette

  /// Gives ncurses the colors of a palette.
  init(_ palette: Palette) {
    self.palette = palette
    for hue in Hue.allCases {
      if let color = palette.color(of: hue) {
        keywright_set_color(Int32(hue.rawValue), Int32(clamping: color))
      }
    }
  }

  /// Makes the next frame count as wholly new.
  mutating func forget() { previous = nil }

  /// Writes the changed rows into ncurses's memory; false if nothing at all changed.
  mutating func paint(_ frame: Frame, onto screen: Size) -> Bool {
    if let previous, previous == frame { return false }
    var old = previous
    if old?.size != frame.size {
      keywright_blank_screen()
      old = nil
    }
    for row in 0..<min(frame.size.rows, screen.rows) {
      let cells = frame.row(row)
      if let old, old.row(row) == cells { continue }
      paint(cells.prefix(screen.columns), row: row)
    }
    previous = frame
    return true
  }

  /// Writes a row anew, each cell at its own column, so that no wrong width can shift the rest.
  private func paint(_ cells: ArraySlice<Cell>, row: Int) {
    keywright_blank_row(Int32(row))
    var column = 0
    while column < cells.count {
      let index = cells.startIndex + column
      let cell = cells[index]
      let isWide = index + 1 < cells.endIndex && cells[index + 1].text.isEmpty
      // A second half whose first half was written over; the blank row has only plain spaces.
      let text = cell.text.isEmpty ? " " : cell.text
      if text != " " || cell.style != .plain {
        put(text, row: Int32(row), column: Int32(column), cell.style)
      }
      column += isWide && !cell.text.isEmpty ? 2 : 1
    }
  }

  private func put(_ text: String, row: Int32, column: Int32, _ style: Style) {
    let look = palette.rendition(of: style)
    let attributes = UInt32(look.attributes.rawValue)
    let pair = look.color == nil ? 0 : Int32(style.hue.rawValue)
    var scalars = text.unicodeScalars.makeIterator()
    // Nearly every cell: a copy of its text for C would be the dearest part of drawing it.
    if let only = scalars.next(), scalars.next() == nil {
      keywright_put_scalar(row, column, only.value, attributes, pair)
    } else {
      keywright_put(row, column, text, attributes, pair)
    }
  }
}
