import KeyModel
import TerminalUI

/// All keys, made from the key table.
enum HelpView {
  static func draw(_ top: Int, _ plan: LayoutPlan, on frame: inout Frame) {
    let lines = lines(columns: plan.body.columns - 2)
    frame.draw(
      lines,
      in: Rect(
        row: plan.body.row, column: 1, rows: plan.body.rows, columns: plan.body.columns - 2),
      top: min(top, max(0, lines.count - plan.body.rows)), hint: "more below")
    frame.cursor = Point(row: plan.body.row, column: 0)
  }

  /// Every binding under the places where it holds, each once, and what the signs mean.
  static func lines(columns: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    var shown = Set(
      KeyTable.bindings.indices.filter {
        KeyTable.bindings[$0].contexts == KeyTable.everywhere
      })
    let everywhere = shown.sorted()
    func heading(_ text: String) {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine(text, Look.heading))
    }
    func entry(_ name: String, _ text: String) {
      let lead = name + String(repeating: " ", count: max(1, (columns < 60 ? 8 : 20) - name.count))
      lines += StyledLine.wrap(
        text, columns: columns, charset: .ascii, lead: lead, leadStyle: .bold)
    }
    func entry(_ binding: KeyBinding) {
      entry(binding.keys.map(\.name).joined(separator: " "), binding.help)
    }
    for context in Context.allCases {
      let own = KeyTable.bindings.indices.filter {
        KeyTable.bindings[$0].contexts.contains(context) && shown.insert($0).inserted
      }
      guard !own.isEmpty else { continue }
      heading(context.rawValue)
      for index in own { entry(KeyTable.bindings[index]) }
    }
    heading("Everywhere")
    for index in everywhere { entry(KeyTable.bindings[index]) }
    entry("Mouse", "a click ticks, opens and moves, the wheel scrolls; Shift selects text")
    heading("Signs")
    entry("[x] [ ] [~]", "chosen, not chosen, part of a category")
    entry("3/8  (+2)", "chosen of all; chosen but not to be seen")
    entry("!!  !  .", "an error, a warning, a note: there, or if you tick it")
    entry("+  ?  !", "a call: open to the key; scopes not stated; ticked and closed")
    entry("needed 3  =3", "a scope that 3 ticked calls name; unneeded, =0: none of them does")
    entry("writes  deletes+", "what a scope does and its name does not say; +: and more")
    return lines
  }
}
