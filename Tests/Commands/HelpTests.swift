import TerminalHarness
import Testing

/// Help and version, and how results meet their readers.
@Suite struct HelpTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test(arguments: [
    ["--help"], ["design", "--help"], ["scopes", "-h"], ["export", "--help"], ["diff", "--help"],
    ["split", "--help"], ["probe", "--help"],
  ])
  func helpGoesToStandardOutputWithExamples(arguments: [String]) throws {
    let run = try desk.run(arguments)
    #expect(run.status == .exited(0) && run.error.isEmpty)
    #expect(run.outputText.contains("EXAMPLES\n"))
    #expect(run.outputText.contains("USAGE: keywright"))
  }

  @Test func helpNamesEveryCommandAndTheStatuses() throws {
    let text = try desk.run("--help").outputText
    for word in ["design", "scopes", "export", "130", "64"] { #expect(text.contains(word)) }
  }

  @Test func theVersionIsOneLine() throws {
    let run = try desk.run("--version")
    #expect(run.status == .exited(0) && run.error.isEmpty)
    #expect(run.lines.count == 1 && run.outputText.hasPrefix("keywright "))
  }

  @Test func aReaderThatIsGoneIsNoCrash() throws {
    let gone = "exec 3> >(:); wait $!;"
    // Of a signal that is not ignored, the program dies as any other does.
    for command in ["scopes --format json", "--help", "export --scope stores.view"] {
      let killed = try desk.shell("\(gone) \"$0\" \(command) >&3; exit $?")
      #expect([.exited(0), .exited(141)].contains(killed.status), "\(command)")
      let told = try desk.shell("trap '' PIPE; \(gone) \"$0\" \(command) >&3; exit $?")
      #expect(told.status == .exited(2), "\(command)")
      #expect(!told.errorText.contains("Fatal"))
    }
  }

  @Test(arguments: ["scopes", "scopes --format json", "export --scope stores.view"])
  func aResultThatDoesNotFitIsNoSuccess(command: String) throws {
    for target in ["> /dev/full", ">&-"] {
      let run = try desk.shell("\"$0\" \(command) \(target)")
      #expect(run.status == .exited(2), "\(target)")
      #expect(run.errorText.contains("keywright: standard output cannot be written"), "\(target)")
    }
  }

  @Test func withAllStreamsClosedNothingIsHarmed() throws {
    let run = try desk.shell("\"$0\" design no.json <&- >&- 2>&-; exit $?")
    #expect(run.status == .exited(2))
    #expect(desk.names == [])
  }

  @Test func aLineOfAShellTakesResultsApart() throws {
    let run = try desk.shell(
      "x=$(\"$0\" export --preset dashboard --format ids 2>/dev/null); printf '<%s>' \"$x\"")
    #expect(run.outputText == "<stores.view\nstores.analytics.view>")
  }
}
