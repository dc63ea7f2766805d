import TerminalUI
import TestSupport
import Testing

/// What comes out of the gate between text from outside and a terminal.
@Suite struct SanitizerTests {
  static let charsets: [Charset] = [.utf8, .latin1, .ascii]

  init() throws { try #require(Locale.isUTF8) }

  private func sanitized(_ text: String, _ charset: Charset = .utf8) -> String {
    Sanitizer.sanitize(text, charset: charset)
  }

  // MARK: - Control characters

  @Test func controlCharactersBecomePicturesInUTF8() {
    for value in UInt8(0)..<0x20 {
      let picture = Unicode.Scalar(0x2400 + UInt32(value)).map { String($0) }
      #expect(sanitized(String(Unicode.Scalar(value))) == picture)
    }
    #expect(sanitized("\u{7F}") == "\u{2421}")
  }

  @Test(arguments: [Charset.latin1, .ascii])
  func controlCharactersBecomeCaretNotationElsewhere(charset: Charset) {
    #expect(sanitized("\u{0}", charset) == "^@")
    #expect(sanitized("\u{1B}[31m", charset) == "^[[31m")
    #expect(sanitized("\u{1F}", charset) == "^_")
    #expect(sanitized("\u{7F}", charset) == "^?")
  }

  @Test(arguments: charsets) func secondControlSetIsSpelledOut(charset: Charset) {
    #expect(sanitized("\u{85}", charset) == "<U+0085>")
    #expect(sanitized("\u{9B}2J", charset) == "<U+009B>2J")
  }

  @Test(arguments: charsets) func aWindowsLineEndIsTwoVisibleSigns(charset: Charset) {
    #expect(sanitized("a\r\nb", charset) == (charset == .utf8 ? "a␍␊b" : "a^M^Jb"))
  }

  @Test func lineBreaksStandWhereLinesAreAskedFor() {
    #expect(Sanitizer.sanitizeLines("a\u{1B}\n\nb") == "a␛\n\nb")
  }

  @Test(arguments: ["3", "#", "*", "\u{A9}", "\u{AE}"])
  func whatHidesIsShownBehindADigitOrASignToo(sign: String) {
    #expect(sanitized("s\(sign)\u{200D}.view") == "s\(sign)<U+200D>.view")
    #expect(sanitized("s\(sign)\u{FE0F}.view") == "s\(sign)<U+FE0F>.view")
  }

  @Test func aKeycapIsShown() {
    #expect(sanitized("1\u{FE0F}\u{20E3}") == "1\u{20E3}")
  }

  // MARK: - What hides

  @Test(arguments: [
    "200B", "200C", "200D", "200E", "200F", "2028", "2029", "202A", "202B", "202C", "202D", "202E",
    "2060", "2066", "2067", "2068", "2069", "FEFF", "00AD", "034F", "3164", "115F", "FE0F",
    "E0067", "E0101", "E000", "FFFF",
  ])
  func whatHidesOrTurnsTextIsSpelledOut(code: String) throws {
    let value = try #require(UInt32(code, radix: 16))
    let scalar = try #require(Unicode.Scalar(value))
    for charset in Self.charsets {
      #expect(sanitized("a\(scalar)b", charset) == "a<U+\(code)>b", "\(charset)")
    }
  }

  @Test func twoIdsThatLookAlikeDoNotStayAlike() {
    #expect(sanitized("stores.view\u{FE0F}") != "stores.view")
    #expect(sanitized("stores\u{200D}.view") != "stores.view")
  }

  // MARK: - Marks and composition

  @Test func aLoneCombiningMarkStandsOnASpace() {
    #expect(sanitized("\u{301}") == " \u{301}")
    #expect(TextWidth.columns(of: "\u{301}") == 1)
  }

  @Test func lettersAndMarksAreComposed() {
    #expect(Array(sanitized("e\u{301}").unicodeScalars) == ["\u{E9}"])
    #expect(Array(sanitized("\u{1100}\u{1161}\u{11A8}").unicodeScalars) == ["\u{AC01}"])
  }

  @Test func atMostFourMarksStayOnALetter() {
    let tower = "x" + String(repeating: "\u{323}", count: 50)
    #expect(sanitized(tower).unicodeScalars.count == 5)
    #expect(TextWidth.columns(of: tower) == 1)
  }

  @Test func lettersOutsideTheCharsetBecomeQuestionMarks() {
    #expect(sanitized("naïve 漢 €", .latin1) == "naïve ? ?")
    #expect(sanitized("nai\u{308}ve", .latin1) == "naïve")
    #expect(sanitized("naïve 漢", .ascii) == "na?ve ?")
  }

  // MARK: - Emoji

  @Test func clustersOfEmojiKeepTheirFirst() {
    #expect(sanitized("👩‍👩‍👧!") == "👩!")
    #expect(sanitized("👍🏽!") == "👍!")
    #expect(sanitized("❤\u{FE0F}!") == "❤!")
    #expect(sanitized("👩‍👩‍👧!", .ascii) == "?!")
  }

  @Test func whatStandsBehindASecondEmojiIsShown() {
    #expect(sanitized("👩‍👩\u{301}!") == "👩\u{301}!")
    #expect(sanitized("👩‍👩\u{903}!") == "👩\u{903}!")
    #expect(sanitized("👩‍👩\u{E0061}\u{E0062}") == "👩<U+E0061><U+E0062>")
    #expect(sanitized("👍🏽\u{FE0F}\u{FE0F}\u{FE0E}") == "👍<U+FE0F><U+FE0E>")
    #expect(sanitized("👍🏽🏿") == "👍<U+1F3FF>")
    #expect(sanitized("👩\u{200D}a") == "👩<U+200D>a")
    #expect(sanitized("🏴\u{E0067}\u{E007F}x") == "🏴<U+E0067><U+E007F>x")
  }

  @Test func aLongClusterIsReadInOnePass() {
    // A quadratic reading of it takes minutes.
    for text in ["\u{323}\u{301}", "👩\u{200D}", "🇩", "\u{1100}\u{1161}", "\u{903}"] {
      #expect(!sanitized("a" + String(repeating: text, count: 200_000)).isEmpty)
    }
  }

  @Test func flagsBecomeTheirLetters() {
    #expect(sanitized("🇩🇪🇫🇷") == "DEFR")
    #expect(TextWidth.columns(of: "🇩🇪") == 2)
  }

  @Test func wideLettersTakeTwoColumns() {
    #expect(sanitized("漢字") == "漢字")
    #expect(TextWidth.columns(of: "漢字") == 4)
    #expect(TextWidth.columns(of: "漢字", charset: .ascii) == 2)
  }

  // MARK: - Every scalar there is

  @Test(arguments: charsets) func noScalarBringsOutAControlOrNothing(charset: Charset) {
    var leaks: [UInt32] = []
    // All planes that hold anything, and samples of those that hold nothing.
    let values: [UInt32] =
      Array(0..<0x33500) + Array(0xE0000..<0xE1000)
      + Array(stride(from: 0x33500, through: 0x10FFFF, by: 97))
    for value in values {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var sum = 0
      var isGood = true
      Sanitizer.forEachCluster(of: String(scalar), charset: charset) { cluster, columns in
        sum += columns
        isGood = isGood && (1...2).contains(columns) && !cluster.isEmpty
        isGood = isGood && cluster.text.unicodeScalars.allSatisfy { isAllowed($0, charset) }
        return true
      }
      if sum == 0 || !isGood { leaks.append(value) }
    }
    #expect(leaks.isEmpty, "\(leaks.prefix(20).map { String($0, radix: 16) })")
  }

  @Test(arguments: charsets) func sanitizedTextIsLeftAsItIs(charset: Charset) {
    for seed in UInt64(1)...2000 {
      var random = SeededRandom(seed: seed)
      let once = sanitized(HostileText.make(&random), charset)
      #expect(Array(sanitized(once, charset).utf8) == Array(once.utf8), "seed \(seed)")
      #expect(once.unicodeScalars.allSatisfy { isAllowed($0, charset) }, "seed \(seed)")
    }
  }

  private func isAllowed(_ scalar: Unicode.Scalar, _ charset: Charset) -> Bool {
    guard scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) else { return false }
    switch charset {
    case .utf8: return ![.format, .control].contains(scalar.properties.generalCategory)
    case .latin1: return scalar.value <= 0xFF
    case .ascii: return scalar.value < 0x7F
    }
  }
}
