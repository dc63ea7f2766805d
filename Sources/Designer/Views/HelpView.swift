import TerminalUI

/// All keys, made from the key table.
enum HelpView {
  /// A page with what the signs mean and the keys of one place, then the keys of every place.
  static func lines(
    columns: Int, keys: KeyMap = .standard, place: Context = .tree
  ) -> [StyledLine] {
    let sections = KeyList.sections(keys)
    var lines = sections.prefix(1).flatMap { list($0, columns: columns) }
    lines += HelpPage.lines(of: place, keys, columns: columns)
    lines.append(StyledLine(HelpPage.rest, Look.heading))
    for section in sections.dropFirst() {
      lines.append(StyledLine())
      lines += list(section, columns: columns)
    }
    return lines
  }

  private static func list(_ section: KeyList.Section, columns: Int) -> [StyledLine] {
    [StyledLine(section.title, Look.heading)]
      + section.entries.flatMap { row($0.keys, $0.help, columns: columns) }
  }

  /// Keys and what they do, on as many lines as that takes.
  static func row(_ keys: String, _ help: String, columns: Int) -> [StyledLine] {
    let space = String(repeating: " ", count: max(1, (columns < 60 ? 8 : 20) - keys.count))
    return StyledLine.wrap(
      help, columns: columns, charset: .ascii, lead: keys + space, leadStyle: .bold)
  }
}
