import ArgumentParser
import Curses
import Designer
import Documents
import SystemPackage

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs the designer on a terminal: events in, effects out, one frame a batch of input.
struct DesignerLoop {
  let session: CursesSession
  var state: DesignerState
  /// Keeps the draft; nil where none can be kept.
  private(set) var drafts: DraftKeeper?
  /// Where copies go.
  let clipboard: ClipboardPlace
  /// What answers what the designer asks about files.
  let outside: Outside

  /// Prepares the designer on a terminal.
  init(
    session: CursesSession, state: DesignerState, drafts: DraftKeeper?,
    clipboard: ClipboardPlace, outside: Outside
  ) {
    (self.session, self.state, self.drafts) = (session, state, drafts)
    (self.clipboard, self.outside) = (clipboard, outside)
  }

  /// How long keys have to pause before the details follow the cursor: more than a held-down key's
  /// period, too little to be noticed.
  private static let detailDelayInMilliseconds = 50

  /// How long keys have to pause before the draft is made safe against a power cut, and other
  /// sessions are looked for.
  private static let quietDelayInMilliseconds = 100

  /// Runs until the person leaves or a signal ends it, and ends the process.
  consuming func run() -> Never { finish(work()) }

  /// Runs until the person leaves, and gives the screen back; a signal ends the process.
  ///
  /// - Returns: what to say of the last write; nil where nothing was written.
  mutating func visit() -> String? {
    let outcome = work()
    switch outcome {
    case .terminated, .hungUp: finish(outcome)
    case .written, .left: drafts?.end(keepingDraft: false)
    }
    return state.lastWrite
  }

  private mutating func work() -> Outcome {
    // What was typed before a question stands on the screen is no answer to it.
    if state.isOfferingDraft { session.dropTyped() }
    var shown = DesignerView.frame(state)
    session.present(shown)
    var detailsAreDue = false
    while true {
      let moment = DetailMoment(state)
      let events = session.nextEvents(
        within: detailsAreDue
          ? Self.detailDelayInMilliseconds
          : drafts?.needsQuietMoment == true ? Self.quietDelayInMilliseconds : nil)
      for event in events {
        if let outcome = take(.input(event)) { return outcome }
        // Before the next key and before the frame: what a person sees is kept.
        _ = take(.checkpoint)
      }
      if events.isEmpty, !detailsAreDue, let drafts {
        for notice in drafts.useQuietMoment() { _ = take(.noticed(notice)) }
      }
      if !events.isEmpty, let moment, DetailMoment(state) == moment {
        shown = moment.frame(state, keepingDetailsOf: shown)
        detailsAreDue = true
      } else {
        shown = DesignerView.frame(state)
        detailsAreDue = false
      }
      session.present(shown)
    }
  }

  /// Feeds an action to the state and carries out what it asks for; an outcome ends the session.
  private mutating func take(_ action: Action) -> Outcome? {
    for effect in state.update(action) {
      switch effect {
      case .write(let bytes, let path, let expecting):
        let action = Action.writing(bytes, to: path, expecting: expecting)
        if let outcome = take(action) { return outcome }
      case .writeFiles(let files):
        if let outcome = take(.wroteFiles(files, files.write())) { return outcome }
      case .draft(let step):
        do {
          try drafts?.perform(step)
        } catch {
          if let outcome = take(.draftFailed(error)) { return outcome }
        }
      case .copy(let copy):
        if let outcome = take(.copied(copy, perform(copy))) { return outcome }
      case .ask(let inquiry):
        let answer = answer(inquiry)
        if let outcome = take(.answered(inquiry, answer)) { return outcome }
        if case .key(let opened) = answer { changeDrafts(to: opened.path) }
      case .suspend: _ = session.suspend()
      case .repaint: session.repaint()
      case .quit(let outcome): return outcome
      }
    }
    return nil
  }

  /// Looks at files; what takes a while says so first.
  private func answer(_ inquiry: Inquiry) -> InquiryAnswer {
    if case .calls(let path) = inquiry, DocumentFile.exists(path) {
      session.present(
        LoadingView.frame("Reading \(path)", size: state.size, charset: state.charset))
    }
    return outside.answer(inquiry, for: state)
  }

  /// Keeps the drafts of the key that was opened in the place of those of the one before.
  private mutating func changeDrafts(to path: String) {
    drafts?.end(keepingDraft: false)
    drafts = DraftKeeper.find(for: &state)
    RecentKeys.note(path)
  }

  private func perform(_ copy: Copy) -> CopyOutcome {
    switch clipboard {
    case .terminal:
      guard session.copy(copy.bytes) else { return .notPossible }
      // Some terminals show what they do not take.
      session.repaint()
      return .sent
    case .tool(let tool):
      let words = tool.command
      let program = ChildProgram(name: words[0], arguments: Array(words.dropFirst()))
      do throws(Errno) {
        return try program.feed(copy.bytes)
          ? .arrived(at: words[0]) : .failed("\(words[0]) did not take it")
      } catch {
        return .failed("\(words[0]): \(error)")
      }
    case .file(let path):
      do throws(ModelError) {
        // For nobody else: what is copied may be meant for one reader.
        _ = try DocumentFile.write(copy.bytes, to: path, mode: [.ownerReadWrite])
        return .arrived(at: path)
      } catch {
        return .failed("\(error)")
      }
    }
  }

  private func finish(_ outcome: Outcome) -> Never {
    switch outcome {
    case .terminated, .hungUp:
      // Time for a slow disk.
      session.extendDeadline(milliseconds: 5000)
      drafts?.end(keepingDraft: true)
    case .written, .left:
      // While signals are still ours: a window that closes now leaves no file behind.
      if state.output == nil { drafts?.end(keepingDraft: false) }
    }
    session.end()
    switch outcome {
    case .terminated(let signal): session.die(of: signal)
    // Its signal may come later than the end of the file, or not at all.
    case .hungUp: session.die(of: SIGHUP)
    case .written, .left: break
    }
    if let output = state.output {
      deliver(output)
      // Only now: bytes that could not be printed are still in the draft.
      drafts?.end(keepingDraft: false)
    }
    if let line = state.lastWrite { Console.say("keywright: \(line)") }
    // Here and now: to take a large catalog apart would let the person wait.
    exit(outcome == .written ? 0 : ExitStatus.left.rawValue)
  }

  /// Prints the finished key; where that fails it stays in the draft, and the person is told.
  private func deliver(_ output: [UInt8]) {
    // Where nobody reads any more, that is an error like others.
    signal(SIGPIPE, SIG_IGN)
    do {
      try Console.deliver(document: output)
    } catch {
      drafts?.end(keepingDraft: true)
      Console.say("keywright: \(error)")
      if drafts != nil { Console.say("keywright: the key is kept as a draft for the next start") }
      exit(ExitStatus.badInput.rawValue)
    }
  }
}
