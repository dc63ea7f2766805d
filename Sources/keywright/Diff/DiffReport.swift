import Catalogs
import Documents
import Judgement

/// A comparison for people and for scripts.
struct DiffReport {
  let diff: KeyDiff
  /// What messages call the two sides.
  let old: String
  let new: String
  /// Whether each key was read with the version of the catalog that it names.
  let readsOwnVersions: Bool
  /// The policy that both were held to; nil for none.
  let policy: String?
  /// What the old key can do; nil where there is none.
  let oldPowers: KeyPowers?
  /// What the new key can do; nil where there is none.
  let newPowers: KeyPowers?

  // MARK: - For people

  /// The lines.
  var text: [String] {
    var lines = ["\(old) -> \(new)"]
    if let policy { lines.append("policy: \(policy)") }
    func section(_ title: String, _ added: [String], _ removed: [String]) {
      guard !added.isEmpty || !removed.isEmpty else { return }
      lines += ["", title] + added.map { "  + " + $0 } + removed.map { "  - " + $0 }
    }
    section("Scopes", diff.added.scopes, diff.removed.scopes)
    section("Calls", diff.added.operations, diff.removed.operations)
    section("Findings", diff.added.findings.map(words), diff.removed.findings.map(words))
    if !diff.details.isEmpty { lines += ["", "Details"] }
    for change in diff.details {
      let note = note(on: change).map { " (\($0))" } ?? ""
      if change.isList {
        lines.append("  \(change.detail.title)\(note)")
        lines += change.added.map { "    + " + $0 } + change.removed.map { "    - " + $0 }
      } else {
        lines.append(
          "  \(change.detail.title): \(change.old.first ?? "none") -> "
            + "\(change.new.first ?? "none")\(note)")
      }
    }
    return lines + ["", verdict]
  }

  /// Widened or not, and why, as a sentence.
  var verdict: String {
    guard !diff.isEmpty else { return "No change: both keys are the same." }
    guard diff.isWidened else {
      return diff.isNarrowed
        ? "Not widened: the new key can do less." : "Not widened: the new key can do the same."
    }
    func count(_ number: Int, _ word: String) -> [String] {
      number > 0 ? ["\(number) \(word)\(number == 1 ? "" : "s") more"] : []
    }
    let reasons =
      count(diff.added.scopes.count, "scope") + count(diff.added.operations.count, "open call")
      + (diff.details.contains { $0.isWidened } ? ["may be used from more addresses"] : [])
    return "Widened: " + reasons.joined(separator: ", ") + "."
  }

  private func words(_ finding: Finding) -> String {
    let scopes = finding.scopes.prefix(4).joined(separator: ", ")
    let more = finding.scopes.count > 4 ? " and \(finding.scopes.count - 4) more" : ""
    return (finding.isAccepted ? "accepted " : "")
      + "\(finding.severity.rawValue) \(finding.rule): "
      + finding.message + (scopes.isEmpty ? "" : " (\(scopes)\(more))")
  }

  /// What a change means, where that is not plain.
  func note(on change: DetailChange) -> String? {
    switch change.detail {
    case .ipAddresses where change.new.isEmpty: "no list: every address may use it"
    case .ipAddresses where change.isWidened && change.isNarrowed: "moved"
    case .ipAddresses where change.isWidened: "widened"
    case .ipAddresses where change.isNarrowed: "narrowed"
    case .catalogVersion where !change.old.isEmpty && !change.new.isEmpty:
      readsOwnVersions
        ? "each is read with its own" : "each is read with the catalog that is here"
    case .rotateBy where change.new.isEmpty: "no date is set"
    default: nil
    }
  }

  // MARK: - For scripts

  /// The document.
  var json: JSONNode {
    func side(_ side: KeyDiff.Side) -> JSONNode {
      .object([
        ("scopes", .strings(side.scopes)), ("operations", .strings(side.operations)),
        ("findings", .array(side.findings.map { JSONReport.finding($0) })),
      ])
    }
    return .object([
      ("policy", policy.map { .string($0) } ?? .null), ("added", side(diff.added)),
      ("removed", side(diff.removed)),
      ("widened", .boolean(diff.isWidened)),
      (
        "details",
        .array(
          diff.details.map { change in
            .object([
              ("detail", .string(change.detail.rawValue)), ("old", .strings(change.old)),
              ("new", .strings(change.new)), ("widened", .boolean(change.isWidened)),
            ])
          })
      ),
    ])
  }
}

extension DetailChange {
  /// Whether the detail is a list, shown by what came and went.
  var isList: Bool { [.ipAddresses, .operations, .accepted].contains(detail) }

}
