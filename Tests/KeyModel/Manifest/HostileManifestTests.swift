import Documents
import Judgement
import Keys
import Testing

/// Whatever is wrong with a manifest is a located error or a finding, and nothing ever stops the
/// program.
struct HostileManifestTests {
  private func decode(_ bytes: [UInt8]) throws(ModelError) -> Manifest {
    try Manifest(decoding: bytes) { _ in Samples.komerza }
  }

  private func error(_ text: String) -> ModelError? {
    do {
      _ = try decode(Array(text.utf8))
      return nil
    } catch {
      return error
    }
  }

  private func manifest(_ member: String, scopes: String = "\"stores.orders.view\"") -> String {
    """
    {
      "$schema": "urn:keywright:manifest:1",
      "catalog": { "id": "komerza", "version": "1" },
      \(member)
      "scopes": [\(scopes)]
    }
    """
  }

  @Test func `a manifest cut anywhere is no manifest, and the place is said`() throws {
    let bytes = Array(Samples.manifestText.utf8)
    let end = try #require(bytes.lastIndex(of: UInt8(ascii: "}")))
    for count in 0...end {
      do {
        _ = try decode(Array(bytes[..<count]))
        Issue.record("cut behind \(count) bytes it passes")
      } catch {
        #expect(count == 0 || error.place != nil, "\(count)")
      }
    }
    _ = try decode(Array(bytes[...end]))
  }

  @Test(arguments: [
    "\"rotateBy\": \"2027-02-30\",", "\"rotateBy\": \"2027-13-01\",", "\"rotateBy\": \"\",",
    "\"rotateBy\": 20270201,", "\"ipAddresses\": [\"300.1.1.1\"],",
    "\"ipAddresses\": [\"::/129\"],", "\"ipAddresses\": [\"1.2.3.4/33\"],",
    "\"ipAddresses\": [null],", "\"ipAddresses\": {},", "\"label\": [],",
    "\"label\": \"\\u001b[31m\",", "\"purpose\": \"a\\nb\",", "\"operations\": [1],",
    "\"accepted\": [{}],", "\"accepted\": [{ \"rule\": \"x\" }],", "\"accepted\": null,",
  ])
  func `a member that makes no sense is an error on its line`(member: String) {
    #expect(error(manifest(member))?.place?.line == 4)
  }

  @Test func `bytes that are no UTF-8 are an error at their place`() throws {
    var bytes = Array(manifest("\"label\": \"ab\",").utf8)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "b")))
    for byte: UInt8 in [0x80, 0xC0, 0xED, 0xF5, 0xFF] {
      bytes[place] = byte
      #expect(throws: ModelError.self) { try decode(bytes) }
    }
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `deep nesting is an error`(opening: String) {
    let deep = String(repeating: opening, count: 100_000)
    #expect(error(deep)?.place != nil)
    #expect(error(manifest("\"x\": " + deep))?.place?.line == 4)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a scope that is listed a hundred thousand times is an error`() {
    let scopes = Array(repeating: "\"stores.orders.view\"", count: 100_000).joined(separator: ",")
    #expect(error(manifest("", scopes: scopes))?.problem.contains("listed twice") == true)
  }

  @Test(.timeLimit(.minutes(1)))
  func `ten megabytes of scopes are findings`() throws {
    let long = String(repeating: "x", count: 250)
    let scopes = (0..<40_000).map { "\"\(long)\($0)\"" }.joined(separator: ",")
    let design = try decode(Array(manifest("", scopes: scopes).utf8)).original
    let findings = Findings(rules: Samples.rules, design: design, today: Samples.today)
    #expect(findings.counts.error == 40_000)
  }
}
