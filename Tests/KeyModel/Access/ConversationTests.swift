import BitCollections
import BundledCatalogs
import Catalogs
import Keys
import Testing

@testable import Judgement

/// Calls of Slack that ask for another scope in each kind of conversation.
struct ConversationTests {
  private static let history = "GET /api/conversations.history"
  private static let kinds = [
    "public-channels", "private-channels", "direct-messages", "group-messages",
  ]

  private func key(_ scopes: [String], yes: [String] = [], no: [String] = []) throws -> Findings {
    let catalog = try #require(try BundledCatalogs.load("slack"))
    var design = KeyDesign(scopes: BitSet(scopes.compactMap { catalog.indexOfScope($0) }))
    design.details.kind = "bot"
    design.details.operations = [Self.history]
    design.details.answers =
      yes.map { Answer(condition: $0, holds: true) }
      + no.map { Answer(condition: $0, holds: false) }
    return Findings(rules: RuleSet(catalog: catalog), design: design, today: Samples.today)
  }

  private func need(_ findings: Findings) throws -> [String] {
    let catalog = findings.rules.catalog
    return try #require(findings.makePlan()).scopes.map { catalog.scopes[$0].id }
  }

  @Test func `a key that has not answered needs the scope of every kind of conversation`() throws {
    let all = ["channels:history", "groups:history", "im:history", "mpim:history"]
    #expect(try need(key([])) == all)
  }

  @Test func `one that answered needs those of the kinds that it works in`() throws {
    let some = try key([], yes: ["public-channels"], no: Array(Self.kinds.dropFirst()))
    #expect(try need(some) == ["channels:history"])
    let two = try key([], yes: ["private-channels", "direct-messages"], no: ["public-channels"])
    #expect(try Set(need(two)).isSuperset(of: ["groups:history", "im:history"]))
    #expect(try !need(two).contains("channels:history"))
  }

  @Test func `a closed call says which questions would leave less to tick`() throws {
    let list = try key(["channels:history"]).list()
    let finding = try #require(list.first { $0.rule == "wanted-call-closed" })
    #expect(
      finding.remedy?.text
        == "Tick groups:history, im:history, mpim:history, or first answer private-channels, "
        + "direct-messages, group-messages")
    let answered = try key(["channels:history"], no: Array(Self.kinds.dropFirst())).list()
    #expect(!answered.contains { $0.rule == "wanted-call-closed" })
  }

  @Test func `an abuse needs no more than the case in which it works`() throws {
    let list = try key(["channels:join", "channels:history"]).list()
    let finding = try #require(list.first { $0.rule == "channel-archive-export" })
    let trace = try #require(finding.trace)
    #expect(trace.steps.map(\.isOpen) == [true, true])
    #expect(trace.steps.map(\.hangsOnAnswer) == [false, true])
    #expect(trace.steps[1].reason == "by channels:history in some cases")
    #expect(trace.verdict == "Every one of these calls is open to this key in some cases.")
    #expect(finding.operations == ["POST /api/conversations.join", Self.history])
  }

  @Test func `a case that other scopes open says nothing of an abuse`() throws {
    var findings = try key(["channels:history", "search:read"])
    let design = findings.key.design
    var user = design
    user.details.kind = "user"
    findings = Findings(rules: findings.rules, design: user, today: Samples.today)
    let finding = try #require(findings.list().first { $0.rule == "private-talk-readable" })
    #expect(finding.trace?.steps.map(\.isOpen) == [false])
    #expect(finding.operations == ["GET /api/search.messages"])
  }
}
