import TerminalUI
import Testing

/// What styles become on the terminals that there are.
@Suite struct PaletteTests {
  @Test(
    "The palette is chosen by the number of colors",
    arguments: [
      (0, Palette.mono), (2, .mono), (8, .basic), (16, .basic), (88, .basic), (256, .indexed),
      (1 << 15, .indexed), (1 << 24, .direct),
    ])
  func choice(count: Int, palette: Palette) {
    #expect(Palette(colorCount: count) == palette)
  }

  @Test("Without colors hues go, and every attribute stays but for bold in reverse") func mono() {
    for hue in Hue.allCases {
      for bits in UInt8(0)..<16 {
        let style = Style(hue, Style.Attributes(rawValue: bits))
        let look = Palette.mono.rendition(of: style)
        let kept = style.attributes.subtracting(
          style.attributes.contains(.reverse) ? [.bold, .dim] : [])
        #expect(look.color == nil && look.attributes == kept)
        #expect(Palette.indexed.rendition(of: style).attributes == kept)
      }
    }
  }

  @Test(
    "Each hue has a color of its own; plain text has the terminal's",
    arguments: [Palette.basic, .indexed, .direct])
  func colors(palette: Palette) {
    let colors = Hue.allCases.map { palette.color(of: $0) }
    // Of the eight, yellow, green and cyan are unreadable on white: a warning is bold there.
    #expect(Set(colors).count == Hue.allCases.count - (palette == .basic ? 3 : 0))
    #expect(palette.color(of: .plain) == nil)
    // Black, white and the bright ones are unreadable on some background.
    #expect(palette == .direct || !colors.contains { [0, 7, 8, 15].contains($0) })
    #expect(palette != .basic || colors.allSatisfy { ($0 ?? 1) < 8 })
  }

  @Test("The tones have at least three times the light of black, and white three times theirs")
  func contrast() throws {
    func light(_ value: Int) -> Double {
      let channels = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { channel -> Double in
        let part = Double(channel) / 255
        // The curve of WCAG 2 in its straight part and, near enough, its power of 2.4.
        return part <= 0.04 ? part / 12.92 : power(part)
      }
      return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }
    func power(_ part: Double) -> Double {
      let base = (part + 0.055) / 1.055
      return base * base * base.squareRoot()
    }
    for hue in Hue.allCases where hue != .plain {
      let tone = light(try #require(Palette.direct.color(of: hue)))
      #expect((tone + 0.05) / 0.05 >= 3 && 1.05 / (tone + 0.05) >= 3, "\(hue)")
    }
  }
}
