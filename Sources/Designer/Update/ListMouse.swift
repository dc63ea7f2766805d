import TerminalUI

// Clicks and the wheel in what covers the panes. Everywhere a press on a row puts the cursor there,
// and one on the row that has the cursor does what Enter does; a box ticks at the first press.

extension DesignerState {
  /// Takes a mouse event where something covers the panes; nil where they are to take it.
  mutating func takeMouseInList(_ event: MouseEvent, _ plan: LayoutPlan) -> [Effect]? {
    let isPress = event.kind == .press
    let step = event.kind == .scrollUp ? -3 : 3
    switch mode {
    case .browsing: return nil
    case .filtering(let field):
      guard isPress else { return nil }
      if plan.message.contains(event.point) {
        mode = .filtering(moved(field, to: event.point, plan))
        return []
      }
      // A click into the tree leaves the filter's line, as Enter does.
      mode = .browsing
      return nil
    case .choosingPath(let field):
      guard isPress, plan.message.contains(event.point) else { return [] }
      mode = .choosingPath(moved(field, to: event.point, plan))
    case .givingReason(let scope, let field):
      guard isPress, plan.message.contains(event.point) else { return [] }
      mode = .givingReason(scope: scope, moved(field, to: event.point, plan))
    case .choosingCopy:
      guard isPress else { return [] }
      switch PopupView.hit(event.point, .copy, self, plan) {
      case .command(let command): return carryOut(command)
      case .title: return []
      case .outside:
        mode = .browsing
        return nil
      }
    case .reviewing(let review):
      if isPress { press(event.point, in: review) } else { scroll(review, by: step) }
    case .choosingPreset(let cursor):
      guard isPress else { return turnWheel(event.kind) }
      guard let place = PresetView.preset(atRow: event.point.row, cursor, self, plan) else {
        return []
      }
      if place == cursor { return carryOut(.confirm) }
      mode = .choosingPreset(cursor: place)
    case .choosingScopes(let choice):
      guard isPress else { return turnWheel(event.kind) }
      press(event.point, in: choice, plan)
    case .answering(let cursor):
      guard isPress else { return turnWheel(event.kind) }
      guard let place = TermsView.place(atRow: event.point.row, self, plan) else { return [] }
      if place == cursor { return carryOut(.confirm) }
      mode = .answering(cursor: place)
    case .editingDetails(var form):
      let lines = DetailsForm.Line.allCases
      guard isPress, let place = FormView.line(atRow: event.point.row, form, plan) else {
        return []
      }
      form.line = lines[place]
      FormView.move(&form.fields[form.line.rawValue], to: event.point, plan, charset)
      mode = .editingDetails(form)
    case .accepting(var form):
      guard isPress, let place = AcceptanceView.line(atRow: event.point.row, form, plan, charset)
      else {
        return []
      }
      form.line = form.lines[place]
      FormView.move(&form.fields[form.line.rawValue], to: event.point, plan, charset)
      mode = .accepting(form)
    case .starting:
      guard isPress else { return turnWheel(event.kind) }
      guard let way = StartView.way(atRow: event.point.row, self, plan) else { return [] }
      return take(way)
    case .givingCalls(var form):
      guard isPress else { return turnWheel(event.kind) }
      guard plan.message.contains(event.point) else { return [] }
      form.field = moved(form.field, to: event.point, plan)
      mode = .givingCalls(form)
    case .choosingKey(let cursor):
      guard isPress else { return turnWheel(event.kind) }
      guard let place = KeyFilesView.place(atRow: event.point.row, cursor, self, plan) else {
        return []
      }
      if place == cursor { return carryOut(.confirm) }
      mode = .choosingKey(cursor: place)
    case .commanding(var line, let covered):
      guard isPress else { return turnWheel(event.kind) }
      if plan.message.contains(event.point) {
        line.field = moved(line.field, to: event.point, plan)
        mode = .commanding(line, over: covered)
      } else if let place = CommandLineView.place(event.point, line, self, plan) {
        // As elsewhere: the first press marks, the next does what Enter does.
        if place == line.marked, line.isChosen { return carryOut(.apply) }
        (line.marked, line.isChosen) = (place, true)
        mode = .commanding(line, over: covered)
      } else {
        mode = covered
      }
    case .reading(.powers, let top, let covered) where isPress:
      return pressPowers(event.point, top: top, over: covered, plan)
    case .reading:
      if !isPress { return turnWheel(event.kind) }
    case .offeringDraft:
      guard isPress else { return turnWheel(event.kind) }
      message = Message(text: answerByKey)
    case .asking:
      // A click that brings a window to the front must not throw work away.
      if isPress { message = Message(text: answerByKey) }
    }
    return []
  }

  private var answerByKey: String { "click an answer, or press its key" }

  /// The wheel in a list that fills the screen.
  private mutating func turnWheel(_ kind: MouseEvent.Kind) -> [Effect] {
    for _ in 0..<3 { _ = carryOut(kind == .scrollUp ? .up : .down) }
    return []
  }

  /// The field of the line above the key bar, with the cursor where it was clicked.
  private func moved(_ field: TextField, to point: Point, _ plan: LayoutPlan) -> TextField {
    var field = field
    let place = MessageView.fieldPlace(self, plan)
    field.moveCursor(
      toColumn: point.column - place.column, columns: place.columns, charset: charset)
    return field
  }
}
