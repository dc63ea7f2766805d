import TerminalHarness
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The table of a team's keys on a real terminal.
@Suite struct TeamTableTests {
  let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    try workplace.home.write(
      Manifests.text(before: [#""label": "importer""#], scopes: ["stores.orders.view"]),
      to: "keys/a.key.json")
    try workplace.home.write(
      Manifests.text(
        scopes: ["stores.orders.view", "stores.orders.create", "stores.orders.deliver"]),
      to: "keys/b.key.json")
  }

  @Test func aKeyIsOpenedChangedAndComeBackFrom() throws {
    let session = try workplace.start("keys")
    try session.waitForText("error free-goods-order-deliver")
    session.press(.down, .enter)
    try session.waitForDesigner()
    try session.tick("stores.orders.deliver")
    session.press("w")
    try session.waitForText("Write to   keys/b.key.json")
    session.press(.enter)
    try session.waitForText("wrote ")
    session.press("q")
    try session.waitForText("2 keys")
    #expect(!session.screen.contains("free-goods-order-deliver"))
    #expect(session.screen.contains("wrote "))
    #expect(
      workplace.text("keys/b.key.json")
        == Manifests.text(scopes: ["stores.orders.view", "stores.orders.create"]))
    session.press("q")
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.modesLeftOn.isEmpty)
  }

  @Test func leavingTheDesignerWithoutWritingChangesNothing() throws {
    let before = workplace.text("keys/a.key.json")
    let session = try workplace.start("keys")
    try session.waitForText("2 keys")
    session.press(.enter)
    try session.waitForDesigner()
    try session.tick("stores.view")
    session.press("q", "d")
    try session.waitForText("nothing was written")
    #expect(workplace.text("keys/a.key.json") == before)
    session.press("q")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func twoKeysAreComparedAndOneIsSplitAndProbed() throws {
    let session = try workplace.start("keys", size: ScreenSize(rows: 40, columns: 120))
    try session.waitForText("2 keys")
    session.press(.space, .space, "d")
    try session.waitForText("Two keys side by side")
    try session.waitForText("both (1)")
    session.press("q", .end, "s")
    try session.waitForText("Split of keys/b.key.json")
    session.press("w")
    try session.waitForText("Write to: keys")
    session.press("/split", .enter)
    try session.waitForText("written: keys/split/b-1.key.json, keys/split/b-2.key.json")
    session.press("q", "P")
    try session.waitForText("Probe of keys/b.key.json")
    session.press("q", "c")
    try session.waitForText("Every key was made with the version of its catalog that is here.")
    session.press("q", "R")
    try session.waitForText("4 keys")
    session.press("q")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func aFileThatOpensLateHoldsUpNoOther() throws {
    let pipe = workplace.home.file("slow.key.json")
    try #require(mkfifo(pipe, 0o600) == 0)
    let session = try workplace.start("table", "slow.key.json", "keys")
    // The others are read while nobody has written a byte.
    try session.waitForText("2 of 3 read")
    #expect(session.screen.contains("error free-goods-order-deliver"))
    try workplace.home.write(Manifests.text(scopes: ["stores.view"]), to: "slow.json")
    // Opened only now, by a process of its own.
    let writer = try CommandRun(
      "cp", ["slow.json", "slow.key.json"], environment: workplace.environment(),
      directory: workplace.home.path)
    #expect(writer.status == .exited(0))
    try session.waitForText("3 keys")
    session.press("q")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func oneThatWaitsForASlowFileCanLeave() throws {
    try #require(mkfifo(workplace.home.file("slow.key.json"), 0o600) == 0)
    let session = try workplace.start("table", "slow.key.json", "keys")
    try session.waitForText("2 of 3 read")
    session.press("q")
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.modesLeftOn.isEmpty)
  }

  @Test func fiveThousandKeysAreThereBeforeTheLastIsRead() throws {
    // One process makes them: each write of the harness waits for the disk.
    let files = """
      BEGIN { for (i = 10000; i < 15000; i++) { f = "many/k" i ".key.json"; printf "{}" > f; close(f) } }
      """
    try workplace.home.write("", to: "many/.keep")
    let maker = try CommandRun(
      "awk", [files], environment: workplace.environment(), directory: workplace.home.path)
    try #require(maker.status == .exited(0), "\(maker.errorText)")
    let session = try workplace.start("many")
    try session.waitForText("k10000")
    session.press(.end)
    try session.waitForText("k14999")
    session.press("q")
    #expect(try session.waitForExit() == .exited(0))
  }

  @Test func plainAndAPipePrintTheTable() throws {
    let session = try workplace.start("--plain", "keys")
    #expect(try session.waitForExit() == .exited(0))
    #expect(session.screen.contains("2 keys: 1 error"))
    #expect(!session.modesEverNamed.contains(1049))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalLeavesTheTerminalAsItWas(number: Int32) throws {
    let session = try workplace.start("keys")
    try session.waitForText("2 keys")
    session.signal(number)
    #expect(try session.waitForExit() == .signaled(number))
    #expect(session.modesLeftOn.isEmpty)
  }
}
