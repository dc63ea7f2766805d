import Catalogs
import TerminalUI

/// The line above the key bar: what happened, or the words that are being typed.
///
/// What happened takes as many lines as it needs: what a person should do stands at the end.
enum MessageView {
  static func draw(_ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame) {
    switch state.mode {
    case .filtering(let field), .choosingPath(let field), .givingReason(_, let field):
      drawTyping(field, state, plan, on: &frame)
    case .givingCalls(let form): drawTyping(form.field, state, plan, on: &frame)
    case .commanding(let line, _): drawTyping(line.field, state, plan, on: &frame)
    default:
      drawSaid(state, plan, on: &frame)
    }
  }

  /// The line that is being typed.
  private static func drawTyping(
    _ field: TextField, _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let row = plan.message.row
    draw(field, prompt: prompt(state), state, plan, on: &frame)
    // The field has the line: what is said stands above it.
    guard let message = state.message, row > 0 else { return }
    if case .filtering = state.mode, !message.isProblem { return }
    frame.fill(row: row - 1, column: 0, columns: plan.message.columns, style: .plain)
    frame.writeFitted(
      message.text, row: row - 1, column: plan.message.column + 1,
      columns: plan.message.columns - 2, style: message.isProblem ? Style(.yellow, .bold) : .plain)
  }

  private static func drawSaid(
    _ state: DesignerState, _ plan: LayoutPlan, on frame: inout Frame
  ) {
    let row = plan.message.row
    let (text, style) = said(state, plan)
    let column = plan.message.column + 1
    let columns = plan.message.columns - 2
    // The row that has the cursor stays to be seen.
    let above = frame.cursor.row < row ? row - frame.cursor.row - 1 : 0
    let lines = lines(text, state, columns: columns, above: above)
    for (index, line) in lines.enumerated() {
      let place = row - lines.count + 1 + index
      if place != row {
        frame.fill(row: place, column: 0, columns: plan.message.columns, style: .plain)
      }
      frame.writeFitted(line, row: place, column: column, columns: columns, style: style)
    }
  }

  /// How many rows above its own the message would like to have.
  static func rowsAbove(_ state: DesignerState, _ plan: LayoutPlan) -> Int {
    let (text, _) = said(state, plan)
    return lines(text, state, columns: plan.message.columns - 2, above: .max).count - 1
  }

  /// What is said at the moment, and how.
  private static func said(_ state: DesignerState, _ plan: LayoutPlan) -> (String, Style) {
    let read = state.keys.name(of: .clearFilter, in: .tree).map { " (\($0): read)" } ?? ""
    if let message = state.message {
      let unread = state.unread.flatMap { $0 == message ? nil : $0.text + read + "\n" } ?? ""
      return (unread + message.text, message.isProblem ? Style(.yellow, .bold) : .plain)
    }
    if let unread = state.unread { return (unread.text + read, Style(.yellow, .bold)) }
    if state.drafting.hasFailed {
      return ("no draft keeps the last changes: write them soon", Style(.yellow, .bold))
    }
    return (quiet(state, plan), .dim)
  }

  /// A text in lines; what is too much for the rows above stays in the last, which is cut.
  private static func lines(
    _ text: String, _ state: DesignerState, columns: Int, above: Int
  ) -> [String] {
    // Only what happened is worth rows of something else.
    guard state.message != nil || state.unread != nil else { return [text] }
    let lines = TextLayout.wrap(text, columns: columns, charset: state.charset)
    guard lines.count - 1 > above else { return lines }
    return lines.prefix(above) + [lines[above...].joined(separator: " ")]
  }

  /// What the line says while there is nothing to say: the filter, and where a grid leaves no room
  /// for details, the name of what its cursor stands on.
  private static func quiet(_ state: DesignerState, _ plan: LayoutPlan) -> String {
    guard state.mode == .browsing else { return "" }
    let outline = state.shownOutline
    let filter =
      outline.matched == nil
      ? ""
      : outline.isChosenOnly
        ? "Only what is chosen: \(count(state)); \(state.key(.chosenOnly)) shows all"
        : prompt(outline) + "\(outline.query)   \(count(state))"
    guard plan.tree.rows > 0, plan.detail.rows + plan.strip.rows == 0,
      case .scope(let scope) = state.subject
    else {
      return filter
    }
    let entry = state.catalog.scopes[scope]
    return "\(entry.id): \(entry.title)" + (filter.isEmpty ? "" : "   " + filter)
  }

  private static func prompt(_ outline: Outline) -> String {
    outline.isRanked ? "Filter, best first: " : "Filter: "
  }

  private static func draw(
    _ field: TextField, prompt: String, _ state: DesignerState, _ plan: LayoutPlan,
    on frame: inout Frame
  ) {
    let row = plan.message.row
    frame.write(prompt, row: row, column: 1, style: .bold)
    let (end, columns) = fieldPlace(state, plan)
    let note = note(state, columns: plan.message.columns - end - 1)
    if !note.isEmpty { frame.write(note, row: row, column: end + columns + 2, style: .dim) }
    let (text, cursor) = field.window(columns: columns, charset: state.charset)
    frame.write(text, row: row, column: end, columns: columns)
    frame.cursor = Point(row: row, column: end + cursor)
    frame.showsCursor = true
  }

  /// Where the line's field starts, and how wide it is.
  static func fieldPlace(
    _ state: DesignerState, _ plan: LayoutPlan
  ) -> (column: Int, columns: Int) {
    let start = 1 + prompt(state).count
    let room = plan.message.columns - start - 1
    let note = note(state, columns: room)
    return (start, note.isEmpty ? room : room - note.count - 2)
  }

  private static func prompt(_ state: DesignerState) -> String {
    switch state.mode {
    case .choosingPath: "Write to: "
    case .givingReason: "Because: "
    case .givingCalls: "Calls: "
    case .commanding: ":"
    default: prompt(state.shownOutline)
    }
  }

  /// What stands behind the words of a filter: how much they find.
  private static func note(_ state: DesignerState, columns: Int) -> String {
    guard case .filtering = state.mode, state.shownOutline.matched != nil else { return "" }
    return columns > 40 ? count(state) : "\(state.shownOutline.matchCount)"
  }

  private static func count(_ state: DesignerState) -> String {
    let noun = state.view == .operations ? "calls" : "scopes"
    return "\(state.shownOutline.matchCount) of \(state.shownOutline.count) \(noun)"
  }
}
