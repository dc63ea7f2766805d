/// Screens one after the other as an SVG that moves.
///
/// A row that several screens share is written once: what changes is when it is visible. Where
/// nothing moves (a reader who asked for that, a program that draws stills) one screen shows.
public struct ScreenRecording {
  private var steps: [(screen: Screen, caption: String, seconds: Int)] = []

  /// Nothing yet.
  public init() {}

  /// Shows a screen for some seconds, with a few words above it.
  public mutating func add(_ screen: Screen, _ caption: String, seconds: Int) {
    steps.append((screen, caption, seconds))
  }

  /// The document; the still is the screen of that place.
  public func svg(title: String, still: Int) -> String {
    guard let size = steps.first?.screen.size else { return "" }
    var picture = SVGPicture(size: size, title: title)
    var patterns: Set<[Bool]> = []
    func group(_ shown: [Bool], _ draw: (inout SVGPicture) -> Void) {
      let isStatic = shown.allSatisfy(\.self)
      if !isStatic {
        patterns.insert(shown)
        let rest = shown[still] ? "" : " visibility=\"hidden\""
        picture.add("<g class=\"\(Self.name(shown))\"\(rest)>")
      }
      draw(&picture)
      if !isStatic { picture.add("</g>") }
    }
    for (place, step) in steps.enumerated() {
      group(steps.indices.map { $0 == place }) { $0.addCaption(step.caption) }
    }
    for row in 0..<size.rows {
      let rows = steps.map { $0.screen.cells(row: row) }
      for (place, cells) in rows.enumerated() where rows.firstIndex(of: cells) == place {
        group(rows.map { $0 == cells }) {
          $0.addBackgrounds(cells, row: row)
          $0.addText(cells, row: row)
        }
      }
    }
    picture.style = style(patterns)
    return picture.text
  }

  private static func name(_ shown: [Bool]) -> String {
    "s" + shown.map { $0 ? "1" : "0" }.joined()
  }

  /// When what is visible, by pattern.
  private func style(_ patterns: Set<[Bool]>) -> String {
    let seconds = steps.reduce(0) { $0 + $1.seconds }
    let names = patterns.map(Self.name).sorted()
    var lines = ["g[class]{animation:\(seconds)s step-end infinite}"]
    lines += names.map { name in
      var moments: [String] = []
      var (passed, last) = (0, Character("-"))
      for (step, isShown) in zip(steps, name.dropFirst()) {
        if isShown != last {
          let tenths = passed * 1_000 / seconds
          let state = isShown == "1" ? "visible" : "hidden"
          moments.append("\(tenths / 10).\(tenths % 10)%{visibility:\(state)}")
        }
        (passed, last) = (passed + step.seconds, isShown)
      }
      return ".\(name){animation-name:\(name)}@keyframes \(name){\(moments.joined())}"
    }
    return (lines + ["@media(prefers-reduced-motion:reduce){g[class]{animation:none}}"])
      .joined(separator: "\n")
  }
}
