import BitCollections
import Calls
import Catalogs
import Judgement
import Keys
import Proof

extension Catalog {
  /// The fewest scopes that open some calls.
  ///
  /// - Parameters:
  ///   - calls: each a method and a path, a template or a URL, such as `GET /v1/orders/7`.
  ///   - key: the key whose kind, answers and `never` hold; nil for a new one.
  ///   - addsViews: whether the views of what the calls change come along.
  /// - Returns: the scopes, and what is not known of the calls.
  public func need(
    _ calls: [String], for key: Key? = nil, addingViews addsViews: Bool = true
  ) -> Need {
    var details = KeyDetails()
    if let known = key?.design.details {
      (details.kind, details.answers, details.never) = (known.kind, known.answers, known.never)
    }
    var tally = CallTally(resolver: CallResolver(catalog: inner))
    for call in calls { tally.add(argument: WrittenCall(call)) }
    return Need(
      inner: CallNeed(
        tally, rules: RuleSet(catalog: inner), details: details, addsViews: addsViews),
      catalog: self,
      unknown: tally.unresolved.map { unresolved in
        UnknownCall(
          call: unresolved.call, nearest: unresolved.nearest.map { inner.operations[$0].call })
      })
  }
}

/// The fewest scopes for some calls, and what is not known of them.
public struct Need: Sendable {
  let inner: CallNeed
  let catalog: Catalog

  /// The calls that the catalog does not have.
  public let unknown: [UnknownCall]

  /// The fewest scopes that open every call whose scopes are stated, and the views of what they change.
  public var scopes: [ScopeID] { inner.scopes.map(catalog.id) }
  /// Those of the scopes that no call needs, and that let the program see what it changes.
  public var views: [ScopeID] { inner.views.map(catalog.id) }
  /// Whether no other choice opens the calls with fewer scopes, nor with as many of less risk.
  public var isProvenMinimal: Bool { inner.isProvenMinimal }
  /// The calls whose scopes the catalog does not state: `scopes` may not open them.
  public var notStated: [String] {
    inner.cover.unstated.map { catalog.inner.operations[$0].call }
  }
  /// The calls that no key of this kind can make.
  public var impossible: [String] {
    inner.cover.impossible.map { catalog.inner.operations[$0].call }
  }
  /// The calls that only scopes open which the key must never have.
  public var ruledOut: [String] {
    inner.cover.blocked.map { catalog.inner.operations[$0].call }
  }
  /// The ids of the conditions on which a call hangs and that are not answered: the scopes are enough
  /// in every case.
  public var openConditions: [String] {
    inner.openConditions.map { catalog.inner.conditions[$0].id }
  }
  /// A key with these scopes that is for these calls.
  public var key: Key {
    var key = Key(of: catalog)
    key.design = inner.design(in: catalog.inner, label: "")
    return key
  }
}

/// A call that a catalog does not have.
public struct UnknownCall: Hashable, Sendable {
  /// The call, with secrets masked.
  public let call: String
  /// The call of the catalog that is nearest to it, as `METHOD /path`.
  public let nearest: String?
}
