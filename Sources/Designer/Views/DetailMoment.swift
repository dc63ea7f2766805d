import Keys
import TerminalUI

/// What stays the same while a person only moves through the tree.
///
/// The details under the cursor are most of what a move paints. While keys keep coming they may
/// stand as they were, and follow once the keys pause: a held-down arrow then costs a sixth of the
/// bytes, which is felt on a slow line, and no page is made that nobody sees.
package struct DetailMoment: Hashable, Sendable {
  private let revision: Int
  private let query: String
  private let view: MainView
  private let plan: LayoutPlan
  /// How far a message stands over the details.
  private let messageRows: Int

  /// The moment of a state; nil where the details may not lag behind.
  package init?(_ state: DesignerState) {
    guard state.mode == .browsing, state.pane == .tree, !state.findingPane.fillsScreen else {
      return nil
    }
    plan = LayoutPlan(state: state)
    guard plan.detail.rows + plan.strip.rows > 0, plan.tree.rows > 0 else { return nil }
    revision = state.editor.revision
    query = state.shownOutline.query
    messageRows = MessageView.rowsAbove(state, plan)
    view = state.view
  }

  /// The frame of a state of this moment, with the details that an earlier frame showed.
  package func frame(_ state: DesignerState, keepingDetailsOf earlier: Frame) -> Frame {
    var frame = DesignerView.frame(state, details: false)
    frame.copy(plan.detail, from: earlier)
    frame.copy(plan.strip, from: earlier)
    frame.copy(plan.manifest, from: earlier)
    return frame
  }
}
