import Catalogs
import Keys

/// What the cursor stands on.
enum Subject: Hashable, Sendable {
  /// A scope, by index.
  case scope(Int)
  /// A category, by index.
  case category(Int)
  /// The heading over the scopes that the catalog does not have.
  case unknownScopes
  /// A scope that the catalog does not have, by its place in the outline.
  case unknownScope(Int)
  /// An operation, by index.
  case operation(Int)
  /// A group of operations, by index.
  case operations(Int)
  /// The heading over the operations that the catalog does not have.
  case unknownOperations
  /// An operation that the catalog does not have, by its place in the outline.
  case unknownOperation(Int)
  /// Scopes of the grid under a name: a row, a column, or a cell of none or several.
  case scopes(GridPart)
}

extension DesignerState {
  /// What the cursor stands on, or nil where nothing is.
  var subject: Subject? {
    switch (view, shownOutline.item) {
    case (.grid, _): grid?.subject
    case (_, nil): nil
    case (.scopes, .group(let category)): .category(category)
    case (.scopes, .leaf(let scope)): .scope(scope)
    case (.scopes, .unknownHeading): .unknownScopes
    case (.scopes, .unknown(let place)): .unknownScope(place)
    case (.operations, .group(let group)): .operations(group)
    case (.operations, .leaf(let leaf)): callOutline.map { .operation($0.tree.operations[leaf]) }
    case (.operations, .unknownHeading): .unknownOperations
    case (.operations, .unknown(let place)): .unknownOperation(place)
    }
  }

  /// The outline whose filter holds, and where there is a tree, the one that is shown.
  var shownOutline: Outline {
    view == .operations ? callOutline?.outline ?? outline : outline
  }

  /// Changes the outline that is shown, or whose filter the grid shows.
  mutating func changeOutline(_ change: (inout Outline) -> Void) {
    switch view {
    case .scopes: change(&outline)
    case .operations: callOutline?.change(change)
    case .grid:
      if let scope = grid?.movedScope { outline.reveal(leaf: scope) }
      change(&outline)
      followOutline()
    }
    matchPresets()
  }

  /// Makes ready what the next letter of a filter is looked for with.
  mutating func prepareFilter() {
    if view == .operations {
      callOutline?.change { $0.prepareFilter() }
    } else {
      outline.prepareFilter()
    }
  }

  /// Shows another view; the scope under the cursor stays under it.
  mutating func show(_ next: MainView) {
    (pane, findingPane.fillsScreen) = (.tree, false)
    guard next != view else { return }
    detailTop = 0
    if view == .grid, let scope = grid?.movedScope { outline.reveal(leaf: scope) }
    view = next
    switch next {
    case .scopes: break
    case .operations:
      if callOutline == nil {
        callOutline = CallOutline(
          catalog: catalog,
          operations: manifest.original.details.operations + editor.design.details.operations)
        callOutline?.take(calls)
      }
    case .grid:
      if grid == nil { grid = GridState(ScopeGrid(catalog: catalog)) }
      fitOutline()
      followOutline()
    }
    fitOutline()
  }

  /// Takes the filter and the cursor of the tree of scopes over into the grid.
  mutating func followOutline() {
    guard view == .grid else { return }
    grid?.setMatched(outline.matched)
    switch outline.item {
    case .leaf(let scope): grid?.reveal(scope, in: .cell)
    case .group(let category):
      let first = outline.visibleLeaves(ofGroup: category).first
      if let first { grid?.reveal(first, in: .heading) }
    default: break
    }
  }
}
