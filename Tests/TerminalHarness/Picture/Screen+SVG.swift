extension Screen {
  /// Draws the screen as a picture of a dark terminal window, with a title bar if it has a title.
  ///
  /// The same screen gives the same bytes. Text is cut into runs of one style, each pinned to its columns, so that it stays in its grid
  /// whatever font the reader has; lines and blocks are drawn as shapes that meet.
  public func svg(title: String? = nil, showsCursor: Bool = false) -> String {
    var picture = SVGPicture(size: size, title: title)
    for row in 0..<size.rows {
      let cells = cells(row: row)
      picture.addBackgrounds(cells, row: row)
      picture.addText(cells, row: row)
    }
    if showsCursor { picture.addCursor(cursor) }
    return picture.text
  }
}
