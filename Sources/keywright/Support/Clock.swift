import Documents
import Keys

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The day, from outside.
enum Clock {
  private static let variable = "SOURCE_DATE_EPOCH"

  /// The time; the environment's SOURCE_DATE_EPOCH stands in for it.
  static var secondsSince1970: Int { Environment[variable].flatMap { Int($0) } ?? Int(time(nil)) }

  /// Today where the person is; the day of the environment's SOURCE_DATE_EPOCH (seconds since 1970,
  /// in UTC) stands in for it.
  ///
  /// - Throws: `ModelError` where that is no number, or no day of the calendar: another day would be
  ///   taken for the one that was meant.
  static func requireToday() throws(ModelError) -> CalendarDate {
    let today: CalendarDate?
    if let text = Environment[variable] {
      guard let seconds = Int(text) else {
        throw wrongVariable("\(variable) is \"\(text)\", which is not a number of seconds")
      }
      today = CalendarDate(daysSince1970: seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0))
    } else {
      today = localDay(of: time(nil))
    }
    guard let today else { throw wrongVariable("the clock shows no day of this calendar") }
    return today
  }

  /// What a report says of the day where it is not the real one; nil where it is.
  static func note(on today: CalendarDate) -> String? {
    Environment[variable] == nil ? nil : "today: \(today), by \(variable)"
  }

  private static func localDay(of seconds: time_t) -> CalendarDate? {
    var (seconds, parts) = (seconds, tm())
    guard localtime_r(&seconds, &parts) != nil else { return nil }
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  private static func wrongVariable(_ problem: MessageText) -> ModelError {
    ModelError(
      problem: problem,
      remedy: "Set \(variable) to whole seconds since 1970, such as 1796083200, or unset it")
  }
}

/// The environment's variables.
enum Environment {
  /// Says whether a variable switches something on: it is set, and not to 0.
  static func isOn(_ name: String) -> Bool { self[name].map { $0 != "0" } ?? false }

  /// The value of a variable; nil where it is unset or empty.
  static subscript(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The folder that relative paths start from.
  static var currentFolder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  /// Says whether standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(1) == 1 }

  /// Says whether standard input is a terminal.
  static var inputIsTerminal: Bool { isatty(0) == 1 }

  /// Says whether standard error is a terminal.
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// The columns of the terminal that standard output is; nil where it is none.
  static var outputWidth: Int? { width(of: 1) }

  /// The columns of the terminal that a descriptor is; nil where it is none.
  static func width(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
