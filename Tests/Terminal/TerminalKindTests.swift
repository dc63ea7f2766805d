import TerminalHarness
import Testing

/// Every kind of terminal and locale is served, or told why not.
@Suite struct TerminalKindTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  @Test(arguments: [
    "xterm", "xterm-256color", "tmux-256color", "screen", "screen-256color", "linux", "vt100",
    "vt220", "xterm-mono",
  ])
  func knownTerminalsAreDrawnOnAndLeftClean(kind: String) throws {
    let session = try workplace.design(environment: ["TERM": kind])
    try session.waitForText("q quit")
    session.press(.down, .space)
    try session.waitForText("ticked stores.view")
    try session.waitForText("[~] Store Management")
    #expect(session.screen.cell(2, 0).style.reverse)
    session.press(.up, .up, "u", "q")
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.modesLeftOn == [])
    #expect(try session.terminalSettings() == session.initialSettings)
  }

  @Test("Where there is no second screen, what is said afterwards stands below what was drawn")
  func linesOfTheShellStandBelow() throws {
    let session = try workplace.design("a.json", environment: ["TERM": "vt100"])
    try session.waitForText("q quit")
    session.press(.down, .space, "w")
    try session.waitForText("Write to")
    session.press(.enter)
    try session.waitForText("wrote ")
    session.press("q")
    #expect(try session.waitForExit() == .exited(0))
    let said = session.screen.rows.last { $0.contains("keywright: wrote") } ?? ""
    let words = said.split(separator: " ").joined(separator: " ")
    #expect(words == "keywright: wrote 1 scope to a.json")
  }

  @Test(
    arguments: [
      (["LANG": "C"], [String]()), (["LANG": "C.UTF-8", "LC_ALL": "POSIX"], []),
      (["LANG": nil], []),
      (["LANG": "C.UTF-8"], ["--ascii"]),
    ] as [([String: String?], [String])])
  func withoutUTF8EveryByteIsASCII(changes: [String: String?], arguments: [String]) throws {
    try workplace.home.write(
      Manifests.text(before: ["\"label\": \"caf\u{E9} \u{6F22}\""], scopes: ["stores.view"]),
      to: "key.json")
    let session =
      arguments.isEmpty
      ? try workplace.design("key.json", environment: changes)
      : try workplace.design("key.json", "--ascii", environment: changes)
    session.press("w")
    try session.waitForText("Review")
    session.press("q", "?")
    try session.waitForText("tick or untick")
    session.press("q", "q")
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.log.allSatisfy { $0 < 0x80 })
  }

  @Test func aUTF8LocaleShowsBoxesAndLabels() throws {
    try workplace.home.write(
      Manifests.text(before: ["\"label\": \"caf\u{E9} \u{6F22}\""], scopes: ["stores.view"]),
      to: "key.json")
    let session = try workplace.design("key.json")
    #expect(session.screen.contains("\u{25BE} [~] Store Management"))
    session.press("e")
    try session.waitForText("caf\u{E9} \u{6F22}")
  }

  /// The sequences that set a color: SGR 30 to 49 and 90 to 107, but for 39 and 49.
  private func colors(in bytes: [UInt8]) -> [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\u{1B}[").dropFirst()
      .compactMap { sequence in
        guard let end = sequence.firstIndex(where: { !"0123456789;".contains($0) }),
          sequence[end] == "m"
        else { return nil }
        let codes = sequence[..<end].split(separator: ";").compactMap { Int($0) }
        let isColor = codes.contains {
          (30...49).contains($0) && $0 != 39 && $0 != 49 || (90...107).contains($0)
        }
        return isColor ? String(sequence[...end]) : nil
      }
  }

  @Test func noColorTakesHuesAwayAndKeepsReverse() throws {
    let session = try workplace.design(environment: ["NO_COLOR": "1"])
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    #expect(session.screen.reversedRows() == [0, 1])
    session.press("w")
    try session.waitForText("Review")
    #expect(colors(in: session.log) == [])
  }

  @Test(arguments: [nil, ""] as [String?]) func otherwiseThereAreHues(variable: String?) throws {
    let session = try workplace.design(environment: ["NO_COLOR": variable])
    session.press(.space)
    try session.waitForText("Scopes 4/53")
    #expect(colors(in: session.log) != [])
  }

  @Test func exportedSizesOfAnotherWindowAreIgnored() throws {
    let session = try workplace.design(
      size: ScreenSize(rows: 30, columns: 90), environment: ["LINES": "10", "COLUMNS": "200"])
    #expect(session.screen.text(row: 29).contains("q quit"))
    #expect(session.screen.text(row: 0).contains("Scopes 0/53"))
    #expect(session.screen.cell(0, 89).style.reverse)
    session.resize(rows: 20, columns: 60)
    try session.waitUntil("the new size") { $0.text(row: 19).contains("q quit") }
  }
}
