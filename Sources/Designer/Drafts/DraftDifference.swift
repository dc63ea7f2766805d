import BitCollections
import KeyModel

/// What of a key changes when a draft is taken.
struct DraftDifference: Hashable, Sendable {
  /// The ids of scopes that come.
  var added: [String]
  /// The ids of scopes that go.
  var removed: [String]
  /// Names of details that change, with what stands there before and after.
  var details: [Detail]

  struct Detail: Hashable, Sendable {
    var name: String
    var before: String
    var after: String
  }

  init(from old: KeyDesign, to new: KeyDesign, catalog: Catalog) {
    func ids(_ scopes: BitSet) -> [String] { scopes.map { catalog.scopes[$0].id } }
    func missing(_ ids: [String], in others: [String]) -> [String] {
      let others = Set(others)
      return ids.filter { !others.contains($0) }
    }
    let (before, after) = (old.details, new.details)
    added =
      ids(new.scopes.subtracting(old.scopes))
      + missing(after.unknownScopes, in: before.unknownScopes)
    removed =
      ids(old.scopes.subtracting(new.scopes))
      + missing(before.unknownScopes, in: after.unknownScopes)
    let pairs: [(String, String, String)] = [
      ("label", before.label, after.label),
      ("purpose", before.purpose, after.purpose),
      (
        "addresses", before.ipAddresses.joined(separator: ", "),
        after.ipAddresses.joined(separator: ", ")
      ),
      ("rotate by", before.rotateBy?.description ?? "", after.rotateBy?.description ?? ""),
      (
        "operations", before.operations.joined(separator: ", "),
        after.operations.joined(separator: ", ")
      ),
      (
        "accepted risks", before.accepted.map(\.rule).joined(separator: ", "),
        after.accepted.map(\.rule).joined(separator: ", ")
      ),
    ]
    details = pairs.filter { $0.1 != $0.2 }
      .map { Detail(name: $0.0, before: $0.1, after: $0.2) }
    // The same rules, accepted in other words.
    if details.isEmpty, before.accepted != after.accepted {
      details.append(
        Detail(name: "accepted risks", before: "reasons", after: "other reasons"))
    }
  }

  /// One line, for example `+3 scopes, -1 scope, label`.
  var summary: String {
    func count(_ sign: String, _ ids: [String]) -> [String] {
      ids.isEmpty ? [] : ["\(sign)\(ids.count) scope\(ids.count == 1 ? "" : "s")"]
    }
    let parts = count("+", added) + count("-", removed) + details.map(\.name)
    return parts.isEmpty ? "no scope changes" : parts.joined(separator: ", ")
  }
}
