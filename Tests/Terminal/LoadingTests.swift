import Catalogs
import Keys
import TerminalHarness
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// While a large catalog that nobody has opened before is read.
@Suite struct LoadingTests {
  let workplace: Workplace

  init() throws { workplace = try Workplace() }

  /// Starts on a catalog of some megabytes that no cache knows, and waits for the line about it.
  private func startReading(
    scopes: Int, options: LaunchOptions = LaunchOptions()
  ) throws -> TerminalSession {
    try writeCatalog("large.json", scopes: scopes)
    let session = try workplace.start(
      "key.json", "--catalog", "large.json",
      environment: ["XDG_CACHE_HOME": workplace.home.file("no-cache")], options: options)
    try session.waitForText("Reading large.json")
    return session
  }

  /// Writes a catalog of some megabytes and returns its id.
  @discardableResult
  private func writeCatalog(_ path: String, scopes: Int) throws -> String {
    var generator = CatalogGenerator(seed: 20_261_123)
    let bytes = generator.document(.init(scopes: scopes))
    try #require(bytes.count > 2 << 20)
    try workplace.home.write(bytes, to: path)
    return try Catalog(decoding: bytes).id
  }

  private func expectRestored(_ session: TerminalSession) throws {
    #expect(session.modesLeftOn == [])
    #expect(!session.screen.isAlternate && session.screen.isCursorVisible)
    #expect(try session.terminalSettings() == session.initialSettings)
    #expect(workplace.text("key.json") == nil)
  }

  @Test("Control-C leaves at once, by its signal: the designer would have ended with status 130")
  func controlC() throws {
    let session = try startReading(scopes: 8_000)
    session.press(.ctrl("c"))
    #expect(try session.waitForExit() == .signaled(SIGINT))
    try expectRestored(session)
  }

  @Test(
    "A signal ends the program at once, with the terminal as it was and the true status",
    arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV])
  func signals(number: Int32) throws {
    let session = try startReading(scopes: 8_000)
    session.signal(number)
    #expect(try session.waitForExit() == .signaled(number))
    try expectRestored(session)
  }

  @Test("A catalog that the settings name is said to be read, by that name")
  func defaultCatalog() throws {
    try writeCatalog("large.json", scopes: 8_000)
    try workplace.home.write(
      #"{"$schema":"urn:keywright:config:1","defaultCatalog":"large.json"}"#,
      to: ".config/keywright/config.json")
    let session = try workplace.start()
    try session.waitForText("Reading large.json")
    try session.waitForDesigner()
  }

  @Test("A catalog that a manifest names is said to be read, by its id")
  func catalogOfManifest() throws {
    let id = try writeCatalog("large.json", scopes: 8_000)
    let folder = ".local/share/keywright/catalogs"
    try writeCatalog("\(folder)/\(id).json", scopes: 8_000)
    let catalog = try Catalog(decoding: try #require(workplace.home.read("large.json")))
    let manifest = Manifest(catalog: catalog)
    try workplace.home.write(manifest.encode(manifest.original), to: "key.json")
    let session = try workplace.start("key.json")
    try session.waitForText("Reading \(id)")
    try session.waitForDesigner()
  }

  @Test("A window that closes ends the program") func hangUp() throws {
    let session = try startReading(scopes: 8_000)
    session.hangUp()
    #expect(try session.waitForExit() == .signaled(SIGHUP))
  }

  @Test("An ignored signal stays ignored, as under nohup; keys that are typed meanwhile are kept")
  func keysAreKept() throws {
    var options = LaunchOptions()
    options.ignoredSignals = [SIGHUP]
    let session = try startReading(scopes: 8_000, options: options)
    session.signal(SIGHUP)
    session.send("/")
    session.send("zebra")
    try session.waitForText("No scope matches \"zebra\"")
    // Control-C is a key again, which asks before it drops anything.
    session.press(.ctrl("u"), .enter, .space)
    try session.waitForText("ticked")
    session.press(.ctrl("c"))
    try session.waitForText("There are changes that are not written.")
    session.press("d")
    #expect(try session.waitForExit() == .exited(130))
    try expectRestored(session)
  }
}
