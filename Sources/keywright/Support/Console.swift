import ArgumentParser
import SystemPackage
import TerminalUI

/// The one way to standard output and standard error.
///
/// Text is sanitized, because it quotes files. Bytes of a document are not: they are escaped
/// where they are made.
enum Console {
  /// Prints lines of text on standard output.
  static func print(_ text: String) {
    print(bytes: Array((Sanitizer.sanitizeLines(text) + "\n").utf8))
  }

  /// Prints lines that were sanitized piece by piece, because they hold styles of our own.
  static func print(sanitized lines: [String]) {
    print(bytes: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  /// Prints a document on standard output as it is.
  static func print(bytes: [UInt8]) {
    do {
      _ = try FileDescriptor.standardOutput.writeAll(bytes)
    } catch Errno.brokenPipe {
      // Where nobody reads any more, there is nobody to tell.
    } catch {
      // Half a result must not pass for a whole one.
      say("keywright: standard output cannot be written: \(error). Check where it leads.")
      Keywright.exit(withError: ExitStatus.badInput)
    }
  }

  /// Writes text to a descriptor as a locale can show it, with no line break of its own.
  static func write(
    _ text: String, to descriptor: FileDescriptor, charset: Charset
  ) throws {
    let clean = Sanitizer.sanitizeLines(text, charset: charset)
    let bytes =
      charset == .latin1
      ? clean.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } : Array(clean.utf8)
    _ = try descriptor.writeAll(bytes)
  }

  /// Says something on standard error.
  static func say(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(
      Array((Sanitizer.sanitizeLines(text) + "\n").utf8))
  }

  /// Writes a text over the line that the cursor is on, on standard error.
  static func overwriteErrorLine(_ text: String) {
    _ = try? FileDescriptor.standardError.writeAll(
      Array(("\r" + Sanitizer.sanitizeLines(text) + "\r").utf8))
  }
}
