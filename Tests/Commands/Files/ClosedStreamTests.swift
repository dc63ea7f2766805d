import TerminalHarness
import Testing

/// What goes to standard output gets there whole, or the program says so and ends with 2.
struct ClosedStreamTests {
  let desk: Desk
  private static let export = #""$0" export --scope stores.view"#

  init() throws { desk = try Desk() }

  @Test(arguments: [
    ">&-", ">&- 2>&-", "<&- >&-", "<&- >&- 2>&-",
  ])
  func `a closed standard output is an error, and its number goes to no other file`(
    closed: String
  ) throws {
    try desk.home.write("before\n", to: "a")
    let run = try desk.shell("\(Self.export) \(closed); echo $?")
    #expect(run.outputText == "2\n")
    if !closed.contains("2>&-") {
      #expect(
        run.errorText
          == "keywright: standard output cannot be written: Bad file descriptor. Check where it "
          + "leads.\n")
    }
    #expect(desk.names == ["a"])
  }

  @Test(arguments: [">&-", "<&-", "2>&-", "<&- >&- 2>&-"])
  func `a file is written whole, whichever streams are closed`(closed: String) throws {
    let run = try desk.shell(
      "\(Self.export) -o a.json \(closed); echo $?; \(Self.export) | cmp - a.json")
    #expect(run.outputText == "0\n", "\(run.errorText)")
    #expect(desk.names == ["a.json"])
  }

  @Test func `a closed standard input is an error where it is to be read`() throws {
    let run = try desk.shell("\"$0\" lint - <&-; echo $?")
    #expect(run.outputText == "2\n")
    #expect(
      run.errorText == "keywright: standard input: the file cannot be read: Bad file descriptor. "
        + "Check the file and its folder.\n")
  }

  @Test(arguments: [
    "export --scope stores.view", "scopes", "scopes --format json", "config show", "manual",
    "--help",
  ])
  func `a reader that has gone is an error where its signal is ignored`(command: String) throws {
    let run = try desk.shell(
      "exec 4> >(:); wait $!; trap '' PIPE; \"$0\" \(command) >&4; echo $?")
    #expect(run.outputText == "2\n")
    #expect(
      run.errorText
        == "keywright: standard output cannot be written: Broken pipe. Check where it leads.\n")
  }

  @Test func `a full device is an error`() throws {
    let run = try desk.shell("\(Self.export) > /dev/full; echo $?")
    #expect(run.outputText == "2\n")
    #expect(run.errorText.contains("No space left on device"))
  }

  @Test func `a file that may not grow is an error, and leaves nothing behind`() throws {
    let long = String(repeating: "long ", count: 400)
    let run = try desk.shell(
      "ulimit -f 1; \(Self.export) --purpose '\(long)x' -o a.json; echo $?;"
        + " \(Self.export) --purpose '\(long)x' > b.json; echo $?")
    #expect(run.outputText == "2\n2\n")
    #expect(
      run.errorText
        == "keywright: a.json: the file cannot be written: File too large. Check the file and its "
        + "folder.\nkeywright: standard output cannot be written: File too large. Check where it "
        + "leads.\n")
    #expect(desk.names == ["b.json"])
  }

  @Test(arguments: ["new.json/", "none/new.json/", "a.json/", "sub/"])
  func `a name that ends in a slash is none of a file`(path: String) throws {
    try desk.home.write("a", to: "a.json")
    try desk.home.write("b", to: "sub/b")
    let run = try desk.run("export", "--scope", "stores.view", "-o", path)
    #expect(run.status == .exited(2))
    #expect(run.saysOneLine && run.errorText.hasPrefix("keywright: \(path): "), "\(run.errorText)")
    #expect(desk.names == ["a.json", "sub", "sub/b"])
    #expect(desk.text("a.json") == "a")
  }

  @Test func `a pipe in the place of the settings is told, and nobody waits for it`() throws {
    let run = try desk.shell(
      "mkdir -p .config/keywright; mkfifo .config/keywright/config.json; \"$0\" config show")
    #expect(run.status == .exited(2))
    #expect(
      run.errorText.hasSuffix("config.json: this is a pipe, not a file. Put a file in its place.\n")
    )
  }
}
