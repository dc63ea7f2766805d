/// A catalog's own rule: scopes that together, or by themselves, let a key do harm.
package struct Combination: Hashable, Sendable {
  /// One step of an abuse.
  package struct Step: Hashable, Sendable {
    /// The index of the operation called.
    package var operation = 0
    /// What it achieves.
    package var effect: String { effectText.string }
    var effectText = LazyText("")
  }

  /// A higher severity once a further scope is chosen.
  package struct Raise: Hashable, Sendable {
    /// The severity it rises to.
    package var severity = Severity.note
    /// Any one of these scopes raises it.
    package var any: [Int] = []
  }

  /// How many of some scopes set the rule off.
  package struct Count: Hashable, Sendable {
    /// So many at least.
    package var count = 0
    /// Of these scopes.
    package var of: [Int] = []
  }

  /// A rule that counts scopes counts so many at least.
  static let leastCount = 2

  /// The rule's id, in kebab case.
  package var id = ""
  /// A short name.
  package var title: String { titleText.string }
  var titleText = LazyText("")
  /// How much it matters.
  package var severity = Severity.note
  /// Every one of these has to be chosen.
  package var all: [Int] = []
  /// Of each group, at least one has to be chosen.
  package var any: [[Int]] = []
  /// At least `count` of `of` have to be chosen; nil where the rule does not count.
  package var atLeast: Count?
  /// The rule is silent when any of these is chosen.
  package var without: [Int] = []
  /// A higher severity with a further scope.
  package var raise: Raise?
  /// One sentence of consequence.
  package var message: String { messageText.string }
  var messageText = LazyText("")
  /// How sure the rule is.
  package var confidence = Confidence.inferred
  /// The operations that prove it.
  package var operations: [Int] = []
  /// The abuse in order.
  package var trace: [Step] = []
  /// What happens, and who is hurt.
  package var story: String { storyText.string }
  var storyText = LazyText("")
  /// Where somebody says that this is dangerous; may be empty.
  package var source: String { sourceText.string }
  var sourceText = LazyText("")
  /// The safer way.
  package var advice: String { adviceText.string }
  var adviceText = LazyText("")
  /// The scopes to untick, the smallest edit that settles it.
  package var untick: [Int] = []
  /// The scopes to tick instead, for rules about something missing.
  package var tick: [Int] = []

  /// The scopes that the rule counts.
  package var atLeastOf: [Int] { atLeast?.of ?? [] }

  /// The scopes that can set the rule off, in the order of the catalog.
  package var trigger: [Int] { Set(triggers).sorted() }

  /// The scopes that can set the rule off; some may stand there twice.
  private var triggers: [Int] { any.reduce(all, +) + atLeastOf }
}

/// A scope that was read by a person and needs no rule.
package struct Review: Hashable, Sendable {
  /// The index of the scope.
  package var scope = 0
  /// Why it is harmless.
  package var reason: String { reasonText.string }
  var reasonText = LazyText("")
}

/// The scopes of a real job.
package struct Preset: Hashable, Sendable {
  /// The id, in kebab case.
  package var id = ""
  /// A short name.
  package var title: String { titleText.string }
  var titleText = LazyText("")
  /// What a key like this is for.
  package var purpose: String { purposeText.string }
  var purposeText = LazyText("")
  /// The indices of its scopes, in the order of the catalog.
  package var scopes: [Int] = []
  /// The rules that warn of it, sorted.
  package var warnings: [String] = []
}

extension Combination {
  /// Says whether these scopes set the rule off.
  package func fires(isHeld: (Int) -> Bool) -> Bool {
    guard all.allSatisfy(isHeld), any.allSatisfy({ $0.contains(where: isHeld) }),
      !without.contains(where: isHeld)
    else { return false }
    guard let atLeast else { return true }
    return atLeast.of.count(where: isHeld) >= atLeast.count
  }
}
