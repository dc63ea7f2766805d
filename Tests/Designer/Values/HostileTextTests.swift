import Keys
import TerminalUI
import Testing

@testable import Designer

/// Catalogs and manifests that other people wrote.
@Suite struct HostileTextTests {
  private func draw(_ id: String, _ title: String, _ charset: Charset) throws -> Robot {
    let catalog = try TestCatalog.flat([(id: id, title: title)], category: "Group \(title)")
    return try Robot(Manifest(catalog: catalog), charset: charset)
  }

  @Test(arguments: [
    "\u{202E}desrever", "zero\u{200B}width", "漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字",
    "👩‍👩‍👧👍🏽🇩🇪", "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
  ])
  func titlesAreDrawnWithinTheirRows(title: String) throws {
    for charset in [Charset.utf8, .latin1, .ascii] {
      for size in [(40, 10), (80, 24), (120, 40)] {
        var robot = try draw("a.view", title, charset)
        robot.resize(size.0, size.1)
        robot.press(.down, .space, "w")
        #expect(FrameCheck.problems(robot.frame).isEmpty)
        robot.press(.escape, .tab)
        #expect(FrameCheck.problems(robot.frame).isEmpty)
      }
    }
  }

  @Test func bidiControlsInANameAreSpelledOut() throws {
    let robot = try Robot(target: .file(path: "keys/a\u{202E}b.json", known: nil))
    #expect(robot.lines[0].contains("a<U+202E>b.json [new]"))
  }

  @Test func aNameOfWideLettersLeavesTheTabsAlone() throws {
    let name = String(repeating: "漢", count: 60) + ".key.json"
    var robot = try Robot(target: .file(path: name, known: nil))
    for columns in 40...82 {
      robot.resize(columns, 24)
      #expect(robot.lines[0].contains("1 Scopes 0"))
      #expect(robot.lines[0].contains("…"))
    }
  }
}
