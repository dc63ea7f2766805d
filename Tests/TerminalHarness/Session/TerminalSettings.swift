internal import CVirtualTerminal

/// A terminal's line settings, as `stty -a` shows them.
public struct TerminalSettings: Equatable, Sendable, CustomStringConvertible {
  /// Input flags, as in termios.
  public let input: UInt32
  /// Output flags.
  public let output: UInt32
  /// Control flags.
  public let control: UInt32
  /// Local flags: echo, signals, line by line.
  public let local: UInt32
  /// The special characters.
  public let characters: [UInt8]

  init(_ terminal: Descriptor) throws {
    var raw = cvt_settings()
    let error = cvt_get_settings(terminal.number, &raw)
    guard error == 0 else { throw HarnessError("cannot read the settings", code: error) }
    (input, output, control, local) = (raw.input, raw.output, raw.control, raw.local)
    characters = withUnsafeBytes(of: raw.characters) {
      Array($0.prefix(Int(raw.character_count)))
    }
  }

  /// The flags in octal, as the headers have them.
  public var description: String {
    let flags = [input, output, control, local].map { String($0, radix: 8) }
    return "iflag \(flags[0]) oflag \(flags[1]) cflag \(flags[2]) lflag \(flags[3]) "
      + "cc \(characters.map(String.init).joined(separator: ","))"
  }
}
