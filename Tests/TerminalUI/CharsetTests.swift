import TerminalUI
import Testing

/// What a locale's name says about its characters, and what keys are called.
@Suite struct CharsetTests {
  @Test(arguments: [
    ("UTF-8", Charset.utf8), ("utf8", .utf8), ("ISO-8859-1", .latin1), ("ISO8859-1", .latin1),
    ("ISO-8859-15", .latin1), ("ANSI_X3.4-1968", .ascii), ("KOI8-R", .ascii), ("", .ascii),
  ])
  func codesetNamesAreKnown(name: String, charset: Charset) {
    #expect(Charset(codeset: name) == charset)
  }

  @Test(arguments: [
    (Key.space, "Space"), (.character("/"), "/"), (.control("r"), "Ctrl-R"), (.alt("v"), "Alt-v"),
    (.enter, "Enter"), (.escape, "Esc"), (.backTab, "Shift-Tab"), (.pageDown, "PgDn"),
    (.function(1), "F1"),
  ])
  func keysHaveTheNameThatStandsOnThem(key: Key, name: String) {
    #expect(key.name == name)
  }

  @Test func aRectangleHoldsItsCellsAndNoOthers() {
    let rect = Rect(row: 1, column: 2, rows: 2, columns: 3)
    #expect(rect.contains(Point(row: 1, column: 2)) && rect.contains(Point(row: 2, column: 4)))
    #expect(!rect.contains(Point(row: 3, column: 2)) && !rect.contains(Point(row: 1, column: 5)))
    #expect(Rect(row: 0, column: 0, rows: -1, columns: -1).size == Size(rows: 0, columns: 0))
  }
}
