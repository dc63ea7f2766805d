import BitCollections
import Catalogs
import Keys

extension DesignerState {
  /// Whether the key opens a call, or would with other scopes; never where nothing is stated.
  func isOpen(_ operation: Int, with scopes: BitSet? = nil) -> Bool {
    let scopes = scopes ?? editor.design.scopes
    return catalog.operations[operation].isOpen { catalog.isHeld($0, by: scopes) }
  }

  /// Whether the key opens a call, and what it lacks.
  func openness(ofOperation operation: Int) -> String {
    guard case .anyOf(let sets) = catalog.operations[operation].requirement else {
      return "the catalog does not state its scopes"
    }
    if isOpen(operation) { return "open to this key" }
    let missing = sets.map { $0.filter { !catalog.isHeld($0, by: editor.design.scopes) } }
    let fewest = missing.min { $0.count < $1.count } ?? []
    let others = sets.count > 1 ? ", or another way" : ""
    return "needs " + fewest.map { catalog.scopes[$0].id }.joined(separator: ", ") + others
  }
}
