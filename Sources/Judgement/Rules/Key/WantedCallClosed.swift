import BitCollections
import Catalogs
import Documents
import Keys

/// A call that the key is for and does not open.
///
/// Not asked as other rules are: what is closed is known after every tick, and its findings are made
/// when somebody looks at them. Nobody can accept it: a key that is not for a call does not name it.
package struct WantedCallClosed: GenericRule {
  /// The rule's id.
  package static let id = "wanted-call-closed"

  static let info = RuleInfo(
    id: id, title: "A call that the key is for is closed", severity: .error,
    trigger: "The key does not open a call that it is for.",
    consequence: "The program is refused when it makes the call.",
    remedy: "Tick the fewest scopes that open it, or give the call up.",
    story: """
      The manifest says which calls the key is for, and its scopes do not open one of them. The \
      program will be refused, most likely on the day on which the call matters, and whoever looks \
      for the reason finds a manifest that promises it. Somebody then widens the key in a hurry. \
      The fewest scopes that open the call are known now.
      """, since: "1.2")

  /// The finding of a closed call, by its index; `ticks` are the scopes that open it, none where no key
  /// of its kind can make the call.
  static func finding(
    _ operation: Int, in key: KeyUnderReview, ticking ticks: [Int], isRuledOut: Bool = false,
    severity: Severity
  ) -> Finding {
    let call = key.catalog.operations[operation].call
    let shown = Wording.cutMiddle(call, to: 70)
    guard !ticks.isEmpty else {
      return Finding(
        rule: info.id, severity: severity, operations: [call],
        message: isRuledOut
          ? "The key is for \(shown), and must never have what opens it."
          : "The key is for \(shown), which no key of its kind can make.",
        remedy: remedy("Give the call up", for: call))
    }
    let ids = key.ids(ticks)
    // What the new ones grant need not be ticked beside them.
    let isKindSettled = key.catalog.kinds.isEmpty || key.design.details.kind != nil
    let granted = isKindSettled ? key.catalog.granted(by: BitSet(ticks)) : []
    let spare = Array(key.design.scopes.intersection(granted).subtracting(BitSet(ticks)))
    let names =
      Wording.list("", count: ids.count, plural: "scopes") { ids[$0] }
      + (spare.isEmpty
        ? ""
        : Wording.list(", and untick", count: spare.count, plural: "scopes") {
          key.ids(spare)[$0]
        })
    return Finding(
      rule: info.id, severity: severity, operations: [call],
      message: Wording.sentence(
        "The key is for \(shown) and does not open it; it lacks", count: ids.count,
        plural: "scopes"
      ) { ids[$0] },
      remedy: remedy(
        "Tick" + names + answers(operation, in: key),
        edits: [.tick(ticks)] + (spare.isEmpty ? [] : [.untick(spare)]), for: call))
  }

  /// The questions of which an answer would leave less to be ticked, as words.
  private static func answers(_ operation: Int, in key: KeyUnderReview) -> String {
    let (catalog, access) = (key.catalog, key.access)
    let lacking = access.opening(of: operation).missing.count
    let questions = catalog.conditions(ofOperation: operation, for: access.terms).filter {
      question in
      access.terms[question] == nil
        && [true, false].contains { answer in
          var terms = access.terms
          terms[question] = answer
          let answered = KeyAccess(access.scopes, in: catalog, terms: terms)
          return answered.opening(of: operation).missing.count < lacking
        }
    }
    guard !questions.isEmpty else { return "" }
    return ", or first answer "
      + questions.map { catalog.conditions[$0].id }.joined(separator: ", ")
  }

  private static func remedy(
    _ text: String, edits: [Remedy.Edit] = [], for call: String
  ) -> Remedy {
    var remedy = Remedy(text, edits: edits)
    remedy.offers = [.giveUp([call])]
    return remedy
  }
}
