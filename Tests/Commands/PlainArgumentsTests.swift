import ArgumentParser
import TestSupport
import Testing

@testable import keywright

/// The arguments that are understood without the parser of options.
@Suite struct PlainArgumentsTests {
  private func plain(_ arguments: [String]) -> DesignRequest? {
    DesignRequest(plain: arguments[...])
  }

  /// What the parser makes of them; nil for another command or an error.
  private func parsed(_ arguments: [String]) -> DesignRequest? {
    ((try? Keywright.parseAsRoot(arguments)) as? DesignCommand)?.request
  }

  @Test(
    "Manifest, catalog and output are understood in any order",
    arguments: [
      [], ["bot.key.json"], ["--catalog", "github"], ["--catalog", "?"],
      ["--catalog", "a.json", "bot.key.json"], ["bot.key.json", "--catalog", "a.json"],
      ["--catalog", "a.json", "-o", "out.json"], ["--output", "out.json", "bot.key.json"],
      ["-o", "lint", "--catalog", "lint"], ["mine"],
    ])
  func understood(arguments: [String]) throws {
    let request = try #require(plain(arguments), "\(arguments)")
    #expect("\(request)" == parsed(arguments).map { "\($0)" }, "\(arguments)")
  }

  @Test(
    "All else is the parser's",
    arguments: [
      ["--help"], ["--version"], ["-"], ["--catalog"], ["--catalog=github"], ["-oout.json"],
      ["--catalog", "a", "--catalog", "b"], ["-o", "a", "--output", "b"], ["a", "b"],
      ["--catalog", "-o"], ["-o", "-"], ["--catalog", ""], [""], ["help"], ["design"], ["lint"],
      ["--catalog", "a", "lint"], ["designs"], ["version"], ["--plain"], ["--", "a"],
      ["--policy", "a"], ["--catalo", "a"],
    ])
  func left(arguments: [String]) { #expect(plain(arguments) == nil, "\(arguments)") }

  @Test("Whatever is understood asks for what the parser would ask for")
  func generated() {
    var random = SeededRandom()
    let words = [
      "--catalog", "--catalog", "-o", "--output", "a.json", "b", "design", "scopes", "help", "-",
      "--plain", "--", "", "--catalog=b", "-ob", "---completion", "caf\u{E9}", "a b", "catalog",
    ]
    var understood = 0
    for _ in 0..<3_000 {
      let arguments = (0..<random.next(below: 6)).map { _ in words[random.next(below: words.count)]
      }
      guard let request = plain(arguments) else { continue }
      understood += 1
      #expect("\(request)" == parsed(arguments).map { "\($0)" }, "\(arguments): \(random)")
    }
    #expect(understood > 300, "\(random)")
  }
}
