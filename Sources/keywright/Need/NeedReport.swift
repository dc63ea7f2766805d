import BitCollections
import Calls
import Catalogs
import Documents
import Judgement
import Keys
import Proof

/// What is said of calls and their need.
struct NeedReport {
  /// So many unresolved calls are named on standard error; `--format json` has more.
  private static let mostNamed = 20

  let need: CallNeed
  let catalog: Catalog
  let tally: CallTally

  /// Whether the kind of key was taken, for nobody named one.
  private let hasTakenKind: Bool

  init(_ tally: CallTally, details: KeyDetails, addsViews: Bool) {
    self.tally = tally
    catalog = tally.resolver.catalog
    hasTakenKind = details.kind == nil && catalog.kinds.count > 1
    need = CallNeed(
      tally, rules: RuleSet(catalog: catalog), details: details, addsViews: addsViews)
  }

  /// Whether a call is unknown or cannot be made, something that may be a call was not understood,
  /// or no scope came of it all.
  var hasGaps: Bool {
    hasUnknown || need.cover.scopes.isEmpty || !need.cover.impossible.isEmpty
      || !need.cover.blocked.isEmpty
  }

  /// Whether a call is unknown, or something that may be a call was not understood.
  var hasUnknown: Bool { !tally.unresolved.isEmpty || tally.unread.count > 0 }

  /// The result for scripts.
  var node: JSONNode { .object(members) }

  var members: [(name: String, value: JSONNode)] {
    [
      ("scopes", ids(need.scopes)), ("views", ids(need.views)),
      ("isProvenFewest", .boolean(need.isProvenMinimal)),
      (
        "calls",
        .array(
          need.calls.map { call in
            .object([
              ("call", .string(call.call)), ("operation", .string(name(call.operation))),
              ("needs", .string(needs(call))), ("scopes", ids(call.scopes)),
              ("count", .integer(call.count)),
            ])
          })
      ),
      (
        "unresolved",
        .array(
          tally.unresolved.map { call in
            .object([
              ("call", .string(call.call)),
              ("nearest", call.nearest.map { .string(name($0)) } ?? .null),
            ])
          })
      ),
      ("unstated", .strings(need.cover.unstated.map(name))),
      ("unread", mentions(tally.unread)),
      ("leftOut", mentions(tally.leftOut)),
      ("failed", .array(failedNodes)),
    ]
  }

  private var failedNodes: [JSONNode] {
    let known = need.failed.map { call -> JSONNode in
      .object([
        ("call", .string(name(call.operation))), ("operation", .string(name(call.operation))),
        ("scopes", ids(call.scopes)), ("count", .integer(call.count)),
        ("outcomes", outcomes(call.outcomes)), ("place", .string(call.place?.text ?? "")),
      ])
    }
    let unknown = tally.failedUnknown.map { call -> JSONNode in
      .object([
        ("call", .string(call.call)), ("operation", .null), ("scopes", .array([])),
        ("count", .integer(call.count)), ("outcomes", outcomes([call.outcome: call.count])),
        ("place", .string(call.place.text)),
      ])
    }
    return known + unknown
  }

  private func outcomes(_ counts: [CallOutcome: Int]) -> JSONNode {
    .object(
      CallOutcome.allCases.compactMap { outcome in
        counts[outcome].map { (outcome.name, .integer($0)) }
      })
  }

  private func mentions(_ mentions: CallTally.Mentions) -> JSONNode {
    .array(
      mentions.list.map { mention in
        .object([
          ("reason", .string(mention.reason)), ("count", .integer(mention.count)),
          ("places", .strings(mention.places.map(\.text))),
        ])
      })
  }

  /// Whether a call needs scopes, none, or nobody says.
  private func needs(_ call: CallNeed.Call) -> String {
    if need.cover.unstated.contains(call.operation) { return "not stated" }
    if need.cover.impossible.contains(call.operation) { return "another kind of key" }
    if need.cover.blocked.contains(call.operation) { return "what is ruled out" }
    return call.scopes.isEmpty ? "none" : "scopes"
  }

