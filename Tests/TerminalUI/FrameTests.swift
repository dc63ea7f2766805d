import TerminalUI
import TestSupport
import Testing

/// Writing into a frame, at its edges above all.
@Suite struct FrameTests {
  init() throws { try #require(Locale.isUTF8) }

  private func frame(_ columns: Int = 6, rows: Int = 2) -> Frame {
    Frame(size: Size(rows: rows, columns: columns))
  }

  private func cells(_ frame: Frame, row: Int = 0) -> [String] { frame.row(row).map(\.text) }

  @Test func textStandsWhereItIsWritten() {
    var frame = frame()
    let end = frame.write("abc", row: 1, column: 2, style: .bold)
    #expect(end == 5)
    #expect(frame.text == "\n  abc")
    #expect(frame.row(1).map(\.style) == [.plain, .plain, .bold, .bold, .bold, .plain])
  }

  @Test func aWideLetterTakesTwoCells() {
    var frame = frame()
    #expect(frame.write("漢b", row: 0, column: 1) == 4)
    #expect(cells(frame) == [" ", "漢", "", "b", " ", " "])
  }

  // MARK: - Edges

  @Test func whatLiesOutsideIsDropped() {
    var frame = frame()
    let blank = frame
    for row in [-1, 2, 99] { frame.write("abc", row: row, column: 0) }
    frame.write("abc", row: 0, column: -3)
    frame.write("abc", row: 0, column: 6)
    frame.write("abc", row: 0, column: 99)
    frame.write("abc", row: 0, column: 0, columns: 0)
    frame.write("abc", row: 0, column: 0, columns: -4)
    frame.fill("x", row: 5, column: 0, columns: 3)
    frame.fill("x", row: 0, column: 2, columns: -1)
    frame.highlight(row: -1, column: 0, columns: 3, attributes: .bold)
    frame.highlight(row: 0, column: 9, columns: 3, attributes: .bold)
    #expect(frame == blank)
  }

  @Test func textIsCutAtBothEdges() {
    var frame = frame(3)
    frame.write("abcdef", row: 0, column: -2)
    #expect(frame.text(row: 0) == "cde")
  }

  @Test func aWideLetterSplitAtTheRightEdgeBecomesASpace() {
    var frame = frame(4)
    frame.fill("x", row: 0, column: 0, columns: 4)
    #expect(frame.write("a漢字", row: 0, column: 0) == 4)
    #expect(cells(frame) == ["a", "漢", "", " "])
  }

  @Test func aWideLetterSplitAtTheLeftEdgeBecomesASpace() {
    var frame = frame(4)
    frame.fill("x", row: 0, column: 0, columns: 4)
    frame.write("漢b", row: 0, column: -1)
    #expect(cells(frame) == [" ", "b", "x", "x"])
  }

  @Test func aLimitCutsBeforeTheEdge() {
    var frame = frame()
    #expect(frame.write("abcdef", row: 0, column: 1, columns: 3) == 4)
    #expect(frame.text(row: 0) == " abc")
    #expect(frame.write("漢字", row: 1, column: 0, columns: 3) == 3)
    #expect(cells(frame, row: 1) == ["漢", "", " ", " ", " ", " "])
  }

  @Test func writingOverHalfAWideLetterLeavesASpace() {
    var first = frame(4)
    first.write("漢字", row: 0, column: 0)
    first.write("x", row: 0, column: 1)
    #expect(cells(first) == [" ", "x", "字", ""])
    var second = frame(4)
    second.write("漢字", row: 0, column: 0)
    second.write("x", row: 0, column: 2)
    #expect(cells(second) == ["漢", "", "x", " "])
    var third = frame(4)
    third.write("漢字", row: 0, column: 0)
    third.write("中", row: 0, column: 1)
    #expect(cells(third) == [" ", "中", "", " "])
  }

  @Test func aFrameWithoutCellsTakesAnyWriting() {
    var frame = Frame(size: Size(rows: 0, columns: -3))
    frame.write("abc", row: 0, column: 0)
    frame.clear(Rect(row: 0, column: 0, rows: 4, columns: 4))
    #expect(frame.cells.isEmpty && frame.text.isEmpty && frame.row(0).isEmpty)
  }

  // MARK: - Parts of a row

  @Test func fittedTextIsCutWithAnEllipsis() {
    var frame = frame(9)
    #expect(frame.writeFitted("orders.view", row: 0, column: 1, columns: 6) == 7)
    #expect(frame.text(row: 0) == " order…")
  }

  @Test func aHighlightKeepsTextAndHue() {
    var frame = frame(4)
    frame.write("ab", row: 0, column: 0, style: Style(.red))
    frame.highlight(row: 0, column: -1, columns: 3, attributes: .reverse)
    #expect(
      frame.row(0).map(\.style)
        == [Style(.red, .reverse), Style(.red, .reverse), .plain, .plain])
    #expect(frame.text(row: 0) == "ab")
  }

