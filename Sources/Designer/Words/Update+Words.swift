import Keys
import TerminalUI

extension DesignerState {
  /// The one place where the state changes: takes what happened, gives what the world should do.
  package mutating func update(_ action: Action) -> [Effect] {
    let effects = react(to: action)
    guard let typed = typedCommand else { return effects }
    typedCommand = nil
    return effects + carryOut(typed)
  }

  /// Carries a typed command out: what the screen has is shown there, all else is done as in the plain
  /// mode, and what that says becomes a page; both come back to where one was.
  private mutating func carryOut(_ typed: TypedCommand) -> [Effect] {
    message = nil
    defer { fitOutline() }
    let words = typed.text.split(separator: " ", maxSplits: 1).map(String.init)
    let argument = words.count > 1 ? words[1] : ""
    let word = words.first.flatMap { CommandWord.named($0, keys) }
    if argument.isEmpty, let command = word?.command {
      // Over a page or a list a command is one of the views below it.
      if [.help, .powersView].contains(command) == false { mode = .browsing }
      return attempt(command)
    }
    if word?.command == .filter {
      mode = .browsing
      show(view == .operations ? .operations : .scopes)
      changeOutline { $0.setFilter(argument) }
      message = Message(text: "\(shownOutline.matchCount) found; \(key(.clearFilter)) clears it")
      return []
    }
    var session = PlainSession(state: self, columns: max(20, size.columns - 2))
    session.state.mode = .browsing
    let reply = session.take(line: typed.text)
    self = session.state
    comeBack(to: typed.covered)
    guard message == nil, !reply.lines.isEmpty else { return reply.effects }
    if reply.lines.count <= 2 {
      message = Message(text: reply.lines.joined(separator: " "))
    } else {
      var report = Report(title: ":" + typed.text, lines: reply.lines.map { .compared($0) })
      report.offer = reply.offer
      open(.report(report))
    }
    return reply.effects
  }

  /// Shows again what the line had covered, where the command has not led elsewhere.
  private mutating func comeBack(to covered: Mode) {
    guard mode == .browsing else { return }
    switch covered {
    case .reviewing: resumeReview()
    case .starting, .choosingKey: mode = home
    case .reading: mode = covered
    default: break
    }
  }
}
