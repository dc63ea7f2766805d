import Catalogs
import Documents
import Judgement

/// The comparison of two catalogs, for people and for scripts.
struct CatalogDiffReport {
  let diff: CatalogDiff
  /// For each manifest what changes for it; nil for a key of another platform.
  let impacts: [(path: String, impact: KeyImpact?)]

  /// The lines for people.
  var lines: [String] {
    var lines = ["\(diff.old.id) \(diff.old.version) -> \(diff.new.id) \(diff.new.version)"]
    if diff.isEmpty { lines.append("Nothing changed that a key could notice.") }
    func list(_ heading: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += ["", "\(heading) (\(items.count))"] + items.map { "  " + $0 }
    }
    list("Scopes added", diff.added)
    list("Scopes removed", diff.removed)
    list(
      "Scopes renamed",
      diff.renamed.map { "\($0.old) -> \($0.new)" + ($0.isGuessed ? "  (guessed)" : "") })
    list("Scopes deprecated", diff.deprecated)
    list("Scopes that grant others than before", diff.regranted)
    list("Calls added", diff.addedCalls)
    list("Calls removed", diff.removedCalls)
    list(
      "Calls that require something else",
      diff.changedCalls.map { "\($0.call): \(words($0.old)) -> \(words($0.new))" })
    list(
      "Keys",
      impacts.map { path, impact in
        guard let impact else { return "\(path): a key of another platform" }
        return path + ": " + (impact.isEmpty ? "not touched" : impact.words)
      })
    return lines
  }

  /// Alternatives as a person says them.
  private func words(_ alternatives: [[String]]?) -> String {
    guard let alternatives else { return "not stated" }
    return alternatives.map { $0.isEmpty ? "none" : $0.joined(separator: " and ") }
      .joined(separator: ", or ")
  }

  var json: JSONNode {
    .object([
      ("old", side(diff.old)), ("new", side(diff.new)),
      (
        "scopes",
        .object([
          ("added", .strings(diff.added)), ("removed", .strings(diff.removed)),
          ("renamed", .array(diff.renamed.map(rename))), ("deprecated", .strings(diff.deprecated)),
          ("regranted", .strings(diff.regranted)),
        ])
      ),
      (
        "operations",
        .object([
          ("added", .strings(diff.addedCalls)), ("removed", .strings(diff.removedCalls)),
          (
            "changed",
            .array(
              diff.changedCalls.map { change in
                .object([
                  ("call", .string(change.call)), ("old", requirement(change.old)),
                  ("new", requirement(change.new)),
                ])
              })
          ),
        ])
      ),
      ("manifests", .array(impacts.map { manifest($0.path, $0.impact) })),
    ])
  }

  private func side(_ catalog: Catalog) -> JSONNode {
    .object([("id", .string(catalog.id)), ("version", .string(catalog.version))])
  }

  private func rename(_ rename: CatalogDiff.Rename) -> JSONNode {
    .object([
      ("old", .string(rename.old)), ("new", .string(rename.new)),
      ("guessed", .boolean(rename.isGuessed)),
    ])
  }

  private func requirement(_ alternatives: [[String]]?) -> JSONNode {
    alternatives.map { .array($0.map { .strings($0) }) } ?? .null
  }

  private func manifest(_ path: String, _ impact: KeyImpact?) -> JSONNode {
    guard let impact else {
      return .object([("path", .string(path)), ("touched", .null)])
    }
    return .object([
      ("path", .string(path)), ("touched", .boolean(!impact.isEmpty)),
      ("removed", .strings(impact.removed)), ("renamed", .array(impact.renamed.map(rename))),
      ("deprecated", .strings(impact.deprecated)), ("granted", .strings(impact.granted)),
      ("closed", .strings(impact.closed)), ("opened", .strings(impact.opened)),
    ])
  }
}
