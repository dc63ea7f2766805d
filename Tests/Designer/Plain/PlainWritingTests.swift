import Documents
import Keys
import TestSupport
import Testing

@testable import Designer

/// Details, acceptances, writing and leaving in lines.
@Suite struct PlainWritingTests {
  @Test("Details are set, said again, shown and cleared one by one")
  func details() throws {
    var robot = try PlainRobot()
    robot.type("label fulfilment bot")
    #expect(robot.details.label == "fulfilment bot" && robot.lines.first == "Label: fulfilment bot")
    robot.type(
      "purpose Marks paid orders", "addresses 203.0.113.7 2001:db8::/48", "rotate 2027-02-01")
    robot.type("details")
    #expect(
      robot.lines == [
        "Label: fulfilment bot", "Purpose: Marks paid orders",
        "Addresses: 203.0.113.7, 2001:db8::/48", "Rotate by: 2027-02-01", "Owner: none",
      ])
    robot.type("label")
    #expect(robot.lines == ["Label: fulfilment bot"])
    robot.type("clear label")
    #expect(robot.details.label.isEmpty && robot.lines.first == "Label: none")
    robot.type("undo")
    #expect(robot.details.label == "fulfilment bot")
  }

  @Test(
    "A detail that is wrong is refused with the reason",
    arguments: [
      ("addresses 203.0.113.300", "\"203.0.113.300\" is not an address or range"),
      (
        "rotate 2027-13-01",
        "\"2027-13-01\" is not a day; write it as YYYY-MM-DD, or as 90d from today"
      ),
      (
        "clear everything",
        "Write clear label, clear purpose, clear addresses, clear rotate or clear owner."
      ),
    ])
  func wrongDetails(line: String, answer: String) throws {
    var robot = try PlainRobot()
    robot.type(line)
    #expect(robot.said == answer && !robot.session.state.hasUnsavedChanges)
  }

  @Test(
    "What is too long for a detail or a path is refused, not cut",
    arguments: ["label", "purpose", "addresses", "write"])
  func tooLong(command: String) throws {
    var robot = try PlainRobot()
    let addresses = Array(repeating: "203.0.113.7", count: 400).joined(separator: " ")
    robot.type("\(command) \(addresses)")
    #expect(robot.said == "That is too long: at most 4096 characters.")
    #expect(robot.details == KeyDetails() && robot.session.state.mode == .browsing)
  }

  /// The path of the write that was asked for.
  private func path(_ robot: PlainRobot) -> String? {
    guard case .write(_, let path, _)? = robot.effects.first else { return nil }
    return path
  }

  @Test("A hyphen is standard output, as on a command line, and no file's name")
  func standardOutput() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.view", "write -")
    guard case .quit(.written)? = robot.effects.first else {
      Issue.record("the key does not go to standard output: \(robot.effects)")
      return
    }
    #expect(robot.session.state.output == robot.session.state.encoded)
    #expect(robot.session.state.lastWrite?.hasSuffix("to standard output") == true)
  }

  @Test("The spaces of a path are written as they are")
  func spacesOfAPath() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.view", "  write\ta  b.json ")
    #expect(path(robot) == "a  b.json")
  }

  @Test("Where a write to another path comes to nothing, the next goes where it went before")
  func refusedPath() throws {
    for answer in ["back", "write other.json"] {
      var robot = try PlainRobot(Robot(target: .file(path: "p.json", known: nil)))
      robot.type("tick stores.view", "write exist.json")
      try robot.answerWrite(.success(.changedOnDisk))
      robot.type(answer)
      if answer != "back" {
        #expect(path(robot) == "other.json")
        try robot.answerWrite(.failure(ModelError(problem: "no", remedy: "Do")))
      }
      robot.type("write")
      #expect(path(robot) == "p.json")
    }
  }

  @Test("A key that was written elsewhere stays there")
  func writtenElsewhere() throws {
    var robot = try PlainRobot(Robot(target: .file(path: "p.json", known: nil)))
    robot.type("tick stores.view", "write other.json")
    try robot.answerWrite(.success(.written))
    robot.type("tick stores.orders.view", "write")
    #expect(path(robot) == "other.json")
  }

  @Test("A risk is accepted with a reason, a name and a day; wrong answers are asked again")
  func acceptingOne() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.orders.deliver", "fix 1", "findings")
    let number = try #require(
      robot.lines.first { $0.contains("unpaid-delivery") }?.split(separator: " ").first)
    robot.type("accept \(number)")
    #expect(robot.session.prompt == "Reason: ")
    robot.type("")
    #expect(robot.said == "Say why the risk is taken." && robot.session.prompt == "Reason: ")
    robot.type("Cash on pickup")
    #expect(robot.session.prompt == "Your name [Robin]: ")
    robot.type("")
    #expect(robot.session.prompt == "Until: ")
    robot.type("never")
    #expect(robot.said.contains("YYYY-MM-DD"))
    robot.type("2027-01-31")
    #expect(robot.lines.first == "accepted unpaid-delivery")
    let acceptance = try #require(robot.details.accepted.first)
    #expect(acceptance.reason == "Cash on pickup" && acceptance.by == "Robin")
    #expect(acceptance.until == CalendarDate("2027-01-31"))
    #expect(robot.session.prompt == "> ")
  }

  @Test("A key with errors is written once the word is typed and a reason is given")
  func errorsAskForTheWord() throws {
    let text = TestManifest.text(scopes: ["stores.view", "x.y"], label: "bot")
    var robot = PlainRobot(try Robot(opening: text))
    robot.type("tick stores.orders.view", "write")
    #expect(robot.said.contains("error unknown-scope") && robot.session.prompt == "Type accept: ")
    robot.type("yes")
    #expect(robot.said == "Type the word accept to go on." && robot.effects.isEmpty)
    robot.type("accept", "Known to the platform", "", "")
    #expect(robot.details.accepted.map(\.rule) == ["unknown-scope"])
    try robot.answerWrite(.success(.written))
    #expect(robot.said.hasPrefix("wrote 3 scopes") && robot.session.prompt == "> ")
    robot.type("quit")
    #expect(robot.effects == [.quit(.written)])
  }

  @Test("cancel leaves the form, and nothing is accepted or written")
  func cancel() throws {
    let text = TestManifest.text(scopes: ["stores.view", "x.y"], label: "bot")
    var robot = PlainRobot(try Robot(opening: text))
    robot.type("write", "accept", "cancel")
    #expect(robot.said == "Nothing is accepted, nothing is written.")
    #expect(robot.details.accepted.isEmpty && robot.session.prompt == "> ")
    robot.type("tick stores.orders.view")
    #expect(robot.chosen == ["stores.view", "stores.orders.view"])
  }

  @Test("Leaving asks while there are changes: write, discard or stay")
  func leaving() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.view", "quit")
    #expect(robot.said == "There are changes that are not written.")
    #expect(robot.session.prompt == "write, discard or stay? ")
    robot.type("what")
    #expect(robot.session.prompt == "write, discard or stay? " && robot.effects.isEmpty)
    robot.type("stay")
    #expect(robot.session.prompt == "> " && robot.effects.isEmpty)
    robot.type("quit", "discard")
    #expect(robot.effects == [.quit(.left)])
  }

  @Test("The end of the input leaves without writing, and says so; a person is asked first")
  func endOfInput() throws {
    var robot = try PlainRobot()
    robot.end()
    #expect(robot.effects == [.quit(.left)] && robot.lines.isEmpty)
    robot.type("tick stores.view")
    robot.end()
    #expect(robot.said == "Left; the changes are not written.")
    #expect(robot.effects == [.quit(.left)])
    robot.end(mayAsk: true)
    #expect(robot.effects.isEmpty && robot.session.prompt == "write, discard or stay? ")
    robot.end(mayAsk: true)
    #expect(robot.effects == [.quit(.left)])
  }

  @Test("A file that stands there already is replaced only when that is said")
  func overwriting() throws {
    var robot = try PlainRobot()
    robot.type("tick stores.view", "write other.json")
    guard case .write(_, "other.json", .absent)? = robot.effects.first else {
      Issue.record("\(robot.effects)")
      return
    }
    try robot.answerWrite(.success(.changedOnDisk))
    #expect(robot.said.hasPrefix("other.json exists already."))
    robot.type("perhaps")
    #expect(robot.effects.isEmpty)
    robot.type("back")
    #expect(robot.said == "Nothing is written." && robot.session.prompt == "> ")
    robot.type("write")
    try robot.answerWrite(.success(.changedOnDisk))
    robot.type("replace")
    guard case .write(_, "other.json", .anything)? = robot.effects.first else {
      Issue.record("\(robot.effects)")
      return
    }
    try robot.answerWrite(.failure(ModelError(problem: "no space", remedy: "Free some")))
    #expect(robot.said.contains("no space") && robot.session.state.hasUnsavedChanges)
  }

  @Test("Random lines leave the state whole, and undo leads back to the start")
  func randomLines() throws {
    var generator = SeededRandom(seed: 7)
    let words = PlainCommand.table.map { $0.names[0] }.filter { !["write", "quit"].contains($0) }
    let arguments = [
      "", "1", "3-9", "stores", "refund", "c3", "u1", "accept", "2027-01-01", "漢 \u{1B}",
    ]
    for _ in 0..<30 {
      var robot = try PlainRobot()
      let start = robot.session.state.editor.design
      var lines: [String] = []
      for _ in 0..<60 {
        let line =
          (words.randomElement(using: &generator) ?? "") + " "
          + (arguments.randomElement(using: &generator) ?? "")
        lines.append(line)
        robot.type(line)
        #expect(Invariants.problems(robot.session.state) == [], "seed 7, \(lines)")
      }
      robot.type("cancel")
      while robot.session.state.editor.nextUndo != nil { robot.type("undo") }
      #expect(robot.session.state.editor.design == start, "seed 7, \(lines)")
      #expect(Invariants.costlyProblems(robot.session.state) == [], "seed 7, \(lines)")
    }
  }
}
