import Keys
import TerminalUI

extension DesignerState {
  /// A click on a key of the bar, or on an answer of a question.
  ///
  /// What throws something away counts at the second click: the first may only have brought the
  /// window to the front.
  mutating func press(_ command: Command, after armed: Command?) -> [Effect] {
    guard throwsAway(command), armed != command else { return attempt(command) }
    interruption.armed = command
    message = Message(text: "click it again, or press its key")
    return []
  }

  private func throwsAway(_ command: Command) -> Bool {
    switch command {
    case .discard, .overwrite, .discardDraft: true
    case .confirm: context == .ruledOutQuestion
    default: false
    }
  }

  /// Whether a command means something where the keys go at the moment, with a key or without.
  private func canBeGiven(_ command: Command) -> Bool {
    keys.bindings.contains { $0.command == command && $0.contexts.contains(context) }
  }

  /// Whether what covers the views can be left at any time, by a click on the tab of a view.
  var canBeLeft: Bool {
    switch mode {
    case .reading, .reviewing, .choosingPreset, .choosingKey: true
    default: false
    }
  }

  /// The command that a place of the screen stands for, whatever is shown; nil where none is.
  func command(at point: Point, _ plan: LayoutPlan) -> Command? {
    if let command = KeyBarView.command(at: point, self, plan) { return command }
    if let tab = TitleView.tab(at: point, self, plan), canBeGiven(tab) { return tab }
    if case .asking(let question) = mode {
      return QuestionView.command(at: point, question, self, plan)
    }
    return nil
  }
}
