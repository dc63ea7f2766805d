import ArgumentParser
import Curses
import Designer
import TerminalUI

/// Runs the designer in lines: a line in, lines out, effects carried out.
struct PlainLoop {
  private var speech: PlainSpeech
  private var session: PlainSession
  private var drafts: DraftKeeper?
  private let outside: Outside

  /// Starts on a state, which no screen limits.
  init(speech: PlainSpeech, state: DesignerState, drafts: DraftKeeper?, outside: Outside) {
    self.speech = speech
    self.drafts = drafts
    self.outside = outside
    session = PlainSession(state: state, columns: speech.columns)
  }

  /// Runs until the person leaves or the input ends; signals end the process by themselves, and
  /// leave the draft.
  consuming func run() throws {
    PlainSignals.adopt()
    try speech.say(session.greeting)
    while true {
      let heard = try speech.ask(session.prompt)
      session.columns = speech.columns
      let reply: PlainSession.Reply
      switch heard {
      case .line(let line): reply = session.take(line: line)
      case .tooLong: reply = session.problem("That line is too long; nothing was done.")
      case .noText: reply = session.problem("That line is not UTF-8; nothing was done.")
      case .end: reply = session.takeEnd(mayAsk: speech.inputIsTerminal)
      }
      if let outcome = try follow(reply) {
        // Who closes the window has not decided against the changes.
        return try finish(outcome, keepingDraft: heard == .end)
      }
      _ = try follow(session.take(.checkpoint))
      for notice in drafts?.useQuietMoment() ?? [] {
        _ = try follow(session.take(.noticed(notice)))
      }
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
      case .writeFiles(let files):
        if let outcome = try follow(session.take(.wroteFiles(files, files.write()))) {
          return outcome
        }
      case .draft(let step):
        do {
          try drafts?.perform(step)
        } catch {
          if let outcome = try follow(session.take(.draftFailed(error))) { return outcome }
        }
      case .ask(let inquiry):
        let answer = outside.answer(inquiry, for: session.state)
        if let outcome = try follow(session.take(.answered(inquiry, answer))) { return outcome }
        if case .key(let opened) = answer, drafts != nil {
          drafts?.end(keepingDraft: false)
          drafts = session.findDrafts(DraftKeeper.find)
          RecentKeys.note(opened.path)
        }
      case .quit(let outcome): return outcome
      case .suspend, .repaint, .copy: break
      }
    }
    return nil
  }

  private func finish(_ outcome: Outcome, keepingDraft: Bool) throws {
    if let output = session.state.output {
      do {
        try Console.deliver(document: output)
      } catch {
        drafts?.end(keepingDraft: true)
        Console.say("keywright: \(error)")
        throw ExitStatus.badInput
      }
      // The key is where it should be, whoever hears of it.
      try? speech.say(session.state.lastWrite.map { ["keywright: \($0)"] } ?? [])
    }
    drafts?.end(keepingDraft: keepingDraft && session.state.hasUnsavedChanges)
    if outcome != .written { throw ExitStatus.left }
  }
}
