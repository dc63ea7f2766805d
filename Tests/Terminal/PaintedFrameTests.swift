import BundledCatalogs
import Designer
import Keys
import TerminalHarness
import TerminalUI
import Testing

/// What the terminal shows is the frame, cell by cell, each style as the palette has it: so the
/// golden frames, whose styles go through the same palette, hold for the terminal too.
@Suite struct PaintedFrameTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// The same person at the program and at the state machine.
  private struct Twin {
    let session: TerminalSession
    var state: DesignerState

    mutating func press(_ keys: (HarnessKey, Key)...) {
      for (typed, key) in keys {
        session.press(typed)
        _ = state.update(.input(.key(key)))
      }
    }

    /// What differs between the screen and the frame; empty where nothing does.
    func differences(_ screen: Screen, _ palette: Palette) -> [String] {
      let frame = DesignerView.frame(state)
      var differences: [String] = []
      if screen.cursor.row != frame.cursor.row || screen.cursor.column != frame.cursor.column {
        differences.append("the cursor is at \(screen.cursor), not \(frame.cursor)")
      }
      // Not every terminal can hide it.
      if frame.showsCursor, !screen.isCursorVisible { differences.append("the cursor is hidden") }
      for row in 0..<frame.size.rows {
        for (column, pair) in zip(frame.row(row), screen.cells(row: row)).enumerated() {
          let (cell, shown) = pair
          let (expected, found) = (look(cell, palette), look(shown))
          if cell.text != shown.text || expected != found {
            differences.append(
              "\(row), \(column): \"\(shown.text)\" \(found), not \"\(cell.text)\" \(expected)")
          }
        }
      }
      return differences
    }

    /// Of a space only what is behind it can be seen; of "dim" libvterm tells nothing.
    private func look(_ cell: Cell, _ palette: Palette) -> [String] {
      let look = palette.rendition(of: cell.style)
      let isBlank = cell.text == " "
      var words: [String] = []
      if look.attributes.contains(.reverse) { words.append("reverse") }
      if look.attributes.contains(.underline) { words.append("underline") }
      if look.attributes.contains(.bold), !isBlank { words.append("bold") }
      if let color = look.color, !isBlank { words.append("\(color)") }
      return words
    }

    private func look(_ cell: ScreenCell) -> [String] {
      let isBlank = cell.text == " "
      var words: [String] = []
      if cell.style.reverse { words.append("reverse") }
      if cell.style.underline { words.append("underline") }
      if cell.style.bold, !isBlank { words.append("bold") }
      if case .index(let color) = cell.style.foreground, !isBlank { words.append("\(color)") }
      if cell.style.background != .standard { words.append("background") }
      return words
    }
  }

  private func twin(_ changes: [String: String?], rows: Int, columns: Int) throws -> Twin {
    let session = try workplace.start(
      size: ScreenSize(rows: rows, columns: columns), environment: changes)
    let today = try #require(CalendarDate(daysSince1970: 1_800_000_000 / 86_400))
    let catalog = try #require(try BundledCatalogs.load("komerza"))
    var state = DesignerState(
      manifest: Manifest(catalog: catalog), target: .undecided, today: today,
      size: Size(rows: rows, columns: columns), user: "tester")
    _ = state.update(.foundDrafts(DraftsFound()))
    return Twin(session: session, state: state)
  }

  @Test(
    "The terminal shows each frame with the palette's attributes: 256 colors, 8, and none",
    arguments: [
      (["TERM": "xterm-256color"], Palette.indexed), (["TERM": "xterm"], .basic),
      (["TERM": "xterm-256color", "NO_COLOR": "1"], .mono), (["TERM": "xterm-mono"], .mono),
    ] as [([String: String?], Palette)], [(24, 80), (40, 120)])
  func screenIsTheFrame(
    kind: (changes: [String: String?], palette: Palette), size: (rows: Int, columns: Int)
  ) throws {
    var twin = try twin(kind.changes, rows: size.rows, columns: size.columns)
    func expectFrame(_ what: String) throws {
      var last: [String] = []
      do {
        try twin.session.waitUntil(what) {
          last = twin.differences($0, kind.palette)
          return last.isEmpty
        }
      } catch {
        Issue.record("\(what): \(last.prefix(5).joined(separator: "\n"))\n\(error)")
        throw error
      }
    }
    try expectFrame("the tree")
    twin.press((.down, .down), (.space, .space))
    try expectFrame("a tick")
    for (typed, key) in [
      ("/" as HarnessKey, "/" as Unicode.Scalar), ("r", "r"), ("e", "e"), ("f", "f"),
    ] {
      twin.press((typed, .character(key)))
    }
    try expectFrame("a filter with its letters marked")
    twin.press((.enter, .enter), (.space, .space), (.ctrl("g"), .control("g")))
    try expectFrame("warnings")
    twin.press(("4", .character("4")))
    try expectFrame("the findings")
    twin.press(("w", .character("w")), (.pageDown, .pageDown))
    try expectFrame("the review")
    twin.press(("q", .character("q")), ("3", .character("3")))
    try expectFrame("the grid")
    twin.press(("e", .character("e")), ("x", .character("x")))
    try expectFrame("a form")
    twin.press((.ctrl("g"), .control("g")), ("?", .character("?")))
    try expectFrame("the list of keys")
    let isFaint = String(decoding: twin.session.log, as: UTF8.self).contains("\u{1B}[0;2m")
    // xterm-mono has no such thing.
    #expect(isFaint || kind.changes["TERM"] == "xterm-mono", "what is dim is sent so")
  }
}
