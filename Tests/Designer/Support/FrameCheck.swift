import TerminalUI

/// What no frame may do.
enum FrameCheck {
  /// What is wrong with a frame; empty for a good one.
  static func problems(_ frame: Frame) -> [String] {
    var problems: [String] = []
    for row in 0..<frame.size.rows {
      let cells = Array(frame.row(row))
      for (column, cell) in cells.enumerated() {
        let isHalf = cell.text.isEmpty
        let hasControl = cell.text.unicodeScalars.contains {
          $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
        }
        if hasControl { problems.append("control character at \(row), \(column)") }
        if frame.charset == .ascii, cell.text.utf8.contains(where: { $0 > 0x7E }) {
          problems.append("\(cell.text) is not ASCII at \(row), \(column)")
        }
        let width = TextWidth.columns(of: cell.text, charset: frame.charset)
        let next = column + 1 < cells.count && cells[column + 1].text.isEmpty
        if !isHalf, (width == 2) != next || width == 0 || width > 2 {
          problems.append("\(cell.text) takes \(width) columns at \(row), \(column)")
        }
      }
    }
    let (place, size) = (frame.cursor, frame.size)
    let isInside =
      place.row >= 0 && place.column >= 0 && place.row < max(1, size.rows)
      && place.column < max(1, size.columns)
    if !isInside { problems.append("cursor at \(place.row), \(place.column)") }
    return problems
  }
}
