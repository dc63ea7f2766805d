import TerminalHarness
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The README's picture is the real interface, as it is today.
@Suite struct PictureTests {
  /// The picture in the repository.
  private static let path =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    + "/Assets/Pictures/designer.svg"

  /// A key for a fulfillment bot, half made: the cursor stands on a risk that is not taken yet.
  private func draw(in workplace: Workplace) throws -> String {
    let session = try workplace.design(
      "fulfillment-bot.key.json", size: ScreenSize(rows: 30, columns: 100))
    try session.tick("stores.products.view")
    try session.tick("stores.orders.view")
    try session.tick("stores.orders.deliver")
    session.press("e")
    try session.waitForText("Rotate by")
    session.press("fulfillment-bot", .tab, .tab, .tab, "2027-02-01", .enter)
    try session.waitForText("changed: ")
    for _ in 0..<3 {
      session.press(.down)
      try session.settle()
    }
    try session.jump(to: "stores.products.delete")
    session.press(.escape)
    try session.waitForText("filter cleared")
    try session.waitForText("Ticking it would add")
    // A key without a use takes the last message away, the next takes its own away.
    session.press(.up, .down)
    try session.waitUntil("the scope under the cursor and its details") { screen in
      let details = screen.text(row: 1, columns: 46..<100)
      return details.contains("stores.products.delete") && screen.contains("Opens 2 calls")
        && screen.text(row: screen.cursor.row).contains("stores.products.delete")
        && screen.text(row: 28) == ""
    }
    return session.screen.svg(title: "keywright fulfillment-bot.key.json")
  }

  @Test func thePictureIsNotStale() throws {
    let picture = try draw(in: Workplace())
    if getenv("KEYWRIGHT_RENEW") != nil {
      try FileManager.default.createDirectory(
        atPath: Self.path.split(separator: "/").dropLast().map { "/" + $0 }.joined(),
        withIntermediateDirectories: true)
      try Data(picture.utf8).write(to: URL(filePath: Self.path))
    }
    let kept = FileManager.default.contents(atPath: Self.path).map(Array.init)
    // Not compared by #expect: a difference would print both pictures.
    let isFresh = kept == Array(picture.utf8)
    #expect(
      isFresh, "stale: renew it with KEYWRIGHT_RENEW=1 swift test --filter PictureTests")
  }

  @Test func thePictureHasNoPathAndNoDayOfThisMachine() throws {
    let workplace = try Workplace()
    let picture = try draw(in: workplace)
    #expect(!picture.contains(workplace.home.path) && !picture.contains("/tmp"))
    // Elsewhere: here the draft of the session that was ended would be offered.
    #expect(try draw(in: Workplace()) == picture)
  }
}
