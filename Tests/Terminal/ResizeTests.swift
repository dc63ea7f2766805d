import TerminalHarness
import Testing

/// Any size, at any moment.
@Suite struct ResizeTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test func aSingleCellAndBackLosesNothing() throws {
    let session = try workplace.design()
    try session.tick("stores.view")
    let before = session.screen.text
    session.resize(rows: 1, columns: 1)
    try session.settle()
    // Unseen, nothing can be changed, and nothing be left without an answer.
    session.press(.space, "q")
    try session.waitUntilInputIsRead()
    session.resize(rows: 5, columns: 30)
    try session.waitForText("Changes are not written")
    session.press("n")
    try session.waitForText("Too small")
    session.resize(rows: 24, columns: 80)
    try session.waitForText("Scopes 1/53")
    try session.waitUntil("the same screen") {
      $0.rows.dropFirst().dropLast(2)
        == before.split(
          separator: "\n", omittingEmptySubsequences: false
        ).map(String.init).dropFirst().dropLast(2)
    }
  }

  @Test func theSmallestUsableScreenIsUsable() throws {
    let session = try workplace.design("key.json", size: ScreenSize(rows: 10, columns: 40))
    try session.tick("stores.view")
    session.press(.tab)
    try session.settle()
    session.press("1", "w")
    try session.waitForText("Write to   key.json")
    session.press(.enter)
    try session.waitForText("wrote 1 scope")
    #expect(workplace.text("key.json") == Manifests.text(scopes: ["stores.view"]))
  }

  @Test func randomSizesEndInTheRightPicture() throws {
    let session = try workplace.design()
    var seed: UInt64 = 0x5EED_0002
    func next(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    let keys: [HarnessKey] = [.down, .pageDown, .up, .right, "-", "+", "G", "g"]
    for turn in 0..<1_000 {
      session.resize(rows: 1 + next(60), columns: 1 + next(180))
      session.press(keys[next(keys.count)])
      if turn % 20 == 19 { try session.waitUntilInputIsRead() }
    }
    session.resize(rows: 31, columns: 101)
    // A key may overtake the news of the size, and where nothing can be seen it does nothing.
    try session.waitUntil("the last size") { $0.text(row: 30).contains("? help") }
    session.press("1", "g", "+", .ctrl("l"))
    let fresh = try workplace.design(size: ScreenSize(rows: 31, columns: 101))
    // But for the line that says what happened last.
    let expected = fresh.screen.rows.dropLast(2)
    try session.waitUntil("the picture of a fresh start") { $0.rows.dropLast(2) == expected }
    session.press("q")
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.modesLeftOn == [])
  }

  @Test(arguments: [(300, 100), (100, 300), (40, 10), (41, 11), (200, 10), (40, 200)])
  func everyLineIsInsideTheScreen(columns: Int, rows: Int) throws {
    let session = try workplace.design(size: ScreenSize(rows: rows, columns: columns))
    #expect(session.screen.text(row: rows - 1).contains("? help"))
    #expect(session.screen.text(row: 0).contains("Scopes"))
    session.press("w")
    try session.waitForText("Review")
    session.press("q", "?")
    try session.waitForText("Signs")
    session.press("q", "q")
    #expect(try session.waitForExit() == .exited(130))
  }
}
