import ArgumentParser

/// The exit statuses, in one place; 64 for wrong usage is the argument parser's own.
enum ExitStatus {
  /// Findings, widened access, calls unresolved, or nothing found.
  static let findings = ExitCode(1)
  /// Input that cannot be read or is invalid.
  static let badInput = ExitCode(2)
  /// The person left the designer without writing.
  static let left = ExitCode(130)
}
