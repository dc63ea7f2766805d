import CLocale
import TerminalUI
import TestSupport
import Testing

@testable import Curses

/// What is written for a frame, onto a canvas that keeps it.
@Suite struct FramePainterTests {
  private final class Paper: FrameCanvas {
    struct Spot: Equatable {
      var text: String
      var attributes: UInt32
      var pair: Int32
    }

    var rows: [[Spot]] = []
    var writes: [String] = []
    let size: Size

    init(_ size: Size) {
      self.size = size
      rows = Array(repeating: Array(repeating: Self.blank, count: size.columns), count: size.rows)
    }

    static let blank = Spot(text: " ", attributes: 0, pair: 0)

    func blank() { for row in rows.indices { blank(row: row) } }

    func blank(row: Int) {
      writes.append("row \(row)")
      rows[row] = Array(repeating: Self.blank, count: size.columns)
    }

    func put(_ ascii: [UInt8], row: Int, column: Int, _ look: Look) {
      let text = String(decoding: ascii, as: UTF8.self)
      writes.append("\(column):\(text)")
      for (offset, scalar) in text.unicodeScalars.enumerated() {
        rows[row][column + offset] = Spot(
          text: String(scalar), attributes: look.attributes, pair: look.pair)
      }
    }

    func put(_ glyph: Glyph, row: Int, column: Int, _ look: Look) {
      writes.append("\(column):\(glyph.text)")
      rows[row][column] = Spot(text: glyph.text, attributes: look.attributes, pair: look.pair)
    }
  }

  private let size = Size(rows: 3, columns: 20)

  /// The width of a character is what the locale says.
  init() throws { try #require(keywright_adopt_utf8_locale() != 0) }

  private func painter(_ size: Size) -> (FramePainter<Paper>, Paper) {
    let paper = Paper(size)
    return (FramePainter(.indexed, on: paper), paper)
  }

  @Test func anEqualFrameWritesNothing() {
    let (fresh, paper) = painter(size)
    var painter = fresh
    var frame = Frame(size: size)
    frame.write("hello", row: 1, column: 2)
    let isPainted = painter.paint(frame, onto: size)
    #expect(isPainted)
    paper.writes = []
    let isEqualPainted = painter.paint(frame, onto: size)
    #expect(!isEqualPainted)
    #expect(paper.writes == [])
    painter.forget()
    let isPaintedAgain = painter.paint(frame, onto: size)
    #expect(isPaintedAgain)
    #expect(!paper.writes.isEmpty)
  }

  @Test func onlyRowsThatChangedAreWritten() {
    let (fresh, paper) = painter(size)
    var painter = fresh
    var frame = Frame(size: size)
    _ = painter.paint(frame, onto: size)
    paper.writes = []
    frame.write("hello", row: 1, column: 2)
    _ = painter.paint(frame, onto: size)
    #expect(paper.writes == ["row 1", "2:hello"])
  }

  @Test func aLoneSpaceJoinsTwoStyles() {
    let (fresh, paper) = painter(size)
    var painter = fresh
    var frame = Frame(size: size)
    frame.write("ab", row: 0, column: 0, style: .bold)
    frame.write("cd", row: 0, column: 3, style: Style(.plain, .dim))
    frame.write("ef", row: 1, column: 0, style: .reverse)
    frame.write("gh", row: 1, column: 3, style: .bold)
    _ = painter.paint(frame, onto: size)
    #expect(paper.writes.contains("0:ab "))
    #expect(paper.writes.contains("0:ef"), "but what is behind it would show")
  }

  @Test func wideCharactersStandAtTheirColumn() {
    let (fresh, paper) = painter(size)
    var painter = fresh
    var frame = Frame(size: size)
    frame.write("a\u{6F22}b\u{E9}c", row: 0, column: 1)
    _ = painter.paint(frame, onto: size)
    let glyphs = paper.writes.filter { !$0.hasPrefix("row") }
    #expect(glyphs == ["1:a", "2:\u{6F22}", "4:b", "5:\u{E9}", "6:c"])
  }

  @Test func ofAFrameThatIsTooLargeWhatFitsIsWritten() {
    let small = Size(rows: 2, columns: 5)
    let (fresh, paper) = painter(small)
    var painter = fresh
    var frame = Frame(size: size)
    for row in 0..<3 { frame.write("0123456789", row: row, column: 0) }
    _ = painter.paint(frame, onto: small)
    #expect(paper.rows.map { $0.map(\.text).joined() } == ["01234", "01234"])
  }

  @Test func randomFramesArriveWhole() {
    var random = SeededRandom()
    let (fresh, paper) = painter(size)
    var painter = fresh
    let styles: [Style] = [
      .plain, .bold, .reverse, .dim, Style(.plain, .underline), Style(.plain, [.bold, .reverse]),
    ]
    let texts = ["a", "bc d", " ", "  x  ", "\u{E9}", "\u{6F22}\u{5B57}", "e\u{301}"]
    var frame = Frame(size: size)
    for _ in 0..<150 {
      for _ in 0..<random.next(below: 4) {
        frame.write(
          texts[random.next(below: texts.count)],
          row: random.next(below: 3), column: random.next(below: 20),
          style: styles[random.next(below: styles.count)])
      }
      _ = painter.paint(frame, onto: size)
      for row in 0..<3 {
        for (column, cell) in frame.row(row).enumerated() {
          let look = Palette.indexed.rendition(of: cell.style)
          let spot = paper.rows[row][column]
          if cell.glyph.isEmpty { continue }
          #expect(spot.text == cell.text, "\(row), \(column), \(random)")
          // Of a space only what is behind it can be seen.
          let seen: Style.Attributes =
            cell.text == " " ? [.reverse, .underline] : [.bold, .reverse, .underline, .dim]
          #expect(
            spot.attributes & UInt32(seen.rawValue)
              == UInt32(look.attributes.intersection(seen).rawValue), "\(row), \(column), \(random)"
          )
        }
      }
    }
  }
}
