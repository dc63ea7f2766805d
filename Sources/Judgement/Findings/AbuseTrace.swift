import BitCollections
import Catalogs

/// The calls of an abuse in order, each checked against one key.
package struct AbuseTrace: Hashable, Sendable {
  /// One call.
  package struct Step: Hashable, Sendable {
    /// The call, as `METHOD /path`.
    package let call: String
    /// What it achieves.
    package let note: String
    /// Whether the key may make it, at least in some case of a question that it has not answered.
    ///
    /// An abuse asks for no more. False where the catalog does not state what it needs.
    package let isOpen: Bool
    /// Whether it is open in some case alone.
    package let hangsOnAnswer: Bool
    /// The ids of the chosen scopes that open it; empty where none is needed, or it is not open.
    package let openedBy: [String]
    /// The ids of the scopes that are missing, of the set that misses fewest; empty where it is open,
    /// or the catalog does not state what it needs.
    package let missing: [String]
  }

  /// The calls.
  package let steps: [Step]

  /// Checks the calls of a combination against what a key opens.
  ///
  /// Nil where the combination tells no calls.
  package init?(_ combination: Combination, access: KeyAccess) {
    guard !combination.trace.isEmpty else { return nil }
    let catalog = access.catalog
    func ids(_ scopes: [Int]) -> [String] { scopes.map { catalog.scopes[$0].id } }
    let own = access.of(combination)
    steps = combination.trace.map { step in
      let opening = access.opening(of: step.operation)
      let call = catalog.operations[step.operation].call
      guard opening.answer == .closed, let some = own.openingInSomeCase(of: step.operation)
      else {
        return Step(
          call: call, note: step.effect, isOpen: opening.answer == .open, hangsOnAnswer: false,
          openedBy: ids(opening.scopes), missing: ids(opening.missing))
      }
      return Step(
        call: call, note: step.effect, isOpen: true, hangsOnAnswer: true,
        openedBy: ids(some.scopes), missing: [])
    }
  }

  /// How many of the calls are open.
  package var openCount: Int { steps.count { $0.isOpen } }

  /// Whether the key may make every call.
  package var isOpen: Bool { openCount == steps.count }

  /// How the key stands to the whole abuse, as a sentence.
  package var verdict: String {
    isOpen
      ? "Every one of these calls is open to this key"
        + (steps.contains { $0.hangsOnAnswer } ? " in some cases." : ".")
      : "\(openCount) of these \(steps.count) calls \(openCount == 1 ? "is" : "are") open to this key."
  }
}

extension KeyAccess {
  /// The access of those ticked scopes alone that a combination is about: a case that others open says
  /// nothing of its abuse.
  func of(_ combination: Combination) -> KeyAccess {
    with(BitSet((combination.trigger + (combination.raise?.any ?? [])).flatMap { holders(of: $0) }))
  }
}

extension AbuseTrace.Step {
  /// `open` or `not open`, in as many columns.
  package var mark: String { isOpen ? "open    " : "not open" }

  /// Which scope opens it, or which is missing, as words.
  package var reason: String {
    let cases = hangsOnAnswer ? " in some cases" : ""
    if !openedBy.isEmpty { return "by " + openedBy.joined(separator: " and ") + cases }
    if !missing.isEmpty { return "needs " + missing.joined(separator: " and ") }
    return isOpen ? "needs no scope" + cases : "the catalog does not state what it needs"
  }
}
