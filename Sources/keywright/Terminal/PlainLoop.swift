import ArgumentParser
import Curses
import Designer
import KeyModel
import TerminalUI

/// Runs the designer in lines: a line in, lines out, effects carried out.
struct PlainLoop {
  private var speech: PlainSpeech
  private var session: PlainSession

  /// Starts on a state, which no screen limits.
  init(speech: PlainSpeech, state: (_ size: Size) -> DesignerState) {
    self.speech = speech
    let columns = speech.columns
    session = PlainSession(state: state(Size(rows: 24, columns: columns)), columns: columns)
  }

  /// Runs until the person leaves or the input ends; signals end the process by themselves.
  consuming func run() throws {
    PlainSignals.adopt()
    try speech.say(session.greeting)
    while true {
      let heard = try speech.ask(session.prompt)
      session.columns = speech.columns
      let outcome: Outcome?
      switch heard {
      case .line(let line): outcome = try follow(session.take(line: line))
      case .tooLong:
        try speech.say(["That line is too long; nothing was done."])
        outcome = nil
      case .end: outcome = try follow(session.takeEnd(mayAsk: speech.inputIsTerminal))
      }
      if let outcome { return try finish(outcome) }
    }
  }

  /// Says what follows from a line and carries it out; an outcome ends the session.
  private mutating func follow(_ reply: PlainSession.Reply) throws -> Outcome? {
    try speech.say(reply.lines)
    for effect in reply.effects {
      switch effect {
      case .write(let bytes, let path, let expecting):
        let action = Action.writing(bytes, to: path, expecting: expecting)
        if let outcome = try follow(session.take(action)) { return outcome }
      case .quit(let outcome): return outcome
      case .suspend, .repaint: break
      }
    }
    return nil
  }

  private func finish(_ outcome: Outcome) throws {
    if let output = session.state.output {
      Console.print(bytes: output)
      try speech.say(session.state.lastWrite.map { ["keywright: \($0)"] } ?? [])
    }
    if outcome != .written { throw ExitStatus.left }
  }
}
