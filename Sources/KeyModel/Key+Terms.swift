import Catalogs
import Documents
import Judgement
import Keys

// What decides between scopes: the kind of the key, its answers, what it must never have, and why it
// has what it has.

extension Key {
  /// The id of its kind of key; nil where the manifest does not say, and then the first counts that
  /// takes all of its scopes and can make most of its calls.
  ///
  /// A kind that the catalog does not have is kept, and `lint` reports it.
  public var kind: String? {
    get { design.details.kind }
    set { design.details.kind = newValue }
  }

  /// Whether a condition of the catalog holds for it, by the condition's id; nil where that is open,
  /// and then its calls have to be open in both cases.
  ///
  /// - Throws: `ModelError` with the nearest id where the catalog has no such condition.
  public func answer(to condition: String) throws(ModelError) -> Bool? {
    let id = catalog.inner.conditions[try index(ofCondition: condition)].id
    return design.details.answers.first { $0.condition == id }?.holds
  }

  /// Says whether a condition of the catalog holds for it; nil leaves it open.
  ///
  /// - Throws: `ModelError` with the nearest id where the catalog has no such condition.
  public mutating func setAnswer(_ holds: Bool?, to condition: String) throws(ModelError) {
    design.details.answer(try index(ofCondition: condition), holds, in: catalog.inner)
  }

  private func index(ofCondition id: String) throws(ModelError) -> Int {
    guard let index = catalog.inner.indexOfCondition(id) else {
      let nearest = NearestName.suggestion(id, among: catalog.inner.conditions.map(\.id))
      throw ModelError(
        "the catalog \"\(catalog.id)\" has no condition \"\(id)\"",
        remedy: nearest ?? "Name one of its conditions")
    }
    return index
  }

  /// What it must never have: scopes by id, and calls as `METHOD /path`.
  public var never: [String] { design.details.never }

  /// Rules out scopes by id and calls as `METHOD /path`, and nothing else: `lint` makes an error of one
  /// that the key has or opens.
  ///
  /// - Throws: `ModelError` with the nearest name where the catalog has none such.
  public mutating func setNever(_ names: [String]) throws(ModelError) {
    for name in names {
      try ModelError.wrap { () throws(Documents.ModelError) in
        try NeverList.check(name, in: catalog.inner)
      }
    }
    design.details.never = names
  }

  /// Why it has a scope, by the scope's id; nil where nothing is said.
  public func reason(for scope: String) -> String? { design.details.reason(for: scope) }

  /// Says why it has a scope; nil takes the reason away.
  public mutating func setReason(_ reason: String?, for scope: String) {
    design.details.setReason(reason ?? "", for: scope)
  }

  /// What it can do with a call, written as `METHOD /path`.
  public func access(to call: String) -> CallAccess {
    switch KeyAccess(design, in: catalog.inner).answer(call: call) {
    case .open: .open
    case .closed: .closed
    case .otherKind: .otherKind
    case .notStated: .notStated
    case .unknown: .unknown
    }
  }
}

/// What a key can do with a call.
public enum CallAccess: Hashable, Sendable {
  /// It may make the call, in every case that its open conditions leave.
  case open
  /// It lacks a scope.
  case closed
  /// No key of its kind can make the call.
  case otherKind
  /// The catalog does not state what the call needs: that does not make it free.
  case notStated
  /// The catalog does not have the call.
  case unknown
}
