import TerminalUI
import TestSupport
import Testing

/// A glyph and a style in the two numbers of a cell.
@Suite struct CellTests {
  private static let glyphs = [
    Glyph("a"), Glyph(), Glyph("\u{10FFFF}"),
    Glyph("\u{10FFFF}\u{10FFFE}\u{10FFFD}\u{10FFFC}\u{10FFFB}"),
  ]
  private static let everyStyle = Hue.allCases.flatMap { hue in
    (0..<16).map { Style(hue, Style.Attributes(rawValue: UInt8($0))) }
  }

  @Test func `a cell gives back the glyph and the style that it was made of`() {
    for glyph in Self.glyphs {
      for style in Self.everyStyle {
        let cell = Cell(glyph, style)
        #expect(cell.glyph == glyph && cell.style == style, "\(glyph.text) \(style)")
      }
    }
  }

  @Test func `a change of one leaves the other`() {
    for glyph in Self.glyphs {
      var cell = Cell(glyph, .reverse)
      for style in Self.everyStyle {
        cell.style = style
        #expect(cell == Cell(glyph, style), "\(glyph.text) \(style)")
      }
      cell.glyph = .space
      #expect(cell == Cell(.space, cell.style) && cell.style == Self.everyStyle.last)
    }
  }

  @Test func `a cell is two numbers`() { #expect(MemoryLayout<Cell>.stride == 16) }
}
