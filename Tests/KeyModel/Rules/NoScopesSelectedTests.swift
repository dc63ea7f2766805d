import Catalogs
import Judgement
import Testing

struct NoScopesSelectedTests {
  private let rule = "no-scopes-selected"

  @Test func `a key without any scope is an error`() {
    #expect(RuleProbe().findings(rule).map(\.severity) == [.error])
  }

  @Test(arguments: ["stores.view", "some.unknown.scope"])
  func `a key with a scope is silent, even with an unknown one`(scope: String) {
    #expect(RuleProbe(scope).findings(rule) == [])
  }
}
