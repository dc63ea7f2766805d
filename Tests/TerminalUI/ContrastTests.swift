import TerminalUI
import Testing

/// What can be read in the colors that terminals come with.
@Suite struct ContrastTests {
  /// The default colors of a terminal, of what is bold too where it is another one, and its yellow.
  struct Colors: Sendable, CustomTestStringConvertible {
    var name: String
    var text: Int
    var background: Int
    var bold: Int?
    var yellow: Int
    var testDescription: String { name }
  }

  static let terminals: [Colors] = [
    Colors(name: "xterm", text: 0x000000, background: 0xFFFFFF, yellow: 0xCDCD00),
    Colors(name: "rxvt-unicode", text: 0x000000, background: 0xFFFFFF, yellow: 0xCDCD00),
    Colors(name: "mlterm", text: 0x000000, background: 0xFFFFFF, yellow: 0xFFFF00),
    Colors(name: "st", text: 0xE5E5E5, background: 0x000000, yellow: 0xCDCD00),
    Colors(name: "kitty", text: 0xDDDDDD, background: 0x000000, yellow: 0xCECB00),
    Colors(name: "alacritty", text: 0xC5C8C6, background: 0x1D1F21, yellow: 0xF0C674),
    Colors(name: "konsole", text: 0xFCFCFC, background: 0x232627, yellow: 0xF67400),
    Colors(name: "xfce4-terminal", text: 0xFFFFFF, background: 0x000000, yellow: 0xAA5500),
    Colors(
      name: "QTerminal", text: 0xB2B2B2, background: 0x000000, bold: 0x686868, yellow: 0xB26818),
    Colors(name: "pterm", text: 0xBBBBBB, background: 0x000000, bold: 0xFFFFFF, yellow: 0xBBBB00),
    Colors(
      name: "Linux console", text: 0xAAAAAA, background: 0x000000, bold: 0xFFFFFF, yellow: 0xAA5500),
  ]

  private func light(_ color: Int) -> Double {
    func part(_ shift: Int) -> Double {
      let value = Double(color >> shift & 0xFF) / 255
      guard value > 0.04045 else { return value / 12.92 }
      // The power 2.4 is 2 and two fifths; the fifth root by Newton's steps.
      let base = (value + 0.055) / 1.055
      var root = 1.0
      for _ in 0..<40 {
        root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
      }
      return base * base * root * root
    }
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
  }

  /// The contrast of WCAG 2, from 1 to 21.
  private func contrast(_ one: Int, _ other: Int) -> Double {
    let lights = [light(one), light(other)].sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  @Test func theFormulaIsThatOfWCAG() {
    #expect(abs(contrast(0, 0xFFFFFF) - 21) < 0.001)
    #expect(abs(contrast(0x777777, 0xFFFFFF) - 4.478) < 0.001)
  }

  @Test("Title and cursor row, which are reversed, can be read", arguments: terminals)
  func reversedText(_ colors: Colors) {
    for hue in Hue.allCases {
      for more: Style.Attributes in [[], .bold, .underline, .dim] {
        for palette in [Palette.mono, .basic, .indexed, .direct] {
          let look = palette.rendition(of: Style(hue, more.union(.reverse)))
          // Neither a color behind the text nor a brighter or fainter one of it.
          let text = look.attributes.contains(.bold) ? colors.bold ?? colors.text : colors.text
          #expect(look.color == nil && !look.attributes.contains(.dim))
          #expect(contrast(text, colors.background) >= 4.5)
        }
      }
    }
  }

  @Test("A warning can be read", arguments: terminals) func warnings(_ colors: Colors) throws {
    let basic = Palette.basic.rendition(of: Style(.yellow))
    #expect(basic.attributes == .bold && basic.color == nil)
    let tone = try #require(Palette.direct.color(of: .yellow))
    #expect(contrast(tone, colors.background) >= 3)
    #expect(contrast(colors.text, colors.background) >= 4.5)
  }
}
