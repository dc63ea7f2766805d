import Catalogs
import Judgement
import Keys
import Testing

struct RequiredFieldTests {
  private let rule = "required-field"
  private var policy: Policy {
    var policy = Policy()
    policy.requiredFields = [.label, .purpose, .rotateBy, .ipAddresses]
    return policy
  }

  @Test func `each required field that is empty is an error`() {
    let probe = RuleProbe("stores.view", policy: policy) { $0 = KeyDetails() }
    #expect(
      probe.findings(rule).map(\.message) == [
        "The policy requires label, and the key has none.",
        "The policy requires purpose, and the key has none.",
        "The policy requires rotateBy, and the key has none.",
        "The policy requires ipAddresses, and the key has none.",
      ])
    #expect(probe.findings(rule).allSatisfy { $0.severity == .error })
  }

  @Test func `a field that is filled in, and one that nobody requires, are silent`() {
    let filled = RuleProbe("stores.view", policy: policy) { $0.purpose = "Reads." }
    #expect(filled.findings(rule) == [])
    #expect(RuleProbe("stores.view") { $0 = KeyDetails() }.findings(rule) == [])
  }
}
