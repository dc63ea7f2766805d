import Catalogs
import Judgement
import Keys
import TerminalUI

/// A row of a scope in the tree: its box, its risk, its id, what the id does not say, and what it
/// opens.
///
/// Where there is no room for all of it the title goes first, then the counts, then the start of the
/// id. The verb and the word of warning stay.
struct ScopeRow {
  let scope: Int
  private let honest: HonestName
  /// What the name alone does not say.
  private let tags: String
  /// Whether that has to stay: that the catalog knows no call is no warning.
  private let isWarning: Bool
  /// Whether the chosen calls need it.
  private let need: Need?

  /// A word, and a sign for it where there is no room for the word.
  private struct Need {
    var text: String
    var sign: String
    var style: Style
  }

  init(scope: Int, _ state: DesignerState) {
    self.scope = scope
    honest = HonestName(scope: scope, in: state.catalog)
    tags = Self.tags(state.catalog.scopes[scope], honest)
    isWarning = !tags.isEmpty && tags != HonestName.Difference.opensNothing.rawValue
    need = Self.need(ofScope: scope, state)
  }

  /// The columns that are left for the id where only what has to stay stands behind it.
  func nameColumns(_ line: TreeView.Line) -> Int {
    line.end - line.nameColumn - (isWarning ? tags.utf8.count + 2 : 0)
      - (need.map { $0.sign.utf8.count + 1 } ?? 0)
  }

  func draw(
    _ name: FittedName, _ state: DesignerState, _ line: TreeView.Line, on frame: inout Frame
  ) {
    let isChosen = state.editor.isChosen(scope)
    TreeView.drawBox(Self.box(ofScope: scope, state), isChosen, line, on: &frame)
    if let risk = Self.risk(ofScope: scope, state) {
      var style = Look.style(risk)
      if !isChosen { style.attributes.remove(.bold) }
      frame.write(Look.mark(risk), row: line.row, column: line.indent + 5, style: style)
    }
    var left = TreeView.drawName(name, line, style: isChosen ? .bold : .plain, on: &frame)
    if isWarning || (!tags.isEmpty && left + 2 + tags.utf8.count <= line.end) {
      left = frame.write(tags, row: line.row, column: left + 2, style: Style(.yellow))
    }
    var right = line.end
    /// Draws at the right edge what fits there.
    func drawRight(_ text: String, gap: Int = 2, _ style: Style) -> Bool {
      guard !text.isEmpty, left + gap + text.utf8.count <= right else { return false }
      right -= text.utf8.count
      frame.write(text, row: line.row, column: right, style: style)
      right -= 1
      return true
    }
    // A narrow tree has a short sign for it: the key that asks, and how many calls do.
    if let need, !drawRight(need.text, need.style) { _ = drawRight(need.sign, gap: 1, need.style) }
    // The title goes before the counts do.
    let hasCounts =
      honest.verbs.total == 0 || drawRight(honest.verbs.text, .dim)
      || drawRight(honest.verbs.shortText, .dim)
    if hasCounts, left + 12 < right {
      frame.writeFitted(
        state.catalog.scopes[scope].title, row: line.row, column: left + 2,
        columns: right - left - 2, style: .dim)
    }
  }

  static func box(ofScope scope: Int, _ state: DesignerState) -> String {
    if state.editor.isChosen(scope) { return "[x]" }
    if state.editor.isGranted(scope) { return "-x-" }
    return state.isRuledOut(scope: scope) ? "[!]" : "[ ]"
  }

  /// The strongest finding that a scope is part of, or that ticking it would add.
  ///
  /// That no chosen call needs it holds of most scopes once calls are chosen: it would drown the rest.
  static func risk(ofScope scope: Int, _ state: DesignerState) -> Severity? {
    state.editor.isChosen(scope)
      ? state.findings.severity(ofScope: scope)
      : state.findings.severity(addedByFlipping: scope, except: "unneeded-scope")
  }

  private static func tags(_ scope: Scope, _ name: HonestName) -> String {
    if scope.isDeprecated {
      return scope.provenance == .unconfirmed ? "deprecated?" : "deprecated"
    }
    return scope.provenance == .unconfirmed ? "unconfirmed" : name.badge ?? ""
  }

  /// Whether the chosen calls need a scope; nil where none is chosen, or neither is this.
  private static func need(ofScope scope: Int, _ state: DesignerState) -> Need? {
    guard !state.calls.isEmpty else { return nil }
    let (count, isChosen) = (state.calls.count(ofScope: scope), state.editor.isChosen(scope))
    if count > 0 {
      return Need(
        text: "needed \(count)", sign: "=\(count)",
        style: isChosen ? Style(.green) : Style(.yellow, .bold))
    }
    guard isChosen else { return nil }
    return state.findings.isAskedFor(scope)
      ? Need(text: "to see", sign: "=v", style: Style(.green))
      : Need(text: "unneeded", sign: "=0", style: Style(.yellow))
  }
}
