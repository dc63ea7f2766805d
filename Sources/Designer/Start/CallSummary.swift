import BitCollections
import Calls
import Catalogs
import Documents
import Judgement
import Keys
import Proof

/// What some calls need, as a page: what was read, what was left out, what was not understood, and the
/// smallest key.
struct CallSummary: Hashable, Sendable {
  /// The scopes of the smallest key, the views of what it changes included.
  var scopes: BitSet = []
  /// The calls that were read, as the catalog has them.
  var operations: [String] = []
  /// The kind of key that can make them, where the platform has several.
  var kind: String?
  /// The page.
  var lines: [Report.Line] = []

  /// So many of a kind are listed; the counts are exact.
  private static let limit = 100

  init(_ records: CallRecords, rules: RuleSet, details: KeyDetails) {
    let (catalog, tally) = (rules.catalog, records.tally)
    let need = CallNeed(tally, rules: rules, details: details)
    scopes = need.scopes
    operations = need.calls.map { catalog.operations[$0.operation].call }
    kind = need.details.kind
    addKey(need, catalog)
    addCalls(need, catalog)
    addProblems(need, tally, catalog)
  }

  private mutating func add(_ title: String, _ items: [Report.Line], count: Int) {
    guard count > 0 else { return }
    if !lines.isEmpty { lines.append(.text("")) }
    lines.append(.heading("\(title) (\(count))"))
    lines += items.prefix(Self.limit)
    if items.count > Self.limit { lines.append(.quiet("  and \(items.count - Self.limit) more")) }
  }

  private mutating func addKey(_ need: CallNeed, _ catalog: Catalog) {
    let proof = need.isProvenMinimal ? "fewer scopes would not do" : "there may be a smaller one"
    add(
      "The smallest key: \(proof)",
      need.scopes.map { scope in
        let note = need.views.contains(scope) ? ", to see what the calls change" : ""
        return .added("  \(catalog.scopes[scope].id)\(note)")
      }, count: need.scopes.count)
    if need.scopes.isEmpty, !need.calls.isEmpty {
      lines.append(.warning("No scope is known to be needed for these calls."))
    }
  }

  private mutating func addCalls(_ need: CallNeed, _ catalog: Catalog) {
    add(
      "Calls read",
      need.calls.map { call in
        let name = catalog.operations[call.operation].call
        let names = call.scopes.map { catalog.scopes[$0].id }.joined(separator: ", ")
        let needs =
          need.cover.unstated.contains(call.operation)
          ? "the catalog does not state what it needs"
          : need.cover.impossible.contains(call.operation)
            ? "no key of this kind can make it"
            : need.cover.blocked.contains(call.operation)
              ? "needs what the key must never have" : names.isEmpty ? "needs no scope" : names
        let times = call.count > 1 ? ", \(call.count) times" : ""
        return .text("  \(name)\(times): \(needs)")
      }, count: need.calls.count)
    add(
      "Calls that always failed, so no scope is taken for them",
      need.failed.map {
        .text("  \(catalog.operations[$0.operation].call)\(Self.times($0.count))")
      },
      count: need.failed.count)
  }

  private mutating func addProblems(_ need: CallNeed, _ tally: CallTally, _ catalog: Catalog) {
    let unknown = tally.unresolved.map { call -> Report.Line in
      let nearest = call.nearest.map { "; the nearest is \(catalog.operations[$0].call)" } ?? ""
      let problem = call.isElsewhere ? ": another host" : ": \(catalog.name) has no such call"
      return .warning("  \(call.call)\(problem)\(Self.times(call.count))\(nearest)")
    }
    add(
      "Calls that are not in the catalog", unknown,
      count: tally.unresolved.count + tally.furtherUnresolved)
    add(
      "Not understood", tally.unread.list.map { .warning(Self.words($0)) },
      count: tally.unread.count)
    add("Left out", tally.leftOut.list.map { .text(Self.words($0)) }, count: tally.leftOut.count)
  }

  private static func words(_ mention: CallTally.Mention) -> String {
    let place = mention.places.first?.text ?? ""
    return "  " + (place.isEmpty ? "" : place + ": ") + mention.reason + times(mention.count)
  }

  private static func times(_ count: Int) -> String { count > 1 ? " (\(count) times)" : "" }
}