  func name(_ operation: Int) -> String { catalog.operations[operation].call }

  private func ids(_ scopes: some Sequence<Int>) -> JSONNode {
    .strings(scopes.map { catalog.scopes[$0].id })
  }

  // MARK: - Messages

  /// What a person has to know, a line each.
  var messages: [String] {
    tally.unread.list.map { mention in
      place(mention) + mention.reason + times(mention.count)
    } + unresolvedMessages + failedMessages
      + tally.leftOut.list.map { mention in
        place(mention) + "left out " + mention.reason + times(mention.count)
      } + otherMessages
  }

  private var unresolvedMessages: [String] {
    var lines = tally.unresolved.prefix(Self.mostNamed).map { call -> String in
      let problem =
        call.isElsewhere
        ? "\(call.call) goes to another host than \(catalog.name)'s (--host adds one)"
        : "\(catalog.name) has no call \(call.call)"
      return place(call.place) + problem + times(call.count)
        + (call.nearest.map { ". Did you mean \"\(name($0))\"?" } ?? "")
    }
    let more = tally.unresolved.count - lines.count
    if more > 0 { lines.append("and \(more) more unresolved calls; --format json lists them") }
    if tally.furtherUnresolved > 0 {
      lines.append(
        "and further unresolved calls, \(tally.furtherUnresolved) in number, that are not listed")
    }
    return lines
  }

  private var failedMessages: [String] {
    let calls = need.failed.prefix(Self.mostNamed).map { call -> String in
      let ends = CallOutcome.allCases.filter { call.outcomes[$0] != nil }.map(\.name)
      let scopes = call.scopes.map { catalog.scopes[$0].id }.joined(separator: " and ")
      return (call.place.map(place) ?? "") + "\(name(call.operation)) was only "
        + ends.joined(separator: " or ") + times(call.count)
        + (scopes.isEmpty ? "" : "; it would have needed \(scopes)")
    }
    let more = need.failed.count - calls.count
    let rest = tally.failedUnknown.reduce(tally.furtherFailedUnknown) { $0 + $1.count }
    return calls
      + (more > 0 ? ["and \(more) more calls that failed; --format json lists them"] : [])
      + (rest > 0
        ? [
          "\(count(rest, "call")) that failed \(rest == 1 ? "is" : "are") none of \(catalog.name)'s"
        ]
        : [])
  }

  private var otherMessages: [String] {
    var lines: [String] = []
    let unstated = need.cover.unstated
    if !unstated.isEmpty {
      let names = unstated.prefix(5).map(name).joined(separator: ", ")
      let more = unstated.count > 5 ? " and \(unstated.count - 5) more" : ""
      lines.append(
        "\(catalog.name) does not state the scopes of \(count(unstated.count, "call")), so none is "
          + "chosen for: \(names)\(more)")
    }
    lines += NeedTerms(need, catalog, hasTakenKind: hasTakenKind).messages
    if !need.views.isEmpty {
      let names = need.views.map { catalog.scopes[$0].id }.joined(separator: ", ")
      lines.append("\(need.words) (\(names)); --no-views leaves that out")
    }
    if !need.isProvenMinimal {
      lines.append("the search for the fewest scopes was cut off: there may be a smaller key")
    }
    if need.calls.isEmpty {
      lines.append("no call was resolved, so there is no key")
    } else if need.cover.scopes.isEmpty {
      lines.append("no scope is known to be needed, so there is no key")
    }
    return lines
  }

  private func place(_ mention: CallTally.Mention) -> String {
    mention.places.first.map(place) ?? ""
  }

  private func place(_ place: CallTally.RecordPlace) -> String {
    place.text.isEmpty ? "" : place.text + ": "
  }

  private func times(_ count: Int) -> String { count > 1 ? " (\(count) times)" : "" }

  func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
