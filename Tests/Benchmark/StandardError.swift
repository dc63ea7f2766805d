#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Standard error, for what is not the result.
enum StandardError {
  static func error(_ text: String) { write(text + "\n") }

  /// One line that the next one replaces; nothing when nobody watches.
  static func progress(_ text: String) {
    if isatty(STDERR_FILENO) == 1 { write("\r\u{1B}[K\(text)") }
  }

  private static func write(_ text: String) {
    let bytes = Array(text.utf8)
    #if canImport(Glibc)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    #else
    _ = Darwin.write(STDERR_FILENO, bytes, bytes.count)
    #endif
  }
}
