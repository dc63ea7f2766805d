import Catalogs
import Judgement

/// A scope or a call of a platform, about which is asked which keys have it.
package struct Power: Hashable, Sendable {
  /// What of the two it is.
  enum Sort: Hashable, Sendable {
    case scope
    case call
  }

  let sort: Sort
  /// The id of the platform's catalog.
  let platform: String
  /// The scope's id, or the call as `METHOD /path`.
  let id: String

  /// How a key stands to it.
  enum Answer: Hashable, Sendable {
    /// It can, by these of its ticked scopes; none where no scope is needed.
    case can(by: [String])
    /// The catalog does not state what the call needs.
    case notStated
    case cannot
  }

  /// How a key stands to it.
  func answer(of row: KeyRow) -> Answer {
    guard let access = row.facts?.access, access.catalog.id == platform else { return .cannot }
    let catalog = access.catalog
    switch sort {
    case .scope:
      guard let scope = catalog.indexOfScope(id) else { return .cannot }
      let holders = access.holders(of: scope)
      return holders.isEmpty ? .cannot : .can(by: holders.map { catalog.scopes[$0].id })
    case .call:
      guard let call = catalog.indexOfOperation(id) else { return .cannot }
      let opening = access.opening(of: call)
      switch opening.answer {
      case .open: return .can(by: opening.scopes.map { catalog.scopes[$0].id })
      case .notStated: return .notStated
      case .closed, .otherKind, .unknown: return .cannot
      }
    }
  }
}

/// The scopes and calls that words find in the catalogs of the keys.
struct PowerSearch: Sendable {
  /// So many of a sort are shown of each platform.
  private static let limit = 100

  private let catalogs: [(scopes: ScopeSearch, calls: OperationSearch, catalog: Catalog)]

  init(_ catalogs: [Catalog]) {
    self.catalogs = catalogs.map {
      (ScopeSearch(catalog: $0), OperationSearch(catalog: $0), $0)
    }
  }

  /// What words find, the best first: of each platform scopes, then calls.
  func found(_ words: String) -> [Power] {
    catalogs.flatMap { scopes, calls, catalog in
      let foundScopes = scopes.matches(words)?.ranked ?? []
      let foundCalls = calls.matches(words)?.ranked ?? []
      return foundScopes.prefix(Self.limit).map {
        Power(sort: .scope, platform: catalog.id, id: catalog.scopes[$0].id)
      }
        + foundCalls.prefix(Self.limit).map {
          Power(sort: .call, platform: catalog.id, id: catalog.operations[$0].call)
        }
    }
  }
}
