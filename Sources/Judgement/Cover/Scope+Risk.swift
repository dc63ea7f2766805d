import Catalogs

extension Scope {
  /// How much a key is worth to a thief for having this scope, for comparing keys of equal size.
  ///
  /// Follows from the catalog's facts alone: what the scope does, what it touches, and whether it
  /// is known to be there to stay.
  var risk: Int {
    var risk =
      switch access {
      case .view: 0
      case .create, .unstated: 2
      case .delete: 4
      default: 3
      }
    if touches.contains(.money) { risk += 3 }
    if touches.contains(.credentials) { risk += 3 }
    if touches.contains(.personalData) { risk += 2 }
    if touches.contains(.goods) { risk += 2 }
    if touches.contains(.settings) { risk += 1 }
    if touches.contains(.content) { risk += 1 }
    if provenance == .unconfirmed { risk += 4 }
    if isDeprecated { risk += 8 }
    return risk
  }
}
