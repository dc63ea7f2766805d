import SystemPackage
import TerminalUI

/// The one way to standard output and standard error.
///
/// Text is sanitized, because it quotes files. Bytes of a document are not: they are escaped
/// where they are made.
enum Console {
  /// Prints lines of text on standard output.
  static func print(_ text: String) {
    write(Array((Sanitizer.sanitizeLines(text) + "\n").utf8), to: .standardOutput)
  }

  /// Prints lines that were sanitized piece by piece, because they hold styles of our own.
  static func print(sanitized lines: [String]) {
    write(Array(lines.map { $0 + "\n" }.joined().utf8), to: .standardOutput)
  }

  /// Prints a document on standard output as it is.
  static func print(bytes: [UInt8]) {
    write(bytes, to: .standardOutput)
  }

  /// Says something on standard error.
  static func say(_ text: String) {
    write(Array((Sanitizer.sanitizeLines(text) + "\n").utf8), to: .standardError)
  }

  private static func write(_ bytes: [UInt8], to descriptor: FileDescriptor) {
    // Where nobody reads any more, there is nobody to tell.
    _ = try? descriptor.writeAll(bytes)
  }
}
