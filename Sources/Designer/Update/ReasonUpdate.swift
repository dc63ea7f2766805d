import Keys
import TerminalUI

// Why the key has a scope: a line of text for each.

extension DesignerState {
  /// Opens the line in which the reason for a scope is typed.
  mutating func startReason(for scope: String) {
    let reason = editor.design.details.reason(for: scope) ?? ""
    mode = .givingReason(scope: scope, TextField(keeping: reason))
  }

  mutating func giveReason(_ command: Command, _ scope: String, _ field: TextField) -> [Effect] {
    switch command {
    case .apply:
      let text = field.text.split(separator: " ").joined(separator: " ")
      let flipped = editor.edit(named: "reason for \(scope)") {
        $0.details.setReason(text, for: scope)
      }
      mode = .browsing
      changed(flipped, text.isEmpty ? "\(scope): no reason" : "\(scope), because: \(text)")
    case .back:
      mode = .browsing
      message = Message(text: "\(scope): its reason is left as it was")
    default: break
    }
    return []
  }
}
