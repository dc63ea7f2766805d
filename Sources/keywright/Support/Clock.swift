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
    let seconds = Environment["SOURCE_DATE_EPOCH"].flatMap { Int($0) } ?? Int(time(nil))
    return CalendarDate(daysSince1970: seconds / 86_400)
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
  static var outputWidth: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
