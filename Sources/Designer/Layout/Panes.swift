/// The part of the screen that the keys move in.
enum Pane: Hashable, CaseIterable, Sendable {
  /// The tree of scopes.
  case tree
  /// What the scope under the cursor opens.
  case detail
  /// The findings.
  case findings
}

/// What fills the main pane.
enum MainView: Hashable, Sendable {
  /// The scopes as a tree.
  case scopes
  /// The operations as a tree.
  case operations
  /// The scopes as a grid.
  case grid
}
