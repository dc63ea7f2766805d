import TerminalUI
import TestSupport
import Testing

@testable import Curses

/// What a terminal sends, whole, torn apart anywhere, and without an end.
@Suite struct InputDecoderTests {
  /// Every way to cut bytes in two.
  private func halves(_ bytes: [UInt8]) -> [[[UInt8]]] {
    (1..<max(1, bytes.count)).map { [Array(bytes[..<$0]), Array(bytes[$0...])] }
  }

  @Test(arguments: Recorded.replies) func aReplyPressesNoKey(_ reply: String) {
    let bytes = Array(reply.utf8)
    #expect(Typing.events(bytes) == [])
    #expect(Typing.events(bytes + Array("q".utf8)) == .keys("q"), "and the key after it counts")
    for reads in halves(bytes) + [bytes.map { [$0] }] {
      #expect(Typing.events(in: reads) == [], "\(reads)")
      #expect(Typing.events(in: reads + [Array("q".utf8)]) == .keys("q"), "\(reads)")
    }
  }

  @Test(arguments: Recorded.keys) func aKeyIsThatKey(bytes: String, event: InputEvent) {
    let bytes = Array(bytes.utf8)
    #expect(Typing.events(bytes) == [event])
    for reads in halves(bytes) + [bytes.map { [$0] }] {
      #expect(Typing.events(in: reads) == [event], "\(reads)")
    }
  }

  @Test func howTheBytesAreSplitChangesNothing() {
    var random = SeededRandom()
    // Escape alone is told by what does not follow.
    let keys = Recorded.keys.map(\.bytes).filter { $0 != "\u{1B}" && !$0.contains("[200~") }
    let all = (keys + Recorded.replies).map { Array($0.utf8) }
    for _ in 0..<400 {
      let bytes = (0..<6).flatMap { _ in all[random.next(below: all.count)] }
      var reads: [[UInt8]] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(1 + random.next(below: 5))
        reads.append(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(Typing.events(in: reads) == Typing.events(in: bytes.map { [$0] }), "\(random)")
    }
  }

  @Test func randomBytesAreReadToTheirEnd() {
    var random = SeededRandom()
    let likely = Array("\u{1B}\u{1B}\u{1B}[]OPX^_\\\u{7};:~<?$12MmuRqA".utf8) + [0x9B, 0x9C, 0xC2]
    for _ in 0..<3_000 {
      let bytes = (0..<random.next(below: 24)).map { _ in
        random.next(below: 4) == 0
          ? UInt8(random.next(below: 256)) : likely[random.next(below: likely.count)]
      }
      var typing = Typing()
      typing.read(bytes)
      for _ in 0..<3 where typing.timeout != nil { typing.wait() }
      // What ends a paste, a string and a sequence: then a key is a key.
      typing.read("\u{1B}[201~\u{18}")
      typing.wait()
      let count = typing.events.count
      typing.read("q")
      #expect(typing.events.dropFirst(count) == [.key(.character("q"))], "\(bytes), \(random)")
    }
  }

  @Test(arguments: ["\u{1B}P>|wjq", "\u{1B}]11;wjq", "\u{1B}_Gwjq", "\u{1B}^wjq", "\u{1B}Xwjq"])
  func whatHasNoEndEndsWhenNothingComes(_ start: String) {
    var typing = Typing()
    typing.read(start)
    typing.read(String(repeating: "dxw ", count: 5_000))
    #expect(typing.events.isEmpty)
    #expect(typing.timeout == 500)
    typing.wait()
    typing.read("q")
    #expect(typing.events == .keys("q"))
  }

  @Test func aSequenceThatIsTooLongMeansNothing() {
    let long = "\u{1B}[" + String(repeating: "1;", count: 5_000)
    #expect(Typing.events(long + "A") == [])
    #expect(Typing.events(long + "Aq") == .keys("q"))
    #expect(Typing.events(long + "\u{1B}[A") == [.key(.up)])
  }

  @Test func anEscapeCutsAStringOff() {
    #expect(Typing.events("\u{1B}]11;rgb:\u{1B}[B") == [.key(.down)])
    #expect(Typing.events("\u{1B}P>|x\u{18}q") == .keys("q"))
    #expect(Typing.events("\u{1B}]2;x\u{1B}\u{1B}\\q") == .keys("q"))
    // The middle of a character is no end.
    #expect(Typing.events("\u{1B}]l\u{271C}wq\u{7}") == [])
    #expect(
      Typing.events([0x9D, 0x6C, 0x77, 0x9C, 0x71], charset: .latin1) == .keys("q"),
      "ST in one byte")
  }

