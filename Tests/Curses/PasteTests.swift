import TerminalUI
import Testing

@testable import Curses

/// Pastes, with brackets and without.
@Suite struct PasteTests {
  private func collected(_ text: String) -> String? {
    var collector = PasteCollector()
    for byte in text.utf8 where collector.take(byte, .utf8) {
      return String(decoding: collector.bytes, as: UTF8.self)
    }
    return nil
  }

  private static let end = "\u{1B}[201~"

  @Test func theTextUpToTheBracketIsKept() {
    #expect(collected("a\u{E9}\u{4E2D}" + Self.end) == "a\u{E9}\u{4E2D}")
    #expect(collected("a\r\nb\rc\nd" + Self.end) == "a\nb\nc\nd")
    #expect(collected("a\u{1B}x\u{1B}" + Self.end) == "a\u{1B}x\u{1B}")
    #expect(collected("a[201~") == nil)
    #expect(collected("\u{1B}[2\u{1B}[201~") == "")
    #expect(collected("\u{1B}[2010~x" + Self.end) == "x")
  }

  @Test(arguments: Recorded.replies) func aReplyInAPasteIsNoText(_ reply: String) {
    guard !reply.hasSuffix("[201~"), reply.unicodeScalars.first == "\u{1B}" else { return }
    // Keys and the mouse's old form do not come in the middle of a paste.
    guard !reply.hasPrefix("\u{1B}[M"), !reply.hasPrefix("\u{1B}\u{1B}") else { return }
    #expect(collected("ab\(reply)cd" + Self.end) == "abcd")
  }

  @Test func aReplyWithoutAnEndDoesNotHideThatOfThePaste() {
    #expect(collected("ab\u{1B}]11;rgb:" + Self.end) == "ab")
    #expect(collected("ab\u{1B}P>|x\u{1B}" + Self.end) == "ab")
  }

  @Test func aPasteIsBounded() {
    let text = String(repeating: "x", count: PasteCollector.capacity + 10)
    #expect(collected(text + Self.end)?.utf8.count == PasteCollector.capacity)
  }

  @Test(arguments: [
    "GET https://api.example.com/v1/orders and more",
    "stores.view stores.orders.refund catalog.edit",
    "curl -X DELETE \\\r  https://x.example/d\rwq\r", "dxw\tquit\tyes\tabcdefg\thijklmn\topqrst",
  ])
  func aBurstThatNoHandTypesIsAPaste(_ text: String) {
    var typing = Typing()
    typing.read(text)
    #expect(typing.events == [])
    #expect(typing.timeout == 50)
    typing.read("qq")
    typing.wait()
    let lines = text.replacing("\r", with: "\n")
    #expect(typing.events == [.paste(lines + "qq")])
    typing.read("q")
    #expect(typing.events.last == .key(.character("q")))
  }

  @Test func aTerminalThatHasShownItsBracketsSendsNoPasteWithoutThem() {
    let script = "/stores.orders.refund\r and jjk many kwx more\r"
    var typing = Typing()
    typing.read("\u{1B}[200~a paste\u{1B}[201~")
    typing.read(script)
    #expect(typing.events == [.paste("a paste")] + Typing.events(in: script.utf8.map { [$0] }))
    // After a reattachment it may be another one.
    typing.forgetTerminal()
    typing.read(script)
    typing.wait()
    #expect(typing.events.last == .paste(script.replacing("\r", with: "\n")))
  }

  @Test func escapeSequencesInABurstAreNoKeys() {
    var typing = Typing()
    typing.read("curl -X DELETE https://example.com/\u{1B}[0m\u{1B}[Bwq\u{1B}]11;x\u{7}\r")
    typing.wait()
    #expect(typing.events == [.paste("curl -X DELETE https://example.com/wq\n")])
  }

  @Test(
    "Typing, a held key, and a script's words are keys",
    arguments: [
      String(repeating: "j", count: 5_000), String(repeating: "jk", count: 5_000),
      "jjjjjxjjjjxjjjjxkkkk x jjj x kkk xjjj", "/stores.orders.refund\r",
      "My integration\tfor orders\r",
      String(repeating: "\u{1B}[B", count: 500),
      "\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r\r",
    ])
  func typingIsNoBurst(_ text: String) {
    let events = Typing.events(text)
    #expect(
      events.allSatisfy { event in
        if case .key = event { true } else { false }
      })
    #expect(events.count == text.replacing("\u{1B}[B", with: "B").unicodeScalars.count)
  }

  @Test func aLongTextTypedKeyByKeyIsTyped() {
    let text = "GET https://api.example.com/v1/orders and more"
    #expect(Typing.events(in: text.utf8.map { [$0] }) == .keys(text))
  }
}
