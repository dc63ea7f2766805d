/// A kind of key that a platform gives out, such as a bot token; a key is of one kind.
package struct KeyKind: Hashable, Sendable {
  /// A catalog has no more: which of them take a scope is a set of bits.
  static let maximumCount = 32

  /// The id that manifests name.
  package var id = ""
  /// What the platform calls it.
  package var title = ""
}

/// Some of a catalog's kinds of key.
package struct KindSet: Hashable, Sendable {
  /// A bit for each kind, that of the first is the lowest.
  let bits: UInt32

  init(bits: UInt32) { self.bits = bits }

  /// Every kind: what holds where a catalog names none.
  package static let all = KindSet(bits: .max)

  /// Whether a kind is one of them.
  package func contains(_ kind: Int) -> Bool {
    (0..<KeyKind.maximumCount).contains(kind) && bits & (1 << UInt32(kind)) != 0
  }

  /// The kinds that both have.
  func intersection(_ other: KindSet) -> KindSet { KindSet(bits: bits & other.bits) }

  /// Whether no kind is one of them.
  var isEmpty: Bool { bits == 0 }
}

extension Catalog {
  /// The index of a kind of key, or nil where the catalog has none of that id.
  package func indexOfKind(_ id: String) -> Int? { kinds.firstIndex { $0.id == id } }

  /// The titles of some kinds, in the catalog's order.
  package func titles(of set: KindSet) -> [String] {
    kinds.indices.filter(set.contains).map { kinds[$0].title }
  }

  /// The kind that a key has which does not say one: of those that take all of its scopes, or of all
  /// where none does, the first that can make most of its calls; nil where the catalog has no kinds.
  package func kind(
    taking scopes: some Sequence<Int>, making operations: some Sequence<Int>
  ) -> Int? {
    guard !kinds.isEmpty else { return nil }
    var common = KindSet.all
    for scope in scopes { common = common.intersection(self.scopes[scope].kinds) }
    let taking = kinds.indices.filter(common.contains)
    let candidates = taking.isEmpty ? Array(kinds.indices) : taking
    guard candidates.count > 1 else { return candidates.first }
    let calls = Array(operations)
    let impossible = candidates.map { kind in
      calls.count { rows(of: $0, for: KeyTerms(kind: kind)) == [[]] }
    }
    return zip(candidates, impossible).min { $0.1 < $1.1 }?.0
  }
}
