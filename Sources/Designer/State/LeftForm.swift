import TerminalUI

/// A form that was left by Escape with what was typed in it, which undo brings back.
enum LeftForm: Hashable, Sendable {
  /// The details of the key.
  case details(DetailsForm)
  /// The reason for an accepted risk.
  case acceptance(AcceptanceForm)
  /// Another path in the review.
  case path(TextField)

  /// The mode in which it is open again.
  var mode: Mode {
    switch self {
    case .details(let form): .editingDetails(form)
    case .acceptance(let form): .accepting(form)
    case .path(let field): .choosingPath(field)
    }
  }
}

extension DesignerState {
  /// Keeps a form that is left, where something was typed in it; says what brings it back.
  ///
  /// One in which nothing was typed does not take the place of an earlier one.
  mutating func keep(_ form: LeftForm, ifTyped isTyped: Bool) -> String {
    guard isTyped else { return "" }
    interruption.form = form
    return "; \(key(.undo)) brings back what was typed"
  }

  /// Opens the form again that was left last; says whether there was one.
  mutating func reopenLeftForm() -> Bool {
    guard let form = interruption.form else { return false }
    interruption.form = nil
    mode = form.mode
    message = Message(text: "what was typed is back")
    return true
  }
}
