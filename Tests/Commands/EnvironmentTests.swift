import TerminalHarness
import Testing

/// What the environment says of the day and of how the designer works.
@Suite struct EnvironmentTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.home.write(LintFixture.manifest(["stores.orders.view"]), to: "key.json")
  }

  private func run(_ arguments: [String], _ changes: [String: String]) throws -> CommandRun {
    try CommandRun(
      desk.program, arguments, environment: desk.environment.merging(changes) { $1 },
      directory: desk.home.path)
  }

  @Test(
    "A day that is none is an error wherever a day is needed, and never today",
    arguments: [
      ["lint", "key.json"], ["export", "--scope", "stores.view"], ["diff", "key.json", "key.json"],
      ["split", "key.json"], ["probe", "key.json"], ["--plain", "key.json"],
    ])
  func noNumber(arguments: [String]) throws {
    for value in ["abc", "1796083200s", "1.5"] {
      let run = try run(arguments, ["SOURCE_DATE_EPOCH": value])
      #expect(run.status == .exited(2) && run.output.isEmpty)
      #expect(
        run.errorText
          == "keywright: SOURCE_DATE_EPOCH is \"\(value)\", which is not a number of seconds. Set "
          + "SOURCE_DATE_EPOCH to whole seconds since 1970, such as 1796083200, or unset it.\n")
    }
  }

  @Test("Seconds beyond the calendar are an error that says what to set")
  func noDay() throws {
    let run = try run(["lint", "key.json"], ["SOURCE_DATE_EPOCH": "999999999999999999"])
    #expect(run.status == .exited(2))
    #expect(
      run.errorText.hasPrefix("keywright: the clock shows no day of this calendar. Set SOURCE"))
  }

  @Test("A variable that is empty sets no day")
  func emptyDay() throws {
    #expect(try run(["lint", "key.json"], ["SOURCE_DATE_EPOCH": ""]).errorText == "")
  }
}
