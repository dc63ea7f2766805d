import Catalogs
import Judgement
import Keys
import TerminalUI

extension PlainSession {
  // MARK: - Details

  /// One of the key's details as it is.
  func lines(of line: DetailsForm.Line) -> [String] {
    let text = DetailsForm(state.editor.design.details).fields[line.rawValue].text
    return wrapped(text.isEmpty ? "none" : text, lead: "\(line.title): ")
  }

  /// What a command without its argument can say instead.
  func current(_ verb: PlainCommand.Verb) -> [String]? {
    switch verb {
    case .label: lines(of: .label)
    case .purpose: lines(of: .purpose)
    case .addresses: lines(of: .addresses)
    case .rotate: lines(of: .rotateBy)
    case .owner: lines(of: .owner)
    default: nil
    }
  }

  /// Fills one line of the details' form, and applies it.
  mutating func edit(_ line: DetailsForm.Line, _ text: String) -> Reply {
    var field = TextField()
    guard field.insert(text) else { return tooLong }
    return reporting { state in
      var form = DetailsForm(state.editor.design.details)
      form.fields[line.rawValue] = field
      form.line = line
      state.mode = .editingDetails(form)
      _ = state.carryOut(.apply)
      if case .editingDetails(let form) = state.mode, let problem = form.problem {
        state.message = Message(text: problem, isProblem: true)
      } else {
        let text = DetailsForm(state.editor.design.details).fields[line.rawValue].text
        state.message = Message(text: "\(line.title): \(text.isEmpty ? "none" : text)")
      }
      state.mode = .browsing
      return []
    }
  }

  private var tooLong: Reply {
    problem("That is too long: at most \(TextField.maximumLength) characters.")
  }

  mutating func clear(_ name: String) -> Reply {
    switch PlainCommand.named(name)?.verb {
    case .label: edit(.label, "")
    case .purpose: edit(.purpose, "")
    case .addresses: edit(.addresses, "")
    case .rotate: edit(.rotateBy, "")
    case .owner: edit(.owner, "")
    default:
      problem("Write clear label, clear purpose, clear addresses, clear rotate or clear owner.")
    }
  }

  // MARK: - Writing

  /// Writes the key, to another path where one is named.
  mutating func write(_ path: String) -> Reply {
    var field = TextField()
    guard field.insert(path) else { return tooLong }
    if !path.isEmpty, state.target.isFile { targetBefore = (state.target, state.exportPath) }
    return reporting { state in
      if !path.isEmpty {
        state.mode = .choosingPath(field)
        _ = state.carryOut(.apply)
      } else {
        _ = state.carryOut(.review)
      }
      return state.carryOut(.write)
    }
  }

  /// Nothing was written: where a path was named for it, the next write goes where it went before.
  mutating func writeNothing() {
    guard let (target, exportPath) = targetBefore else { return }
    (state.target, state.exportPath) = (target, exportPath)
    targetBefore = nil
  }

  // MARK: - Forms and questions

  /// What a form or a question says before its first answer.
  var introduction: [String] {
    switch state.mode {
    case .accepting(let form):
      let heading =
        form.writesAfterwards
        ? "Errors that nobody has accepted. cancel goes back."
        : "Accept this risk. cancel goes back."
      return wrapped(heading)
        + form.findings.prefix(100).flatMap {
          wrapped("\($0.severity.rawValue) \($0.rule): \($0.message)", lead: "  ")
        }
    case .asking(.quitUnsaved): return wrapped("There are changes that are not written.")
    case .asking(.overwrite(let path, let isNew)):
      return wrapped(
        (isNew ? "\(path) exists already." : "\(path) has changed on disk since it was opened.")
          + " replace puts this key in its place; back writes nothing; write FILE writes elsewhere."
      )
    case .asking(.replaceFiles(let files, let paths, _)):
      return wrapped(
        "\(Question.sentence(inTheWay: paths)) replace puts the new "
          + (paths.count == 1 ? "one in its place" : "ones in their place")
          + "; back writes nothing; \(files.folder == nil ? "probe FILE" : "split FOLDER") writes "
          + "elsewhere."
      )
    case .asking(.tickRuledOut(let scope)):
      let id = state.catalog.scopes[scope].id
      return wrapped(
        state.isRuledOut(scope: scope)
          ? "The key must never have \(id). tick chooses it, and the key may have it again."
          : "\(id) grants what the key must never have. tick chooses it all the same.")
    case .answering:
      return wrapped("Which kind of key? kind KIND says so.") + kindLines
    case .offeringDraft:
      guard let offer = state.drafting.offers.first else { return [] }
      return fitted(DraftView.lines(offer, state).map(\.text))
        + wrapped("take goes on with it, leave keeps it for a later start, discard removes it.")
    case .givingCalls(let form):
      guard let summary = form.summary else { return [] }
      return fitted(summary.lines.map(\.text))
        + wrapped("take makes the key of them, leave takes nothing; or name more calls.")
    case .reading(.report(let report), _, _): return fitted(report.lines.map(\.text))
    default: return []
    }
  }

