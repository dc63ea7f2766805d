import CCurses
import TerminalUI

/// What a frame is painted on.
protocol FrameCanvas {
  /// How a glyph looks: bits of `Style.Attributes`, and the number of a hue, 0 for none.
  typealias Look = (attributes: UInt32, pair: Int32)

  /// Makes all of it blank.
  func blank()
  /// Makes a row blank.
  func blank(row: Int)
  /// Writes ASCII characters side by side.
  func put(_ ascii: [UInt8], row: Int, column: Int, _ look: Look)
  /// Writes a glyph of one or two cells.
  func put(_ glyph: Glyph, row: Int, column: Int, _ look: Look)
}

/// The memory of ncurses, which knows what the screen shows and sends what differs.
struct CursesCanvas: FrameCanvas {
  func blank() { keywright_blank_screen() }

  func blank(row: Int) { keywright_blank_row(Int32(row)) }

  func put(_ ascii: [UInt8], row: Int, column: Int, _ look: Look) {
    keywright_put_ascii(
      Int32(row), Int32(column), ascii, Int32(ascii.count), look.attributes, look.pair)
  }

  func put(_ glyph: Glyph, row: Int, column: Int, _ look: Look) {
    // A copy of the text for C would be the dearest part of drawing it.
    if let only = glyph.onlyScalar {
      keywright_put_scalar(Int32(row), Int32(column), only.value, look.attributes, look.pair)
    } else {
      keywright_put(Int32(row), Int32(column), glyph.text, look.attributes, look.pair)
    }
  }
}

/// Writes a frame on a canvas, but only the rows that differ from the frame before.
struct FramePainter<Canvas: FrameCanvas> {
  private var previous: Frame?
  /// Characters of one style that stand side by side, on their way to the canvas together.
  private var run: [UInt8] = []
  /// What styles become.
  private let palette: Palette
  private let canvas: Canvas

  init(_ palette: Palette, on canvas: Canvas) {
    (self.palette, self.canvas) = (palette, canvas)
  }

  /// Makes the next frame count as wholly new.
  mutating func forget() { previous = nil }

  /// Writes the changed rows; false if nothing at all changed.
  mutating func paint(_ frame: Frame, onto screen: Size) -> Bool {
    if let previous, previous == frame { return false }
    var old = previous
    if old?.size != frame.size {
      canvas.blank()
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

  /// Writes a row anew, each cell that is not ASCII at its own column, so that no wrong width can
  /// shift the rest.
  private mutating func paint(_ cells: ArraySlice<Cell>, row: Int) {
    canvas.blank(row: row)
    run.removeAll(keepingCapacity: true)
    let blank = Cell.blank
    var style = Style.plain
    var styled = blank
    var column = 0
    while column < cells.count {
      let index = cells.startIndex + column
      let cell = cells[index]
      if cell == blank {
        // The blank row has plain spaces already.
        if run.isEmpty {
          column += 1
          continue
        }
        if isJoint(index, in: cells, after: style) {
          run.append(UInt8(ascii: " "))
          column += 1
          continue
        }
      }
      if !cell.hasStyle(of: styled) {
        putRun(row: row, end: column, style)
        (styled, style) = (cell, cell.style)
      }
      // An empty glyph is the second half of a character whose first half was written over.
      let glyph = cell.glyph.isEmpty ? .space : cell.glyph
      if let byte = glyph.ascii {
        if cell != blank || !run.isEmpty { run.append(byte) }
        column += 1
      } else {
        putRun(row: row, end: column, style)
        canvas.put(glyph, row: row, column: column, look(of: style))
        let isWide = index + 1 < cells.endIndex && cells[index + 1].glyph.isEmpty
        column += isWide ? 2 : 1
      }
    }
    putRun(row: row, end: column, style)
  }

  /// Whether a space that stands alone between two styles may have the first: it looks the same, and
  /// the terminal is spared to go back to plain text for it.
  private func isJoint(_ index: Int, in cells: ArraySlice<Cell>, after style: Style) -> Bool {
    guard style != .plain, index + 1 < cells.endIndex,
      !cells[index + 1].hasStyle(of: .blank)
    else { return false }
    return palette.rendition(of: style).attributes.isDisjoint(with: [.reverse, .underline])
  }

  /// Hands over the characters that end before a column.
  private mutating func putRun(row: Int, end: Int, _ style: Style) {
    guard !run.isEmpty else { return }
    let column = end - run.count
    if style == .plain { while run.last == UInt8(ascii: " ") { run.removeLast() } }
    canvas.put(run, row: row, column: column, look(of: style))
    run.removeAll(keepingCapacity: true)
  }

  private func look(of style: Style) -> Canvas.Look {
    let look = palette.rendition(of: style)
    return (UInt32(look.attributes.rawValue), look.color == nil ? 0 : Int32(style.hue.rawValue))
  }
}
