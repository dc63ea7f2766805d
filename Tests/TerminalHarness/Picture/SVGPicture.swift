/// An SVG picture in the making.
struct SVGPicture {
  /// All lengths are in tenths of a pixel, so that they print exactly.
  private static let cellWidth = 84
  private static let cellHeight = 180
  private static let margin = 160
  private static let barHeight = 360

  private let size: ScreenSize
  private let top: Int
  private let title: String?
  private var body: [String] = []
  /// A style sheet for what moves; nil for none.
  var style: String?

  init(size: ScreenSize, title: String?) {
    self.size = size
    self.title = title
    top = title == nil ? Self.margin : Self.barHeight + Self.margin / 2
  }

  /// Fills the cells that have a background, a rectangle for each run of one color.
  mutating func addBackgrounds(_ cells: [ScreenCell], row: Int) {
    for run in runs(cells, by: { Self.colors($0.style).behind }) where !run.key.isEmpty {
      addRectangle(
        x: x(run.columns.lowerBound), y: y(row), width: run.columns.count * Self.cellWidth,
        height: Self.cellHeight, color: run.key)
    }
  }

  /// Writes the text, and draws lines and blocks.
  mutating func addText(_ cells: [ScreenCell], row: Int) {
    for run in runs(cells, by: { TextKey($0) }) {
      let inside = cells[run.columns]
      if run.key.isShape {
        addLines(inside, row: row, isHeavy: false)
        addLines(inside, row: row, isHeavy: true)
        addBlocks(inside, row: row)
      } else {
        addWords(Array(inside), row: row, column: run.columns.lowerBound)
      }
    }
  }

  /// Outlines the cell in which the cursor stands.
  mutating func addCursor(_ place: ScreenPoint) {
    body.append(
      "<rect x=\"\(Self.decimal(x(place.column)))\" y=\"\(Self.decimal(y(place.row)))\" "
        + "width=\"\(Self.decimal(Self.cellWidth))\" height=\"\(Self.decimal(Self.cellHeight))\" "
        + "fill=\"none\" stroke=\"\(Palette.foreground)\"/>")
  }

  /// Adds an element, or one of its ends.
  mutating func add(_ element: String) { body.append(element) }

  /// Writes some words into the bar, at its right end.
  mutating func addCaption(_ words: String) {
    let width = size.columns * Self.cellWidth + Self.margin
    body.append(
      "<text x=\"\(Self.decimal(width))\" y=\"23\" text-anchor=\"end\" font-size=\"13\" "
        + "font-weight=\"700\" fill=\"\(Palette.foreground)\">\(Self.escape(words))</text>")
  }

  /// The whole document.
  var text: String {
    let width = size.columns * Self.cellWidth + 2 * Self.margin
    let height = top + size.rows * Self.cellHeight + Self.margin
    let (w, h) = (Self.decimal(width), Self.decimal(height))
    var lines = [
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(w)\" height=\"\(h)\" "
        + "viewBox=\"0 0 \(w) \(h)\" font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, "
        + "'DejaVu Sans Mono', monospace\" font-size=\"14\" role=\"img\">"
    ]
    if let title { lines.append("<title>\(Self.escape(title))</title>") }
    if let style { lines.append("<style>\n\(style)\n</style>") }
    lines.append(
      "<rect width=\"\(w)\" height=\"\(h)\" rx=\"9\" fill=\"\(Palette.background)\"/>")
    if let title {
      let bar = Self.decimal(Self.barHeight)
      lines.append(
        "<path d=\"M0 \(bar)V9a9 9 0 0 1 9 -9H\(Self.decimal(width - 90))"
          + "a9 9 0 0 1 9 9V\(bar)z\" fill=\"\(Palette.bar)\"/>")
      for (index, color) in ["#ff5f57", "#febc2e", "#28c840"].enumerated() {
        lines.append("<circle cx=\"\(20 + 20 * index)\" cy=\"18\" r=\"6\" fill=\"\(color)\"/>")
      }
      lines.append(
        "<text x=\"\(style == nil ? Self.decimal(width / 2) : "84")\" y=\"23\" "
          + "text-anchor=\"\(style == nil ? "middle" : "start")\" "
          + "font-size=\"13\" fill=\"\(Palette.faint)\">\(Self.escape(title))</text>")
    }
    return (lines + body + ["</svg>"]).joined(separator: "\n") + "\n"
  }

