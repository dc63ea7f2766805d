import BitCollections
import Catalogs
import Keys

/// One side of a comparison: a key with what the rules found in it.
package struct ReviewedKey: Sendable {
  /// The catalog that the scopes' indices belong to.
  package let catalog: Catalog
  /// The version of the catalog that the key was made with.
  package let catalogVersion: String
  /// The key.
  package let design: KeyDesign
  /// What the rules found in it.
  package let findings: [Finding]

  /// A key as it was just looked at.
  ///
  /// - Parameters:
  ///   - findings: the key's findings.
  ///   - catalogVersion: the version that its document names; nil for that of the catalog itself.
  package init(_ findings: Findings, catalogVersion: String? = nil) {
    catalog = findings.rules.catalog
    self.catalogVersion = catalogVersion ?? catalog.version
    design = findings.key.design
    self.findings = findings.list()
  }

  /// The ids of its scopes: those of the catalog in its order, then those that it does not have.
  package var scopeIDs: [String] {
    design.scopes.map { catalog.scopes[$0].id } + design.details.unknownScopes
  }

  /// The ids of all scopes that it has: its own, and those that they grant.
  var heldIDs: [String] {
    catalog.held(by: design.scopes).map { catalog.scopes[$0].id } + design.details.unknownScopes
  }

  /// The calls that are open to it, in the catalog's order.
  package var openCalls: [String] {
    KeyAccess(design, in: catalog).survey.open.map { catalog.operations[$0].call }
  }

  /// The calls that need no scope, in the catalog's order.
  var freeCalls: [String] {
    let access = KeyAccess(design, in: catalog)
    return access.survey.open.filter(access.isFree).map {
      catalog.operations[$0].call
    }
  }
}
