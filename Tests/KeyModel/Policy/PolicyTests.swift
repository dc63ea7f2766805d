import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
import TestSupport
import Testing

/// A team's own file: what it asks, and how it changes what the rules say.
struct PolicyTests {
  private let text = """
    {
      "$schema": "urn:keywright:policy:1",
      "severities": { "destructive-scope": "error", "no-rotation-date": "off", "own-rule": "note" },
      "forbiddenScopes": ["stores.orders.refund"],
      "requiredFields": ["label", "purpose"],
      "longestDaysToRotation": 90,
      "platforms": ["komerza"],
      "combinations": [
        {
          "id": "own-rule",
          "title": "Reads both",
          "severity": "warning",
          "all": ["stores.tax.view", "stores.blog.view"],
          "message": "Reads taxes and the blog.",
          "confidence": "inferred",
          "advice": "Keep them apart.",
          "untick": ["stores.blog.view"]
        }
      ],
      "x-owner": "platform team"
    }
    """

  private func decode(_ text: String, catalogs: [Catalog] = [Samples.komerza]) throws -> Policy {
    try Policy(decoding: Array(text.utf8), catalogs: catalogs)
  }

  private func rules(_ text: String) throws -> RuleSet {
    RuleSet(catalog: Samples.komerza, policy: try decode(text))
  }

