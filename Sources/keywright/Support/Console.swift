import ArgumentParser
import SystemPackage
import TerminalUI

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The one way to standard output and standard error.
///
/// Text is sanitized, because it quotes files. Bytes of a document are so on a terminal alone: a
/// file or a pipe gets them as they are.
///
/// Files and pipes are UTF-8 everywhere; a terminal gets what its locale can show.
enum Console {
  /// What the locale of the environment can show; the process takes it on when this is first asked.
  static let locale = Charset.adoptFromEnvironment()

  /// Prepares a command that draws nothing: the width of a character is then known in any locale.
  static func adoptLocale() { if locale != .utf8 { Charset.measureAsUTF8() } }

  private static func charset(of descriptor: FileDescriptor) -> Charset {
    isatty(descriptor.rawValue) == 1 ? locale : .utf8
  }

  private static func bytes(_ text: String, _ charset: Charset) -> [UInt8] {
    // In place of what its locale lacks a terminal could take half a character for a command.
    let other = UInt8(ascii: "?")
    return switch charset {
    case .utf8: Array(text.utf8)
    case .latin1: text.unicodeScalars.map { $0.value <= 0xFF ? UInt8($0.value) : other }
    case .ascii: text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : other }
    }
  }

  /// Prints lines of text on standard output.
  static func print(_ text: String) {
    let charset = charset(of: .standardOutput)
    print(bytes: bytes(Sanitizer.sanitizeLines(text, charset: charset) + "\n", charset))
  }

  /// Prints lines that were sanitized piece by piece, because they hold styles of our own.
  static func print(sanitized lines: [String]) {
    print(bytes: bytes(lines.map { $0 + "\n" }.joined(), charset(of: .standardOutput)))
  }

  /// Prints a document on standard output: as it is, but on a terminal without what would command it.
  static func print(document: [UInt8]) {
    guard Environment.outputIsTerminal else {
      print(bytes: document)
      return
    }
    let text = String(decoding: document, as: UTF8.self)
    print(bytes: bytes(Sanitizer.sanitizeLines(text, charset: locale), locale))
  }

  private static func print(bytes: [UInt8]) {
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
    _ = try descriptor.writeAll(bytes(clean, charset))
  }

  /// Says something on standard error.
  static func say(_ text: String) {
    try? write(text + "\n", to: .standardError, charset: charset(of: .standardError))
  }

  /// Writes a text over the line that the cursor is on, on standard error.
  static func overwriteErrorLine(_ text: String) {
    let charset = charset(of: .standardError)
    let clean = Sanitizer.sanitizeLines(text, charset: charset)
    _ = try? FileDescriptor.standardError.writeAll(bytes("\r" + clean + "\r", charset))
  }
}
