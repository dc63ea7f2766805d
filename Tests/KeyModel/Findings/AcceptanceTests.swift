import BitCollections
import Catalogs
import Judgement
import Keys
import Testing

/// An acceptance covers exactly what a person looked at, for as long as they said.
struct AcceptanceTests {
  private func findings(
    _ ids: [String], accepting rule: String, _ scopes: [String], until: String? = nil,
    policy: Policy = Policy()
  ) -> [Finding] {
    var design = Samples.design(ids)
    design.details.accepted = [
      Acceptance(
        rule: rule, scopes: scopes, reason: "Known", by: "Ada",
        until: until.flatMap { CalendarDate($0) })
    ]
    return Samples.findings(design, rules: RuleSet(catalog: Samples.komerza, policy: policy))
  }

  private func reports(_ findings: [Finding]) -> [String] {
    findings.filter { $0.rule.hasPrefix("acceptance-") }.map(\.message)
  }

  private let deliver = ["stores.orders.view", "stores.orders.deliver"]

  @Test func `a finding of the same rule and scopes is covered, and no other`() {
    let found = findings(deliver, accepting: "unpaid-delivery", ["stores.orders.deliver"])
    #expect(found.filter(\.isAccepted).map(\.rule) == ["unpaid-delivery"])
    #expect(found.first(where: \.isAccepted)?.acceptance?.by == "Ada")
    #expect(reports(found) == [])
  }

  @Test func `it holds on its last day, and has expired on the next`() {
    let scopes = ["stores.orders.deliver"]
    let last = findings(deliver, accepting: "unpaid-delivery", scopes, until: "2026-11-23")
    #expect(last.contains(where: \.isAccepted) && reports(last) == [])
    let next = findings(deliver, accepting: "unpaid-delivery", scopes, until: "2026-11-22")
    #expect(next.filter(\.isAccepted) == [])
    #expect(reports(next) == ["The acceptance of unpaid-delivery by Ada ended on 2026-11-22."])
  }

  @Test(arguments: [
    ("unpaid-delivery", ["stores.orders.refund"]), ("unpaid-delivery", []),
    ("refund-loop", ["stores.orders.deliver"]), ("no-such-rule", ["stores.orders.deliver"]),
    ("no-rotation-date", []),
  ])
  func `what matches no finding is unused`(rule: String, scopes: [String]) {
    let found = findings(deliver, accepting: rule, scopes)
    #expect(found.filter(\.isAccepted) == [])
    #expect(reports(found) == ["The acceptance of \(rule) by Ada matches no finding of this key."])
  }

  @Test func `a finding that grew beyond the scopes accepted is a finding again`() {
    let ids = ["stores.coupons.view", "stores.coupons.create", "stores.coupons.update"]
    let found = findings(ids, accepting: "unbounded-discount", ["stores.coupons.create"])
    #expect(found.filter(\.isAccepted) == [])
    #expect(
      reports(found) == [
        "The acceptance of unbounded-discount by Ada names fewer scopes than the finding now has."
      ])
  }

  @Test func `a finding that was raised to an error by a further scope is not covered`() {
    let loop = ["stores.orders.create", "stores.orders.refund"]
    #expect(
      findings(loop, accepting: "refund-loop", loop).contains {
        $0.rule == "refund-loop" && $0.isAccepted
      })
    let raised = findings(loop + ["stores.orders.deliver"], accepting: "refund-loop", loop)
    #expect(raised.contains { $0.rule == "refund-loop" && !$0.isAccepted && $0.severity == .error })
    #expect(reports(raised).count == 1)
  }

  @Test func `of a rule with a finding a scope, only those of the scopes named are covered`() {
    let ids = ["stores.coupons.delete", "stores.products.delete"]
    let found = findings(ids, accepting: "destructive-scope", ["stores.coupons.delete"])
    #expect(found.filter(\.isAccepted).map(\.scopes) == [["stores.coupons.delete"]])
    #expect(reports(found) == [])
    let both = findings(ids, accepting: "destructive-scope", ids)
    #expect(both.count(where: \.isAccepted) == 2)
  }

  @Test func `a finding about the key itself is covered by its rule alone`() {
    var design = Samples.design(["stores.view"])
    design.details.ipAddresses = []
    design.details.accepted = [
      Acceptance(rule: "no-ip-allowlist", scopes: [], reason: "r", by: "b", until: nil)
    ]
    #expect(Samples.findings(design).filter(\.isAccepted).map(\.rule) == ["no-ip-allowlist"])
  }

  @Test func `a joined finding is covered whole, and widened by a further pair`() {
    let writes = ["stores.tickets.update", "stores.blog.update"]
    let whole = findings(writes, accepting: "blind-write", writes)
    #expect(whole.contains { $0.rule == "blind-write" && $0.isAccepted })
    let wider = findings(writes + ["stores.orders.refund"], accepting: "blind-write", writes)
    #expect(wider.filter(\.isAccepted) == [])
    #expect(reports(wider).count == 1)
  }

  @Test func `the remedy takes the acceptance out`() {
    let design = {
      var design = Samples.design(["stores.view"])
      design.details.accepted = [
        Acceptance(rule: "refund-loop", scopes: ["x"], reason: "r", by: "b", until: nil)
      ]
      return design
    }()
    var mended = design
    let report = Samples.findings(design).first { $0.rule == "acceptance-unused" }
    report?.remedy?.apply(to: &mended)
    #expect(mended.details.accepted == [])
  }

  @Test func `a policy can make an expired acceptance an error, or say nothing of it`() {
    var policy = Policy()
    policy.levels = ["acceptance-expired": .severity(.error), "acceptance-unused": .off]
    let scopes = ["stores.orders.deliver"]
    let expired = findings(
      deliver, accepting: "unpaid-delivery", scopes, until: "2020-01-01", policy: policy)
    #expect(expired.first { $0.rule == "acceptance-expired" }?.severity == .error)
    let unused = findings(deliver, accepting: "refund-loop", scopes, policy: policy)
    #expect(reports(unused) == [])
  }

  @Test func `long names from the manifest are cut to a line`() {
    let long = String(repeating: "x", count: 500)
    let found = findings(deliver, accepting: long, [])
    #expect(reports(found).allSatisfy { $0.count <= 140 } && reports(found).count == 1)
  }
}
