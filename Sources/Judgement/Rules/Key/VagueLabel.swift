import Catalogs
import Documents
import Keys

/// A label that says nothing.
struct VagueLabel: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "vague-label", title: "The label says nothing", severity: .note,
    trigger: "The label is empty, or only a generic word such as test, key, api or temp.",
    consequence: "Nobody dares to revoke a key whose use is unknown.",
    remedy: "Name the program or the job that uses the key.",
    story: """
      On the day of a leak somebody reads the list of keys and has to choose which to revoke. A \
      key called test or api key is spared, because it might be the one that takes payments. A \
      label that names a program, its place and its owner makes revoking a decision of one minute.
      """)

  let readsScopes = false
  private static let generic = [
    "a", "abc", "access", "api", "apikey", "app", "asdf", "bot", "default", "demo", "dev", "foo",
    "integration", "key", "main", "my", "mykey", "new", "prod", "production", "script", "secret",
    "staging", "temp", "temporary", "test", "testing", "tmp", "token", "untitled", "x", "xxx",
  ]

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let label = key.design.details.label
    let words = label.lowercased().split { !$0.isLetter }.map(String.init)
    guard words.allSatisfy(Self.generic.contains) else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity,
        message: label.isEmpty
          ? "The key has no label: nobody will know what breaks when it is revoked."
          : "The label \"\(Wording.cut(label))\" does not say what the key is for.",
        remedy: Remedy("Name the program or the job that uses the key", detail: .label))
    ]
  }
}
