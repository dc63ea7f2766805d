import TerminalUI

/// The whole screen as a function of the state.
package enum DesignerView {
  /// Draws the state.
  package static func frame(_ state: DesignerState) -> Frame { frame(state, details: true) }

  /// Draws the state, with or without the details of what is under the cursor.
  static func frame(_ state: DesignerState, details: Bool) -> Frame {
    var frame = Frame(size: state.size, charset: state.charset)
    frame.wantsMouse = state.takesMouse
    let plan = LayoutPlan(state: state)
    guard !plan.isTooSmall else {
      drawTooSmall(state, &frame)
      return frame
    }
    TitleView.draw(state, plan, on: &frame)
    draw(state.mode, state, plan, details: details, on: &frame)
    MessageView.draw(state, plan, on: &frame)
    KeyBarView.draw(state, plan, on: &frame)
    return state.theme.applied(to: frame)
  }

  /// Draws what is between the top line and the last two.
  private static func draw(
    _ mode: Mode, _ state: DesignerState, _ plan: LayoutPlan, details: Bool,
    on frame: inout Frame
  ) {
    switch mode {
    case .browsing, .filtering, .givingReason: drawPanes(state, plan, details: details, on: &frame)
    case .choosingCopy:
      drawPanes(state, plan, details: details, on: &frame)
      PopupView.draw(.copy, state, plan, on: &frame)
    case .editingDetails(let form): FormView.draw(form, state, plan, on: &frame)
    case .accepting(let form): AcceptanceView.draw(form, state, plan, on: &frame)
    case .reviewing(let review): ReviewView.draw(review, state, plan, on: &frame)
    case .choosingPath: ReviewView.draw(state.reviewing.interrupted, state, plan, on: &frame)
    case .choosingPreset(let cursor): PresetView.draw(cursor, state, plan, on: &frame)
    case .choosingScopes(let choice): ScopeChoiceView.draw(choice, state, plan, on: &frame)
    case .answering(let cursor): TermsView.draw(cursor, state, plan, on: &frame)
    case .asking(let question): QuestionView.draw(question, state, plan, on: &frame)
    case .reading(let page, let top, _): ReadingView.draw(page, top, state, plan, on: &frame)
    case .offeringDraft(let top): DraftView.draw(top, state, plan, on: &frame)
    case .starting(let cursor): StartView.draw(cursor, state, plan, on: &frame)
    case .givingCalls(let form): CallsView.draw(form, state, plan, on: &frame)
    case .choosingKey(let cursor): KeyFilesView.draw(cursor, state, plan, on: &frame)
    case .commanding(let line, let covered):
      draw(covered, state, plan, details: details, on: &frame)
      CommandLineView.draw(line, state, plan, on: &frame)
    }
  }

  private static func drawPanes(
    _ state: DesignerState, _ plan: LayoutPlan, details: Bool, on frame: inout Frame
  ) {
    FindingsView.draw(state, plan, on: &frame)
    if details, plan.detail.rows > 0 { DetailView.draw(state, plan, on: &frame) }
    if details {
      StripView.draw(state, plan, on: &frame)
      ManifestView.draw(state, plan, on: &frame)
    }
    if plan.tree.rows > 0 {
      if state.view == .grid, let grid = state.grid {
        GridView.draw(grid, state, plan, on: &frame)
      } else {
        TreeView.draw(state, plan, on: &frame)
      }
    }
    PresetView.draw(beside: plan.presets, state, on: &frame)
    for divider in [plan.divider, plan.secondDivider].compactMap(\.self) {
      let bar = state.charset == .utf8 ? "\u{2502}" : "|"
      for row in plan.presets.row..<plan.tree.endRow {
        frame.write(bar, row: row, column: divider, style: .dim)
      }
    }
  }

  private static func drawTooSmall(_ state: DesignerState, _ frame: inout Frame) {
    let text: String
    if case .asking(.quitUnsaved) = state.mode {
      text =
        "Changes are not written. \(state.key(.discard)) discards them and leaves, "
        + "\(state.key(.back)) stays."
    } else {
      let minimum = LayoutPlan.minimum
      text =
        "Too small: \(minimum.columns)x\(minimum.rows) is needed, this is "
        + "\(state.size.columns)x\(state.size.rows). Nothing is lost; q leaves"
        + (state.hasUnsavedChanges ? ", after a question." : ".")
    }
    let lines = TextLayout.wrap(text, columns: state.size.columns, charset: state.charset)
    for (row, line) in lines.prefix(state.size.rows).enumerated() {
      frame.write(line, row: row, column: 0)
    }
  }
}
