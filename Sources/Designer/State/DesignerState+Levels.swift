import Catalogs
import Keys

extension DesignerState {
  /// The next level of a permission whose levels are chosen one at a time, from none to the most
  /// and back to none; nil for other categories, and while a filter shows single scopes.
  func nextLevel(ofCategory category: Int) -> (permission: Permission, level: Int?)? {
    guard outline.matched == nil, let permission = catalog.permission(ofCategory: category),
      catalog.isOrdered(permission)
    else { return nil }
    let highest = permission.scopes.last(where: editor.isChosen)
    let next = highest.map { $0 + 1 } ?? permission.scopes.lowerBound
    return (permission, permission.scopes.contains(next) ? next : nil)
  }
}
