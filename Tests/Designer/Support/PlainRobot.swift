import Catalogs
import Documents
import Keys
import TerminalUI
import Testing

@testable import Designer

/// A robot user of the plain mode: types lines and reads what is said.
struct PlainRobot {
  var session: PlainSession
  /// What the last line was answered with.
  private(set) var lines: [String] = []
  private(set) var effects: [Effect] = []
  /// Everything that was said.
  private(set) var record: [String] = []

  init(_ robot: Robot, columns: Int = 80) {
    session = PlainSession(state: robot.state, columns: columns)
    record = session.greeting
  }

  init(columns: Int = 80) throws { self.init(try Robot(), columns: columns) }

  /// Types lines, one after the other.
  mutating func type(_ texts: String...) {
    for text in texts { take(session.take(line: text)) }
  }

  mutating func answerWrite(_ result: Result<DocumentFile.Outcome, ModelError>) throws {
    guard case .write(let bytes, let path, _)? = effects.first else {
      Issue.record("no write was asked for")
      return
    }
    take(session.take(.wrote(path: path, bytes: bytes, result)))
  }

  mutating func end(mayAsk: Bool = false) { take(session.takeEnd(mayAsk: mayAsk)) }

  private mutating func take(_ reply: PlainSession.Reply) {
    lines = reply.lines
    effects = reply.effects
    record += reply.lines
  }

  /// The last answer as one text.
  var answer: String { lines.joined(separator: "\n") }

  /// The last answer with its lines joined: for sentences, wherever they were wrapped.
  var said: String {
    lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// The ids of the chosen scopes.
  var chosen: [String] {
    session.state.editor.design.scopes.map { session.state.catalog.scopes[$0].id }
  }

  var details: KeyDetails { session.state.editor.design.details }
}
