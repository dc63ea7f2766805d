import BitCollections
import Catalogs
import Documents
import Keys

/// What each key takes over from the design beside its scopes.
struct SplitDetails {
  private let design: KeyDesign
  private let catalog: Catalog
  private let keepsUnknown: Bool

  init(_ design: KeyDesign, catalog: Catalog, keepsUnknown: Bool) {
    self.design = design
    self.catalog = catalog
    self.keepsUnknown = keepsUnknown
  }

  /// A key with these scopes, numbered in its label where there are several.
  func key(_ scopes: BitSet, number: Int, of count: Int, findings: Findings) -> KeyDesign {
    var key = KeyDesign(details: design.details, scopes: scopes)
    if count > 1 {
      key.details.label =
        (design.details.label.isEmpty ? "key" : design.details.label)
        + "-\(number)"
    }
    // An id that the catalog does not have is an error wherever it stands: it stays in one place.
    if !keepsUnknown || number > 1 { key.details.unknownScopes = [] }
    let access = KeyAccess(key, in: catalog)
    key.details.operations = design.details.operations.filter { access.answer(call: $0) == .open }
    key.details.because.removeAll { reason in
      let index = catalog.indexOfScope(reason.scope)
      return index.map { !catalog.isHeld($0, by: scopes) }
        ?? !key.details.unknownScopes.contains { ExactText($0) == ExactText(reason.scope) }
    }
    // An accepted risk stays with the keys that have it.
    for finding in findings.list() where finding.rule == "acceptance-unused" {
      for case .dropAcceptance(let acceptance) in finding.remedy?.edits ?? [] {
        key.details.accepted.removeAll { $0 == acceptance }
      }
    }
    return key
  }
}
