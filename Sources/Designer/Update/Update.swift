import Documents
import TerminalUI

extension DesignerState {
  /// Takes what happened, gives what the world should do; a typed command is left to `update`.
  mutating func react(to action: Action) -> [Effect] {
    switch action {
    case .input(let event): return take(event)
    case .wrote(let path, let bytes, let result): return wrote(path, bytes, result)
    case .wroteFiles(let files, let outcome):
      wrote(files, outcome)
      return []
    case .foundDrafts(let found): return foundDrafts(found)
    case .checkpoint: return keepDraft()
    case .draftFailed(let error): return draftFailed(error)
    case .noticed(let notice):
      message = Message(text: notice, isProblem: true, stays: true)
      return []
    case .copied(let copy, let outcome): return copied(copy, outcome)
    case .answered(let inquiry, let answer): return answered(inquiry, answer)
    }
  }

  private mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .resize(let size):
      self.size = size
      fitOutline()
      refitReview()
      return []
    case .interrupt: return askToQuit()
    case .suspend: return [.suspend]
    case .terminate(let signal): return [.quit(.terminated(signal: signal))]
    case .hangUp: return [.quit(.hungUp)]
    case .paste(let text):
      // Where nothing can be seen, nothing is typed.
      guard !LayoutPlan(state: self).isTooSmall else { return [] }
      if case .givingCalls = mode { return takePasted(text) }
      if case .starting = mode { return takePasted(text) }
      paste(text)
      return []
    case .key(let key): return LayoutPlan(state: self).isTooSmall ? takeSmall(key) : take(key)
    case .mouse(let event):
      guard !LayoutPlan(state: self).isTooSmall else { return [] }
      return takeMouse(event)
    }
  }

  /// Where nothing can be seen, nothing can be changed: only leaving works.
  private mutating func takeSmall(_ key: Key) -> [Effect] {
    guard case .asking(let question) = mode else {
      return key == .character("q") ? askToQuit() : []
    }
    switch keys.binding(for: key, in: context)?.command {
    case .discard: return answer(.discard, question)
    case .back: return answer(.back, question)
    default: return []
    }
  }

  private mutating func take(_ key: Key) -> [Effect] {
    message = nil
    interruption.armed = nil
    defer { fitOutline() }
    if key == .escape, mode == .browsing, unread != nil {
      unread = nil
      return []
    }
    // In a field, what can be typed is text; only other keys are commands.
    if isTyping, case .character = key {
      type(key)
      return []
    }
    guard let binding = keys.binding(for: key, in: context) else {
      if isTyping {
        type(key)
      } else {
        message = Message(text: reasonAgainst(key))
      }
      return []
    }
    return attempt(binding.command, by: "\(key.name): ")
  }

  /// Carries a command out, or says why that cannot be done at the moment.
  mutating func attempt(_ command: Command, by gesture: String = "") -> [Effect] {
    if let reason = disabledReason(command) {
      message = Message(text: gesture + reason, isProblem: true)
      return []
    }
    return carryOut(command)
  }

  mutating func carryOut(_ command: Command) -> [Effect] {
    switch command {
    case .repaint: return [.repaint]
    case .suspend: return [.suspend]
    case .quit: return askToQuit()
    case .toggleMouse:
      toggleMouse()
      return []
    default: break
    }
    switch mode {
    case .browsing: return browse(command)
    case .filtering(let field): return filter(command, field)
    case .editingDetails(let form): return edit(command, form)
    case .reviewing(let review): return self.review(command, review)
    case .choosingPath(let field): return choosePath(command, field)
    case .givingReason(let scope, let field): return giveReason(command, scope, field)
    case .accepting(let form): return accept(command, form)
    case .choosingPreset(let cursor): return choosePreset(command, cursor)
    case .choosingScopes(let choice): return choose(command, choice)
    case .answering(let cursor): return answerTerms(command, cursor)
    case .asking(let question): return answer(command, question)
    case .reading(let page, let top, let covered):
      return read(command, page, top, over: covered)
    case .offeringDraft(let top): return answerOffer(command, top: top)
    case .choosingCopy: return copy(command)
    case .starting(let cursor): return start(command, cursor)
    case .givingCalls(let form): return giveCalls(command, form)
    case .choosingKey(let cursor): return chooseKey(command, cursor)
    case .commanding(let line, let covered): return self.command(command, line, over: covered)
    }
  }

  /// Whether keys are text.
  var isTyping: Bool {
    switch mode {
    case .filtering, .editingDetails, .choosingPath, .accepting, .givingReason, .givingCalls,
      .commanding:
      true
    default: false
    }
  }

  /// Gives a key to the field that has the focus, and says where it can do nothing.
  private mutating func type(_ key: Key) {
    var response = TextField.Response.ignored
    editField { response = $0.handle(key) }
    switch response {
    case .handled: break
    case .ignored: message = Message(text: "\(key.name) does nothing in a line of text")
    case .refused(let reason): message = Message(text: "\(key.name): \(reason)", isProblem: true)
    }
  }

  /// Puts text into the field that has the focus, and says where not all of it found room.
  private mutating func paste(_ text: String) {
    var hadRoom = true
    editField { hadRoom = $0.insert(text) }
    guard !hadRoom else { return }
    message = Message(
      text: "the line is full: what was pasted is cut", isProblem: true, stays: true)
  }

  /// Takes pasted calls, on the start page as well; a path goes into the line, to be looked at.
  private mutating func takePasted(_ text: String) -> [Effect] {
    message = nil
    if case .starting = mode { mode = .givingCalls(CallsForm()) }
    guard case .givingCalls(let form) = mode, form.field.text.isEmpty else {
      paste(text)
      return []
    }
    return take(calls: text)
  }

  /// Changes the field that has the focus; where none has it, nothing happens: a paste is no
  /// command.
  mutating func editField(_ change: (inout TextField) -> Void) {
    // What is cut in one line can be put into another.
    func edited(_ field: TextField) -> TextField {
      var field = field
      field.kills = kills
      change(&field)
      kills = field.kills
      return field
    }
    switch mode {
    case .filtering(let field):
      let next = edited(field)
      mode = .filtering(next)
      if next.text != field.text { changeOutline { $0.setFilter(next.text) } }
    case .choosingPath(let field):
      mode = .choosingPath(edited(field))
    case .givingReason(let scope, let field):
      mode = .givingReason(scope: scope, edited(field))
    case .givingCalls(var form):
      // What is cut here may be a password: it is put nowhere else.
      change(&form.field)
      mode = .givingCalls(form)
    case .commanding(var line, let covered):
      let before = line.field.text
      line.field = edited(line.field)
      if line.field.text != before { (line.marked, line.isChosen) = (0, false) }
      mode = .commanding(line, over: covered)
    case .editingDetails(var form):
      form.fields[form.line.rawValue] = edited(form.fields[form.line.rawValue])
      form.problem = nil
      mode = .editingDetails(form)
    case .accepting(var form):
      form.fields[form.line.rawValue] = edited(form.fields[form.line.rawValue])
      form.problem = nil
      mode = .accepting(form)
    default:
      message = Message(text: "pasted text goes into a field; none is open, so it was left out")
    }
  }

  /// How the session would end now.
  var outcome: Outcome { lastWrite != nil && !hasUnsavedChanges ? .written : .left }

  mutating func askToQuit() -> [Effect] {
    if case .asking(.quitUnsaved) = mode { return [] }
    guard hasUnsavedChanges || typedText != nil else { return [.quit(outcome)] }
    interruption.mode = mode
    mode = .asking(.quitUnsaved)
    message = nil
    return []
  }

  private mutating func answer(_ command: Command, _ question: Question) -> [Effect] {
    switch (question, command) {
    case (.quitUnsaved, .review):
      switch interruption.mode {
      case .editingDetails, .accepting, .givingReason:
        // What is typed there is part of the key only once it is applied.
        mode = interruption.mode
        message = Message(
          text: "\(key(.apply)) takes this over first, \(key(.back)) drops it", isProblem: true)
      default: openReview()
      }
    case (.quitUnsaved, .back):
      mode = interruption.mode
    case (.quitUnsaved, .discard):
      return [.quit(.left)]
    case (.overwrite(let path, _), .overwrite):
      resumeReview()
      guard let bytes = try? exported() else { return [] }
      return [.write(bytes: bytes, path: path, expecting: .anything)]
    case (.overwrite(let path, _), .otherPath):
      mode = .choosingPath(TextField(path))
    case (.overwrite, _):
      resumeReview()
    case (.replaceFiles(let files, let there, let covered), let command):
      return answer(command, replacing: files, there: there, over: covered)
    case (.tickRuledOut(let scope), .confirm):
      tickRuledOut(scope)
    default:
      mode = .browsing
    }
    return []
  }
}
