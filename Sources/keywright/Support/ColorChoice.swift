import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Whether text has colors.
///
/// What the command line says goes before the environment; there `NO_COLOR` (https://no-color.org)
/// goes before `FORCE_COLOR` and `CLICOLOR_FORCE`, and these before `CLICOLOR=0`
/// (https://bixense.com/clicolors).
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  /// On a terminal that can show them.
  case auto
  /// Everywhere.
  case always
  /// Nowhere.
  case never

  /// Whether text on a descriptor has colors.
  func isOn(for descriptor: CInt) -> Bool {
    isOn(
      isTerminal: isatty(descriptor) == 1,
      variable: { name in getenv(name).map { String(cString: $0) } })
  }

  /// Whether text has colors, on a terminal or not, in an environment.
  func isOn(isTerminal: Bool, variable: (_ name: String) -> String?) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    func value(_ name: String) -> String? { variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    if value("NO_COLOR") != nil { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = value(name) { return value != "0" }
    }
    return isTerminal && value("CLICOLOR") != "0" && ![nil, "dumb"].contains(value("TERM"))
  }
}
