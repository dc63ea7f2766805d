import TerminalHarness
import Testing

/// What GitHub Actions reads: one workflow command a line, and nothing that a file could add.
struct LintGitHubTests {
  @Test func `each finding is an annotation on the scope's line`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(LintFixture.faulty, to: "a.json")
    let run = try fixture.run("lint", "--format", "github", "a.json")
    #expect(run.status == .exited(1))
    #expect(
      run.outputText == """
        ::error file=a.json,line=9,title=Keywright%3A free-goods-order-deliver::stores.orders.create, \
        stores.orders.deliver: Creates an order and forces its delivery: goods leave unpaid.
        ::warning file=a.json,line=10,title=Keywright%3A unpaid-delivery::stores.orders.deliver: \
        Delivers orders that nobody paid for, and approves custom payments.

        """)
  }

  @Test func `a manifest that cannot be read is an annotation as well`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write("{\n  \"label\": \n", to: "cut.json")
    try fixture.folder.write(
      LintFixture.clean.replacing("203.0.113.7", with: "100%"), to: "a,b:c.json")
    try fixture.folder.write(LintFixture.clean, to: "clean.json")
    let run = try fixture.run(
      "lint", "--format", "github", "clean.json", "cut.json", "a,b:c.json", "-", "gone.json")
    #expect(run.status == .exited(2))
    #expect(
      run.outputText == """
        ::error file=cut.json,line=3::at label: the document ends too early. It seems to be cut off: \
        get the whole of it.
        ::error file=a%2Cb%3Ac.json,line=5::at ipAddresses[0]: "100%25" is not an address. Write an \
        IPv4 or IPv6 address or range, such as 203.0.113.7 or 2001:db8::/48.
        ::error file=-,line=1::the document is empty. Give a JSON document.
        ::error file=gone.json,line=1::the file cannot be read: No such file or directory. Check the \
        path.

        """)
    #expect(run.errorText.split(separator: "\n").count == 4)
  }

  @Test func `a policy that cannot be read is the file at fault`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write("{", to: ".keywright.json")
    let run = try fixture.run(
      "lint", "--format", "github", "-", input: Array(LintFixture.clean.utf8))
    #expect(run.status == .exited(2))
    #expect(run.lines.count == 1)
    #expect(run.outputText.contains("/.keywright.json,line=1::"))
  }

  @Test func `a hostile path ends no command and starts none`() throws {
    let fixture = try LintFixture()
    let name = "a%0A::error::x,line=1:b\r\n::set-env name=x::y\u{1B}.json"
    try fixture.folder.write(LintFixture.faulty, to: name)
    let run = try fixture.run("lint", "--format", "github", name)
    let lines = run.outputText.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 3 && lines.last == "")
    for line in lines.dropLast() {
      #expect(line.hasPrefix("::error file=a") || line.hasPrefix("::warning file=a"), "\(line)")
      #expect(line.contains(" file=a%250A%3A%3Aerror%3A%3Ax%2Cline=1%3Ab"), "\(line)")
      #expect(line.components("::") == 3, "\(line)")
    }
    #expect(!run.output.contains(0x1B) && !run.output.contains(0x0D))
  }

  @Test func `a hostile scope is told in one line`() throws {
    let fixture = try LintFixture()
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "x%0A::error::y"]), to: "a.json")
    let run = try fixture.run("lint", "--format", "github", "a.json")
    let lines = run.outputText.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.contains("x%250A::error::y") == true)
  }

  @Test func `an accepted finding is no annotation`() throws {
    let fixture = try LintFixture()
    let accepted = """
      ,
        "accepted": [{ "rule": "unpaid-delivery", "scopes": ["stores.orders.deliver"], "reason": "r", "by": "b" }]
      """
    try fixture.folder.write(
      LintFixture.manifest(["stores.orders.view", "stores.orders.deliver"], more: accepted),
      to: "a.json")
    #expect(try fixture.run("lint", "--format", "github", "a.json").output == [])
  }
}

extension StringProtocol {
  /// In how many parts a mark cuts the text.
  fileprivate func components(_ mark: String) -> Int {
    var count = 1
    var rest = self[...]
    while let range = rest.firstRange(of: mark) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
