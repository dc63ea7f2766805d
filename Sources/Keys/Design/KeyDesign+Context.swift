import BitCollections
import Catalogs

extension KeyDetails {
  /// The reason for a scope, by its id; nil where there is none.
  package func reason(for scope: String) -> String? {
    because.first { $0.scope == scope }?.text
  }

  /// Gives a scope a reason; an empty one takes it away.
  package mutating func setReason(_ text: String, for scope: String) {
    guard let place = because.firstIndex(where: { $0.scope == scope }) else {
      if !text.isEmpty { because.append(Because(scope: scope, text: text)) }
      return
    }
    if text.isEmpty { because.remove(at: place) } else { because[place].text = text }
  }

  /// Answers a condition, by its index; nil takes the answer away.
  package mutating func answer(_ condition: Int, _ holds: Bool?, in catalog: Catalog) {
    let id = catalog.conditions[condition].id
    answers.removeAll { $0.condition == id }
    guard let holds else { return }
    answers.append(Answer(condition: id, holds: holds))
    answers.sort {
      (catalog.indexOfCondition($0.condition) ?? 0) < (catalog.indexOfCondition($1.condition) ?? 0)
    }
  }

  /// The scopes that the key must not have, by index: named in `never`, or granting one that is.
  package func neverScopes(in catalog: Catalog) -> BitSet {
    guard !never.isEmpty else { return [] }
    let named = never.compactMap { catalog.indexOfScope($0) }
    return BitSet(named + named.flatMap { catalog.granters(of: $0) })
  }

  /// The calls that the key must not be able to make, by index.
  package func neverCalls(in catalog: Catalog) -> BitSet {
    BitSet(never.compactMap { catalog.indexOfOperation($0) })
  }
}

extension KeyTerms {
  /// What of a key decides which alternatives of calls count for it.
  ///
  /// A key that does not say its kind, or one that the catalog does not have, is taken for the
  /// first kind that takes all of its scopes and can make most of its calls.
  package init(_ design: KeyDesign, in catalog: Catalog) {
    self.init(kind: design.kindIndex(in: catalog))
    for answer in design.details.answers {
      if let index = catalog.indexOfCondition(answer.condition) { self[index] = answer.holds }
    }
  }
}

extension KeyDesign {
  /// The kind of the key, by index, stated or concluded; nil where the catalog has no kinds.
  package func kindIndex(in catalog: Catalog) -> Int? {
    guard !catalog.kinds.isEmpty else { return nil }
    if let stated = details.kind.flatMap({ catalog.indexOfKind($0) }) { return stated }
    return catalog.kind(
      taking: scopes, making: details.operations.lazy.compactMap { catalog.indexOfOperation($0) })
  }
}
