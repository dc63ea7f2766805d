import Catalogs
import Judgement
import Keys
import Testing

struct RotationOverdueTests {
  private func findings(_ date: String) -> [Finding] {
    RuleProbe("stores.view") { $0.rotateBy = CalendarDate(date) }.findings("rotation-overdue")
  }

  @Test func `a date before today is a warning that says how long ago`() {
    #expect(findings("2026-11-22").map(\.severity) == [.warning])
    #expect(
      findings("2026-11-22").first?.message
        == "The key was to be replaced by 2026-11-22, 1 day ago.")
    #expect(findings("2025-11-23").first?.message.hasSuffix("365 days ago.") == true)
  }

  @Test(arguments: ["2026-11-23", "2026-11-24", "9999-12-31"])
  func `today and later are silent`(date: String) {
    #expect(findings(date) == [])
  }
}
