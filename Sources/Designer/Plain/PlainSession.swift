import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

/// The designer in lines: for screen readers, terminals that cannot move a cursor, and scripts.
///
/// The same state machine as on the screen; only what goes in and comes out differs. A line goes
/// in, lines come out, and nothing that was said is ever painted over.
package struct PlainSession: Sendable {
  /// What follows from a line.
  package struct Reply: Sendable {
    /// What to say, each text on a line of its own and at most as wide as the session.
    package var lines: [String] = []
    /// What the world should do.
    package var effects: [Effect] = []
    /// The command that writes what the lines show to files; nil where none does.
    var offer: String?
  }

  /// The designer.
  package internal(set) var state: DesignerState
  /// The columns that lines may take.
  package var columns: Int
  /// Where a key of a file went before a path was named for the write that is under way.
  var targetBefore: (DesignerState.Target, (path: String, format: KeyForm)?)?

  /// Starts a session on a state.
  package init(state: DesignerState, columns: Int) {
    self.state = state
    self.columns = columns
  }

  /// What is said first.
  package var greeting: [String] {
    let label = state.editor.design.details.label
    var text = "Keywright, \(state.catalog.name) \(state.catalog.version)"
    if !label.isEmpty { text += ", key \(label)" }
    return wrapped(text) + wrapped(standing + " help lists the commands.")
      + (state.message.map { $0.isProblem ? wrapped($0.text) : [] } ?? []) + introduction
  }

  /// What stands before the next line that is typed.
  package var prompt: String {
    switch state.mode {
    case .accepting(let form):
      let proposed = form.text(form.line)
      return form.line.title + (proposed.isEmpty ? "" : " [\(proposed)]") + ": "
    case .asking(.quitUnsaved): return "write, discard or stay? "
    case .asking(.overwrite), .asking(.replaceFiles): return "replace or back? "
    case .asking(.tickRuledOut): return "tick or leave? "
    case .offeringDraft: return "take, leave or discard? "
    case .givingCalls: return "take, leave, or more calls? "
    default: return "> "
    }
  }

  /// Takes a line that was typed.
  package mutating func take(line: String) -> Reply {
    let text = line.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
    switch state.mode {
    case .accepting(let form): return answer(text, form)
    case .asking(let question): return answer(text, question, asWritten: line)
    case .offeringDraft: return answerOffer(text)
    case .givingCalls(let form): return answer(text, form)
    default:
      state.mode = .browsing
      return text.isEmpty ? Reply() : carryOut(text, asWritten: line)
    }
  }

  /// Takes the answer to an effect.
  package mutating func take(_ action: Action) -> Reply {
    let reply = reporting { $0.react(to: action) }
    switch action {
    case .wrote(_, _, .success(.written)): targetBefore = nil
    case .wrote(_, _, .failure): writeNothing()
    default: break
    }
    return reply
  }

  /// Lets the keeper of drafts look for those of the key that was opened, and gives the keeper.
  package mutating func findDrafts<Keeper>(
    _ find: (inout DesignerState) -> Keeper?
  ) -> Keeper? {
    find(&state)
  }

  /// Takes the end of the input; a person who may still answer, as after ^D at a terminal, is asked.
  package mutating func takeEnd(mayAsk: Bool) -> Reply {
    if mayAsk, state.mode == .browsing || state.isReviewing { return carryOut("quit") }
    let lost = state.hasUnsavedChanges ? wrapped("Left; the changes are not written.") : []
    return Reply(lines: lost, effects: [.quit(state.hasUnsavedChanges ? .left : state.outcome)])
  }

  // MARK: - Saying

  /// How much is chosen, and what there is to say against it.
  var standing: String {
    let unknown = state.editor.design.details.unknownScopes.count
    let extra = unknown > 0 ? " and \(unknown) unknown" : ""
    let counts = state.findings.counts
    var words: [String] = []
    for (count, word) in [
      (counts.error, "error"), (counts.warning, "warning"), (counts.note, "note"),
    ] where count > 0 {
      words.append("\(count) \(word)\(count == 1 ? "" : "s")")
    }
    if counts.accepted > 0 { words.append("\(counts.accepted) accepted") }
    if !state.speaks { words = ["nothing to judge yet"] }
    return "\(state.editor.chosenCount) of \(state.catalog.scopes.count) scopes\(extra) chosen; "
      + (words.isEmpty ? "no findings." : words.joined(separator: ", ") + ".")
  }

  /// A text in lines; those after the first are set in under its lead, where that is short.
  func wrapped(_ text: String, lead: String = "") -> [String] {
    guard TextWidth.columns(of: lead, charset: state.charset) <= columns / 3 else {
      return fitted([lead + text])
    }
    return StyledLine.wrap(text, columns: columns, charset: state.charset, lead: lead).map(\.text)
  }

  /// Lines that were made for a screen, those that are too wide broken.
  func fitted(_ lines: [String]) -> [String] {
    lines.flatMap { line -> [String] in
      guard TextWidth.columns(of: line, charset: state.charset) > columns else { return [line] }
      let indent = String(repeating: " ", count: min(line.prefix { $0 == " " }.count, columns / 4))
      let parts = TextLayout.wrap(
        line, columns: columns - indent.count - 2, charset: state.charset)
      return parts.enumerated().map { ($0 == 0 ? indent : indent + "  ") + $1 }
    }
  }

  /// Changes the state, and says what happened: the state's own message, the findings that came and
  /// went, and what a form or a question wants to know.
  mutating func reporting(_ change: (inout DesignerState) -> [Effect]) -> Reply {
    let before = PlainStanding(state)
    state.message = nil
    let effects = change(&state)
    var lines = state.message.map { wrapped($0.text) } ?? []
    let after = PlainStanding(state)
    if after != before {
      lines += after.changes(since: before).flatMap { wrapped($0, lead: "  ") }
      lines += wrapped(standing, lead: "  ")
    }
    if state.mode != before.mode { lines += introduction }
    return Reply(lines: lines, effects: effects)
  }

  /// A sentence, and nothing else that follows.
  package func problem(_ text: String) -> Reply { Reply(lines: wrapped(text)) }
}

