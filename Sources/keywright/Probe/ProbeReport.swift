import Calls
import Documents
import Proof

/// What the answers of a real key show, for people and for scripts.
struct ProbeReport {
  let verdict: ProbeVerdict

  /// The lines.
  var lines: [String] {
    var lines: [String] = []
    func list(_ title: String, _ items: [String]) {
      guard !items.isEmpty else { return }
      lines += [title] + items.map { "  " + $0 } + [""]
    }
    func words(_ answer: ProbeResults.Answer) -> String {
      "\(answer.scope): \(answer.call) gave \(answer.status)"
    }
    list("Missing: the key should have these scopes and does not", verdict.missing.map(words))
    list("Extra: the key has these scopes and should not", verdict.extra.map(words))
    list(
      "Unclear",
      verdict.unclear.map { item in
        let status = item.status == 0 ? "" : " gave \(item.status)"
        return "\(item.scope): \(item.call ?? "")\(status): \(item.reason)"
      })
    list("Not tested", verdict.untested.map { "\($0.scope): \($0.reason)" })
    return lines + [sentence]
  }

  private var sentence: String {
    let tested =
      verdict.confirmed.count + verdict.missing.count + verdict.extra.count + verdict.unclear.count
    guard tested > 0 else { return "Nothing was asked: the results show nothing." }
    let counts =
      "\(verdict.missing.count) missing, \(verdict.extra.count) extra, "
      + "\(verdict.unclear.count) unclear of \(tested) tested scopes"
    if verdict.isMatch {
      return "The issued key is the designed key, as far as \(tested) tested scopes show."
    }
    return verdict.missing.isEmpty && verdict.extra.isEmpty
      ? "It is unclear whether the issued key is the designed key: \(counts)."
      : "The issued key is not the designed key: \(counts)."
  }

  /// The document.
  var json: JSONNode {
    func node(_ answer: ProbeResults.Answer) -> JSONNode {
      .object([
        ("scope", .string(answer.scope)), ("call", .string(answer.call)),
        ("status", .integer(answer.status)),
      ])
    }
    return .object([
      ("matches", .boolean(verdict.isMatch)), ("confirmed", .integer(verdict.confirmed.count)),
      ("missing", .array(verdict.missing.map(node))), ("extra", .array(verdict.extra.map(node))),
      (
        "unclear",
        .array(
          verdict.unclear.map { item in
            .object([
              ("scope", .string(item.scope)), ("call", item.call.map { .string($0) } ?? .null),
              ("status", .integer(item.status)), ("reason", .string(item.reason)),
            ])
          })
      ),
      (
        "untested",
        .array(
          verdict.untested.map { item in
            .object([
              ("scope", .string(item.scope)), ("chosen", .boolean(item.isChosen)),
              ("reason", .string(item.reason)),
            ])
          })
      ),
    ])
  }
}
