import Catalogs
import Documents
import TerminalHarness
import Testing

/// Who accepts a risk is proposed from the person's own git configuration.
struct AcceptedByTests {
  /// Who has accepted the risk in the manifest after its first finding was accepted in lines, with an
  /// empty line for the name.
  private func acceptedBy(
    files: [String: String], environment: [String: String] = [:]
  ) throws -> (by: String?, until: String?) {
    let fixture = try LintFixture()
    for (name, text) in files { try fixture.folder.write(text, to: name) }
    let manifest = LintFixture.manifest(["stores.coupons.view", "stores.coupons.update"])
    try fixture.folder.write(manifest, to: "a.key.json")
    let run = try fixture.run(
      "design", "a.key.json", "--plain",
      input: Array("accept 1\nThe campaign\n\n90d\nwrite\nquit\n".utf8),
      environment: environment)
    #expect(run.status == .exited(0), "\(run.outputText) \(run.errorText)")
    let bytes = try DocumentFile.read(fixture.folder.path + "/a.key.json")
    let accepted = try JSONDocument(parsing: bytes).root["accepted"]?.elements.first
    return (accepted?["by"]?.string, accepted?["until"]?.string)
  }

  @Test(arguments: [
    ("[user]\n\tname = Ada Lovelace\n", "Ada Lovelace"),
    ("[core]\nname = no\n[USER]\nemail=a@b.c\nName = \"Ada \\\"L\\\"\" ; hers\n", "Ada \"L\""),
    ("[user \"other\"]\nname = no\n", "robin"), ("[user]\nname = \u{1B}[31mred\n", "robin"),
    ("[include]\n\tpath = other\n", "robin"), ("", "robin"),
  ])
  func `the name of git's user, and that of the system where there is none`(
    config: String, name: String
  ) throws {
    let accepted = try acceptedBy(
      files: [".gitconfig": config, "other": "[user]\nname = Included\n"],
      environment: ["USER": "robin"])
    #expect(accepted.by == name)
    // 2026-12-01 and 90 days.
    #expect(accepted.until == "2027-03-01")
  }

  @Test func `a repository's own configuration is not read`() throws {
    let accepted = try acceptedBy(
      files: [".git/config": "[user]\nname = Mallory\n"], environment: ["USER": "robin"])
    #expect(accepted.by == "robin")
  }
}
