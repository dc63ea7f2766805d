import Catalogs
import Judgement
import Keys
import Testing

struct RotationTooFarTests {
  private func findings(_ date: String?, longest: Int? = 90) -> [Finding] {
    var policy = Policy()
    policy.longestDaysToRotation = longest
    return RuleProbe("stores.view", policy: policy) {
      $0.rotateBy = date.flatMap { CalendarDate($0) }
    }.findings("rotation-too-far")
  }

  @Test func `a day beyond the limit is an error that names the last day allowed`() {
    let finding = findings("2027-02-22").first
    #expect(finding?.severity == .error)
    #expect(finding?.message == "The rotation date is 91 days ahead; the policy allows 90.")
    #expect(finding?.remedy?.text == "Set a day up to 2027-02-21")
  }

  @Test func `the last day allowed, a day that is past, and no day at all are silent`() {
    #expect(findings("2027-02-21") == [])
    #expect(findings("2020-01-01") == [])
    #expect(findings(nil) == [])
  }

  @Test func `without a limit it is silent`() {
    #expect(findings("9999-12-31", longest: nil) == [])
  }
}
