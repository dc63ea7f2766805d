import KeyModel
import TerminalUI

extension DesignerState {
  /// Opens the review on the design as it is.
  mutating func openReview() {
    interruptedReview = Review()
    resumeReview()
  }

  /// Opens the review where it was left.
  mutating func resumeReview() {
    compareWithFile()
    var review = interruptedReview
    review.add(reviewReasons())
    mode = .reviewing(review)
  }

  /// Whether the review is open.
  var isReviewing: Bool {
    if case .reviewing = mode { true } else { false }
  }

  /// What the review's cursor stands on.
  var reviewItem: ReviewPlan.Item? {
    guard case .reviewing(let review) = mode else { return nil }
    let items = ReviewPlan(self, review).items
    return items.isEmpty ? nil : items[max(0, min(review.cursor, items.count - 1))]
  }

  mutating func review(_ command: Command, _ review: Review) -> [Effect] {
    interruptedReview = review
    switch command {
    case .write:
      let errors = listedFindings.filter { $0.severity == .error && !$0.isAccepted }
      guard errors.isEmpty else {
        mode = .accepting(AcceptanceForm(findings: errors, writesAfterwards: true, user: user))
        return []
      }
      return write()
    case .otherPath:
      mode = .choosingPath(TextField(target == .standardOutput ? proposedPath : targetName))
    case .otherFormat:
      let all = ExportFormat.allCases
      format = all[((all.firstIndex(of: format) ?? 0) + 1) % all.count]
      message = Message(text: "format: \(format.words)")
    case .back: mode = .browsing
    case .toggle: changeInReview { $0.toggle($1) }
    case .undo, .redo: changeInReview { state, _ in _ = state.browse(command) }
    case .applyRemedy: changeInReview { state, _ in state.applyRemedy() }
    case .acceptFinding:
      startAccepting()
      if case .accepting(var form) = mode {
        form.isOfReview = true
        mode = .accepting(form)
      }
    default: move(command, in: review)
    }
    return []
  }

  private mutating func toggle(_ item: ReviewPlan.Item) {
    switch item {
    case .scope(let scope): toggle(scope: scope)
    case .unknown(let id):
      if let place = outline.unknown.firstIndex(of: id) { toggle(unknown: [place]) }
    default: break
    }
  }

  /// Changes the design under the review; the cursor stays on what it was on.
  private mutating func changeInReview(
    _ change: (inout DesignerState, ReviewPlan.Item) -> Void
  ) {
    guard let item = reviewItem else { return }
    change(&self, item)
    resumeReview()
    guard case .reviewing(var review) = mode else { return }
    let items = ReviewPlan(self, review).items
    review.cursor = items.firstIndex(of: item) ?? max(0, min(review.cursor, items.count - 1))
    review.top = ReviewView.top(review, self)
    mode = .reviewing(review)
  }

  private mutating func move(_ command: Command, in review: Review) {
    var review = review
    let end = max(0, ReviewPlan(self, review).items.count - 1)
    let page = max(1, LayoutPlan(state: self).body.rows - 2)
    review.cursor = max(0, min(moved(review.cursor, command, page: page, end: end), end))
    review.top = ReviewView.top(review, self)
    mode = .reviewing(review)
  }
}
