import BitCollections
import Catalogs
import Keys

/// What a key can do: what its scopes open, by what that touches and by what is done to it.
///
/// Counted are calls for which the key needs a scope; in a catalog without calls, its scopes.
package struct KeyPowers: Hashable, Sendable {
  /// What is done.
  package enum Verb: String, CaseIterable, Sendable {
    /// It looks at what is there.
    case reads
    /// It makes something new.
    case makes
    /// It changes what is there.
    case changes
    /// It removes.
    case deletes
  }

  /// One kind of thing, and what of it the key reaches.
  package struct Row: Hashable, Sendable {
    /// One of `Scope.Touches.names`; nil for scopes of which the catalog does not say what they
    /// touch.
    package let touched: String?
    /// For each verb that occurs, the calls (or scopes) by their index, ascending.
    package fileprivate(set) var members: [Verb: [Int]] = [:]

    /// The name of the row.
    package var name: String { touched ?? "not said" }

    /// How many calls or scopes there are under a verb.
    package func count(_ verb: Verb) -> Int { members[verb]?.count ?? 0 }
  }

  /// What is counted.
  package enum Unit: String, Sendable {
    /// Calls.
    case calls
    /// Scopes, as the catalog lists no calls.
    case scopes
  }

  /// What is counted.
  package let unit: Unit
  /// What the key reaches, in the order of `Scope.Touches.names`; what touches two things stands in
  /// both rows.
  package let rows: [Row]
  /// How many calls the key opens by its scopes, or how many scopes it has.
  package let total: Int
  /// How many calls or scopes the catalog has.
  package let all: Int
  /// How many calls of the catalog state no scope: whether the key opens them nobody can say.
  package let notStated: Int
  /// How many calls the key was made for.
  package let asked: Int
  /// The scopes and calls that the key must never have.
  package let never: [String]

  /// Works out what a key can do.
  package init(_ design: KeyDesign, in catalog: Catalog) {
    let access = KeyAccess(design, in: catalog)
    var rows = (Scope.Touches.names.map(Optional.some) + [nil]).map { Row(touched: $0) }
    func add(_ index: Int, _ verb: Verb, _ touches: Scope.Touches) {
      let places = touches.isEmpty ? [rows.count - 1] : touches.places
      for place in places { rows[place].members[verb, default: []].append(index) }
    }
    unit = catalog.operations.isEmpty ? .scopes : .calls
    switch unit {
    case .calls:
      let survey = access.survey
      for operation in survey.openedByScopes {
        let scopes = access.heldAlternatives(of: operation).min { $0.count < $1.count } ?? []
        let touches = scopes.reduce(into: Scope.Touches()) {
          $0.formUnion(catalog.scopes[$1].touches)
        }
        add(operation, Verb(of: catalog.operations[operation], scopes, catalog), touches)
      }
      (total, all) = (survey.openedByScopes.count, catalog.operations.count)
      notStated = survey.notStated
    case .scopes:
      let held = catalog.held(by: design.scopes)
      for index in held {
        add(index, Verb(of: catalog.scopes[index].access), catalog.scopes[index].touches)
      }
      (total, all) = (held.count, catalog.scopes.count)
      notStated = 0
    }
    self.rows = rows.filter { !$0.members.isEmpty }
    asked = design.details.operations.count
    never = design.details.never
  }

  /// The verbs that occur.
  package var verbs: [Verb] {
    Verb.allCases.filter { verb in rows.contains { $0.count(verb) > 0 } }
  }
}

extension KeyPowers.Verb {
  /// What a call does.
  ///
  /// Its method says it, but where the same call is made by GET and by POST, or by
  /// POST alone for a scope that changes or deletes, the scopes' access does.
  fileprivate init(of operation: Operation, _ scopes: [Int], _ catalog: Catalog) {
    let methods = Set([operation.method] + operation.otherMethods)
    let ofScopes = scopes.map { Self(of: catalog.scopes[$0].access) }
    let gravest = Self.allCases.last(where: ofScopes.contains) ?? .changes
    switch operation.method {
    case _ where methods.isSuperset(of: ["GET", "POST"]): self = gravest
    case "GET", "HEAD", "OPTIONS": self = .reads
    case "PUT", "PATCH": self = .changes
    case "DELETE": self = .deletes
    case "POST": self = gravest == .reads ? .makes : gravest
    default: self = gravest
    }
  }

  /// What a scope does, by the catalog's word for it; a word that is none of the four changes things.
  fileprivate init(of access: Scope.Access) {
    switch access {
    case .view: self = .reads
    case .create: self = .makes
    case .delete: self = .deletes
    default: self = .changes
    }
  }
}

extension Scope.Touches {
  /// The places of its words in `names`.
  fileprivate var places: [Int] {
    Self.names.indices.filter { rawValue & (1 << UInt8($0)) != 0 }
  }
}
