import Documents

// What scopes say of one another.

extension CatalogDecoder {
  /// A replacement has to exist, and to end somewhere that is not itself replaced for ever.
  func checkReplacements() throws(ModelError) {
    var ends: Set<Int> = []
    for (scope, value) in replacements {
      _ = try names.scopeIndex(value)
      var path: Set<Int> = [scope]
      var current = scope
      while let next = parts.scopes[current].replacement.flatMap({ names.indexOfScope[$0] }),
        !ends.contains(next)
      {
        guard path.insert(next).inserted else {
          throw value.error(
            "the scope \"\(parts.scopes[next].id)\" is in the end replaced by itself",
            remedy: "Break the cycle")
        }
        current = next
      }
      ends.formUnion(path)
    }
  }

  /// The scopes that scopes grant: they have to exist, and none grants itself in the end.
  mutating func decodeIncludes() throws(ModelError) {
    guard !includes.isEmpty else { return }
    var elements: [Int: [JSONValue]] = [:]
    for (scope, list) in includes {
      parts.scopes[scope].includes = try names.scopeIndices(list)
      elements[scope] = list.elements
    }
    do {
      parts.grants = try ScopeGrants(includes: parts.scopes.map(\.includes))
    } catch {
      guard let value = elements[error.scope]?[error.position] else { return }
      switch error.reason {
      case .cycle:
        throw value.error(
          "the scope \"\(parts.scopes[error.scope].id)\" grants itself in the end",
          remedy: "Break the cycle")
      case .tooMany:
        throw value.error(
          "scopes grant one another in more than \(ScopeGrants.maximumSteps) ways",
          remedy: "Name what each grants directly, and nothing twice")
      }
    }
  }
}
