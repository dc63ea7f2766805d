/// A character that must meet its neighbors, and so is drawn and not written.
enum GridShape: Equatable {
  case lines(Arms, isHeavy: Bool)
  case block(Part)

  /// The directions in which lines leave the middle of a cell.
  struct Arms: OptionSet, Hashable {
    let rawValue: Int
    static let up = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let down = Arms(rawValue: 4)
    static let left = Arms(rawValue: 8)
  }

  /// A rectangle in eighths of a cell.
  struct Part: Equatable {
    var left = 0
    var top = 0
    var width = 8
    var height = 8
  }

  init?(_ text: String) {
    guard let character = text.first, !character.isASCII else { return nil }
    if let arms = Self.light[character] {
      self = .lines(arms, isHeavy: false)
    } else if let arms = Self.heavy[character] {
      self = .lines(arms, isHeavy: true)
    } else if let part = Self.blocks[character] {
      self = .block(part)
    } else {
      return nil
    }
  }

  private static let light: [Character: Arms] = [
    "─": [.left, .right], "│": [.up, .down], "┌": [.right, .down], "┐": [.left, .down],
    "└": [.up, .right], "┘": [.up, .left], "├": [.up, .right, .down], "┤": [.up, .left, .down],
    "┬": [.left, .right, .down], "┴": [.left, .right, .up], "┼": [.up, .right, .down, .left],
    "╭": [.right, .down], "╮": [.left, .down], "╰": [.up, .right], "╯": [.up, .left],
    "╴": [.left], "╵": [.up], "╶": [.right], "╷": [.down],
  ]

  private static let heavy: [Character: Arms] = [
    "━": [.left, .right], "┃": [.up, .down], "┏": [.right, .down], "┓": [.left, .down],
    "┗": [.up, .right], "┛": [.up, .left], "┣": [.up, .right, .down], "┫": [.up, .left, .down],
    "┳": [.left, .right, .down], "┻": [.left, .right, .up], "╋": [.up, .right, .down, .left],
  ]

  private static let blocks: [Character: Part] = [
    "█": Part(), "▀": Part(height: 4), "▄": Part(top: 4, height: 4), "▌": Part(width: 4),
    "▐": Part(left: 4, width: 4), "▁": Part(top: 7, height: 1), "▂": Part(top: 6, height: 2),
    "▃": Part(top: 5, height: 3), "▅": Part(top: 3, height: 5), "▆": Part(top: 2, height: 6),
    "▇": Part(top: 1, height: 7), "▉": Part(width: 7), "▊": Part(width: 6), "▋": Part(width: 5),
    "▍": Part(width: 3), "▎": Part(width: 2), "▏": Part(width: 1),
  ]
}
