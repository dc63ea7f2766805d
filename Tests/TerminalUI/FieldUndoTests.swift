import TerminalUI
import TestSupport
import Testing

/// Undo, redo and the kill ring of a line of text.
@Suite struct FieldUndoTests {
  init() throws { try #require(Locale.isUTF8) }

  private func type(_ text: String, into field: inout TextField) {
    for scalar in text.unicodeScalars { _ = field.handle(.character(scalar)) }
  }

  private func press(_ keys: Key..., in field: inout TextField) {
    for key in keys { _ = field.handle(key) }
  }

  /// The texts that a key gives until it gives no other, the present one first.
  private func texts(_ key: Key, _ field: inout TextField) -> [String] {
    var seen = [field.text]
    while field.handle(key) == .handled { seen.append(field.text) }
    return seen
  }

  // MARK: - Steps

  @Test("What is typed is undone by words, the spaces behind a word with it")
  func words() {
    var field = TextField()
    type("marks paid  orders", into: &field)
    #expect(texts(.control("_"), &field) == ["marks paid  orders", "marks paid  ", "marks ", ""])
    #expect(texts(.control("r"), &field) == ["", "marks ", "marks paid  ", "marks paid  orders"])
    #expect(field.cursor == 18)
  }

  @Test("A move ends a step, and is none itself")
  func moves() {
    var field = TextField()
    type("ab", into: &field)
    press(.left, in: &field)
    type("x", into: &field)
    press(.right, .home, .end, in: &field)
    #expect(texts(.control("_"), &field) == ["axb", "ab", ""])
    #expect(field.handle(.control("_")) == .refused("nothing to undo in this line"))
  }

  @Test("Erasing in one go is one step, in each direction")
  func erasing() {
    var field = TextField("one two")
    press(.backspace, .backspace, .backspace, .home, .delete, .control("d"), in: &field)
    #expect(field.text == "e ")
    #expect(texts(.control("_"), &field) == ["e ", "one ", "one two"])
    press(.backspace, in: &field)
    type("a", into: &field)
    press(.backspace, .delete, in: &field)
    #expect(texts(.control("_"), &field) == ["one tw", "one twa", "one tw", "one two"])
  }

  @Test("A paste, a cut, a put and a swap are a step each")
  func wholeSteps() {
    var field = TextField("start ")
    type("x", into: &field)
    field.insert("pasted at once, with spaces")
    type("y", into: &field)
    press(.control("u"), .control("y"), .control("t"), in: &field)
    let put = "start xpasted at once, with spacesy"
    let swapped = "start xpasted at once, with spaceys"
    #expect(
      texts(.control("_"), &field) == [
        swapped, put, "", put, String(put.dropLast()), "start x", "start ",
      ])
  }

  @Test("A change after an undo drops what could be done again")
  func redoIsDropped() {
    var field = TextField("a")
    type("b", into: &field)
    press(.control("_"), in: &field)
    type("c", into: &field)
    #expect(field.handle(.control("r")) == .refused("nothing to redo in this line"))
    #expect(field.text == "ac")
  }

  @Test("Undo and redo put the cursor where it was")
  func cursor() {
    var field = TextField("one two")
    press(.home, .alt("d"), .end, .control("_"), in: &field)
    #expect(field.text == "one two" && field.cursor == 0)
    press(.end, .control("r"), in: &field)
    #expect(field.text == " two" && field.cursor == 0)
  }

  @Test("Clusters come back whole, however they were typed")
  func clusters() {
    var field = TextField("x")
    type("e\u{301}\u{6F22}", into: &field)
    press(.backspace, .backspace, in: &field)
    #expect(field.text == "x" && field.cursor == 1)
    press(.control("_"), in: &field)
    #expect(field.text == "xe\u{301}\u{6F22}" && field.cursor == 3)
  }

  @Test("Whatever was done, undo leads back to the start, and redo to the end", arguments: 1...60)
  func everything(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let start = HostileText.make(&random, maximum: 12)
    var field = TextField(start)
    let first = field.text
    let keys: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("u"), .control("k"),
      .control("y"), .alt("y"), .control("t"), .alt("d"), .alt("\u{7F}"), .character("a"),
      .character(" "), .character("\u{301}"), .character("\u{6F22}"), .control("_"), .control("r"),
    ]
    for _ in 0..<120 {
      if Int.random(in: 0..<8, using: &random) == 0 {
        field.insert(HostileText.make(&random, maximum: 4))
      } else {
        _ = field.handle(keys.randomElement(using: &random) ?? .left)
      }
    }
    while field.handle(.control("r")) == .handled {}
    let last = field.text
    let back = texts(.control("_"), &field)
    #expect(field.text == first, "seed \(seed)")
    let forth = texts(.control("r"), &field)
    #expect(field.text == last && back == forth.reversed(), "seed \(seed)")
  }

  // MARK: - Cutting and putting

  @Test("Cuts that follow each other at once are put in as one")
  func joinedCuts() {
    var field = TextField("one two three four")
    press(.control("w"), .control("w"), in: &field)
    #expect(field.text == "one two ")
    press(.home, .alt("d"), .control("k"), .control("y"), in: &field)
    #expect(field.text == "one two ", "a cut to the right goes behind the one before")
    press(.control("u"), .home, .alt("y"), in: &field)
    #expect(field.handle(.alt("y")) == .refused("only at once after Ctrl-Y"))
  }

  @Test("Alt-Y goes back to what was cut before, as the same step")
  func earlierCuts() {
    var field = TextField("one two")
    press(.control("w"), .left, .control("u"), in: &field)
    #expect(field.text == " ")
    press(.control("y"), in: &field)
    #expect(field.text == "one ")
    press(.alt("y"), in: &field)
    #expect(field.text == "two ")
    press(.alt("y"), in: &field)
    #expect(field.text == "one ")
    press(.control("_"), in: &field)
    #expect(field.text == " ")
  }

  @Test("The ring goes along to another line")
  func sharedRing() {
    var field = TextField("shared")
    press(.control("u"), in: &field)
    var other = TextField("is ")
    #expect(other.handle(.control("y")) == .refused("nothing was cut yet"))
    other.kills = field.kills
    press(.control("y"), in: &other)
    #expect(other.text == "is shared")
  }

  // MARK: - The mouse

  @Test(
    "A click puts the cursor on a character, wide ones and scrolled text as well",
    arguments: [
      ("abc", 10, 1, 1), ("abc", 10, 9, 3), ("\u{6F22}b", 10, 1, 0), ("\u{6F22}b", 10, 2, 1),
      ("abcdef", 4, 0, 3), ("e\u{301}x", 10, 1, 1), ("", 4, 2, 0),
    ])
  func click(text: String, columns: Int, column: Int, place: Int) {
    var field = TextField(text)
    field.moveCursor(toColumn: column, columns: columns, charset: .utf8)
    #expect(field.cursor == place)
  }
}
