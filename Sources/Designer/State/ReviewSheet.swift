import TerminalUI

/// The review as lines at the screen's width: made once a change, and read by the view, the keys
/// and the mouse.
struct ReviewSheet: Hashable, Sendable {
  /// The entries.
  let items: [ReviewPlan.Item]
  /// All lines, those between groups included.
  private(set) var lines: [StyledLine] = []
  /// The lines of each entry.
  private(set) var spans: [Range<Int>] = []
  /// Where the lines show.
  let rect: Rect

  /// The columns on which a click means the box of a scope.
  static let boxColumns = 2...6

  /// Lays entries out; `lines` gives those of each at a number of columns.
  init(
    _ items: [ReviewPlan.Item], in body: Rect,
    lines linesOf: (_ item: ReviewPlan.Item, _ columns: Int) -> [StyledLine]
  ) {
    self.items = items
    rect = Rect(row: body.row, column: 1, rows: body.rows, columns: body.columns - 2)
    for (place, item) in items.enumerated() {
      // The end of the line above belongs to nobody: groups stand apart.
      if case .heading = item, place > 0 { lines.append(StyledLine()) }
      let start = lines.count
      lines += linesOf(item, rect.columns)
      spans.append(start..<lines.count)
    }
  }

  /// What stands under the cursor.
  func item(_ review: Review) -> ReviewPlan.Item? {
    items.isEmpty ? nil : items[max(0, min(review.cursor, items.count - 1))]
  }

  /// The lines under the cursor.
  func current(_ review: Review) -> Range<Int> {
    spans.isEmpty ? 0..<0 : spans[max(0, min(review.cursor, spans.count - 1))]
  }

  /// The first line that shows: what is around the cursor stays on the screen, and the last page is
  /// full.
  func top(_ review: Review) -> Int {
    let current = current(review)
    let last = max(0, lines.count - rect.rows)
    let lowest = current.upperBound + margin - rect.rows
    let highest = max(0, current.lowerBound - margin)
    return max(0, min(max(min(review.top, highest), lowest), last, highest))
  }

  private var margin: Int { min(2, (rect.rows - 1) / 2) }

  /// The entry that a row of the screen shows, and whether the row is its first.
  func entry(atRow row: Int, _ review: Review) -> (place: Int, isFirst: Bool)? {
    guard row >= rect.row, row < rect.endRow else { return nil }
    let line = top(review) + row - rect.row
    guard let place = spans.firstIndex(where: { $0.contains(line) }) else { return nil }
    return (place, line == spans[place].lowerBound)
  }

  /// The review with other lines on the screen; the cursor goes along where it would leave it.
  func scrolled(_ review: Review, by count: Int) -> Review {
    var review = review
    let top = max(0, min(top(review) + count, lines.count - rect.rows))
    let first = top > 0 ? top + margin : 0
    let last = top + rect.rows < lines.count ? top + rect.rows - margin : lines.count
    let current = current(review)
    if current.lowerBound < first {
      review.cursor = spans.firstIndex { $0.lowerBound >= first } ?? review.cursor
    } else if current.upperBound > last {
      review.cursor = spans.lastIndex { $0.upperBound <= last } ?? review.cursor
    }
    review.top = top
    return review
  }
}
