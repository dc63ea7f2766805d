import Curses
import Designer
import Documents
import TerminalUI

extension DesignRequest {
  /// Runs the designer on a screen that shows something else before and after.
  ///
  /// - Returns: what the designer has to say of its last write; nil where nothing was written.
  /// - Throws: `ModelError` where the manifest or its catalog cannot be opened.
  func visit(_ session: CursesSession, _ screen: ScreenChoice) throws -> String? {
    let opened = try open(screen.settings) { name in
      session.present(
        LoadingView.frame("Reading \(name)", size: session.size, charset: screen.charset))
    }
    var state = DesignerState(
      manifest: opened.manifest, target: opened.target, today: opened.today, size: session.size,
      charset: screen.charset, user: GitUser.name ?? Environment["USER"] ?? "",
      policy: opened.policy, settings: screen.settings, notice: opened.note)
    session.present(DesignerView.frame(state))
    let drafts = DraftKeeper.find(for: &state)
    let outside = outside(opened)
    _ = state.update(.answered(.keys, outside.answer(.keys, for: state)))
    var loop = DesignerLoop(
      session: session, state: state, drafts: drafts, clipboard: screen.settings.clipboard,
      outside: outside)
    return loop.visit()
  }
}
