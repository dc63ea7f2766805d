import TerminalHarness
import Testing

/// `-o` never writes over what the command reads.
struct OutputFileTests {
  let desk: Desk
  private static let description = """
    openapi: 3.0.0
    info: {title: Acme, version: "1"}
    components: {securitySchemes: {o: {type: oauth2, flows: {implicit: {scopes: {a: A}}}}}}
    paths: {/a: {get: {security: [{o: [a]}]}}}

    """
  private static let overlay = #"{"$schema": "urn:keywright:overlay:1"}"#
  private static let archive =
    #"{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"/user"}}]}}"#
  private static let log = "::1 - - [23/Nov/2026:10:00:00 +0000] \"GET /user HTTP/1.1\" 200 5\n"

  init() throws { desk = try Desk() }

  /// A command that reads `input`, and what stands in it.
  static let commands = [
    ("need --har input", archive), ("need --log input", log), ("need --log - < input", log),
    ("need --curl input", "curl https://api.komerza.com/user"),
    ("catalog import input", description), ("catalog import - < input", description),
    ("catalog import other.yaml --overlay input", overlay),
  ]

  @Test(arguments: commands, ["input", "./input", "soft", "hard"])
  func `a file that is read is not written, by whatever path`(
    command: (String, String), output: String
  ) throws {
    try desk.home.write(command.1, to: "input")
    try desk.home.write(Self.description, to: "other.yaml")
    let run = try desk.shell("ln -s input soft; ln input hard; \"$0\" \(command.0) -o \(output)")
    #expect(run.status == .exited(2) && run.output.isEmpty)
    #expect(
      run.errorText
        == "keywright: \(output): the command reads this very file, so it was not written. Name "
        + "another with -o.\n")
    #expect(desk.text("input") == command.1)
  }

  @Test(arguments: commands)
  func `another file with the same bytes is written`(command: (String, String)) throws {
    try desk.home.write(command.1, to: "input")
    try desk.home.write(Self.description, to: "other.yaml")
    let run = try desk.shell("cp input copy; \"$0\" \(command.0) -o copy")
    #expect(run.status == .exited(0), "\(run.errorText)")
    #expect(desk.text("copy") != command.1 && desk.text("input") == command.1)
  }
}
