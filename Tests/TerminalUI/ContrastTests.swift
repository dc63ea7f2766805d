import TerminalUI
import Testing

/// What can be read in the colors that terminals come with.
@Suite struct ContrastTests {
  /// The colors that a terminal comes with: its text, that in bold, its background, and the eight.
  ///
  /// Read off the screens of Debian 12's versions by `Tests/Terminal/Emulators/read_colors.py`.
  struct Colors: Sendable, CustomTestStringConvertible {
    var name: String
    var text: Int
    var background: Int
    var bold: Int
    var colors: [Int]
    var testDescription: String { name }
  }

  static let terminals: [Colors] = [
    Colors(
      name: "xterm 379-1", text: 0x000000, background: 0xFFFFFF, bold: 0x000000,
      colors: [0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5]),
    Colors(
      name: "rxvt-unicode 9.30-2+b4", text: 0x000000, background: 0xFFFFFF, bold: 0x000000,
      colors: [0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000CD, 0xCD00CD, 0x00CDCD, 0xE5E5E5]),
    Colors(
      name: "st 0.9-1", text: 0xE5E5E5, background: 0x000000, bold: 0xE5E5E5,
      colors: [0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5]),
    Colors(
      name: "kitty 0.26.5-5+deb12u1", text: 0xDDDDDD, background: 0x000000, bold: 0xDDDDDD,
      colors: [0x000000, 0xCC0403, 0x19CB00, 0xCECB00, 0x0D73CC, 0xCB1ED1, 0x0DCDCD, 0xDDDDDD]),
    Colors(
      name: "alacritty 0.11.0-4", text: 0xC5C8C6, background: 0x1D1F21, bold: 0xC5C8C6,
      colors: [0x1D1F21, 0xCC6666, 0xB5BD68, 0xF0C674, 0x81A2BE, 0xB294BB, 0x8ABEB7, 0xC5C8C6]),
    Colors(
      name: "qterminal 1.2.0-2", text: 0xB2B2B2, background: 0x000000, bold: 0xFFFFFF,
      colors: [0x000000, 0xB21818, 0x18B218, 0xB26818, 0x1818B2, 0xB218B2, 0x18B2B2, 0xB2B2B2]),
    Colors(
      name: "xfce4-terminal 1.0.4-1", text: 0xFFFFFF, background: 0x000000, bold: 0xFFFFFF,
      colors: [0x000000, 0xAA0000, 0x00AA00, 0xAA5500, 0x0000AA, 0xAA00AA, 0x00AAAA, 0xAAAAAA]),
    Colors(
      name: "konsole 4:22.12.3-1+deb12u1", text: 0xFCFCFC, background: 0x232627, bold: 0xFFFFFF,
      colors: [0x232627, 0xED1515, 0x11D116, 0xF67400, 0x1D99F3, 0x9B59B6, 0x1ABC9C, 0xFCFCFC]),
    Colors(
      name: "mlterm 3.9.0-1+b1", text: 0x000000, background: 0xFFFFFF, bold: 0x000000,
      colors: [0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5]),
    Colors(
      name: "pterm 0.78-2+deb12u2", text: 0xBBBBBB, background: 0x000000, bold: 0xFFFFFF,
      colors: [0x000000, 0xBB0000, 0x00BB00, 0xBBBB00, 0x0000BB, 0xBB00BB, 0x00BBBB, 0xBBBBBB]),
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
          let text = look.attributes.contains(.bold) ? colors.bold : colors.text
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
    #expect(contrast(colors.bold, colors.background) >= 4.5)
  }

  @Test("No hue is unreadable where only a person's eight colors are there", arguments: terminals)
  func eightColors(_ colors: Colors) {
    for hue in Hue.allCases {
      let look = Palette.basic.rendition(of: Style(hue))
      let text = look.attributes.contains(.bold) ? colors.bold : colors.text
      let color = look.color.map { colors.colors[$0] } ?? text
      // Red and magenta are what their owner made them; no other color is on both kinds of
      // background what can be read. What they say, the words say as well (GoldenFrameTests).
      let least = look.color == nil ? 4.5 : 2.5
      #expect(contrast(color, colors.background) >= least, "\(hue)")
    }
  }

  @Test("The tones are readable in 256 colors and more", arguments: terminals)
  func tones(_ colors: Colors) throws {
    for hue in Hue.allCases where hue != .plain {
      let tone = try #require(Palette.direct.color(of: hue))
      // konsole's and alacritty's backgrounds are gray.
      #expect(contrast(tone, colors.background) >= 2.8, "\(hue)")
    }
  }
}
