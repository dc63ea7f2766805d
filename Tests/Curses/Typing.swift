import TerminalUI

@testable import Curses

/// A decoder with what it was given and said.
struct Typing {
  private(set) var events: [InputEvent] = []
  private var decoder: InputDecoder

  init(charset: Charset = .utf8, suspendByte: UInt8? = 0x1A, terminfo: TerminfoKeys = .init([])) {
    decoder = InputDecoder(charset: charset, suspendByte: suspendByte, terminfo: terminfo)
  }

  var timeout: Int32? { decoder.timeout }

  mutating func read(_ bytes: [UInt8]) { decoder.take(bytes, into: &events) }

  mutating func read(_ text: String) { read(Array(text.utf8)) }

  /// Nothing comes any more.
  mutating func wait() { while decoder.timeout != nil { decoder.expire(into: &events) } }

  mutating func forgetTerminal() { decoder.forgetTerminal() }

  mutating func interrupt() { decoder.interrupt() }

  /// What one read of bytes means, once nothing more comes.
  static func events(_ bytes: [UInt8], charset: Charset = .utf8) -> [InputEvent] {
    events(in: [bytes], charset: charset)
  }

  static func events(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

  /// What several reads mean, one at once after the other.
  static func events(in reads: [[UInt8]], charset: Charset = .utf8) -> [InputEvent] {
    var typing = Typing(charset: charset)
    for read in reads { typing.read(read) }
    typing.wait()
    return typing.events
  }
}

extension [InputEvent] {
  /// The keys of a text, character by character.
  static func keys(_ text: String) -> [InputEvent] {
    text.unicodeScalars.map { .key(.character($0)) }
  }
}
