import TerminalHarness
import Testing

/// What `lint` says of a manifest on standard error, beside its findings.
struct ManifestNotesTests {
  private func run(_ manifest: String) throws -> CommandRun {
    let fixture = try LintFixture()
    try fixture.folder.write(manifest, to: "a.json")
    return try fixture.run("lint", "a.json")
  }

  @Test func `a manifest of this version with calls that are known needs no note`() throws {
    let run = try run(
      LintFixture.manifest(
        ["stores.orders.view"], more: ",\n  \"operations\": [\"GET /stores/{storeId}/orders\"]"))
    #expect(run.status == .exited(0) && run.errorText == "")
  }

  @Test func `another version is nothing to act on where all is still there`() throws {
    let run = try run(LintFixture.clean.replacing("2026-06-24", with: "1999-01-01"))
    #expect(run.status == .exited(0) && run.errorText == "")
  }

  @Test func `another version is said where something is not there any more`() throws {
    let manifest = LintFixture.manifest(["stores.orders.view", "stores.gone"])
    let run = try run(manifest.replacing("2026-06-24", with: "1999-01-01"))
    #expect(run.status == .exited(1))
    #expect(
      run.errorText == "keywright: a.json: made with komerza 1999-01-01, and this is 2026-06-24: "
        + "1 of its scopes are unknown now\n")
  }

  @Test func `calls that the catalog does not have are named, each with what was meant`() throws {
    let calls = ["orderz", "x1", "x2", "x3"].map { "\"GET /stores/{storeId}/\($0)\"" }
    let run = try run(
      LintFixture.manifest(
        ["stores.orders.view"], more: ",\n  \"operations\": [\(calls.joined(separator: ", "))]"))
    #expect(run.status == .exited(0))
    #expect(
      run.errorText.hasPrefix(
        "keywright: a.json: the catalog has no call GET /stores/{storeId}/orderz "
          + "(perhaps GET /stores/{storeId}/orders)"))
    #expect(run.errorText.hasSuffix(" and 1 more\n"))
  }
}