  @Test func `all members are read`() throws {
    let policy = try decode(text)
    #expect(
      policy.levels == [
        "destructive-scope": .severity(.error), "no-rotation-date": .off,
        "own-rule": .severity(.note),
      ])
    #expect(policy.forbiddenScopes == ["stores.orders.refund"])
    #expect(policy.requiredFields == [.label, .purpose])
    #expect(policy.longestDaysToRotation == 90)
    #expect(policy.platforms == ["komerza"])
    #expect(policy.combinations["komerza"]?.map(\.id) == ["own-rule"])
  }

  @Test func `an empty policy changes nothing`() throws {
    let rules = try rules(#"{ "$schema": "urn:keywright:policy:1" }"#)
    #expect(rules.infos == Samples.rules.infos)
    var random = SeededRandom()
    for _ in 0..<20 {
      let scopes = Samples.komerza.scopes.indices.filter { _ in Bool.random(using: &random) }
      let design = KeyDesign(scopes: BitSet(scopes))
      #expect(Samples.findings(design, rules: rules) == Samples.findings(design), "\(random)")
    }
  }

  @Test func `a rule has the severity of the policy, in its description and in its findings`()
    throws
  {
    let rules = try rules(text)
    #expect(rules.info("destructive-scope")?.severity == .error)
    let findings = Findings(
      rules: rules, design: Samples.design(["stores.coupons.delete"]), today: Samples.today)
    #expect(findings.list().first { $0.rule == "destructive-scope" }?.severity == .error)
    #expect(findings.counts.error == findings.list().count { $0.severity == .error })
  }

  @Test func `a rule that is off is not asked and not described`() throws {
    let rules = try rules(text)
    #expect(rules.info("no-rotation-date") == nil)
    let found = Samples.findings(KeyDesign(scopes: [0]), rules: rules)
    #expect(!found.contains { $0.rule == "no-rotation-date" })
  }

  @Test func `a rule's own raise does not go against the policy`() throws {
    let rules = try rules(
      #"{ "$schema": "urn:keywright:policy:1", "severities": { "refund-loop": "note" } }"#)
    let ids = ["stores.orders.create", "stores.orders.refund", "stores.orders.deliver"]
    let found = Samples.findings(Samples.design(ids), rules: rules)
    #expect(found.first { $0.rule == "refund-loop" }?.severity == .note)
  }

  @Test func `a combination of the policy is a rule like any other`() throws {
    let rules = try rules(text)
    let design = Samples.design(["stores.tax.view", "stores.blog.view"])
    let finding = Samples.findings(design, rules: rules).first { $0.rule == "own-rule" }
    #expect(finding?.severity == .note)
    #expect(finding?.message == "Reads taxes and the blog.")
    #expect(finding?.remedy?.text == "Untick stores.blog.view")
    #expect(rules.info("own-rule")?.title == "Reads both")
  }

  @Test func `a policy can speak of several catalogs`() throws {
    let policy = try decode(
      """
      {
        "$schema": "urn:keywright:policy:1",
        "severities": { "wipe": "warning", "unpaid-delivery": "error" },
        "forbiddenScopes": ["orders.delete", "stores.create"]
      }
      """, catalogs: [Samples.komerza, Samples.shop])
    let shop = RuleProbe("orders.update", "orders.delete", catalog: Samples.shop, policy: policy)
    #expect(shop.findings("wipe").map(\.severity) == [.warning])
    #expect(shop.findings("forbidden-scope").map(\.scopes) == [["orders.delete"]])
    let komerza = RuleProbe("stores.create", policy: policy)
    #expect(komerza.findings("forbidden-scope").count == 1)
  }

  /// Counts how often the other catalogs are asked for.
  private final class Others {
    private(set) var count = 0
    func callAsFunction() -> [Catalog] {
      count += 1
      return [Samples.shop]
    }
  }

  @Test(arguments: [
    (#""severities": { "refund-loop": "off", "blind-write": "note" }"#, 0),
    (#""forbiddenScopes": ["stores.view"], "requiredFields": ["label"], "platforms": ["shop"]"#, 0),
    (#""severities": { "wipe": "off" }, "forbiddenScopes": ["orders.view", "payouts.view"]"#, 1),
    (#""forbiddenScopes": ["stores.view", "orders.view"]"#, 1),
    (#""severities": { "refund-lop": "off" }"#, 1), (#""forbiddenScopes": ["stores.veiw"]"#, 1),
  ])
  func `other catalogs are read once, and only for what the catalog of the keys does not have`(
    members: String, count: Int
  ) {
    let bytes = Array(#"{ "$schema": "urn:keywright:policy:1", \#(members) }"#.utf8)
    let others = Others()
    let near = Result {
      try Policy(decoding: bytes, catalog: Samples.komerza, others: { others() })
    }
    #expect(others.count == count)
    let all = Result { try Policy(decoding: bytes, catalogs: [Samples.komerza, Samples.shop]) }
    switch (near, all) {
    case (.success(let one), .success(let other)):
      #expect(one.levels == other.levels && one.forbiddenScopes == other.forbiddenScopes)
      #expect(one.requiredFields == other.requiredFields && one.platforms == other.platforms)
    case (.failure(let one), .failure(let other)): #expect("\(one)" == "\(other)")
    default: Issue.record("\(near) and \(all)")
    }
  }

  @Test func `a combination is read with all catalogs: its id may be another platform's rule`()
    throws
  {
    let spoiled = text.replacing("own-rule", with: "wipe")
    let error = #expect(throws: ModelError.self) {
      try Policy(
        decoding: Array(spoiled.utf8), catalog: Samples.komerza, others: { [Samples.shop] })
    }
    #expect(error?.problem == #"the rule "wipe" is there already"#)
    let policy = try Policy(
      decoding: Array(text.utf8), catalog: Samples.komerza, others: { [Samples.komerza] })
    #expect(policy.combinations["komerza"]?.count == 1)
  }

  @Test(arguments: [
    (
      "policy:1", "policy:9",
      "line 2: at $schema: \"urn:keywright:policy:9\" is not a policy of a version that this "
        + "program knows. Use a policy with \"$schema\": \"urn:keywright:policy:1\"."
    ),
    (
      "\"destructive-scope\"", "\"destructive-scopes\"",
      "line 3: at severities.destructive-scopes: there is no rule \"destructive-scopes\". "
        + "Perhaps \"destructive-scope\" was meant."
    ),
    (
      "\"error\"", "\"fatal\"",
      "line 3: at severities.destructive-scope: \"fatal\" is not a severity. "
        + "Use error, warning, note or off."
    ),
    (
      "[\"stores.orders.refund\"]", "[\"stores.order.refund\"]",
      "line 4: at forbiddenScopes[0]: no catalog has the scope \"stores.order.refund\". "
        + "Perhaps \"stores.orders.refund\" was meant."
    ),
    (
      "[\"stores.orders.refund\"]", "[\"stores.view\", \"stores.view\"]",
      "line 4: at forbiddenScopes[1]: the scope \"stores.view\" is listed twice. "
        + "Keep one of them."
    ),
    (
      "\"purpose\"", "\"team\"",
      "line 5: at requiredFields[1]: \"team\" is not a field that a key can be asked to have. "
        + "Use one of: label, purpose, owner, rotateBy, ipAddresses, because."
    ),
    (
      "90", "0",
      "line 6: at longestDaysToRotation: the longest time to rotation has to be a whole number of "
        + "days from 1 to 36500. Correct it."
    ),
    (
      "90", "9.5",
      "line 6: at longestDaysToRotation: the longest time to rotation has to be a whole number of "
        + "days from 1 to 36500. Correct it."
    ),
    (
      "\"id\": \"own-rule\"", "\"id\": \"refund-loop\"",
      "line 10: at combinations[0].id: the rule \"refund-loop\" is there already. "
        + "Choose another id."
    ),
    (
      "\"id\": \"own-rule\"", "\"id\": \"vague-label\"",
      "line 10: at combinations[0].id: the id \"vague-label\" belongs to a rule of the program. "
        + "Choose another."
    ),
    (
      "[\"stores.tax.view\", ", "[\"stores.taxes.view\", ",
      "line 13: at combinations[0].all[0]: the catalog has no scope \"stores.taxes.view\". "
        + "Perhaps \"stores.tax.view\" was meant."
    ),
    (
      "\"forbiddenScopes\"", "\"forbidenScopes\"",
      "line 4: at forbidenScopes: a policy has no member \"forbidenScopes\". "
        + "Perhaps \"forbiddenScopes\" was meant."
    ),
    (
      "\"untick\"", "\"untik\"",
      "line 17: at combinations[0].untik: a combination has no member \"untik\". "
        + "Perhaps \"untick\" was meant."
    ),
    (
      "\"confidence\"", "\"raise\": { \"severty\": \"error\" }, \"confidence\"",
      "line 15: at combinations[0].raise.severty: \"raise\" has no member \"severty\". "
        + "Perhaps \"severity\" was meant."
    ),
    (
      "\"advice\"", "\"x-advice\"",
      "line 16: at combinations[0].x-advice: a combination has no member \"x-advice\". "
        + "Perhaps \"advice\" was meant."
    ),
    (
      "[\"komerza\"]", "[\"komerza\", \"komerzza\"]",
      "line 7: at platforms[1]: there is no catalog \"komerzza\". Perhaps \"komerza\" was meant, "
        + "or else its catalog has to be added first (keywright catalog add)."
    ),
  ])
  func `one spoiled place is named`(old: String, new: String, error: String) {
    let spoiled = text.replacing(old, with: new, maxReplacements: 1)
    #expect(spoiled != text)
    let found = #expect(throws: ModelError.self) { try decode(spoiled) }
    #expect(found?.description == error)
  }

  @Test(arguments: [
    ("wihtout", "without"), ("untik", "untick"), ("operatons", "operations"), ("al", "all"),
  ])
  func `each misspelled member of a combination is refused with the one that was meant`(
    member: String, meant: String
  ) {
    let spoiled = text.replacing(#""advice""#, with: #""\#(member)": [], "advice""#)
    let error = #expect(throws: ModelError.self) { try decode(spoiled) }
    #expect(error?.place?.path == "combinations[0].\(member)")
    #expect(error?.remedy == "Perhaps \"\(meant)\" was meant")
  }

  @Test func `a platform that is not here may be meant, unless one that is here is nearly it`()
    throws
  {
    func decode(_ id: String) throws -> Policy {
      try Policy(
        decoding: Array(#"{"$schema":"urn:keywright:policy:1","platforms":["\#(id)"]}"#.utf8),
        catalog: Samples.komerza, platforms: { ["komerza", "github"] }, others: { [] })
    }
    for id in ["komerza", "github", "acme"] { #expect(try decode(id).platforms == [id]) }
    let error = #expect(throws: ModelError.self) { try decode("gihtub") }
    #expect(error?.remedy.hasPrefix("Perhaps \"github\" was meant") == true)
  }

  @Test func `a policy cut off or mutated is read or refused, never a trap`() {
    var random = SeededRandom()
    let bytes = Array(text.utf8)
    for length in 0..<bytes.count {
      #expect(throws: ModelError.self) {
        try Policy(decoding: Array(bytes[..<length]), catalogs: [Samples.komerza])
      }
    }
    for _ in 0..<1000 {
      _ = try? Policy(
        decoding: Mutation.of(bytes, using: &random), catalogs: [Samples.komerza, Samples.shop])
    }
  }
}