  private mutating func addWords(_ cells: [ScreenCell], row: Int, column: Int) {
    guard let style = cells.first?.style else { return }
    let shown = cells.map(\.text).joined()
    let isBlank = shown.allSatisfy { $0 == " " }
    if isBlank && !style.underline && !style.strike { return }
    var attributes = "fill=\"\(Self.colors(style).text)\""
    if style.bold { attributes += " font-weight=\"700\"" }
    if style.italic { attributes += " font-style=\"italic\"" }
    let lines = [style.underline ? "underline" : "", style.strike ? "line-through" : ""]
    let decoration = lines.filter { !$0.isEmpty }.joined(separator: " ")
    if !decoration.isEmpty { attributes += " text-decoration=\"\(decoration)\"" }
    body.append(
      "<text x=\"\(Self.decimal(x(column)))\" y=\"\(Self.decimal(y(row) + 135))\" "
        + "textLength=\"\(Self.decimal(cells.count * Self.cellWidth))\" "
        + "lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" \(attributes)>"
        + "\(Self.escape(shown))</text>")
  }

  /// Draws the lines of a run as one path, in which neighbors are one stroke.
  private mutating func addLines(_ cells: ArraySlice<ScreenCell>, row: Int, isHeavy: Bool) {
    guard let style = cells.first?.style else { return }
    let (top, middle) = (y(row), y(row) + Self.cellHeight / 2)
    var path = ""
    var stroke: (start: Int, end: Int)?
    func finishStroke() {
      guard let stroke else { return }
      path += "M\(Self.decimal(stroke.start)) \(Self.decimal(middle))H\(Self.decimal(stroke.end))"
    }
    for (column, cell) in zip(cells.indices, cells) {
      guard case .lines(let arms, isHeavy) = GridShape(cell.text) else { continue }
      let center = x(column) + Self.cellWidth / 2
      if arms.contains(.up) || arms.contains(.down) {
        let from = arms.contains(.up) ? top : middle
        let to = arms.contains(.down) ? top + Self.cellHeight : middle
        path += "M\(Self.decimal(center)) \(Self.decimal(from))V\(Self.decimal(to))"
      }
      guard arms.contains(.left) || arms.contains(.right) else { continue }
      let from = arms.contains(.left) ? x(column) : center
      let to = arms.contains(.right) ? x(column + 1) : center
      if let open = stroke, open.end == from {
        stroke = (open.start, to)
      } else {
        finishStroke()
        stroke = (from, to)
      }
    }
    finishStroke()
    guard !path.isEmpty else { return }
    body.append(
      "<path d=\"\(path)\" fill=\"none\" stroke=\"\(Self.colors(style).text)\" "
        + "stroke-width=\"\(isHeavy ? "2.4" : "1.2")\" stroke-linecap=\"square\"/>")
  }

  private mutating func addBlocks(_ cells: ArraySlice<ScreenCell>, row: Int) {
    for (column, cell) in zip(cells.indices, cells) {
      guard case .block(let part) = GridShape(cell.text) else { continue }
      addRectangle(
        x: x(column) + part.left * Self.cellWidth / 8, y: y(row) + part.top * Self.cellHeight / 8,
        width: part.width * Self.cellWidth / 8, height: part.height * Self.cellHeight / 8,
        color: Self.colors(cell.style).text)
    }
  }

  private mutating func addRectangle(x: Int, y: Int, width: Int, height: Int, color: String) {
    body.append(
      "<rect x=\"\(Self.decimal(x))\" y=\"\(Self.decimal(y))\" width=\"\(Self.decimal(width))\" "
        + "height=\"\(Self.decimal(height))\" fill=\"\(color)\"/>")
  }

  private func x(_ column: Int) -> Int { Self.margin + column * Self.cellWidth }

  private func y(_ row: Int) -> Int { top + row * Self.cellHeight }

  /// Groups neighbors with the same key; the right half of a wide character follows its left.
  private func runs<Key: Equatable>(
    _ cells: [ScreenCell], by key: (ScreenCell) -> Key
  ) -> [(key: Key, columns: Range<Int>)] {
    var found: [(key: Key, columns: Range<Int>)] = []
    for (column, cell) in cells.enumerated() {
      if let last = found.last, cell.width == 0 || last.key == key(cell) {
        found[found.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        found.append((key(cell), column..<(column + 1)))
      }
    }
    return found
  }

  /// The text's color, and the one behind it: empty for the picture's own.
  private static func colors(_ style: ScreenStyle) -> (text: String, behind: String) {
    let text = Palette.hex(style.foreground, standard: Palette.foreground)
    guard style.reverse else { return (text, Palette.hex(style.background, standard: "")) }
    return (Palette.hex(style.background, standard: Palette.background), text)
  }

  private static func decimal(_ tenths: Int) -> String {
    tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  private static func escape(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}

/// What splits a row of text: the style, and whether it is drawn as shapes.
///
/// Wide characters stand alone, for fonts disagree most about them.
private struct TextKey: Equatable {
  let style: ScreenStyle
  let isShape: Bool
  let wide: String

  init(_ cell: ScreenCell) {
    style = cell.style
    isShape = GridShape(cell.text) != nil
    wide = cell.width == 2 ? cell.text : ""
  }
}
