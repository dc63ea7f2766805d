import Catalogs
import Judgement
import Keys
import TerminalUI

// Text in a form is not part of the key before Enter takes it over, but it is work all the same.

extension DesignerState {
  private static let detailsForm = "details"
  private static let acceptanceForm = "acceptance"
  private static let reasonForm = "reason"

  /// What is typed in the open form, even behind a question; nil for nothing.
  var typedText: Draft.Typed? {
    var open = mode
    if case .asking(.quitUnsaved) = mode { open = interruption.mode }
    switch open {
    case .editingDetails(let form) where form.isChanged:
      return Draft.Typed(form: Self.detailsForm, fields: form.fields.map(\.text))
    case .accepting(let form) where !form.text(.reason).isEmpty || !form.text(.until).isEmpty:
      let rule = form.writesAfterwards ? [] : form.findings.prefix(1).map(\.rule)
      return Draft.Typed(form: Self.acceptanceForm, fields: form.fields.map(\.text) + rule)
    case .givingReason(let scope, let field)
    where field.text != editor.design.details.reason(for: scope) ?? "":
      return Draft.Typed(form: Self.reasonForm, fields: [scope, field.text])
    default: return nil
    }
  }

  /// Opens the form again in which a draft's text was typed.
  mutating func reopenForm(_ typed: Draft.Typed) {
    switch typed.form {
    case Self.detailsForm:
      var form = DetailsForm(editor.design.details)
      // A draft of an earlier version has fewer lines: what is not in it stays as it is.
      guard (4...form.fields.count).contains(typed.fields.count) else { return }
      for (place, text) in typed.fields.enumerated() {
        form.fields[place] = TextField(keeping: text)
      }
      mode = .editingDetails(form)
    case Self.acceptanceForm:
      let count = AcceptanceForm.Line.allCases.count
      guard typed.fields.count >= count else { return }
      let rule = typed.fields.dropFirst(count).first
      let findings = listedFindings.filter {
        !$0.isAccepted && (rule == nil ? $0.severity == .error : $0.rule == rule)
      }
      guard !findings.isEmpty else { return }
      var form = AcceptanceForm(
        findings: rule == nil ? findings : [findings[0]], writesAfterwards: rule == nil,
        user: user)
      form.fields = typed.fields.prefix(count).map { TextField($0) }
      // The word is typed by whoever takes the risk now.
      form.fields[AcceptanceForm.Line.word.rawValue] = TextField()
      mode = .accepting(form)
    case Self.reasonForm:
      guard typed.fields.count == 2, hasScope(typed.fields[0]) else { return }
      mode = .givingReason(scope: typed.fields[0], TextField(typed.fields[1]))
    default: break
    }
  }
}