  @Test func clearingARectangleLeavesTheRest() {
    var frame = frame(3, rows: 3)
    for row in 0..<3 { frame.fill("x", row: row, column: 0, columns: 3) }
    frame.clear(Rect(row: 1, column: 1, rows: 9, columns: 9))
    #expect(frame.text == "xxx\nx\nx")
  }

  @Test func aRectangleIsTakenOverFromAnotherFrame() {
    var (first, second) = (frame(4, rows: 3), frame(4, rows: 3))
    for row in 0..<3 { second.fill("x", row: row, column: 0, columns: 4, style: .bold) }
    first.copy(Rect(row: 1, column: 2, rows: 9, columns: 9), from: second)
    #expect(first.text == "\n  xx\n  xx")
    #expect(first.row(1).map(\.style) == [.plain, .plain, .bold, .bold])
    let before = first
    for rect in [
      Rect(row: 7, column: 0, rows: 2, columns: 2), Rect(row: 0, column: 7, rows: 2, columns: 2),
      Rect(row: -5, column: -5, rows: 2, columns: 2),
    ] {
      first.copy(rect, from: second)
    }
    first.copy(Rect(first.size), from: frame(9))
    #expect(first == before)
  }

  // MARK: - Widths

  @Test func theWidthOfATextIsWhatAFrameGivesIt() {
    for seed in UInt64(1)...1000 {
      var random = SeededRandom(seed: seed)
      let text = HostileText.make(&random)
      let charset = SanitizerTests.charsets.randomElement(using: &random) ?? .utf8
      var frame = Frame(size: Size(rows: 1, columns: 300), charset: charset)
      let end = frame.write(text, row: 0, column: 0)
      #expect(end == TextWidth.columns(of: text, charset: charset), "seed \(seed)")
    }
  }

  @Test func plainTextIsWrittenAsItsLettersAre() {
    for seed in UInt64(1)...500 {
      var random = SeededRandom(seed: seed)
      var whole = Frame(size: Size(rows: 1, columns: 12))
      whole.write("漢字漢字漢字", row: 0, column: Int.random(in: 0...1, using: &random))
      var single = whole
      let text = "stores.orders.view".prefix(Int.random(in: 0...18, using: &random))
      let column = Int.random(in: -4...13, using: &random)
      let columns = Int.random(in: 0...14, using: &random)
      let end = whole.write(String(text), row: 0, column: column, style: .bold, columns: columns)
      var place = column
      for letter in text where place < min(12, column + columns) {
        single.write(String(letter), row: 0, column: place, style: .bold)
        place += 1
      }
      #expect(whole == single, "seed \(seed)")
      #expect(end == place, "seed \(seed)")
    }
  }

  @Test func noHalfOfAWideLetterEverStandsAlone() {
    for seed in UInt64(1)...500 {
      var random = SeededRandom(seed: seed)
      var frame = Frame(size: Size(rows: 1, columns: 12))
      for _ in 0..<6 {
        frame.write(
          HostileText.make(&random, maximum: 5), row: 0,
          column: Int.random(in: -4...13, using: &random),
          columns: Int.random(in: 0...14, using: &random))
      }
      let row = cells(frame)
      for (column, text) in row.enumerated() {
        let isWide = TextWidth.columns(of: text) == 2
        let hasHalf = column + 1 < row.count && row[column + 1].isEmpty
        #expect(isWide == hasHalf, "seed \(seed), column \(column)")
      }
    }
  }
}
