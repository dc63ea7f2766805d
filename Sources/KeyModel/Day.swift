import Keys

/// A day of the calendar, without a time zone.
public struct Day: Hashable, Sendable {
  let inner: CalendarDate

  init(_ inner: CalendarDate) { self.inner = inner }

  /// Creates a day from the years 1 to 9999; nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard let inner = CalendarDate(year: year, month: month, day: day) else { return nil }
    self.inner = inner
  }

  /// Reads `YYYY-MM-DD`; nil for anything else.
  public init?(_ text: String) {
    guard let inner = CalendarDate(text) else { return nil }
    self.inner = inner
  }

  /// The day on which a moment falls in UTC; nil outside the years 1 to 9999.
  public init?(secondsSince1970 seconds: Int) {
    let day = 86_400
    let days = seconds >= 0 ? seconds / day : (seconds + 1) / day - 1
    guard let inner = CalendarDate(daysSince1970: days) else { return nil }
    self.inner = inner
  }
}

extension Day: Comparable, CustomStringConvertible {
  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.inner < right.inner }

  /// `YYYY-MM-DD`.
  public var description: String { inner.description }
}
