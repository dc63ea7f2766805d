/// The colors of the picture's terminal: a dark theme of good contrast.
enum Palette {
  static let foreground = "#d4d8e1"
  static let background = "#16181f"
  static let bar = "#23262f"
  static let faint = "#8b91a1"
  private static let first = [
    "#2b2f3a", "#f0707b", "#8fce7a", "#e9c46a", "#6fa8f5", "#c792ea", "#5fcbd8", "#c9cdd6",
    "#6b7180", "#ff8b95", "#a9e395", "#ffd98a", "#8fbfff", "#dbb1f7", "#83e2ee", "#f4f6fa",
  ]

  static func hex(_ color: ScreenColor, standard: String) -> String {
    switch color {
    case .standard: standard
    case .direct(let red, let green, let blue): hex(red, green, blue)
    case .index(let index) where index < 16: first[index]
    case .index(let index) where index < 232: cube(index - 16)
    case .index(let index): gray(8 + 10 * (index - 232))
    }
  }

  private static func cube(_ index: Int) -> String {
    func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
    return hex(level(index / 36), level(index / 6 % 6), level(index % 6))
  }

  private static func gray(_ level: Int) -> String { hex(level, level, level) }

  private static func hex(_ red: Int, _ green: Int, _ blue: Int) -> String {
    "#" + [red, green, blue].map { String($0 + 256, radix: 16).dropFirst() }.joined()
  }
}
