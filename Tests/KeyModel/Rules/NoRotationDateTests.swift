import Catalogs
import Judgement
import Keys
import Testing

struct NoRotationDateTests {
  @Test func `no date is a note`() {
    let probe = RuleProbe("stores.view") { $0.rotateBy = nil }
    #expect(probe.findings("no-rotation-date").map(\.severity) == [.note])
  }

  @Test(arguments: ["2020-01-01", "2027-02-01"])
  func `any date is silent`(date: String) {
    let probe = RuleProbe("stores.view") { $0.rotateBy = CalendarDate(date) }
    #expect(probe.findings("no-rotation-date") == [])
  }
}
