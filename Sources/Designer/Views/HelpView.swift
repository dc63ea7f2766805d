import KeyModel
import TerminalUI

/// All keys, made from the key table.
enum HelpView {
  static func draw(_ top: Int, _ plan: LayoutPlan, on frame: inout Frame) {
    frame.draw(
      lines,
      in: Rect(
        row: plan.body.row, column: 1, rows: plan.body.rows, columns: plan.body.columns - 2),
      top: min(top, max(0, lines.count - plan.body.rows)))
    frame.cursor = Point(row: plan.body.row, column: 0)
  }

  /// Every binding under the places where it holds, each once.
  static let lines: [StyledLine] = {
    var lines: [StyledLine] = []
    var shown: Set<Int> = []
    for context in Context.allCases {
      let own = KeyTable.bindings.indices.filter {
        KeyTable.bindings[$0].contexts.contains(context) && shown.insert($0).inserted
      }
      guard !own.isEmpty else { continue }
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine(context.rawValue, Look.heading))
      lines += own.map { line(KeyTable.bindings[$0]) }
    }
    lines += [
      StyledLine(),
      StyledLine("Everywhere", Look.heading),
      StyledLine("Ctrl-C              ", .bold).adding("leave; asks when unsaved"),
      StyledLine("Ctrl-Z              ", .bold).adding("stop; fg brings it back"),
      StyledLine("Mouse               ", .bold)
        .adding("click ticks and opens, the wheel scrolls; Shift selects text"),
      StyledLine(),
      StyledLine("Signs", Look.heading),
      StyledLine("[x] [ ] [~]         ", .bold).adding("chosen, not chosen, part of a category"),
      StyledLine("3/8  (+2)           ", .bold).adding("chosen of all; chosen but not to be seen"),
      StyledLine("!!  !  .            ", .bold)
        .adding("an error, a warning, a note: there, or if you tick it"),
    ]
    return lines
  }()

  private static func line(_ binding: KeyBinding) -> StyledLine {
    let names = binding.keys.map(\.name).joined(separator: " ")
    let padding = String(repeating: " ", count: max(1, 20 - names.count))
    return StyledLine(names + padding, .bold).adding(binding.help)
  }
}
