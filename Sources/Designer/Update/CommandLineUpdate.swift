import TerminalUI

// The line for commands: typing, choosing among the words that fit, and leaving it.

extension DesignerState {
  /// Opens the line over what is there.
  mutating func openCommandLine() { mode = .commanding(CommandLine(), over: mode) }

  mutating func command(_ command: Command, _ line: CommandLine, over covered: Mode) -> [Effect] {
    var line = line
    let entries = Completions(line, self).entries
    switch command {
    case .up, .down:
      guard !entries.isEmpty else { break }
      let step = command == .up ? entries.count - 1 : 1
      line.marked =
        line.isChosen || command == .up ? (line.marked + step) % entries.count : line.marked
      line.isChosen = true
    case .complete:
      guard entries.indices.contains(line.marked) else { break }
      line = CommandLine(field: TextField(entries[line.marked].line))
    case .back:
      mode = covered
      return []
    case .apply:
      var text = line.field.text
      if line.isChosen, entries.indices.contains(line.marked) { text = entries[line.marked].line }
      let words = text.split(separator: " ")
      guard let name = words.first else {
        mode = covered
        return []
      }
      if words.count == 1, let word = CommandWord.named(String(name), keys), word.needsArgument {
        // Enter asks for what is missing.
        line = CommandLine(field: TextField(word.name + " "))
        message = Message(text: "\(word.name) \(word.argument): \(word.help)")
        break
      }
      mode = covered
      typedCommand = TypedCommand(text: text, covered: covered)
      return []
    default: break
    }
    mode = .commanding(line, over: covered)
    return []
  }
}