/// What a change is measured against.
struct PlainStanding: Equatable {
  let mode: Mode
  private let revision: Int
  private let findings: [Finding]
  private let isWhole: Bool

  init(_ state: DesignerState) {
    mode = state.mode
    revision = state.editor.revision
    findings = state.speaks ? state.listedFindings : []
    isWhole = !state.speaks || state.findings.counts.total == findings.count
  }

  static func == (left: PlainStanding, right: PlainStanding) -> Bool {
    left.revision == right.revision
  }

  /// The findings that are new and those that are gone, a line each.
  func changes(since before: PlainStanding) -> [String] {
    // Of lists that are cut nobody knows what is new.
    guard isWhole, before.isWhole else { return [] }
    let (old, new) = (Set(before.findings), Set(findings))
    let names = Names(before.findings, findings)
    let oldNames = Set(before.findings.map(names.name))
    let newNames = Set(findings.map(names.name))
    var lines: [String] = []
    for finding in findings where !old.contains(finding) {
      if finding.isAccepted {
        lines.append("Accepted: \(title(finding)).")
      } else {
        let word = oldNames.contains(names.name(finding)) ? "Changed" : "New"
        lines.append("\(word): \(title(finding)): \(finding.message)")
      }
    }
    for finding in before.findings
    where !new.contains(finding) && !newNames.contains(names.name(finding)) {
      lines.append("Settled: \(title(finding)).")
    }
    return lines
  }

  private func title(_ finding: Finding) -> String {
    let subject = finding.scopes.count == 1 ? " (\(finding.scopes[0]))" : ""
    return "\(finding.severity.rawValue) \(finding.rule)\(subject)"
  }

  /// What makes a finding the same although its words changed: its rule, where that has one finding
  /// at most, else its first scope as well.
  private struct Names {
    struct Name: Hashable {
      let rule: String
      let scope: String?
    }

    private var crowded: Set<String> = []

    init(_ lists: [Finding]...) {
      for list in lists {
        var seen: Set<String> = []
        for finding in list where !seen.insert(finding.rule).inserted {
          crowded.insert(finding.rule)
        }
      }
    }

    func name(_ finding: Finding) -> Name {
      Name(
        rule: finding.rule, scope: crowded.contains(finding.rule) ? finding.scopes.first : nil)
    }
  }
}
