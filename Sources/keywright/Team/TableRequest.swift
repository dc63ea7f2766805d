import Curses
import Designer
import Documents
import Keys
import TerminalUI

/// The table of keys that is asked for, to work in.
struct TableRequest {
  /// What was asked for: folders and manifests.
  let paths: [String]
  /// The manifests that stand there.
  let found: [KeyFiles.Found]
  let today: CalendarDate
  /// What the keys are compared with; nil for the last commit, where there is one.
  let revision: GitRevision?
  /// The catalog for manifests that name it.
  let catalog: CatalogSource
  /// The policy's path; nil looks for one.
  let policy: String?
  /// What the rows are put in order by.
  let column: KeyColumn
  /// The words that keys must have to be shown.
  let words: [String]
  /// Whether to draw with ASCII only; nil for as the settings say.
  let ascii: Bool?
  /// Whether to take mouse events; nil for as the settings say.
  let mouse: Bool?

  /// Shows the table until the person leaves, and ends the process; comes back where the terminal
  /// cannot draw one.
  func run() throws(ModelError) {
    let screen = try ScreenChoice(
      ascii: ascii, mouse: mouse, synchronizedOutput: nil)
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
      paths: found.map(\.path), name: paths.joined(separator: " "), today: today,
      size: session.size, charset: screen.charset, column: column,
      words: words, settings: screen.settings)
    if let note = screen.mouseNote { _ = state.update(.said(note, isProblem: false)) }
    TableLoop(self, session: session, screen: screen, state: state, revision: base).run()
  }

  private static func lastCommit() throws(ModelError) -> GitRevision? {
    let head = try GitRevision("HEAD")
    return head.isKnown ? head : nil
  }
}
