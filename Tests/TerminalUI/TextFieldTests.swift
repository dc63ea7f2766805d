import TerminalUI
import TestSupport
import Testing

/// The keys of a line of text; `|` marks the cursor.
@Suite struct TextFieldTests {
  init() throws { try #require(Locale.isUTF8) }

  private func field(_ marked: String) -> TextField {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var field = TextField(parts.joined())
    while field.cursor > parts[0].count { _ = field.handle(.left) }
    return field
  }

  private func marked(_ field: TextField) -> String {
    let text = Array(field.text)
    return String(text[..<field.cursor]) + "|" + String(text[field.cursor...])
  }

  private func after(_ keys: [Key], in start: String) -> String {
    var field = field(start)
    for key in keys { _ = field.handle(key) }
    return marked(field)
  }

  // MARK: - Keys

  @Test(arguments: [
    (Key.left, "ab|c", "a|bc"), (.left, "|abc", "|abc"), (.control("b"), "ab|", "a|b"),
    (.right, "a|bc", "ab|c"), (.right, "abc|", "abc|"), (.control("f"), "|ab", "a|b"),
    (.home, "ab|c", "|abc"), (.control("a"), "ab|", "|ab"),
    (.end, "a|bc", "abc|"), (.control("e"), "|ab", "ab|"),
    (.alt("b"), "one two.three|", "one two.|three"), (.alt("b"), "one  |two", "|one  two"),
    (.alt("f"), "one| two.three", "one two|.three"), (.alt("f"), "one|", "one|"),
    (.character("x"), "a|b", "ax|b"), (.character("é"), "|", "é|"),
  ])
  func keyMovesOrTypes(key: Key, before: String, after expected: String) {
    #expect(after([key], in: before) == expected)
  }

  @Test(arguments: [
    (Key.backspace, "ab|c", "a|c"), (.backspace, "|abc", "|abc"),
    (.delete, "a|bc", "a|c"), (.delete, "abc|", "abc|"), (.control("d"), "a|bc", "a|c"),
    (.control("w"), "one two|", "one |"), (.control("w"), "one two  |x", "one |x"),
    (.control("w"), "one two.three|", "one |"), (.alt("\u{7F}"), "one two.three|", "one two.|"),
    (.alt("\u{7F}"), "one two|", "one |"), (.alt("d"), "one| two three", "one| three"),
    (.control("u"), "ab|c", "|c"), (.control("k"), "ab|c", "ab|"),
  ])
  func keyRemoves(key: Key, before: String, after expected: String) {
    #expect(after([key], in: before) == expected)
  }

  @Test(arguments: [Key.alt("\u{7F}"), .alt("b")])
  func wordKeysTakeLettersAndDigitsOfAnyScript(key: Key) {
    #expect(after([key, .control("k")], in: "a.中文1|") == "a.|")
    #expect(after([key, .control("k")], in: "x 2é|") == "x |")
  }

  @Test func whatIsKilledCanBeYanked() {
    #expect(after([.control("w"), .home, .control("y")], in: "one two|") == "two|one ")
    #expect(after([.control("k"), .control("y"), .control("y")], in: "a|bc") == "abcbc|")
    #expect(after([.control("y")], in: "a|") == "a|")
  }

  @Test func deletedLettersAreNotYanked() {
    #expect(after([.backspace, .control("y")], in: "ab|") == "a|")
  }

  @Test(arguments: [
    Key.enter, .escape, .tab, .backTab, .up, .down, .pageUp, .function(1), .control("c"),
    .control("g"), .alt("x"), .insert,
  ])
  func otherKeysAreLeftToOthers(key: Key) {
    var field = field("ab|c")
    let response = field.handle(key)
    #expect(response == .ignored)
    #expect(marked(field) == "ab|c")
  }

  // MARK: - Text from elsewhere

  @Test func aPasteOfLinesBecomesOneLine() {
    var field = field("<|>")
    field.insert("one\ntwo\tthree\r\nfour\u{2028}five\u{85}six")
    #expect(marked(field) == "<one two three  four five six|>")
  }

  @Test func controlsAreLeftOutOfAPaste() {
    var field = TextField()
    field.insert("\u{1B}[31mred\u{1B}[0m\u{0}\u{7F}\u{9B}")
    #expect(field.text == "[31mred[0m")
    let before = field
    field.insert("\u{1B}\u{7}")
    #expect(field == before)
    #expect(TextField("a\nb\u{1B}").text == "a b")
  }

  @Test func aCombiningMarkJoinsTheLetterBefore() {
    #expect(after([.character("\u{301}"), .backspace], in: "xe|y") == "x|y")
    #expect(after([.character("\u{301}")], in: "e|") == "e\u{301}|")
  }

  @Test func aLoneMarkIsOneCharacterAndCanBeRemoved() {
    #expect(after([.character("\u{301}"), .backspace], in: "|y") == "|y")
  }

  @Test func lettersThatMeetAfterARemovalJoin() {
    var field = TextField("\u{301}")
    for key: Key in [.home, .character("e"), .character("x"), .backspace] { _ = field.handle(key) }
    #expect(field.text.count == 1 && field.cursor == 1)
    _ = field.handle(.backspace)
    #expect(field.text.isEmpty)
  }

  @Test func longPastesAreCut() {
    var field = TextField()
    field.insert(String(repeating: "x", count: 100_000))
    #expect(field.text.count == TextField.maximumLength)
    #expect(field.cursor == TextField.maximumLength)
    _ = field.handle(.character("y"))
    #expect(field.text.count == TextField.maximumLength)
    let marks = TextField("e" + String(repeating: "\u{301}", count: 100_000))
    #expect(marks.text.unicodeScalars.count <= TextField.maximumLength)
  }

  @Test func aFullLineRefusesWhatIsTypedAndKeepsWhatItHas() {
    var field = TextField(String(repeating: "x", count: TextField.maximumLength - 1) + "z")
    _ = field.handle(.home)
    let typed = field.handle(.character("y"))
    #expect(typed == .refused("the line is full"))
    let fits = field.insert("pasted")
    #expect(!fits && field.text.hasPrefix("xx") && field.text.hasSuffix("xz"))
    _ = field.handle(.delete)
    let fitsNow = field.insert("y")
    #expect(fitsNow)
    #expect(field.text.hasPrefix("yxx") && field.text.hasSuffix("xz"))
  }

  @Test func whatIsPutBackIntoAFullLineTakesNothingAway() {
    var field = TextField(String(repeating: "x", count: TextField.maximumLength - 3) + " yz")
    _ = field.handle(.control("w"))
    _ = field.handle(.control("y"))
    let again = field.handle(.control("y"))
    #expect(again == .refused("the line is full"))
    #expect(field.text.hasSuffix("x yz"))
  }

  @Test func aLongTextThatIsThereAlreadyIsKeptAndDoesNotGrow() {
    let text = String(repeating: "x", count: 3 * TextField.maximumLength)
    var field = TextField(keeping: text)
    #expect(field.text == text)
    let typed = field.handle(.character("y"))
    #expect(typed == .refused("the line is full"))
    _ = field.handle(.backspace)
    let typedNow = field.handle(.character("y"))
    #expect(typedNow == .handled)
    #expect(field.text == text.dropLast() + "y")
  }

  // MARK: - The window

  @Test func theWindowFollowsTheCursor() {
    #expect(field("abcdef|").window(columns: 4, charset: .utf8) == ("def", 3))
    #expect(field("|abcdef").window(columns: 4, charset: .utf8) == ("abcd", 0))
    #expect(field("ab|").window(columns: 4, charset: .utf8) == ("ab", 2))
    #expect(field("漢字漢|").window(columns: 4, charset: .utf8) == ("漢", 2))
    #expect(field("ab|").window(columns: 0, charset: .utf8) == ("", 0))
  }

  @Test func anyKeysLeaveCursorAndWindowInPlace() {
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("u"), .control("k"),
      .control("y"), .control("_"), .alt("b"), .alt("f"), .alt("d"), .character("a"),
      .character("\u{301}"), .character("漢"), .character("\u{1F1E9}"), .character("\u{200D}"),
    ]
    for seed in UInt64(1)...300 {
      var random = SeededRandom(seed: seed)
      var field = TextField(HostileText.make(&random))
      for _ in 0..<60 {
        if Int.random(in: 0..<6, using: &random) == 0 {
          field.insert(HostileText.make(&random, maximum: 4))
        } else {
          _ = field.handle(keys.randomElement(using: &random) ?? .left)
        }
        let columns = Int.random(in: 0...12, using: &random)
        let (text, cursor) = field.window(columns: columns, charset: .utf8)
        #expect((0...field.text.count).contains(field.cursor), "seed \(seed)")
        #expect(TextWidth.columns(of: text) <= columns, "seed \(seed)")
        #expect(cursor >= 0 && cursor < max(1, columns), "seed \(seed)")
        #expect(!field.text.unicodeScalars.contains { $0.value < 0x20 }, "seed \(seed)")
      }
    }
  }

  // MARK: - The table of keys

  @Test func noKeyHasTwoMeaningsInALineOfText() {
    let keys = TextField.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func controlAndArrowsMoveByWords() {
    var field = TextField("one two three")
    _ = field.handle(.controlLeft)
    _ = field.handle(.controlLeft)
    #expect(field.cursor == 4)
    _ = field.handle(.controlRight)
    #expect(field.cursor == 7)
  }

  @Test(arguments: [
    ("ab", 2, "ba"), ("abc", 1, "bac"), ("a", 1, "a"), ("", 0, ""), ("ab", 0, "ab"),
  ])
  func transposeSwapsAroundTheCursor(text: String, cursor: Int, swapped: String) {
    var field = TextField(text)
    _ = field.handle(.control("a"))
    for _ in 0..<cursor { _ = field.handle(.right) }
    _ = field.handle(.control("t"))
    #expect(field.text == swapped)
    _ = field.handle(.control("_"))
    #expect(field.text == text)
  }

  @Test func transposeKeepsClustersWhole() {
    var field = TextField("e\u{301}\u{6F22}")
    _ = field.handle(.control("t"))
    #expect(field.text == "\u{6F22}e\u{301}")
  }
}
