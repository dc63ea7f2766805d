import Catalogs
import Judgement
import Testing

struct PlatformNotAllowedTests {
  private func findings(_ platforms: String...) -> [Finding] {
    var policy = Policy()
    policy.platforms = platforms
    return RuleProbe("stores.view", policy: policy).findings("platform-not-allowed")
  }

  @Test func `a key of another platform is an error that names those allowed`() {
    #expect(findings("gitlab", "stripe").map(\.severity) == [.error])
    #expect(
      findings("gitlab", "stripe").first?.message
        == "Komerza is not among the platforms allowed: gitlab, stripe.")
  }

  @Test func `a key of an allowed platform, and any key where none is listed, are silent`() {
    #expect(findings("gitlab", "komerza") == [])
    #expect(findings() == [])
  }
}
