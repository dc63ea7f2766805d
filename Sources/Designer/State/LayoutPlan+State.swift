extension LayoutPlan {
  // Borrowed: what an initializer takes is else copied, and a state is large.
  init(state: borrowing DesignerState) {
    self.init(
      size: state.size, pane: state.pane, findingsOnly: state.findingPane.fillsScreen,
      view: state.view, presets: state.presetsBeside.count)
  }
}
