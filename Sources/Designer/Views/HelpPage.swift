import TerminalUI

/// The keys of one place, so short that they fit on the first page of the help with the signs.
enum HelpPage {
  /// The heading of all that follows.
  static let rest = "Every key, place by place"

  /// At most this many rows of keys, where two stand on a row: 80 columns by 24 rows then hold the
  /// signs, the keys and the heading of the rest.
  private static let rows = 9

  private static let views = TitleView.names.map(\.command)
  private static let moves: [Command] = [.up, .down, .first, .last]
  private static let pages: [Command] = [.pageUp, .pageDown]
  /// Those without a word in the key bar that are needed most.
  private static let likely: [Command] = [.commandLine, .redo, .chosenOnly, .giveCalls, .openKey]

  static func lines(of place: Context, _ keys: KeyMap, columns: Int) -> [StyledLine] {
    var lines = [StyledLine("Keys here: \(place.title)", Look.heading)]
    func row(_ commands: [Command], _ words: ([Command]) -> String) {
      let known = commands.filter { keys.name(of: $0, in: place) != nil }
      guard known.count > 1 else { return }
      let names = known.compactMap { keys.name(of: $0, in: place) }.joined(separator: " ")
      lines += HelpView.row(names, words(known), columns: columns)
    }
    row(views) { known in
      TitleView.names.filter { known.contains($0.command) }.map(\.name).joined(separator: ", ")
    }
    row(moves) { $0.map { help($0, place, keys) }.joined(separator: ", ") }
    lines += table(of: place, keys, columns: columns)
    let everywhere = keys.bindings.filter { $0.contexts == .everywhere }
    lines += HelpView.row(
      everywhere.compactMap { $0.firstKey?.name }.joined(separator: " "),
      "everywhere: " + everywhere.map { short($0.help) }.joined(separator: ", "), columns: columns)
    return lines
  }

  /// The keys with what they do, in two columns where there is room.
  private static func table(of place: Context, _ keys: KeyMap, columns: Int) -> [StyledLine] {
    let shown = entries(of: place, keys)
    guard columns >= 74 else {
      return shown.flatMap { HelpView.row(name($0, keys), $0.help, columns: columns) }
    }
    let width = (columns - 2) / 2
    let cells = shown.prefix(2 * rows).map { cell($0, keys, columns: width) }
    let height = (cells.count + 1) / 2
    return (0..<height).map { row in
      let left = cells[row]
      guard height + row < cells.count else { return left }
      let gap = String(repeating: " ", count: max(2, columns - width - left.text.count))
      return left.adding(gap).joined(with: cells[height + row])
    }
  }

  /// What has a word in the key bar, then the rest.
  private static func entries(of place: Context, _ keys: KeyMap) -> [KeyBinding] {
    let all = keys.bindings.filter { binding in
      binding.contexts.contains(place) && binding.contexts != .everywhere
        && !(views + moves + pages).contains(binding.command)
    }
    // What scrolls is a move as well.
    let named = all.filter { $0.label != nil && $0.command != .detailDown }
    let others = all.filter { $0.label == nil || $0.command == .detailDown }
    let first = likely.flatMap { command in others.filter { $0.command == command } }
    return named + first + others.filter { !likely.contains($0.command) }
  }

  /// A key and as many of the words that say what it does as there is room for.
  private static func cell(_ binding: KeyBinding, _ keys: KeyMap, columns: Int) -> StyledLine {
    let lead = name(binding, keys).padded(to: 7) + " "
    let words = [binding.help, short(binding.help), binding.label ?? ""].filter { !$0.isEmpty }
    let room = columns - lead.count
    let text =
      words.first { $0.count <= room } ?? TextLayout.fit(words[0], columns: room, charset: .ascii)
    return StyledLine(lead, .bold).adding(text)
  }

  private static func name(_ binding: KeyBinding, _ keys: KeyMap) -> String {
    binding.firstKey?.name ?? CommandWord.line(for: binding.command, keys)
  }

  private static func help(_ command: Command, _ place: Context, _ keys: KeyMap) -> String {
    keys.bindings.first { $0.command == command && $0.contexts.contains(place) }?.help ?? ""
  }

  /// The first part of a sentence.
  private static func short(_ help: String) -> String {
    String(help.prefix { !";:,".contains($0) })
  }
}

extension String {
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - count))
  }
}
