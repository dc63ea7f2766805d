import Documents

/// Scopes that are levels of one permission, as a platform's own page shows them: a title, and
/// read, write or admin beside it.
///
/// Its levels stand one behind the other, in a category of their own that stands in the tree in
/// their place.
package struct Permission: Hashable, Sendable {
  /// More levels are refused: nobody could choose among them.
  package static let mostLevels = 256

  /// Its category, by index.
  package var category: Int
  /// The levels' scopes, in the order of the levels.
  package var scopes: Range<Int>
  /// The levels' names, the least first where they are ordered.
  package var levels: [String]
}

extension Catalog {
  /// What the platform calls a permission.
  package func title(of permission: Permission) -> String { categories[permission.category].name }

  /// The permission that a category is, or nil where it is none.
  package func permission(ofCategory category: Int) -> Permission? {
    guard categories[category].isPermission else { return nil }
    return permission(ofScope: categories[category].scopes.lowerBound).map { permissions[$0] }
  }

  /// The category in which a scope stands in documents: a permission is none there.
  package func documentCategory(ofScope scope: Int) -> Int {
    let category = scopes[scope].category
    return categories[category].isPermission ? categories[category].parent ?? category : category
  }

  /// The index of the permission of which a scope is a level, or nil.
  package func permission(ofScope scope: Int) -> Int? {
    let place = permissions.indices.partitioningIndex(where: {
      permissions[$0].scopes.upperBound > scope
    })
    guard place < permissions.count, permissions[place].scopes.contains(scope) else { return nil }
    return place
  }

  /// The name of the level that a scope is, or nil where it is none.
  package func level(ofScope scope: Int) -> String? {
    permission(ofScope: scope).map { index in
      permissions[index].levels[scope - permissions[index].scopes.lowerBound]
    }
  }

  /// Whether each level grants all before it, so that a key has use for one of them alone.
  package func isOrdered(_ permission: Permission) -> Bool {
    permission.scopes.dropFirst().allSatisfy { level in
      let granted = Set(granted(by: level))
      return (permission.scopes.lowerBound..<level).allSatisfy(granted.contains)
    }
  }
}