  /// Takes the next line of the form in which risks are accepted; an empty one keeps what is there.
  mutating func answer(_ text: String, _ form: AcceptanceForm) -> Reply {
    if text == "cancel" {
      state.mode = .browsing
      writeNothing()
      return problem("Nothing is accepted\(form.writesAfterwards ? ", nothing is written." : ".")")
    }
    var form = form
    if !text.isEmpty {
      var field = TextField()
      guard field.insert(text) else { return tooLong }
      form.fields[form.line.rawValue] = field
    }
    if case .failure(let problem) = form.acceptances(today: state.today), problem.line == form.line
    {
      state.mode = .accepting(form)
      return self.problem(sentence(problem.text))
    }
    guard form.line == form.lines.last else {
      form.move(by: 1)
      state.mode = .accepting(form)
      return Reply()
    }
    state.mode = .accepting(form)
    return reporting { state in
      let effects = state.carryOut(.apply)
      if state.isReviewing { state.mode = .browsing }
      return effects
    }
  }

  mutating func answerOffer(_ text: String) -> Reply {
    var reply: Reply
    switch text.lowercased() {
    case "take", "t": reply = reporting { $0.carryOut(.takeDraft) }
    case "leave", "l": reply = reporting { $0.carryOut(.back) }
    case "discard", "d": reply = reporting { $0.carryOut(.discardDraft) }
    case "quit", "q": return reporting { $0.askToQuit() }
    default: reply = Reply()
    }
    // The next of several, or the same once more.
    if case .offeringDraft = state.mode { reply.lines += introduction }
    return reply
  }

  mutating func answer(_ text: String, _ question: Question, asWritten line: String) -> Reply {
    let word = text.lowercased()
    if case .overwrite = question, word.hasPrefix("write ") {
      state.mode = .browsing
      writeNothing()
      return carryOut(text, asWritten: line)
    }
    if case .replaceFiles(let files, _, _) = question,
      word.hasPrefix(files.folder == nil ? "probe " : "split ")
    {
      state.mode = .browsing
      return carryOut(text, asWritten: line)
    }
    switch (question, word) {
    case (.replaceFiles, "replace"), (.replaceFiles, "y"):
      return reporting { $0.carryOut(.overwrite) }
    case (.replaceFiles, "back"), (.replaceFiles, "n"), (.replaceFiles, "cancel"):
      state.mode = .browsing
      return problem("Nothing is written.")
    case (.quitUnsaved, "write"), (.quitUnsaved, "w"):
      state.mode = .browsing
      return write("")
    case (.quitUnsaved, "discard"), (.quitUnsaved, "d"), (.quitUnsaved, "y"):
      return reporting { $0.carryOut(.discard) }
    case (.quitUnsaved, "stay"), (.quitUnsaved, "n"), (.quitUnsaved, "q"), (.quitUnsaved, "cancel"):
      state.mode = .browsing
      return Reply()
    case (.overwrite, "replace"), (.overwrite, "y"):
      return reporting { state in
        let effects = state.carryOut(.overwrite)
        state.mode = .browsing
        return effects
      }
    case (.tickRuledOut, "tick"), (.tickRuledOut, "y"):
      return reporting { $0.carryOut(.confirm) }
    case (.tickRuledOut, "leave"), (.tickRuledOut, "n"), (.tickRuledOut, "cancel"):
      state.mode = .browsing
      return problem("It is left as it was.")
    case (.overwrite, "back"), (.overwrite, "n"), (.overwrite, "cancel"):
      state.mode = .browsing
      writeNothing()
      return problem("Nothing is written.")
    default: return Reply(lines: introduction)
    }
  }
}
