import Catalogs
import Keys
import TerminalUI

/// The page on which a new key begins: four ways on.
enum StartView {
  /// The lines of the page, and which of them belong to each way.
  struct Page {
    var lines: [StyledLine] = []
    var ways: [(way: StartWay, lines: Range<Int>)] = []
  }

  /// The page at a size.
  static func page(_ state: DesignerState, _ plan: LayoutPlan) -> Page {
    let (columns, rows) = (plan.body.columns - 3, plan.body.rows)
    let catalog = state.catalog
    var page = Page()
    let heading = "A new key for \(catalog.name). How do you want to begin?"
    page.lines += StyledLine.wrap(
      heading, Look.heading, columns: columns, charset: state.charset)
    let words = StartWay.allCases.map {
      StyledLine.wrap(
        note($0, state), .dim, columns: columns - 4, charset: state.charset)
    }
    let needed = page.lines.count + words.reduce(0) { $0 + $1.count + 2 }
    for (way, words) in zip(StartWay.allCases, words) {
      if needed <= rows || page.ways.isEmpty, rows >= 8 { page.lines.append(StyledLine()) }
      let start = page.lines.count
      let name = state.keys.name(of: way.command, in: .start) ?? ""
      page.lines.append(StyledLine("\(name)  ", .bold).adding(way.title, .bold))
      if needed <= rows { page.lines += words.map { StyledLine("   ").joined(with: $0) } }
      page.ways.append((way, start..<page.lines.count))
    }
    return page
  }

  /// What a way offers, in a sentence.
  private static func note(_ way: StartWay, _ state: DesignerState) -> String {
    let catalog = state.catalog
    switch way {
    case .job:
      let titles = catalog.presets.prefix(3).map(\.title).joined(separator: ", ")
      let count = catalog.presets.count
      return count == 0
        ? "The catalog names none."
        : "One of \(count) sets of scopes, such as \(titles), each with what it can do."
    case .calls:
      return "Paste curl lines or URLs, even here, or name a file: a HAR, a log, a VCR cassette, a "
        + "script. You get the smallest key that can make these calls."
    case .scopes:
      return "All \(catalog.scopes.count) as a tree, each with what it really opens and risks. "
        + "\(state.key(.filter, in: .start)) searches them."
    case .key:
      let here = state.beginning.keys.count { !$0.isRecent }
      let recent = state.beginning.keys.count - here
      let parts =
        (here > 0 ? ["\(here) in this folder"] : [])
        + (recent > 0 ? ["\(recent) used before"] : [])
      return parts.isEmpty
        ? "Go on with a key that is in a file."
        : "Go on with one that is in a file: \(parts.joined(separator: ", "))."
    }
  }

  /// The way that a row of the screen shows.
  static func way(atRow row: Int, _ state: DesignerState, _ plan: LayoutPlan) -> StartWay? {
    page(state, plan).ways.first { $0.lines.contains(row - plan.body.row) }?.way
  }

  static func draw(
    _ cursor: Int, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let page = page(state, plan)
    let body = plan.body
    frame.draw(
      page.lines, in: Rect(row: body.row, column: 2, rows: body.rows, columns: body.columns - 3))
    guard page.ways.indices.contains(cursor) else { return }
    let row = body.row + page.ways[cursor].lines.lowerBound
    guard row < body.endRow else { return }
    frame.write(">", row: row, column: 0, style: .bold)
    frame.highlight(row: row, column: 0, columns: body.columns, attributes: .reverse)
    frame.cursor = Point(row: row, column: 0)
  }
}

extension StyledLine {
  /// Two lines as one.
  func joined(with other: StyledLine) -> StyledLine { StyledLine(parts: parts + other.parts) }
}
