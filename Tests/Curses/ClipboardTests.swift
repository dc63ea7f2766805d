import Testing

@testable import Curses

/// The bytes that put something on the clipboard.
@Suite struct ClipboardTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{F6}\u{10FFFF}", "w7b0j7+/"),
  ])
  func base64IsThatOfRFC4648(plain: String, coded: String) {
    #expect(text(Base64.encode(Array(plain.utf8))) == coded)
  }

  @Test func screenGetsPiecesThatItKeepsWhole() {
    let bytes = [UInt8](repeating: 0x61, count: 1000)
    let sequence = text(Clipboard.sequence(bytes, inside: .screen))
    let pieces = sequence.split(separator: "\u{1B}P").map { $0.dropLast(2) }
    #expect(pieces.allSatisfy { $0.utf8.count <= 240 } && pieces.count == 6)
    #expect(pieces.joined() == text(Clipboard.sequence(bytes, inside: .none)))
  }

  @Test(arguments: [
    (true, "xterm", Multiplexer.tmux), (true, "screen", .tmux), (false, "screen.xterm", .screen),
    (false, "xterm-256color", .none), (false, "", .none),
  ])
  func whatStandsBetweenIsKnown(tmux: Bool, term: String, multiplexer: Multiplexer) {
    #expect(Multiplexer(tmux: tmux, term: term) == multiplexer)
  }
}