  @Test func escapeAndASequenceAtOnceAreOneKey() {
    #expect(Typing.events("\u{1B}\u{1B}[C") == [.key(.controlRight)])
    #expect(Typing.events("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    // What is no key does not take Escape away.
    #expect(Typing.events("\u{1B}\u{1B}]11;rgb:0/0/0\u{7}") == [.key(.escape)])
    #expect(Typing.events("\u{1B}\u{1B}[?62;c") == [.key(.escape)])
    #expect(Typing.events("\u{1B}\u{1B}[200~x\u{1B}[201~") == [.key(.escape), .paste("x")])
    #expect(Typing.events("\u{1B}\r") == [.key(.escape), .key(.enter)])
  }

  @Test func theEscapeKeyWaitsForTheRestOfASequenceOnlyShortly() {
    var typing = Typing()
    typing.read("\u{1B}")
    #expect(typing.timeout == 25)
    typing.wait()
    #expect(typing.events == [.key(.escape)])
    typing.read("x")
    #expect(typing.events == [.key(.escape), .key(.character("x"))])
  }

  @Test(arguments: [
    "]11;rgb:ffff/ffff/dddd\u{1B}\\", "P>|XTerm(379)\u{1B}\\", "[?64;1c", "]lwq\u{7}",
  ])
  func aReplyWhoseFirstByteCameTooEarlyPressesEscapeAlone(_ rest: String) {
    var typing = Typing()
    typing.read("\u{1B}")
    typing.wait()
    typing.read(rest)
    typing.wait()
    #expect(typing.events == [.key(.escape)])
  }

  @Test func lettersAfterEscapeAreLetters() {
    var typing = Typing()
    for text in ["\u{1B}", "Px", "\u{1B}", "]", "[", "x"] {
      typing.read(text)
      if text == "\u{1B}" { typing.wait() }
    }
    #expect(
      typing.events == [.key(.escape)] + .keys("Px") + [.key(.escape)] + .keys("][x"))
  }

  @Test func bytesThatAreNoTextAreReplaced() {
    let strange: InputEvent = .key(.character("\u{FFFD}"))
    #expect(Typing.events([0xFF, 0x41]) == [strange] + .keys("A"))
    #expect(Typing.events([0xC3, 0x41]) == [strange] + .keys("A"))
    #expect(Typing.events([0xE2, 0x82]) == [strange])
    #expect(Typing.events([0xED, 0xA0, 0x80]) == [strange])
    #expect(Typing.events([0xE9], charset: .latin1) == .keys("\u{E9}"))
  }

  @Test func keysOfAnotherKindOfTerminalAreReadFromItsEntry() {
    let wyse = TerminfoKeys([
      ([0x0B], .up), (Array("\u{1}@\r".utf8), .function(1)), (Array("\u{1B}J".utf8), .pageUp),
      (Array("\u{1B}[M".utf8), .function(2)), (Array("x".utf8), .home),
    ])
    var typing = Typing(terminfo: wyse)
    typing.read("\u{B}\u{1}")
    #expect(typing.timeout == 25)
    typing.read("@\r\u{1B}J\u{1B}[Mx")
    #expect(
      typing.events == [.key(.up), .key(.function(1)), .key(.pageUp), .key(.function(2))]
        + .keys("x"))
    typing.read("\u{1}")
    typing.wait()
    #expect(typing.events.last == .key(.control("a")))
  }

  @Test func controlZIsAKeyWhereNothingCanBeStopped() {
    var typing = Typing(suspendByte: nil)
    typing.read("\u{1A}")
    #expect(typing.events == [.key(.control("z"))])
  }

  @Test func oneControlCDropsAPasteAndTwoEndIt() {
    var typing = Typing()
    typing.read("\u{1B}[200~abc")
    typing.interrupt()
    typing.read("wq\u{1B}[201~x")
    #expect(typing.events == .keys("x"))
    typing.read("\u{1B}[200~abc")
    typing.interrupt()
    typing.interrupt()
    typing.read("y")
    #expect(typing.events == .keys("xy"))
  }
}
