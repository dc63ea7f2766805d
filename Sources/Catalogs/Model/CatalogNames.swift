import Documents

/// The ids of a catalog's scopes and the calls of its operations, for documents that name them.
package struct CatalogNames: Sendable {
  /// For each scope its index.
  package internal(set) var indexOfScope: ExactIndex = [:]
  var indexOfOperation: ExactIndex = [:]
  var kinds: [String] = []
  var conditions: [String] = []

  /// Says whether the catalog has a scope of this id.
  package func hasScope(_ id: String) -> Bool { indexOfScope[id] != nil }

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
          "the scope \"\(value.string ?? "")\" is in the list twice",
          remedy: "Keep one of them")
      }
      indices.append(index)
    }
    return indices
  }

  /// The index of the kind of key that a value names.
  func kindIndex(_ value: JSONValue) throws(ModelError) -> Int {
    try index(value, among: kinds, "kind of key", none: "\"kinds\"")
  }

  /// The index of the condition that a value names.
  func conditionIndex(_ value: JSONValue) throws(ModelError) -> Int {
    try index(value, among: conditions, "condition", none: "\"conditions\"")
  }

  private func index(
    _ value: JSONValue, among ids: [String], _ what: StaticString, none list: StaticString
  ) throws(ModelError) -> Int {
    let id = try value.requireString()
    if let index = ids.firstIndex(of: id) { return index }
    throw value.error(
      "the catalog has no \(what) \"\(id)\"",
      remedy: NearestName.suggestion(id, among: ids)
        ?? (ids.isEmpty ? "Add it to \(list)" : "Use one of: " + ids.joined(separator: ", ")))
  }

  /// The kinds that an array names, each once; all of them where there is none.
  func kindSet(_ list: JSONValue?) throws(ModelError) -> KindSet {
    guard let list else { return .all }
    var bits: UInt32 = 0
    for value in try list.requireElements() {
      let bit: UInt32 = 1 << UInt32(try kindIndex(value))
      guard bits & bit == 0 else {
        throw value.error(
          "the kind \"\(value.string ?? "")\" is in the list twice", remedy: "Keep one of them")
      }
      bits |= bit
    }
    guard bits != 0 else {
      throw list.error(
        "the list of kinds is empty", remedy: "Leave it out where every kind is meant")
    }
    return KindSet(bits: bits)
  }

  /// The index of the operation that a value names.
  func operationIndex(_ value: JSONValue) throws(ModelError) -> Int {
    let call = try value.requireString()
    guard let index = indexOfOperation[call] else {
      throw value.error(
        "the catalog has no call \"\(call)\"",
        remedy: NearestName.suggestion(call, among: indexOfOperation.keys)
          ?? "Name one of its calls as \"METHOD /path\"")
    }
    return index
  }
}
