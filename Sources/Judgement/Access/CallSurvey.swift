import BitCollections
import Catalogs

/// How a key stands to all calls of its catalog, asked once: a catalog may have thousands.
package struct CallSurvey: Sendable {
  /// The calls that are open, in the catalog's order.
  package private(set) var open: [Int] = []
  /// Those of them for which the key needs a scope.
  package private(set) var openedByScopes: [Int] = []
  /// How many calls state no requirement.
  package private(set) var notStated = 0

  init(_ access: KeyAccess) {
    let held = access.catalog.held(by: access.scopes)
    for operation in access.catalog.operations.indices {
      switch access.catalog.operations.reach(of: operation, holding: held) {
      case .notStated: notStated += 1
      case .outOfReach: continue
      case .toWeigh:
        guard let rows = access.rows(of: operation) else {
          notStated += 1
          continue
        }
        guard KeyAccess.isOpen(rows, to: held.contains) else { continue }
        open.append(operation)
        if !KeyAccess.isFree(rows) { openedByScopes.append(operation) }
      }
    }
  }
}
