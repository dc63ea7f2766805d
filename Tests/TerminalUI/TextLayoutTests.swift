import TerminalUI
import TestSupport
import Testing

/// Cutting and wrapping by columns.
@Suite struct TextLayoutTests {
  init() throws { try #require(Locale.isUTF8) }

  private func fit(_ text: String, _ columns: Int, _ charset: Charset = .utf8) -> String {
    TextLayout.fit(text, columns: columns, charset: charset)
  }

  // MARK: - Fitting

  @Test func whatFitsIsLeftWhole() {
    #expect(fit("orders", 6) == "orders")
    #expect(fit("漢字", 4) == "漢字")
    #expect(fit("", 3) == "")
  }

  @Test func whatIsCutEndsInAnEllipsis() {
    #expect(fit("orders", 5) == "orde…")
    #expect(fit("orders", 1) == "…")
    #expect(fit("orders", 5, .ascii) == "orde~")
    #expect(fit("orders", 5, .latin1) == "orde~")
  }

  @Test func wideLettersAreNotSplit() {
    #expect(fit("漢字漢", 5) == "漢字…")
    #expect(fit("漢字漢", 4) == "漢…")
    #expect(fit("漢字漢", 2) == "…")
  }

  @Test func noColumnsHoldNothing() {
    #expect(fit("orders", 0) == "")
    #expect(fit("orders", -3) == "")
  }

  @Test func nothingIsEverWiderThanAsked() {
    for seed in UInt64(1)...2000 {
      var random = SeededRandom(seed: seed)
      let text = HostileText.make(&random)
      let columns = Int.random(in: 0...20, using: &random)
      let charset = SanitizerTests.charsets.randomElement(using: &random) ?? .utf8
      let whole = TextWidth.columns(of: text, charset: charset)
      let fitted = fit(text, columns, charset)
      #expect(TextWidth.columns(of: fitted, charset: charset) <= columns, "seed \(seed)")
      if whole <= columns {
        #expect(fitted == Sanitizer.sanitize(text, charset: charset), "seed \(seed)")
      }
      for line in TextLayout.wrap(text, columns: columns, charset: charset) {
        #expect(TextWidth.columns(of: line, charset: charset) <= columns, "seed \(seed)")
      }
    }
  }

  // MARK: - Wrapping

  @Test func linesBreakBetweenWords() {
    #expect(
      TextLayout.wrap("goods leave unpaid", columns: 11, charset: .utf8)
        == ["goods leave", "unpaid"])
  }

  @Test(arguments: [
    ("goods leave", ["goods leave"]), ("goods  leave", ["goods leave"]), (" goods", ["goods"]),
    ("goods ", ["goods"]), ("", [""]), (" ", [""]),
  ])
  func oneSpaceStandsBetweenWordsAndNoneAtTheEnds(text: String, lines: [String]) {
    for columns in [11, 12, 40] {
      #expect(TextLayout.wrap(text, columns: columns, charset: .utf8) == lines)
    }
  }

  @Test func longWordsBreakInside() {
    #expect(
      TextLayout.wrap("a stores.orders b", columns: 6, charset: .utf8)
        == ["a", "stores", ".order", "s b"])
  }

  @Test func pathsBreakBehindTheirSigns() {
    #expect(
      TextLayout.wrap("/stores/{id}/orders", columns: 15, charset: .utf8)
        == ["/stores/{id}/", "orders"])
    #expect(
      TextLayout.wrap("a.bcdefghijkl", columns: 8, charset: .utf8) == ["a.bcdefg", "hijkl"])
  }

  @Test func lineBreaksStand() {
    #expect(TextLayout.wrap("a\n\nb", columns: 9, charset: .utf8) == ["a", "", "b"])
  }

  @Test func wideWordsBreakBetweenLetters() {
    #expect(TextLayout.wrap("漢字漢", columns: 3, charset: .utf8) == ["漢", "字", "漢"])
    #expect(TextLayout.wrap("漢", columns: 1, charset: .utf8) == ["?"])
  }

  @Test func noWordIsLost() {
    for seed in UInt64(1)...500 {
      var random = SeededRandom(seed: seed)
      let words = (0..<8).map { _ in
        String(repeating: "w", count: Int.random(in: 1...9, using: &random))
      }
      let lines = TextLayout.wrap(words.joined(separator: " "), columns: 9, charset: .utf8)
      #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words, "seed \(seed)")
    }
  }

  @Test("Text of a column a byte is wrapped as any other text is")
  func plainTextAndOtherText() {
    var random = SeededRandom()
    let seed = "\(random)"
    for _ in 0..<2000 {
      let letters = (0..<1 + random.next(below: 60)).map { _ in
        random.next(below: 4) == 0 ? " " : "w"
      }
      let text = letters.joined()
      let columns = 1 + random.next(below: 14)
      // The same text in letters that are measured one by one.
      let other = TextLayout.wrap(
        text.replacing("w", with: "\u{E9}"), columns: columns, charset: .utf8)
      let lines = TextLayout.wrap(text, columns: columns, charset: .utf8)
      #expect(
        lines == other.map { $0.replacing("\u{E9}", with: "w") },
        "\(text.debugDescription) in \(columns) columns, \(seed)")
    }
  }
}
