extension DesignerState {
  /// Whether the review is open.
  var isReviewing: Bool {
    if case .reviewing = mode { true } else { false }
  }

  /// What the review's cursor stands on.
  var reviewItem: ReviewPlan.Item? {
    guard case .reviewing(let review) = mode else { return nil }
    return reviewing.sheet?.item(review)
  }
}
