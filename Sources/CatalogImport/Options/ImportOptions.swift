/// How a description is to be read.
package struct ImportOptions: Sendable {
  /// The members by which vendors name permissions of a call.
  package static let permissionMembers = [
    "x-required-scopes", "x-required-permissions", "x-permissions", "x-permission", "x-scopes",
    "x-oauth-scopes",
  ]

  /// The catalog's id; nil makes one of the title.
  package var id: String?
  /// The platform's name; nil takes the title.
  package var name: String?
  /// The catalog's version; nil takes the document's.
  package var version: String?
  /// The name of the document, for the catalog's list of sources.
  package var source = ""
  /// The document's path, from which its references to other files start; nil where it has none.
  package var path: String?
  /// The folder that other files may be read from; nil reads none.
  package var base: String?
  /// The document of corrections.
  package var overlay: [UInt8]?
  /// The members by which permissions are named.
  package var permissionMembers = Self.permissionMembers
  /// What a set of scopes means; nil decides by evidence.
  package var meaning: SetMeaning?
  /// Whether permissions are looked for in descriptions.
  package var readsProse = false
  /// Whether names decide which scopes grant others.
  package var infersIncludes = true
  /// Whether credentials without scopes count as an alternative to those with.
  package var keepsUnscoped = false

  /// Creates the defaults.
  package init() {}
}
