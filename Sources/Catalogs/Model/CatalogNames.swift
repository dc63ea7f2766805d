import Documents

/// The ids of a catalog's scopes and the calls of its operations, for documents that name them.
package struct CatalogNames: Sendable {
  var indexOfScope: [String: Int] = [:]
  var indexOfOperation: [String: Int] = [:]

  /// The index of the scope that a value names.
  func scopeIndex(_ value: JSONValue) throws(ModelError) -> Int {
    let id = try value.requireString()
    guard let index = indexOfScope[id] else {
      throw value.error(
        "the catalog has no scope \"\(id)\"",
        remedy: NearestName.suggestion(id, among: indexOfScope.keys)
          ?? "Name a scope of this catalog")
    }
    return index
  }

  /// The indices of the scopes that an array names, each once.
  func scopeIndices(_ list: JSONValue) throws(ModelError) -> [Int] {
    let values = try list.requireElements()
    var indices: [Int] = []
    indices.reserveCapacity(values.count)
    // Most lists are short: looking through them is faster than hashing.
    var seen: Set<Int>? = values.count > 32 ? [] : nil
    for value in values {
      let index = try scopeIndex(value)
      let isNew = seen?.insert(index).inserted ?? !indices.contains(index)
      guard isNew else {
        throw value.error(
          "the scope \"\(value.string ?? "")\" stands twice in one list",
          remedy: "Keep one of them")
      }
      indices.append(index)
    }
    return indices
  }

  /// The index of the operation that a value names.
  func operationIndex(_ value: JSONValue) throws(ModelError) -> Int {
    let call = try value.requireString()
    guard let index = indexOfOperation[call] else {
      throw value.error(
        "the catalog has no operation \"\(call)\"",
        remedy: NearestName.suggestion(call, among: indexOfOperation.keys)
          ?? "Name one of its operations as \"METHOD /path\"")
    }
    return index
  }
}
