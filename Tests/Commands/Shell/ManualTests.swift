import TerminalHarness
import Testing

/// The manual pages, as the tools that read them see them.
struct ManualTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `each command has a page with all of its options`() throws {
    let run = try desk.shell("mkdir man && \"$0\" manual -o man && ls man")
    #expect(run.status == .exited(0), "\(run.errorText)")
    let names = run.lines.map(String.init)
    for name in ["keywright.1", "keywright-lint.1", "keywright-catalog-import.1"] {
      #expect(names.contains(name))
    }
    for name in names where name != "keywright.1" {
      let words = name.dropLast(2).split(separator: "-").dropFirst().map(String.init)
      let help = try desk.run(words + ["--help"]).outputText
      let options = help.split { " ,/\n[]<>()`".contains($0) }.filter { $0.hasPrefix("--") }
        .map { $0.prefix { $0 == "-" || $0.isLetter } }
      let page = (desk.text("man/\(name)") ?? "").replacing("\\-", with: "-")
      for option in options where option.count > 2 {
        #expect(page.contains(option), "\(name): \(option)")
      }
    }
    let lint = try desk.run("manual", "lint").outputText
    #expect(lint == desk.text("man/keywright-lint.1"))
    #expect(lint.contains(".SH EXAMPLES\n.nf\nkeywright lint keys/*.key.json\n"))
  }

  @Test func `what is no command has no page`() throws {
    let run = try desk.run("manual", "lnit")
    #expect(run.status == .exited(64))
    #expect(run.errorText.contains("There is no command \"lnit\""))
  }

  private static func has(_ program: String) -> Bool {
    (try? CommandRun(
      "bash", ["-c", "command -v \(program)"], environment: cleanEnvironment(home: "/tmp")))?
      .status == .exited(0)
  }

  @Test(.enabled("needs mandoc: apt-get install mandoc") { has("mandoc") })
  func `mandoc has nothing to say of them`() throws {
    let run = try desk.shell(
      "mkdir man && \"$0\" manual -o man && mandoc -T lint man/*.1 | grep -v 'referenced manual not found'"
    )
    #expect(run.outputText == "" && run.errorText == "")
  }

  @Test(.enabled("needs groff: apt-get install groff-base") { has("groff") })
  func `groff has nothing to say of them`() throws {
    let run = try desk.shell(
      "mkdir man && \"$0\" manual -o man && for f in man/*.1; do groff -ww -man -Tutf8 $f; done")
    #expect(run.status == .exited(0) && run.errorText == "")
    #expect(run.outputText.contains("--fail-on"))
  }
}
