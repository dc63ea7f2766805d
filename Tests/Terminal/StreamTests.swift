import TerminalHarness
import Testing

/// The standard streams may lead anywhere: the interface draws on the terminal.
@Suite struct StreamTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  private let view = Manifests.text(scopes: ["stores.view"])

  @Test func thePipedKeyIsExactAndTheInterfaceIsOnTheTerminal() throws {
    let session = try workplace.design(options: LaunchOptions(standardOutput: .pipe))
    try session.tick("stores.view")
    session.press("w")
    try session.waitForText("Write to   standard output")
    #expect(session.standardOutput.isEmpty)
    session.press(.enter)
    #expect(try session.waitForExit() == .exited(0))
    #expect(String(decoding: session.standardOutput, as: UTF8.self) == view)
    #expect(session.modesLeftOn == [])
    #expect(try session.terminalSettings() == session.initialSettings)
    #expect(workplace.holdsOnly())
  }

  @Test func leavingWithoutAWriteLeavesThePipeEmpty() throws {
    let session = try workplace.design(options: LaunchOptions(standardOutput: .pipe))
    #expect(try session.quit() == .exited(130))
    #expect(session.standardOutput.isEmpty)
  }

  @Test func theKeyGoesToAFileOfTheShell() throws {
    let path = workplace.home.file("out.json")
    let session = try workplace.design(options: LaunchOptions(standardOutput: .file(path)))
    try session.tick("stores.view")
    session.press("w")
    try session.waitForText("standard output")
    session.press(.enter)
    #expect(try session.waitForExit() == .exited(0))
    #expect(workplace.text("out.json") == view)
  }

  @Test func aManifestComesInThroughAPipe() throws {
    let session = try workplace.start(
      "design", "-", options: LaunchOptions(standardInput: .pipe))
    session.writeStandardInput(Array(view.utf8))
    session.closeStandardInput()
    try session.waitForDesigner()
    #expect(session.screen.contains("Scopes 1/53"))
    session.press(.space)
    try session.waitForText("Scopes 0/53")
    session.press("u", "q")
    #expect(try session.waitForExit() == .exited(130))
    #expect(session.modesLeftOn == [])
  }

  @Test func throughBothPipesNoByteDiffers() throws {
    let session = try workplace.start(
      "design", "-", options: LaunchOptions(standardInput: .pipe, standardOutput: .pipe))
    session.writeStandardInput(Array(Manifests.handFormatted.utf8))
    session.closeStandardInput()
    try session.waitForDesigner()
    #expect(session.screen.contains("Scopes 2/53"))
    session.press("w")
    try session.waitForText("standard output")
    session.press(.enter)
    #expect(try session.waitForExit() == .exited(0))
    #expect(String(decoding: session.standardOutput, as: UTF8.self) == Manifests.handFormatted)
  }

  @Test func standardErrorInAFileGetsTheMessageAndNoEscape() throws {
    let path = workplace.home.file("errors.txt")
    let session = try workplace.design(
      "-o", "key.json", options: LaunchOptions(standardError: .file(path)))
    try session.tick("stores.view")
    session.press("w")
    try session.waitForText("Write to   key.json")
    session.press(.enter)
    try session.waitForText("wrote 1 scope")
    #expect(try session.quit() == .exited(0))
    let errors = try #require(workplace.text("errors.txt"))
    #expect(errors.hasPrefix("keywright: wrote 1 scope"))
    #expect(!errors.contains("\u{1B}"))
  }

  @Test func withoutATerminalItNamesTheCommandsThatNeedNone() throws {
    var options = LaunchOptions(
      standardInput: .null, standardOutput: .pipe, standardError: .pipe)
    options.hasControllingTerminal = false
    let session = try workplace.start(options: options)
    #expect(try session.waitForExit() == .exited(2))
    let message = String(decoding: session.standardError, as: UTF8.self)
    #expect(message.hasPrefix("keywright: no terminal"))
    #expect(message.contains("`keywright scopes`") && message.contains("`keywright export`"))
    #expect(message.split(separator: "\n").count == 1)
    #expect(session.standardOutput.isEmpty)
    #expect(session.log.isEmpty)
  }
}
