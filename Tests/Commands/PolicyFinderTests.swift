import Catalogs
import Documents
import Judgement
import TerminalHarness
import Testing

@testable import keywright

/// A policy is decoded once, and other catalogs are read only where it names them.
struct PolicyFinderTests {
  private final class Count { var value = 0 }

  private func finder(_ members: String, _ count: Count) throws -> (PolicyFinder, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      #"{"$schema":"urn:keywright:policy:1",\#(members)}"#, to: "policy.json")
    let finder = PolicyFinder(named: path) { _ in
      count.value += 1
      return (try? Catalog(decoding: Array(Catalogs.small.utf8))).map { [$0] } ?? []
    }
    return (finder, folder)
  }

  @Test func `a policy about the keys' own platform reads no other catalog`() throws {
    let (count, catalog) = (Count(), try CommandSamples.komerza())
    var (finder, folder) = try finder(#""forbiddenScopes":["stores.view"]"#, count)
    let policy = try finder.policy(for: "a.json", of: catalog)
    #expect(policy?.forbiddenScopes == ["stores.view"] && count.value == 0)
    try folder.write("damaged", to: "policy.json")
    #expect(try finder.policy(for: "b.json", of: catalog)?.forbiddenScopes == ["stores.view"])
  }

  @Test func `a policy about another platform reads the others once`() throws {
    let (count, catalog) = (Count(), try CommandSamples.komerza())
    var (finder, folder) = try finder(#""forbiddenScopes":["a.view","a.delete"]"#, count)
    for name in ["a.json", "b.json"] {
      #expect(try finder.policy(for: name, of: catalog)?.forbiddenScopes == ["a.view", "a.delete"])
    }
    #expect(count.value == 1)
    try folder.write(
      #"{"$schema":"urn:keywright:policy:1","forbiddenScopes":["a.veiw"]}"#, to: "2.json")
    var misspelled = PolicyFinder(named: folder.file("2.json")) { _ in [] }
    let error = #expect(throws: ModelError.self) {
      try misspelled.policy(for: "a.json", of: catalog)
    }
    #expect(error?.problem == #"no catalog has the scope "a.veiw""#)
  }
}
