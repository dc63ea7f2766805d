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
  /// The folder of the pictures in the repository.
  private static let folder =
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined() + "/Assets/Pictures"

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

  /// The first key, from the page on which a new one begins to the file.
  private func record(in workplace: Workplace) throws -> String {
    let session = try workplace.start(
      "fulfillment-bot.key.json", size: ScreenSize(rows: 24, columns: 92),
      environment: ["KEYWRIGHT_START": nil])
    var recording = ScreenRecording()
    func keep(_ caption: String, seconds: Int, when text: String) throws {
      try session.waitForText(text)
      try session.settle()
      recording.add(session.screen, caption, seconds: seconds)
    }
    try keep("keywright fulfillment-bot.key.json", seconds: 5, when: "How do you want to begin?")
    session.press("c")
    try keep("c: calls that your program makes", seconds: 4, when: "Calls that your program makes")
    session.paste(
      """
      curl https://api.komerza.com/stores/5d/orders
      curl -X PUT https://api.komerza.com/stores/5d/orders/77/deliver

      """)
    try keep("paste two calls", seconds: 7, when: "Calls read (2)")
    session.press(.enter)
    try keep("Enter: the smallest key for them", seconds: 9, when: "Scopes 2/53")
    session.press("5")
    try keep("5: what the key can do", seconds: 9, when: "of 287")
    session.press(.escape)
    try session.waitForText("Space tick")
    session.press("e")
    try session.waitForText("Rotate by")
    session.press("fulfillment-bot", .tab, .tab, .tab, "2027-02-01")
    try keep("e: label, purpose, addresses, rotation", seconds: 6, when: "2027-02-01")
    session.press(.enter)
    try session.waitForText("changed: ")
    session.press("w")
    try keep("Enter, w: the review", seconds: 9, when: "Write to")
    session.press(.enter)
    try keep("Enter: written", seconds: 6, when: "wrote ")
    return recording.svg(title: "keywright: the first key", still: 3)
  }

  private func expectFresh(_ name: String, _ picture: String) throws {
    let path = Self.folder + "/" + name
    if getenv("KEYWRIGHT_RENEW") != nil {
      try FileManager.default.createDirectory(
        atPath: Self.folder, withIntermediateDirectories: true)
      try Data(picture.utf8).write(to: URL(filePath: path))
    }
    let kept = FileManager.default.contents(atPath: path).map(Array.init)
    // Not compared by #expect: a difference would print both pictures.
    let isFresh = kept == Array(picture.utf8)
    #expect(
      isFresh, "stale: renew it with KEYWRIGHT_RENEW=1 swift test --filter PictureTests")
  }

  @Test func thePictureIsNotStale() throws {
    try expectFresh("designer.svg", draw(in: Workplace()))
  }

  @Test func theRecordingOfTheFirstKeyIsNotStale() throws {
    let workplace = try Workplace()
    let recording = try record(in: workplace)
    try expectFresh("first-key.svg", recording)
    #expect(recording.utf8.count < 150_000)
    #expect(!recording.contains(workplace.home.path) && !recording.contains("/tmp"))
    #expect(workplace.text("fulfillment-bot.key.json")?.contains("stores.orders.deliver") == true)
  }

  @Test func thePictureHasNoPathAndNoDayOfThisMachine() throws {
    let workplace = try Workplace()
    let picture = try draw(in: workplace)
    #expect(!picture.contains(workplace.home.path) && !picture.contains("/tmp"))
    // Elsewhere: here the draft of the session that was ended would be offered.
    #expect(try draw(in: Workplace()) == picture)
  }
}
