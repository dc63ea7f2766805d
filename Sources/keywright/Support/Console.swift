import ArgumentParser
import Documents
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
/// Text is sanitized, because it quotes files, and every line of it stays one: a line feed in the
/// name of a file starts no line of its own. No build server finds a command in it. Bytes of a
/// document are sanitized on a terminal alone: a file or a pipe gets them as they are.
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

  private static func line(_ text: String, _ charset: Charset) -> String {
    LogLine.inert(Sanitizer.sanitize(text, charset: charset)) + "\n"
  }

  /// Prints lines of text on standard output.
  static func print(lines: [String]) {
    let charset = charset(of: .standardOutput)
    print(bytes: bytes(lines.map { line($0, charset) }.joined(), charset))
  }

  /// Prints a line of text on standard output.
  static func print(_ text: String) { print(lines: [text]) }

  /// Prints lines that were sanitized piece by piece, because they hold styles of our own.
  static func print(sanitized lines: [String]) {
    print(inert: inertText(lines))
  }

  /// Lines that were sanitized piece by piece, as `print(inert:)` takes them.
  static func inertText(_ lines: [String]) -> String {
    var text = ""
    for line in lines {
      text += LogLine.inert(line)
      text += "\n"
    }
    return text
  }

  /// Prints what `inertText` made.
  static func print(inert text: String) {
    print(bytes: bytes(text, charset(of: .standardOutput)))
  }

  /// Prints commands for a build server, which stand sanitized in lines of their own.
  static func print(commands: [String]) {
    print(bytes: bytes(commands.map { $0 + "\n" }.joined(), charset(of: .standardOutput)))
  }

  /// Prints a document on standard output: as it is, but on a terminal without what would command it.
  static func print(document: [UInt8]) { print(bytes: printed(document)) }

  /// Prints a document that is nowhere else, as `print(document:)` does.
  ///
  /// - Throws: `ModelError` where a byte of it may be missing: it must not be given up then.
  static func deliver(document: [UInt8]) throws(ModelError) {
    try StandardStreams.deliver(printed(document))
  }

  private static func printed(_ document: [UInt8]) -> [UInt8] {
    guard Environment.outputIsTerminal else { return document }
    let text = String(decoding: document, as: UTF8.self)
    return bytes(Sanitizer.sanitizeLines(text, charset: locale), locale)
  }

  private static func print(bytes: [UInt8]) {
    do {
      try FileDescriptor.standardOutput.writeAllWaiting(bytes)
    } catch {
      // Half a result must not pass for a whole one, whoever has stopped reading.
      say("keywright: \(StandardStreams.failure(error))")
      exit(ExitStatus.badInput.rawValue)
    }
  }

  /// Writes lines to a descriptor as a locale can show them.
  static func write(
    lines: [String], to descriptor: FileDescriptor, charset: Charset
  ) throws {
    try descriptor.writeAllWaiting(bytes(lines.map { line($0, charset) }.joined(), charset))
  }

  /// Writes the words before an answer to a descriptor as a locale can show them: no line break
  /// follows.
  static func write(
    prompt: String, to descriptor: FileDescriptor, charset: Charset
  ) throws {
    let clean = LogLine.inert(Sanitizer.sanitize(prompt, charset: charset))
    try descriptor.writeAllWaiting(bytes(clean, charset))
  }

  /// Says a line on standard error.
  static func say(_ text: String) { say(lines: [text]) }

  /// Says lines on standard error.
  static func say(lines: [String]) {
    try? write(lines: lines, to: .standardError, charset: charset(of: .standardError))
  }

  /// Writes a text over the line that the cursor is on, on standard error.
  static func overwriteErrorLine(_ text: String) {
    let charset = charset(of: .standardError)
    let clean = LogLine.inert(Sanitizer.sanitize(text, charset: charset))
    try? FileDescriptor.standardError.writeAllWaiting(bytes("\r" + clean + "\r", charset))
  }
}
