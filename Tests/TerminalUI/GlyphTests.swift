import TerminalUI
import Testing

/// The text of one cell, kept as numbers.
@Suite struct GlyphTests {
  @Test(arguments: [
    "a", " ", "漢", "😀", "e\u{301}", "q\u{301}\u{302}\u{303}\u{304}", "\u{10FFFF}", "",
  ])
  func `a cluster comes out as it went in`(cluster: String) {
    #expect(Array(Glyph(cluster).text.unicodeScalars) == Array(cluster.unicodeScalars))
    #expect(Glyph(cluster).isEmpty == cluster.isEmpty)
  }

  @Test func `a cell holds a character and four marks, and no more`() {
    let marks = (0..<9).compactMap { Unicode.Scalar(0x301 + $0) }
    var cluster = "q"
    for mark in marks { cluster.unicodeScalars.append(mark) }
    #expect(Array(Glyph(cluster).text.unicodeScalars) == ["q"] + marks.prefix(4))
  }

  @Test func `glyphs are equal where their scalars are`() {
    #expect(Glyph("e\u{301}") == Glyph("e\u{301}"))
    #expect(Glyph("e\u{301}") != Glyph("e\u{302}"))
    #expect(Glyph("q\u{301}\u{302}\u{303}\u{304}") != Glyph("q\u{301}\u{302}\u{303}\u{305}"))
    #expect(Glyph(" ") == .space)
    #expect(Glyph("") == Glyph())
  }

  @Test func `only what is one scalar is given as one`() {
    #expect(Glyph("漢").onlyScalar == "漢")
    #expect(Glyph("e\u{301}").onlyScalar == nil)
    #expect(Glyph().onlyScalar == nil)
  }

  @Test func `only visible ASCII is given as a byte`() {
    #expect(Glyph("~").ascii == 0x7E)
    #expect(Glyph(" ").ascii == 0x20)
    for other in ["\u{7F}", "\u{1F}", "é", "a\u{301}", "a\u{301}\u{302}\u{303}", ""] {
      #expect(Glyph(other).ascii == nil)
    }
  }
}
