import Catalogs

/// How a platform's own page lists scopes.
extension Catalog {
  /// The heading above a scope: the categories around it, but not the permission that it is a level
  /// of.
  func listHeading(ofScope scope: Int) -> String {
    categoryPath(ofScope: scope).dropLast(permission(ofScope: scope) == nil ? 0 : 1)
      .joined(separator: " / ")
  }

  /// What is ticked for a scope: its title, or the permission and the level.
  func listChoice(ofScope scope: Int) -> String {
    guard let permission = permissionTitle(ofScope: scope) else { return scopes[scope].title }
    return permission + ": " + (level(ofScope: scope) ?? "")
  }

  /// What the platform calls the permission that a scope is a level of; nil where it is none.
  func permissionTitle(ofScope scope: Int) -> String? {
    permission(ofScope: scope).map { title(of: permissions[$0]) }
  }
}
