import TerminalHarness
import Testing

/// How frames reach the terminal, and that nothing does in between.
@Suite struct FrameTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test func everyFrameIsBracketed() throws {
    let session = try workplace.design()
    for count in 1...5 {
      session.press(.down)
      try session.waitUntil("row \(count + 1)") { $0.cursor.row == count + 1 }
    }
    let text = String(decoding: session.log, as: UTF8.self)
    let parts = text.parts("\u{1B}[?2026h")
    #expect(parts.count - 1 == session.frameCount)
    #expect(session.frameCount >= 6)
    // Outside the brackets only modes change.
    for part in parts.dropFirst() {
      let rest = part.parts("\u{1B}[?2026l")
      #expect(rest.count == 2)
      #expect(!rest[1].contains("stores"))
    }
  }

  @Test("A frame goes out whole, not row by row") func aFrameIsOneWrite() throws {
    let session = try workplace.design()
    let before = try #require(session.processFacts).writes
    let frames = session.frameCount
    session.press(.pageDown)
    try session.waitForFrame(after: frames)
    let writes = try #require(session.processFacts).writes - before
    // Its brackets, the frame itself, and the cursor's own; one more frame may be on its way.
    #expect(writes <= 4 * (session.frameCount - frames + 1))
  }

  @Test("A space alone between two styles costs no change of style")
  func aSpaceBetweenStyles() throws {
    let session = try workplace.design(size: ScreenSize(rows: 24, columns: 120))
    try session.waitForText("POST 1 \u{2502}")
    #expect(String(decoding: session.log, as: UTF8.self).contains("POST 1 \u{2502}"))
  }

  @Test func bracketsCanBeSwitchedOff() throws {
    let session = try workplace.design("--no-sync")
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    #expect(!session.modesEverNamed.contains(2_026))
  }

  @Test func theMouseCanBeLeftToTheTerminal() throws {
    let session = try workplace.design("--no-mouse")
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    #expect(session.modesEverNamed.isDisjoint(with: [1_000, 1_002, 1_003, 1_006]))
  }

  @Test func aCursorMoveCostsFewBytes() throws {
    let session = try workplace.design()
    session.press(.down)
    try session.waitUntil("the second row") { $0.cursor.row == 2 }
    let mark = session.bytesReceived
    session.press(.down)
    try session.waitUntil("the third row") { $0.cursor.row == 3 }
    #expect(session.bytes(since: mark).count < 2_000)
  }

  @Test func idleItSendsNothingAndNeverWakesUp() throws {
    let session = try workplace.design()
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    // The last wait begins after the last byte, and after the draft was made safe, once, a tenth
    // of a second after the change.
    _ = session.bytesReceived(during: .milliseconds(500))
    let before = try #require(session.processFacts)
    #expect(session.bytesReceived(during: .milliseconds(500)) == 0)
    let after = try #require(session.processFacts)
    #expect(after.wakeUps == before.wakeUps)
    #expect(after.preemptions == before.preemptions)
    #expect(after.state == "S")
  }

  @Test func theCursorFollowsTheSelection() throws {
    let session = try workplace.design()
    #expect(!session.screen.isCursorVisible)
    for row in 1...4 {
      try session.waitUntil("the cursor in row \(row)") { $0.cursor.row == row }
      #expect(session.screen.reversedRows(column: 1).contains(row))
      session.press(.down)
    }
  }
}

extension StringProtocol {
  /// The parts between a separator, empty ones too.
  fileprivate func parts(_ separator: String) -> [SubSequence] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
