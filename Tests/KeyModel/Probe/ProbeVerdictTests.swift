import BitCollections
import Calls
import Documents
import Proof
import Testing

/// What the answers of a real key show.
struct ProbeVerdictTests {
  /// A results file of these answers.
  static func results(_ answers: [(kind: String, expected: String, given: Bool, status: Int)])
    throws
    -> ProbeResults
  {
    var lines = [
      #"{"$schema":"urn:keywright:probe-results:1","catalog":{"id":"komerza","version":"1"},"calls":\#(answers.count)}"#
    ]
    for (number, answer) in answers.enumerated() {
      lines.append(
        """
        {"scope":"s\(number)","method":"GET","path":"/x","expected":"\(answer.expected)",\
        "kind":"\(answer.kind)","given":\(answer.given),"status":\(answer.status)}
        """)
    }
    return try ProbeResults(decoding: Array(lines.joined(separator: "\n").utf8))
  }

  private static func word(_ verdict: ProbeVerdict, _ scope: String) -> String {
    if verdict.confirmed.contains(where: { $0.scope == scope }) { return "confirmed" }
    if verdict.missing.contains(where: { $0.scope == scope }) { return "missing" }
    if verdict.extra.contains(where: { $0.scope == scope }) { return "extra" }
    return verdict.unclear.contains { $0.scope == scope } ? "unclear" : "lost"
  }

  @Test(arguments: [
    ("allowed", 200, "confirmed"), ("allowed", 204, "confirmed"), ("allowed", 404, "confirmed"),
    ("allowed", 400, "confirmed"), ("allowed", 422, "confirmed"), ("allowed", 401, "missing"),
    ("allowed", 403, "missing"), ("allowed", 429, "unclear"), ("allowed", 500, "unclear"),
    ("allowed", 0, "unclear"), ("allowed", 302, "unclear"), ("allowed", 405, "unclear"),
    ("refused", 200, "extra"), ("refused", 401, "confirmed"), ("refused", 403, "confirmed"),
    ("refused", 404, "unclear"), ("refused", 400, "unclear"), ("refused", 429, "unclear"),
    ("refused", 503, "unclear"), ("refused", 0, "unclear"),
  ])
  func `a status by itself`(expected: String, status: Int, word: String) throws {
    let verdict = ProbeVerdict(try Self.results([("read", expected, true, status)]))
    #expect(Self.word(verdict, "s0") == word)
    #expect(verdict.isMatch == (word == "confirmed"))
  }

  @Test func `a 404 is extra where the platform is seen to look at the scope first`() throws {
    let verdict = ProbeVerdict(
      try Self.results([("absent", "refused", true, 404), ("absent", "refused", true, 403)]))
    #expect(Self.word(verdict, "s0") == "extra")
    let other = ProbeVerdict(
      try Self.results([("absent", "refused", true, 404), ("read", "refused", true, 403)]))
    #expect(Self.word(other, "s0") == "unclear")
  }

  @Test func `a refusal inside nothing counts where another call inside nothing was let through`()
    throws
  {
    let alone = ProbeVerdict(
      try Self.results([("read", "allowed", false, 403), ("read", "refused", false, 403)]))
    #expect(Self.word(alone, "s0") == "unclear" && Self.word(alone, "s1") == "unclear")
    let beside = ProbeVerdict(
      try Self.results([
        ("read", "allowed", false, 403), ("read", "refused", false, 403),
        ("read", "allowed", false, 404),
      ]))
    #expect(Self.word(beside, "s0") == "missing" && Self.word(beside, "s1") == "confirmed")
  }

  @Test func `the results of another key are told from those of this one`() throws {
    let plan = ProbePlan(Samples.design(["stores.view"]), catalog: Samples.komerza)
    let results = try Self.results([("read", "allowed", true, 200)])
    #expect(throws: ModelError.self) { try ProbeVerdict(results, of: plan) }
  }

  @Test(arguments: [
    ("", "the results are empty. Run the script"),
    (
      "{\n  \"label\": \"a\"\n}",
      "line 1: this is not a file of a probe's answers. Name the file that the script of "
    ),
    ("{}", "line 1: this is not a file of a probe's answers."),
    (
      #"{"$schema":"x"}"#,
      "line 1: at $schema: these are not results of a version that this program knows."
    ),
    (
      #"{"$schema":"urn:keywright:probe-results:1","catalog":{"id":"a","version":"1"},"calls":2}"#,
      "the results hold 0 of 2 answers. Run the script again, to its end."
    ),
    (
      #"{"$schema":"urn:keywright:probe-results:1","catalog":{"id":"a","version":"1"},"calls":1}"#
        + "\n\n{\"expected\":\"maybe\",\"kind\":\"read\",\"given\":true,\"status\":200}",
      "line 3: at expected: this is not what the script writes."
    ),
    ("\u{0}PK", "line 1: this is not a file of a probe's answers."),
  ])
  func `what is no results file is told, with its line`(text: String, message: String) {
    do {
      _ = try ProbeResults(decoding: Array(text.utf8))
      Issue.record("\(text) passed")
    } catch {
      #expect(error.description.hasPrefix(message), "\(error)")
    }
  }
}
