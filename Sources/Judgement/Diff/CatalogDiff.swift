import Catalogs
import Documents

/// What changed from one version of a catalog to another.
package struct CatalogDiff: Sendable {
  /// A scope that seems to have another id now.
  package struct Rename: Hashable, Sendable {
    /// The id as it was.
    package var old: String
    /// The id as it is.
    package var new: String
    /// Whether it is only guessed, and not stated by the old catalog.
    package var isGuessed: Bool
  }

  /// A call that requires something else.
  package struct RequirementChange: Hashable, Sendable {
    /// The call.
    package var call: String
    /// The alternatives as they were; nil for not stated.
    package var old: [[String]]?
    /// The alternatives as they are.
    package var new: [[String]]?
  }

  /// The catalog as it was.
  package let old: Catalog
  /// The catalog as it is.
  package let new: Catalog
  /// The ids of scopes that are new, in the new order.
  package private(set) var added: [String] = []
  /// The ids of scopes that are gone, in the old order.
  package private(set) var removed: [String] = []
  /// The scopes that have another id.
  package private(set) var renamed: [Rename] = []
  /// The ids of scopes that were not deprecated.
  package private(set) var deprecated: [String] = []
  /// The ids of scopes that grant others than before.
  package private(set) var regranted: [String] = []
  /// The calls that are new.
  package private(set) var addedCalls: [String] = []
  /// The calls that are gone.
  package private(set) var removedCalls: [String] = []
  /// The calls that require something else.
  package private(set) var changedCalls: [RequirementChange] = []

  /// Whether nothing changed that a key could notice.
  package var isEmpty: Bool {
    added.isEmpty && removed.isEmpty && renamed.isEmpty && deprecated.isEmpty && regranted.isEmpty
      && addedCalls.isEmpty && removedCalls.isEmpty && changedCalls.isEmpty
  }

  /// Compares two catalogs, of one platform or of two.
  package init(old: Catalog, new: Catalog) {
    self.old = old
    self.new = new
    added = new.scopes.map(\.id).filter { old.indexOfScope($0) == nil }
    removed = old.scopes.map(\.id).filter { new.indexOfScope($0) == nil }
    findRenames()
    let names = Dictionary(
      renamed.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    for scope in old.scopes {
      guard let index = new.indexOfScope(names[scope.id] ?? scope.id) else { continue }
      let now = new.scopes[index]
      if now.isDeprecated, !scope.isDeprecated { deprecated.append(now.id) }
      let before = Set(scope.includes.map { names[old.scopes[$0].id] ?? old.scopes[$0].id })
      if before != Set(now.includes.map { new.scopes[$0].id }) { regranted.append(now.id) }
    }
    compareCalls(names)
  }

  // MARK: - Scopes

  /// A scope that is gone has become the one that replaces it, or else one that is new and has the
  /// same calls, or the same title and nearly the same id.
  private mutating func findRenames() {
    guard !removed.isEmpty, !added.isEmpty else { return }
    let places = added.compactMap(new.indexOfScope)
    let withTitle = Dictionary(
      grouping: places.filter { !new.scopes[$0].inferred.contains(.title) },
      by: { new.scopes[$0].title })
    let withCalls = Dictionary(grouping: places) { Self.calls(of: $0, in: new) }
    var open = Set(added)
    func take(_ id: String, _ other: String, isGuessed: Bool) {
      renamed.append(Rename(old: id, new: other, isGuessed: isGuessed))
      open.remove(other)
    }
    for id in removed {
      guard let index = old.indexOfScope(id) else { continue }
      let scope = old.scopes[index]
      if let replacement = scope.replacement, open.contains(replacement) {
        take(id, replacement, isGuessed: false)
        continue
      }
      let calls = Self.calls(of: index, in: old)
      let sameCalls = (calls.isEmpty ? [] : withCalls[calls] ?? [])
        .filter { new.scopes[$0].access == scope.access }
      let twins = Set(sameCalls + (withTitle[scope.title] ?? [])).sorted()
        .map { new.scopes[$0].id }.filter(open.contains)
      if twins.count == 1 {
        take(id, twins[0], isGuessed: true)
      } else if let near = NearestName.find(id, among: twins) {
        take(id, near, isGuessed: true)
      }
    }
    let old = Set(renamed.map(\.old))
    removed.removeAll(where: old.contains)
    added.removeAll { !open.contains($0) }
  }

  private static func calls(of scope: Int, in catalog: Catalog) -> Set<String> {
    Set(catalog.operationsOfScope[scope].map { catalog.operations[$0].call })
  }

  // MARK: - Calls

  private mutating func compareCalls(_ names: [String: String]) {
    addedCalls = new.operations.map(\.call).filter { old.indexOfOperation($0) == nil }
    for operation in old.operations {
      guard let index = new.indexOfOperation(operation.call) else {
        removedCalls.append(operation.call)
        continue
      }
      let before = Self.alternatives(operation, old)
      let after = Self.alternatives(new.operations[index], new)
      let translated = before.map { $0.map { $0.map { names[$0] ?? $0 } } }
      if translated.map({ Set($0.map(Set.init)) }) != after.map({ Set($0.map(Set.init)) }) {
        changedCalls.append(
          RequirementChange(call: operation.call, old: before, new: after))
      }
    }
  }

  private static func alternatives(_ operation: Operation, _ catalog: Catalog) -> [[String]]? {
    guard case .anyOf(let sets) = operation.requirement else { return nil }
    return sets.enumerated().map { place, set in
      let ids = set.map { catalog.scopes[$0].id }
      let words = operation.terms.isEmpty ? "" : catalog.words(for: operation.terms[place])
      return words.isEmpty ? ids : ids + ["(\(words))"]
    }
  }
}
