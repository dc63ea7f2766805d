import TerminalHarness
import Testing

/// `keywright diff` reads each key with the catalog that it names.
struct DiffCatalogTests {
  private static let newer = Catalogs.small
    .replacing(#""version": "1""#, with: #""version": "2""#)
    .replacing(
      #""requires": [["a.view"]] }"#,
      with:
        #""requires": [["a.view"]] }, { "method": "GET", "path": "/b", "requires": [["a.view"]] }"#)

  private static func key(_ catalog: String, _ version: String, _ scope: String) -> String {
    """
    {
      "$schema": "urn:keywright:manifest:1",
      "catalog": {
        "id": "\(catalog)", "version": "\(version)"
      },
      "scopes": ["\(scope)"]
    }
    """
  }

  /// A desk at which the small catalog is added in both versions.
  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.home.write(Catalogs.small, to: "1.json")
    try desk.home.write(Self.newer, to: "2.json")
    for file in ["1.json", "2.json"] {
      try #require(desk.run("catalog", "add", file).status == .exited(0))
    }
    try desk.home.write(Self.key("small", "1", "a.view"), to: "old.key.json")
    try desk.home.write(Self.key("small", "2", "a.view"), to: "new.key.json")
    return desk
  }

  @Test
  func `two versions that are here are each read, so that a call that now asks less is gained`()
    throws
  {
    let run = try desk().run("diff", "old.key.json", "new.key.json")
    #expect(run.status == .exited(1))
    #expect(run.outputText.contains("Calls\n  + GET /b\n"))
    #expect(!run.outputText.contains("GET /a\n"))
    #expect(run.outputText.contains("Catalog version: 1 -> 2 (each is read with its own)"))
    #expect(run.outputText.contains("Widened: 1 open call more."))
  }

  @Test func `a version that is gone is read with the catalog that is here`() throws {
    let desk = try desk()
    try desk.home.write(Self.key("small", "0", "a.view"), to: "old.key.json")
    let run = try desk.run("diff", "old.key.json", "new.key.json")
    #expect(run.status == .exited(0))
    #expect(
      run.outputText.contains(
        "Catalog version: 0 -> 2 (each is read with the catalog that is here)"))
  }

  @Test func `a catalog named on the command line is the one for both`() throws {
    let run = try desk().run("diff", "old.key.json", "new.key.json", "--catalog", "small")
    #expect(run.status == .exited(0) && !run.outputText.contains("Calls"))
  }

  @Test func `a policy may name what only the newer version has`() throws {
    let desk = try desk()
    try desk.home.write(
      Self.newer.replacing("a.delete", with: "a.erase").replacing(#""2""#, with: #""3""#),
      to: "3.json")
    try #require(desk.run("catalog", "add", "3.json").status == .exited(0))
    try desk.home.write(Self.key("small", "3", "a.erase"), to: "new.key.json")
    try desk.home.write(
      #"{"$schema":"urn:keywright:policy:1","forbiddenScopes":["a.erase"]}"#,
      to: ".keywright.json")
    let run = try desk.run("diff", "old.key.json", "new.key.json")
    #expect(run.status == .exited(1) && run.outputText.contains("+ error forbidden-scope"))
  }

  @Test func `keys of two platforms are an error at the new one's catalog`() throws {
    let desk = try desk()
    try desk.home.write(Self.key("komerza", "2026-06-24", "stores.view"), to: "other.key.json")
    let run = try desk.run("diff", "other.key.json", "old.key.json")
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(
      run.errorText
        == "keywright: old.key.json:4: at catalog.id: this is a key of \"small\", and "
        + "other.key.json is one of \"komerza\". Compare keys of one platform, or each of these "
        + "with none.\n")
    let piped = try desk.run(
      "diff", "old.key.json", "-", input: Self.key("komerza", "2026-06-24", "stores.view"))
    #expect(piped.errorText.hasPrefix("keywright: standard input:4: at catalog.id: this is"))
  }

  @Test func `lint reads keys of several platforms at once, each with its own`() throws {
    let desk = try desk()
    try desk.home.write(Self.key("komerza", "2026-06-24", "stores.view"), to: "other.key.json")
    let run = try desk.run("lint", "other.key.json", "old.key.json")
    #expect(run.errorText == "" && run.status == .exited(0))
    #expect(run.outputText.contains("other.key.json\n"))
    #expect(run.outputText.contains("old.key.json\n"))
  }

  @Test(arguments: [
    ["lint", "old.key.json"], ["diff", "old.key.json", "old.key.json"], ["split", "old.key.json"],
    ["probe", "old.key.json"], ["explain", "blind-write", "--manifest", "old.key.json"],
    ["design", "--plain", "old.key.json"],
  ])
  func `a catalog of another platform than the key's is an error, and not passed over`(
    arguments: [String]
  ) throws {
    let desk = try desk()
    let run = try desk.run(arguments + ["--catalog", "github"])
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(
      run.errorText
        == "keywright: old.key.json:4: at catalog.id: the manifest is of the catalog \"small\", and "
        + "the one named for it is \"github\". Name that of the manifest, or leave --catalog out.\n"
    )
    let own = try desk.run(arguments + ["--catalog", "1.json"])
    #expect(!own.errorText.contains("the one named"), "\(own.errorText)")
  }

  @Test func `lint with a catalog reports the keys that are of it, and names the others`() throws {
    let desk = try desk()
    try desk.home.write(Self.key("komerza", "2026-06-24", "stores.view"), to: "other.key.json")
    let run = try desk.run("lint", "other.key.json", "old.key.json", "--catalog", "1.json")
    #expect(run.status == .exited(2) && run.outputText.contains("\nold.key.json\n"))
    #expect(run.errorText.hasPrefix("keywright: other.key.json:4: at catalog.id: the manifest is"))
  }
}
