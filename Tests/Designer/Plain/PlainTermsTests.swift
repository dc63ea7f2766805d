import Catalogs
import Keys
import Testing

@testable import Designer

/// Kind, questions, levels, reasons and what is ruled out, in lines.
struct PlainTermsTests {
  private func robot() throws -> PlainRobot {
    PlainRobot(try Robot(Manifest(catalog: HubCatalog.load())))
  }

  @Test func `the kinds are listed at the start, and one is chosen`() throws {
    var robot = try robot()
    #expect(robot.record.contains("Which kind of key? kind KIND says so."))
    #expect(robot.record.contains("  bot: Bot token"))
    robot.type("kind User Token")
    #expect(robot.session.state.editor.design.details.kind == "user")
    robot.type("kind usr")
    #expect(robot.lines == ["There is no kind of key \"usr\". Did you mean user? kind lists them."])
    robot.type("kind")
    #expect(robot.lines == ["  bot: Bot token", "  user: User token, chosen"])
  }

  @Test func `questions are listed and answered`() throws {
    var robot = try robot()
    robot.type("answer")
    #expect(robot.lines == ["  private: open. Does the key touch private files?"])
    robot.type("answer private yes")
    #expect(robot.lines.first == "Does the key touch private files? yes")
    robot.type("answer privat no")
    #expect(robot.said.contains("Did you mean private?"))
    robot.type("answer =")
    #expect(robot.said.contains("There is no question \"=\"."))
    robot.type("answer private maybe")
    #expect(robot.lines == ["Write answer private yes, no or open."])
    robot.type("answer private open")
    #expect(robot.session.state.editor.design.details.answers == [])
  }

  @Test func `levels are shown once and chosen by name`() throws {
    var robot = try robot()
    robot.type("list")
    #expect(robot.lines.contains("  c2 Notes: none of read, write"))
    robot.type("list c1")
    #expect(robot.lines.filter { $0.contains("Notes") } == ["  c2 Notes: none of read, write"])
    #expect(!robot.said.contains("notes.write") && robot.said.contains("files.all"))
    robot.type("list c2")
    #expect(robot.said.contains("notes.read") && robot.said.contains("notes.write"))
    robot.type("tick notes=write")
    #expect(robot.chosen == ["notes.write"])
    robot.type("tick notes=read")
    #expect(robot.chosen == ["notes.read"])
    robot.type("tick c2=none")
    #expect(robot.chosen == [])
    robot.type("tick hooks=list", "tick hooks=fire", "list")
    #expect(robot.lines.contains("  c3 Hooks: list, fire of list, fire"))
  }

  @Test func `what is ruled out asks before it is ticked`() throws {
    var robot = try robot()
    robot.type("never post", "never")
    #expect(robot.lines == ["  post"])
    robot.type("tick post")
    #expect(robot.session.prompt == "tick or leave? ")
    robot.type("leave")
    #expect(robot.chosen == [])
    robot.type("never PUT /notes", "tick notes.write")
    #expect(robot.said.contains("never-open"))
    robot.type("allow PUT /notes", "allow nothing")
    #expect(robot.session.state.editor.design.details.never == ["post"])
    #expect(robot.said.contains("never lists them."))
  }

  @Test func `a probe says how many scopes it tests, and where its address is to be named`() throws
  {
    var robot = try robot()
    robot.type("kind bot", "tick files.all", "probe")
    #expect(robot.said.hasPrefix("1 scope can be tested with harmless calls, "), "\(robot.said)")
    robot.type("probe probe.sh")
    #expect(
      robot.said == "The catalog states no address for Hub. Name it after the file: "
        + "probe probe.sh https://api.example.com")
    robot.type("probe probe.sh http://")
    #expect(robot.said.contains("Name the platform's address after the file, such as"))
  }

  @Test func `a scope gets a reason`() throws {
    var robot = try robot()
    robot.type("tick post", "because post Posts the news")
    #expect(robot.session.state.editor.design.details.reason(for: "post") == "Posts the news")
    robot.type("because post")
    #expect(robot.lines == ["post: Posts the news"])
    robot.type("review")
    #expect(robot.said.contains("because: Posts the news"))
    robot.type("because search It looks things up")
    #expect(robot.lines == ["search is not ticked: tick it first."])
  }
}
