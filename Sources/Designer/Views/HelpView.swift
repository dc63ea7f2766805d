import TerminalUI

/// All keys, made from the key table.
enum HelpView {
  /// The list of keys, each under the place where it holds.
  static func lines(columns: Int, keys: KeyMap = .standard) -> [StyledLine] {
    var lines: [StyledLine] = []
    for section in KeyList.sections(keys) {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine(section.title, Look.heading))
      for entry in section.entries {
        let space = String(
          repeating: " ", count: max(1, (columns < 60 ? 8 : 20) - entry.keys.count))
        lines += StyledLine.wrap(
          entry.help, columns: columns, charset: .ascii, lead: entry.keys + space, leadStyle: .bold)
      }
    }
    return lines
  }
}
