import TerminalHarness
import TestSupport
import Testing

/// Which catalogs take a while to read, so that the screen says so.
@Suite struct LoadingLineTests {
  let workplace: Workplace

  init() throws {
    workplace = try Workplace()
    var generator = CatalogGenerator(seed: 3)
    let document = generator.document(.init(scopes: 4_500))
    try #require(document.count > 2 << 20)
    try workplace.home.write(document, to: "big.json")
  }

  /// Whether the screen said that something is being read before the designer was there.
  private func says(_ text: String, _ arguments: String...) throws -> Bool {
    let session =
      arguments.isEmpty
      ? try workplace.design() : try workplace.design(arguments[0], arguments[1])
    return String(decoding: session.log, as: UTF8.self).contains(text)
  }

  @Test func aLargeCatalogThatIsNotKnownYetIsSaidToBeRead() throws {
    #expect(try says("Reading big.json", "--catalog", "big.json"))
    let added = try CommandRun(
      workplace.program, ["catalog", "add", "big.json"], environment: workplace.environment(),
      directory: workplace.home.path)
    #expect(added.status == .exited(0))
    #expect(try says("Reading generated", "--catalog", "generated"))
  }

  @Test func whatOpensAtOnceIsNot() throws {
    #expect(try !says("Reading", "--catalog", "cloudflare"))
    #expect(try !says("Reading"))
  }
}
