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

/// Where lines are read from and said to: the terminal's own line editing, or pipes.
struct PlainSpeech {
  /// One thing that was read.
  enum Heard: Equatable {
    case line(String)
    /// A line longer than any command, of which nothing is kept.
    case tooLong
    /// A line of bytes that are no text in the locale's character set.
    case noText
    case end
  }

  /// Whether a person types.
  let inputIsTerminal: Bool
  private let input: FileDescriptor
  private let output: FileDescriptor
  private let charset: Charset
  private var buffer: [UInt8] = []

  /// More than any command; a line without an end must not fill the memory.
  private static let longestLine = 65_536

  /// Finds the streams; where standard input may not be a pipe of commands, or holds the manifest,
  /// a person types at the terminal.
  init(charset: Charset, readsPipe: Bool) throws {
    self.charset = charset
    if isatty(0) == 1 || readsPipe {
      input = .standardInput
    } else if let terminal = Self.openTerminal(.readOnly) {
      input = terminal
    } else {
      Console.say(
        "keywright: standard input holds the manifest, and no terminal is there to type commands"
          + " at. Name the manifest's file.")
      throw ExitStatus.badInput
    }
    inputIsTerminal = isatty(input.rawValue) == 1
    // Results have standard output to themselves where it leads elsewhere.
    if isatty(1) == 1 {
      output = .standardOutput
    } else if isatty(2) == 0, inputIsTerminal, let terminal = Self.openTerminal(.writeOnly) {
      output = terminal
    } else {
      output = .standardError
    }
  }

  private static func openTerminal(_ mode: FileDescriptor.AccessMode) -> FileDescriptor? {
    try? FileDescriptor.open("/dev/tty", mode, options: .closeOnExec)
  }

  /// The columns of a line: what COLUMNS says, what the terminal has, or 80.
  var columns: Int {
    if let wanted = Environment["COLUMNS"].flatMap({ Int($0) }), (20...1000).contains(wanted) {
      return wanted
    }
    return max(20, min(Environment.width(of: output.rawValue) ?? 80, 1000))
  }

  /// Says lines.
  func say(_ lines: [String]) throws {
    guard !lines.isEmpty else { return }
    try leavingWhereNobodyReads { try Console.write(lines: lines, to: output, charset: charset) }
  }

  /// Says what is expected, and reads a line.
  mutating func ask(_ prompt: String) throws -> Heard {
    try leavingWhereNobodyReads {
      try Console.write(prompt: prompt, to: output, charset: charset)
    }
    let heard = read()
    // A terminal shows what is typed; the record of a script has to be told.
    switch heard {
    case .line(let line): if !inputIsTerminal { try say([line]) }
    case .tooLong, .noText, .end: try say([""])
    }
    return heard
  }

  private func leavingWhereNobodyReads(_ write: () throws -> Void) throws {
    do {
      try write()
    } catch {
      // Nobody is there any more who could answer.
      throw ExitStatus.left
    }
  }

  private mutating func read() -> Heard {
    var isTooLong = false
    while true {
      if let end = buffer.firstIndex(of: 0x0A) {
        let line = buffer[..<end]
        buffer.removeFirst(end + 1)
        return isTooLong || line.count > Self.longestLine
          ? .tooLong : heard(line.last == 0x0D ? line.dropLast() : line)
      }
      if buffer.count > Self.longestLine {
        isTooLong = true
        buffer.removeAll()
      }
      guard fill() else {
        let rest = buffer
        buffer.removeAll()
        if isTooLong { return .tooLong }
        // A last line counts without its line break, a line cut by a ^D at a terminal does not.
        return rest.isEmpty || inputIsTerminal ? .end : heard(rest[...])
      }
    }
  }

  private mutating func fill() -> Bool {
    var part = [UInt8](repeating: 0, count: 16_384)
    let count = (try? part.withUnsafeMutableBytes { try input.readWaiting(into: $0) }) ?? 0
    buffer += part[..<count]
    return count > 0
  }

  private func heard(_ bytes: ArraySlice<UInt8>) -> Heard {
    guard charset == .latin1 else {
      return String(validating: bytes, as: UTF8.self).map { .line($0) } ?? .noText
    }
    var text = ""
    for byte in bytes { text.unicodeScalars.append(Unicode.Scalar(byte)) }
    return .line(text)
  }
}
