import BitCollections
import Calls
import Catalogs
import Judgement
import Keys

extension Catalog {
  /// The fewest scopes that open some calls.
  ///
  /// - Parameters:
  ///   - calls: each a method and a path, a template or a URL, such as `GET /v1/orders/7`.
  ///   - addsViews: whether the views of what the calls change come along.
  /// - Returns: the scopes, and what is not known of the calls.
  public func need(_ calls: [String], addingViews addsViews: Bool = true) -> Need {
    var tally = CallTally(resolver: CallResolver(catalog: inner))
    for call in calls { tally.add(argument: WrittenCall(call)) }
    return Need(
      inner: CallNeed(tally, rules: RuleSet(catalog: inner), addsViews: addsViews), catalog: self,
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
  public var isProvenMinimal: Bool { inner.cover.isProvenMinimal }
  /// The calls whose scopes the catalog does not state: `scopes` may not open them.
  public var notStated: [String] {
    inner.cover.unstated.map { catalog.inner.operations[$0].call }
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
