import Keys
import Testing

/// Days of the Gregorian calendar, whatever the clock's time zone.
struct CalendarDateTests {
  @Test(arguments: [
    "0001-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "2027-12-31", "9999-12-31",
  ])
  func `a day that exists is read and written the same`(text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "2027-02-30", "2027-02-29", "1900-02-29", "2100-02-29", "2027-04-31", "2027-13-01",
    "2027-00-01", "2027-01-00", "2027-01-32", "0000-01-01", "2027-1-1", "27-01-01", "2027/01/01",
    "2027-01-01T00:00", " 2027-01-01", "2027-01-01 ", "+027-01-01", "-001-01-01", "2027-0a-01",
    "２０２７-01-01", "", "-", "--", "2027-01", "today",
  ])
  func `a day that does not exist, or another form, is refused`(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017),
    ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2026-11-23", 20_780),
  ])
  func `days are counted from 1970-01-01`(text: String, days: Int) {
    #expect(CalendarDate(text)?.daysSince1970 == days)
    #expect(CalendarDate(daysSince1970: days)?.description == text)
  }

  @Test func `nothing exists before year 1 and after year 9999`() {
    #expect(CalendarDate(daysSince1970: -719_163) == nil)
    #expect(CalendarDate(daysSince1970: 2_932_897) == nil)
    #expect(CalendarDate(daysSince1970: .min) == nil && CalendarDate(daysSince1970: .max) == nil)
  }

  @Test func `the day after each sampled day of all years is the next one of the calendar`() {
    for days in stride(from: -719_162, to: 2_932_896, by: 13) {
      let (day, next) = (CalendarDate(daysSince1970: days), CalendarDate(daysSince1970: days + 1))
      guard let day, let next else {
        Issue.record("\(days) is no day")
        return
      }
      #expect(day.daysSince1970 == days)
      #expect(day < next)
      let follows =
        CalendarDate(year: day.year, month: day.month, day: day.day + 1)
        ?? CalendarDate(year: day.year, month: day.month + 1, day: 1)
        ?? CalendarDate(year: day.year + 1, month: 1, day: 1)
      #expect(next == follows)
    }
  }

  @Test func `a year has 365 days, every fourth 366, but for three centuries of four`() {
    for year in 1..<9999 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let first = CalendarDate(year: year, month: 1, day: 1)?.daysSince1970 ?? 0
      let next = CalendarDate(year: year + 1, month: 1, day: 1)?.daysSince1970 ?? 0
      #expect(next - first == (isLeap ? 366 : 365))
    }
  }
}
