import Documents

// What calls require: sets that are most likely alternatives, and cases of which nothing is said.

extension CatalogCheck {
  mutating func checkRequirement(of operation: Operation, at path: String) {
    guard case .anyOf(let sets) = operation.requirement else { return }
    for (place, set) in sets.enumerated() {
      guard let levels = LevelWords.levels(among: set.map { catalog.scopes[$0].id }) else {
        continue
      }
      add(
        .warning, "\(path).requires[\(place)]",
        "\(operation.call) needs \(levels.0) and \(levels.1) together, which are levels of one "
          + "permission: nearly always one of them is enough, and each is an alternative.")
    }
    for condition in Condition.named(in: operation.terms) {
      for holds in [true, false] {
        let isStated = operation.terms.contains {
          holds ? $0.unless != condition : $0.when != condition
        }
        guard !isStated else { continue }
        let id = catalog.conditions[condition].id
        add(
          .note, "\(path).requires",
          "\(operation.call) does not say what it requires where the answer to \(id) is "
            + "\(holds ? "yes" : "no").")
      }
    }
  }

  mutating func checkConditions() {
    let asked = Set(catalog.operations.indices.flatMap { catalog.conditions(ofOperation: $0) })
    for (index, condition) in catalog.conditions.enumerated() where !asked.contains(index) {
      add(
        .note, "conditions[\(index)]",
        "No call depends on \(condition.id): nobody needs to be asked.")
    }
  }
}

/// Words by which platforms tell levels of one permission apart.
package enum LevelWords {
  private static let words: Set = [
    "read", "readonly", "view", "write", "readwrite", "edit", "modify", "update", "manage", "admin",
    "full",
  ]

  /// Two ids that differ in nothing but such a word, or that one of them has; nil where there are
  /// none.
  package static func levels(among ids: [String]) -> (String, String)? {
    guard ids.count > 1 else { return nil }
    var first: [String: String] = [:]
    for id in ids {
      let stem = stem(of: id)
      if let other = first[stem] { return (other, id) }
      first[stem] = id
    }
    return nil
  }

  /// An id without its last such word.
  private static func stem(of id: String) -> String {
    var parts = id.lowercased().split { ".:/".contains($0) }
    if parts.count > 1, let place = parts.lastIndex(where: { words.contains(String($0)) }) {
      parts.remove(at: place)
    }
    return parts.joined(separator: ".")
  }
}
