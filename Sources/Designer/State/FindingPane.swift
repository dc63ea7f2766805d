import Judgement

/// Where the list of findings stands.
struct FindingPane: Sendable {
  /// Whether the findings fill the screen.
  var fillsScreen = false
  /// The place of the cursor in the list.
  var cursor = 0 {
    didSet { if cursor != oldValue { top = 0 } }
  }
  /// The lines of the finding under the cursor that have scrolled off above.
  var top = 0
  /// The finding that was walked to last; the next step goes on from there.
  var walked: Finding?
}
