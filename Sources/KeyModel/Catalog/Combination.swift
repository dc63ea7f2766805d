/// A catalog's own rule: scopes that together, or by themselves, let a key do harm.
public struct Combination: Hashable, Sendable {
  /// One step of an abuse.
  public struct Step: Hashable, Sendable {
    /// The index of the operation called.
    public var operation: Int
    /// What it achieves.
    public var effect: String { effectText.string }
    let effectText: LazyText
  }

  /// A higher severity once a further scope is chosen.
  public struct Raise: Hashable, Sendable {
    /// The severity it rises to.
    public var severity: Severity
    /// Any one of these scopes raises it.
    public var any: [Int]
  }

  /// A rule that counts scopes counts so many at least.
  static let leastCount = 2

  /// The rule's id, in kebab case.
  public var id: String
  /// A short name.
  public var title: String { titleText.string }
  let titleText: LazyText
  /// How much it matters.
  public var severity: Severity
  /// Every one of these has to be chosen.
  public var all: [Int]
  /// Of each group, at least one has to be chosen.
  public var any: [[Int]]
  /// At least `count` of `of` have to be chosen; nil where the rule does not count.
  public var atLeast: (count: Int, of: [Int])? {
    get { atLeastCount > 0 ? (atLeastCount, atLeastOf) : nil }
    set {
      atLeastCount = newValue?.count ?? 0
      atLeastOf = newValue?.of ?? []
    }
  }
  /// The rule is silent when any of these is chosen.
  public var without: [Int]
  /// A higher severity with a further scope.
  public var raise: Raise?
  /// One sentence of consequence.
  public var message: String { messageText.string }
  let messageText: LazyText
  /// How sure the rule is.
  public var confidence: Confidence
  /// The operations that prove it.
  public var operations: [Int]
  /// The abuse in order.
  public var trace: [Step]
  /// What happens, and who is hurt.
  public var story: String { storyText.string }
  let storyText: LazyText
  /// The safer way.
  public var advice: String { adviceText.string }
  let adviceText: LazyText
  /// The scopes to untick, the smallest edit that settles it.
  public var untick: [Int]
  /// The scopes to tick instead, for rules about something missing.
  public var tick: [Int]

  var atLeastCount = 0
  var atLeastOf: [Int] = []

  /// The scopes that can set the rule off, in the order of the catalog.
  public var trigger: [Int] { Set(triggers).sorted() }

  /// The scopes that can set the rule off; some may stand there twice.
  private var triggers: [Int] { any.reduce(all, +) + atLeastOf }
}

/// A scope that was read by a person and needs no rule.
public struct Review: Hashable, Sendable {
  /// The index of the scope.
  public var scope: Int
  /// Why it is harmless.
  public var reason: String { reasonText.string }
  let reasonText: LazyText
}

/// The scopes of a real job.
public struct Preset: Hashable, Sendable {
  /// The id, in kebab case.
  public var id: String
  /// A short name.
  public var title: String { titleText.string }
  let titleText: LazyText
  /// What a key like this is for.
  public var purpose: String { purposeText.string }
  let purposeText: LazyText
  /// The indices of its scopes, in the order of the catalog.
  public var scopes: [Int]
  /// The rules that warn of it, sorted.
  public var warnings: [String]
}
