import BitCollections
import Catalogs
import Keys

/// What a person says of a key beside its scopes: its kind, and the answers to the catalog's
/// questions.
enum Term: Hashable, Sendable {
  /// A kind of key, by its index: one of them is the key's.
  case kind(Int)
  /// A condition, by its index.
  case condition(Int)
}

extension DesignerState {
  /// All that can be said, in the order in which it is shown.
  var terms: [Term] {
    catalog.kinds.indices.map { .kind($0) } + catalog.conditions.indices.map { .condition($0) }
  }

  /// Whether a new key has to be given a kind first.
  var asksForKind: Bool {
    catalog.kinds.count > 1 && manifest.source == nil && editor.design.details.kind == nil
  }

  /// Where the cursor starts: at the key's kind, where one is stated at the first open question.
  var firstOpenTerm: Int {
    guard let kind = editor.design.details.kind.flatMap({ catalog.indexOfKind($0) }) else {
      return editor.design.kindIndex(in: catalog) ?? 0
    }
    return terms.firstIndex { term in
      if case .condition(let index) = term { answer(to: index) == nil } else { false }
    } ?? kind
  }

  /// Whether a condition holds for the key; nil where that is open.
  func answer(to condition: Int) -> Bool? {
    let id = catalog.conditions[condition].id
    return editor.design.details.answers.first { $0.condition == id }?.holds
  }

  /// The names of the levels of a permission that are chosen, in their order.
  func levels(of permission: Permission) -> [String] {
    zip(permission.scopes, permission.levels).filter { editor.isChosen($0.0) }.map(\.1)
  }

  // MARK: - Ruled out

  /// Whether the key must never have a scope, by its own word.
  func isRuledOut(scope: Int) -> Bool {
    let never = editor.design.details.never
    return !never.isEmpty && never.contains(catalog.scopes[scope].id)
  }

  /// Whether the key must never make a call, by its own word.
  func isRuledOut(operation: Int) -> Bool {
    let never = editor.design.details.never
    return !never.isEmpty && never.contains(where: catalog.operations[operation].calls.contains)
  }

  /// Whether ticking a scope gives the key what it must never have.
  func isTickRuledOut(_ scope: Int) -> Bool {
    let details = editor.design.details
    return !details.never.isEmpty && !editor.isChosen(scope)
      && details.neverScopes(in: catalog).contains(scope)
  }

  // MARK: - Reasons

  /// The id of the scope that the cursor stands on, known to the catalog or not; nil for none.
  var scopeUnderCursor: String? {
    switch subject {
    case .scope(let scope): catalog.scopes[scope].id
    case .unknownScope(let place): shownOutline.unknown[place]
    default: nil
    }
  }

  /// Whether the key has a scope ticked, by its id.
  func hasScope(_ id: String) -> Bool {
    catalog.indexOfScope(id).map(editor.isChosen)
      ?? editor.design.details.unknownScopes.contains(id)
  }
}
