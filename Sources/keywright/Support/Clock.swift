import KeyModel

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The day, from outside.
enum Clock {
  /// Today in UTC; the environment's SOURCE_DATE_EPOCH (seconds since 1970) stands in for it.
  static var today: CalendarDate? {
    CalendarDate(daysSince1970: secondsSince1970 / 86_400)
  }

  /// The time; the environment's SOURCE_DATE_EPOCH stands in for it.
  static var secondsSince1970: Int {
    Environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } ?? Int(time(nil))
  }

  /// Today, or an error that says what to mend.
  static func requireToday() throws(ModelError) -> CalendarDate {
    guard let today else {
      throw ModelError(
        problem: "the clock shows no day of this calendar", remedy: "Set SOURCE_DATE_EPOCH right")
    }
    return today
  }
}

/// The environment's variables.
enum Environment {
  /// The value of a variable; nil where it is unset or empty.
  static subscript(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The folder that relative paths start from.
  static var currentFolder: String? {
    var buffer = [CChar](repeating: 0, count: 4097)
    guard getcwd(&buffer, buffer.count) != nil else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Says whether standard output is a terminal.
  static var outputIsTerminal: Bool { isatty(1) == 1 }

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
