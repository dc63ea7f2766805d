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
        + "1 of its scopes is unknown now\n")
  }

  @Test func `a key of GitHub's classic tokens that names github is sent to their catalog`() throws
  {
    let manifest = """
      { "$schema": "urn:keywright:manifest:1", "catalog": { "id": "github", "version": "2026-11" },
      "label": "sync", "scopes": ["user", "read:user"] }
      """
    let lint = try run(manifest)
    #expect(lint.status == .exited(1))
    #expect(
      lint.errorText == "keywright: a.json: made with github 2026-11, and this is 2026-11-30: "
        + "2 of its scopes are unknown now; its scopes are of github-classic: "
        + "name that catalog in it\n")
    #expect(
      lint.outputText.contains(
        "The catalog github has no scope of this id: it is one of github-classic."))
    #expect(lint.outputText.contains("remedy: Name the catalog github-classic in the manifest\n"))
    let fixture = try LintFixture()
    let explained = try fixture.run("explain", "read:org", "--catalog", "github")
    #expect(
      explained.errorText.hasSuffix("It is a scope of another catalog: --catalog github-classic.\n")
    )
    let exported = try fixture.run("export", "--scope", "user", "--catalog", "github")
    #expect(
      exported.errorText.contains("The catalog github-classic has it: --catalog github-classic"))
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
