extension ReviewSheet {
  /// The review of a state.
  init(_ state: DesignerState, _ review: Review) {
    self.init(ReviewPlan(state, review).items, in: LayoutPlan(state: state).body) {
      ReviewView.lines(of: $0, state, columns: $1)
    }
  }
}
