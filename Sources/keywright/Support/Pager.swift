import Documents
import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Shows what is longer than the screen a page at a time, where a person sits at a terminal.
enum Pager {
  /// Shows lines with `PAGER`, else `less`.
  ///
  /// - Returns: false where nobody sits there, all of it fits, or no pager is here: they are then
  ///   still to be printed.
  static func show(_ lines: [String]) -> Bool {
    guard hasPerson, let rows = rows, lines.count >= rows else { return false }
    let text = lines.map { LogLine.inert(Sanitizer.sanitize($0, charset: Console.locale)) + "\n" }
    guard Console.locale != .latin1 else { return false }
    let chosen = Environment["PAGER"]
    guard chosen != "cat" else { return false }
    // As git has it: no page where it fits, colors, and the text stays on the screen.
    let environment = Environment["LESS"] == nil ? ["LESS": "FRX"] : [:]
    let program =
      chosen.map { ChildProgram(name: "sh", arguments: ["-c", $0], environment: environment) }
      ?? ChildProgram(name: "less", arguments: [], environment: environment)
    return (try? program.show(Array(text.joined().utf8))) != nil
  }

  /// Shows a manual page as man does.
  ///
  /// - Returns: false where nobody sits there, or nothing is here that can.
  static func showManual(_ lines: [String]) -> Bool {
    guard hasPerson else { return false }
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    return [("man", ["-l", "-"]), ("mandoc", ["-a"])].contains { name, arguments in
      (try? ChildProgram(name: name, arguments: arguments).show(bytes)) != nil
    }
  }

  private static var hasPerson: Bool {
    isatty(0) == 1 && isatty(1) == 1 && ![nil, "dumb"].contains(Environment["TERM"])
  }

  private static var rows: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }
}
