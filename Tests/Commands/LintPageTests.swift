import TerminalHarness
import Testing

/// The command that lint prints for the page of a rule shows that page.
struct LintPageTests {
  private static let rule = """
    {
      "$schema": "urn:keywright:policy:1",
      "combinations": [
        {
          "id": "desk-looks", "title": "The desk looks", "severity": "warning", "all": ["SCOPE"],
          "message": "The desk may not look.", "confidence": "documented"
        }
      ]
    }
    """

  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.home.write(Catalogs.small, to: "small.json")
    try desk.home.write(
      """
      {"$schema":"urn:keywright:manifest:1","catalog":{"id":"small","version":"1"},"scopes":["a.view"]}
      """, to: "small.key.json")
    try desk.home.write(LintFixture.faulty, to: "shop.key.json")
  }

  /// The commands that lint names, by rule; each is run as it is printed, and has to show its page.
  private func pages(_ arguments: String...) throws -> [String: String] {
    var commands: [String: String] = [:]
    for line in try desk.run(["lint"] + arguments).lines {
      guard let command = line.firstRange(of: "page: keywright ") else { continue }
      let words = String(line[command.upperBound...])
      let run = try desk.shell("$0 \(words)")
      let rule = String(words.split(separator: " ").dropFirst().first ?? "")
      #expect(run.status == .exited(0) && run.outputText.hasPrefix("\(rule) ("), "\(words)")
      commands[rule] = words
    }
    return commands
  }

  @Test func `for the platform that is taken without a name the rule is enough`() throws {
    let pages = try pages("shop.key.json")
    #expect(pages["unpaid-delivery"] == "explain unpaid-delivery")
  }

  @Test func `a catalog that was added is named by its id, one of a file by its path`() throws {
    let file = try pages("--catalog", "small.json", "small.key.json")
    #expect(file["vague-label"] == "explain vague-label --catalog small.json")
    try #require(desk.run("catalog", "add", "small.json").status == .exited(0))
    let id = try pages("small.key.json")
    #expect(id["vague-label"] == "explain vague-label --catalog small")
  }

  @Test func `a rule of the policy is named with it, others are not`() throws {
    try desk.home.write(
      Self.rule.replacing("SCOPE", with: "stores.orders.view"), to: "our team's.json")
    let pages = try pages("--policy", "our team's.json", "shop.key.json")
    #expect(pages["desk-looks"] == #"explain desk-looks --policy 'our team'\''s.json'"#)
    #expect(pages["unpaid-delivery"] == "explain unpaid-delivery")
  }

  @Test func `a policy that was found, for a platform that has to be named`() throws {
    try desk.home.write(Self.rule.replacing("SCOPE", with: "a.view"), to: "keys/.keywright.json")
    try desk.home.write(desk.home.read("small.key.json") ?? [], to: "keys/small.key.json")
    try #require(desk.run("catalog", "add", "small.json").status == .exited(0))
    let pages = try pages("keys/small.key.json")
    #expect(
      pages["desk-looks"]
        == "explain desk-looks --catalog small --policy \(desk.home.path)/keys/.keywright.json")
  }
}
