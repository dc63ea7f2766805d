import BitCollections
import Calls
import Judgement
import Keys
import TerminalUI

// Calls that a person has, from paste to the smallest key.

extension DesignerState {
  mutating func giveCalls(_ command: Command, _ form: CallsForm) -> [Effect] {
    var form = form
    switch command {
    case .apply:
      let text = form.field.text
      if text.contains(where: { $0 != " " }) { return take(calls: text) }
      takeSmallestKey()
    case .back:
      mode = home
      if form.records != nil { message = Message(text: "nothing was taken of these calls") }
    default:
      let plan = LayoutPlan(state: self)
      let page = max(1, plan.body.rows - 1)
      let end = max(0, CallsView.lines(form, self).count - plan.body.rows)
      form.top = max(0, min(moved(form.top, command, page: page, end: end), end))
      mode = .givingCalls(form)
    }
    return []
  }

  /// The form as it is open, or a new one.
  private var callsForm: CallsForm {
    if case .givingCalls(let form) = mode { form } else { CallsForm() }
  }

  /// Takes a line that was typed, or a text that was pasted: calls are read at once, a path is asked
  /// for.
  ///
  /// A pasted text stands nowhere on the screen: it may hold a password.
  mutating func take(calls text: String) -> [Effect] {
    var form = callsForm
    form.field = TextField()
    let whole = form.begun.isEmpty ? text : form.begun + "\n" + text
    form.begun = ""
    // Where pastes come as typed lines, a command goes on in the next.
    if ["\\", "^"].contains(text.last { $0 != " " }) {
      form.begun = whole
      mode = .givingCalls(form)
      message = Message(text: "the command goes on in the next line")
      return []
    }
    mode = .givingCalls(form)
    switch CallText(whole) {
    case .path(let path) where !isCall(path): return [.ask(.calls(path: path))]
    default: read(calls: whole)
    }
    return []
  }

  private func isCall(_ text: String) -> Bool {
    if case .operation = CallResolver(catalog: catalog).resolve(WrittenCall(text)) {
      true
    } else {
      false
    }
  }

  /// Reads calls from a text.
  mutating func read(calls text: String) {
    var records = CallRecords(CallTally(resolver: CallResolver(catalog: catalog)))
    records.read(pasted: text)
    add(records)
  }

  /// Adds what was read to what the form has.
  mutating func add(_ read: CallRecords) {
    var form = callsForm
    var records = form.records ?? read
    if form.records != nil { records.tally.merge(read.tally) }
    let summary = CallSummary(records, rules: findings.rules, details: editor.design.details)
    (form.records, form.summary, form.top) = (records, summary, 0)
    mode = .givingCalls(form)
    let (count, scopes) = (summary.operations.count, summary.scopes.count)
    let problems = records.tally.unresolved.count + records.tally.unread.count
    var text = "\(count) call\(count == 1 ? "" : "s"), \(scopes) scope\(scopes == 1 ? "" : "s")"
    if problems > 0 { text += "; \(problems) not known or not understood" }
    if scopes > 0 { text += "; \(key(.apply, in: .givingCalls)) chooses what they need" }
    message = Message(text: text, isProblem: problems > 0)
  }

  /// Makes the smallest key of the calls that were read, as one step; what was chosen stays.
  private mutating func takeSmallestKey() {
    guard let summary = callsForm.summary, !summary.operations.isEmpty else {
      message = Message(
        text: "paste calls, or type a call or the path of a file", isProblem: true)
      return
    }
    let count = summary.operations.count
    let flipped = editor.edit(named: "the key for \(count) call\(count == 1 ? "" : "s")") {
      design in
      design.scopes.formUnion(summary.scopes)
      let ticked = Set(design.details.operations)
      design.details.operations += summary.operations.filter { !ticked.contains($0) }
      if design.details.kind == nil { design.details.kind = summary.kind }
    }
    mode = .browsing
    show(.scopes)
    changed(
      flipped,
      "\(flipped.count) scope\(flipped.count == 1 ? "" : "s") for \(count) "
        + "call\(count == 1 ? "" : "s"); \(key(.review, in: .tree)) reviews and writes, "
        + "\(key(.undo, in: .tree)) takes it back")
    revealChosen()
  }
}
