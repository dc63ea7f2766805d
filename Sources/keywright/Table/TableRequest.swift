import Curses
import Designer
import Documents
import Keys
import TerminalUI

/// The table of keys that is asked for, to work in.
struct TableRequest {
  let command: TableCommand
  /// The manifests that stand there.
  let found: [KeyFiles.Found]
  let today: CalendarDate
  /// What the keys are compared with; nil for the last commit, where there is one.
  let revision: GitRevision?

  init(
    _ command: TableCommand, found: [KeyFiles.Found], today: CalendarDate, revision: GitRevision?
  ) {
    (self.command, self.found) = (command, found)
    (self.today, self.revision) = (today, revision)
  }

  /// Shows the table until the person leaves, and ends the process; comes back where the terminal
  /// cannot draw one.
  func run() throws(ModelError) {
    let screen = try ScreenChoice(
      ascii: command.ascii, mouse: command.mouse, synchronizedOutput: nil)
    let base: GitRevision?
    if let revision { base = revision } else { base = try Self.lastCommit() }
    if let revision, !revision.isKnown {
      throw ModelError(
        problem: "git finds no revision \"\(revision.name)\" here",
        remedy: "Run it inside the repository, and check the name with `git log`")
    }
    let session: CursesSession
    do {
      session = try CursesSession.open(options: screen.options)
    } catch {
      Console.say("keywright: \(error.message)")
      return
    }
    var state = TeamState(
      paths: found.map(\.path), name: command.paths.joined(separator: " "), today: today,
      size: session.size, charset: screen.charset, column: command.sort,
      words: command.filter.parts(between: " "), settings: screen.settings)
    if let note = screen.mouseNote { _ = state.update(.said(note, isProblem: false)) }
    TableLoop(self, session: session, screen: screen, state: state, revision: base).run()
  }

  private static func lastCommit() throws(ModelError) -> GitRevision? {
    let head = try GitRevision("HEAD")
    return head.isKnown ? head : nil
  }
}
