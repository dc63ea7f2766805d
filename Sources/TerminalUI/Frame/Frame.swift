/// A whole screen as values: styled cells, the place of the cursor, the modes that it wants.
///
/// Views write into a frame; the terminal's edge paints the difference to the frame before.
/// All text goes through `Sanitizer` on its way in, so that nothing from a file reaches a
/// terminal as anything but visible characters.
public struct Frame: Hashable, Sendable {
  /// The size in cells.
  public let size: Size
  /// What the terminal can show.
  public let charset: Charset
  /// The cells, row by row; `size.rows * size.columns` of them.
  public private(set) var cells: [Cell]
  /// Where the hardware cursor stands: screen readers and magnifiers follow it even when hidden.
  public var cursor = Point(row: 0, column: 0)
  /// Whether the hardware cursor shows, as in a text field.
  public var showsCursor = false
  /// Whether mouse events are wanted.
  public var wantsMouse = true

  /// Creates a blank frame.
  public init(size: Size, charset: Charset = .utf8) {
    self.size = size
    self.charset = charset
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// Gives every cell another hue by its own.
  public mutating func replaceHues(_ replacement: (Hue) -> Hue) {
    for index in cells.indices where cells[index].style.hue != .plain {
      cells[index].style.hue = replacement(cells[index].style.hue)
    }
  }

  /// Writes text into one row, cut at the right edge of `columns`, and returns the column after it.
  ///
  /// What lies outside the frame is dropped; a wide character that would be split becomes a space.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, style: Style = .plain, columns: Int = .max
  ) -> Int {
    let limit = columns >= size.columns - column ? size.columns : column + columns
    if Sanitizer.isPlainASCII(text) {
      return writePlain(text, row: row, column: column, limit: limit, style: style)
    }
    var place = column
    Sanitizer.forEachCluster(of: text, charset: charset) { glyph, width in
      guard place + width <= limit else {
        if place < limit { put(.space, row: row, column: place, style: style) }
        place = max(place, limit)
        return false
      }
      if width == 2, place < 0 {
        // Half of it lies outside: what is left is a space.
        put(.space, row: row, column: place + 1, style: style)
      } else {
        put(glyph, row: row, column: place, style: style)
        if width == 2 { put(Glyph(), row: row, column: place + 1, style: style) }
      }
      place += width
      return true
    }
    return place
  }

  /// Writes visible ASCII, which is nearly all that is drawn: a cell each, nothing to measure.
  private mutating func writePlain(
    _ text: String, row: Int, column: Int, limit: Int, style: Style
  ) -> Int {
    let end = max(column, min(limit, column + text.utf8.count))
    let (first, last) = (max(0, column), min(end, size.columns))
    guard row >= 0, row < size.rows, first < last else { return end }
    let start = row * size.columns
    splitWide(at: start + first)
    if last < size.columns { splitWide(at: start + last) }
    var place = column
    for byte in text.utf8 {
      guard place < last else { break }
      if place >= first { cells[start + place] = Cell(Glyph(ascii: byte), style) }
      place += 1
    }
    return end
  }

  /// Makes the halves of a wide character on both sides of a cell's left edge a space each.
  private mutating func splitWide(at index: Int) {
    guard index % size.columns > 0, cells[index].glyph.isEmpty else { return }
    cells[index - 1].glyph = .space
    cells[index].glyph = .space
  }

  /// Writes text cut to `columns` with an ellipsis where something is left out.
  @discardableResult
  public mutating func writeFitted(
    _ text: String, row: Int, column: Int, columns: Int, style: Style = .plain
  ) -> Int {
    guard let count = Sanitizer.plainCount(text, charset: charset), count > columns, columns > 0
    else {
      let fitted = TextLayout.fit(text, columns: columns, charset: charset)
      return write(fitted, row: row, column: column, style: style, columns: columns)
    }
    // A column each: it is cut where it is written, without a text of its own for that.
    let end = write(text, row: row, column: column, style: style, columns: columns - 1)
    return write(TextLayout.ellipsis(charset), row: row, column: end, style: style, columns: 1)
  }

  /// Fills part of a row with one character of width 1.
  public mutating func fill(
    _ character: String = " ", row: Int, column: Int, columns: Int, style: Style = .plain
  ) {
    guard columns > 0 else { return }
    let glyph = Glyph(character)
    for offset in 0..<columns {
      put(glyph, row: row, column: column + offset, style: style)
    }
  }

  /// Fills a rectangle with spaces.
  public mutating func clear(_ rect: Rect, style: Style = .plain) {
    for row in rect.row..<max(rect.row, rect.endRow) {
      fill(row: row, column: rect.column, columns: rect.columns, style: style)
    }
  }

  /// Adds attributes to part of a row, as for the selected row.
  public mutating func highlight(
    row: Int, column: Int, columns: Int, attributes: Style.Attributes
  ) {
    guard row >= 0, row < size.rows else { return }
    let first = max(0, column)
    let last = min(size.columns, columns >= size.columns ? size.columns : column + columns)
    guard first < last else { return }
    for place in first..<last {
      let index = row * size.columns + place
      cells[index].style = cells[index].style.adding(attributes)
    }
  }

  /// Takes the cells of a rectangle over from another frame of the same size.
  public mutating func copy(_ rect: Rect, from other: Frame) {
    guard other.size == size else { return }
    for row in 0..<size.rows where row >= rect.row && row < rect.endRow {
      let start = row * size.columns + max(0, rect.column)
      let end = row * size.columns + max(0, min(rect.endColumn, size.columns))
      guard start < end else { continue }
      cells.replaceSubrange(start..<end, with: other.cells[start..<end])
    }
  }

  /// The cells of a row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// The text of a row without trailing spaces.
  public func text(row: Int) -> String {
    var text = ""
    for cell in self.row(row) { text += cell.text }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The text of all rows, one line each.
  public var text: String {
    (0..<size.rows).map { text(row: $0) }.joined(separator: "\n")
  }

  private mutating func put(_ glyph: Glyph, row: Int, column: Int, style: Style) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
    let index = row * size.columns + column
    // Half of a wide character that is written over leaves a space, not half a character.
    if !glyph.isEmpty { splitWide(at: index) }
    if column + 1 < size.columns { splitWide(at: index + 1) }
    cells[index] = Cell(glyph, style)
  }
}
