import BitCollections
import Catalogs
import Judgement
import Keys

extension DesignerState {
  /// What the key opens.
  var access: KeyAccess { KeyAccess(editor.design, in: catalog) }

  /// Whether the key opens a call, or would with other scopes; never where nothing is stated.
  func isOpen(_ operation: Int, with scopes: BitSet? = nil) -> Bool {
    (scopes.map { access.with($0) } ?? access).isOpen(operation)
  }

  /// Whether the key opens a call, and what it lacks.
  func openness(ofOperation operation: Int) -> String {
    let opening = access.opening(of: operation)
    switch opening.answer {
    case .otherKind: return "no key of this kind can make it"
    case .notStated, .unknown: return "the catalog does not state its scopes"
    case .open: return "open to this key"
    case .closed:
      let names = opening.missing.map { catalog.scopes[$0].id }.joined(separator: ", ")
      return "needs " + names + (opening.hasOtherWays ? ", or another way" : "")
    }
  }
}
