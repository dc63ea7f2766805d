import BitCollections
import Catalogs
import Documents
import Judgement
import Keys
import TestSupport
import Testing

/// The pages in `Assets/Rules` are what the program says of its rules, and their manifests do what
/// the pages say.
struct RulePageTests {
  private static let folder =
    "\(#filePath)".split(separator: "/").dropLast(4).reduce("") { $0 + "/" + $1 } + "/Assets/Rules"
  private static let renewal =
    "review the difference after: KEYWRIGHT_RENEW=1 swift test --filter RulePageTests"
  /// The rules about one key, and those about a set of keys.
  private static let keyIDs = Samples.rules.infos.map(\.id)
  private static let setIDs = AuditRules.infos.map(\.id)
  private static let ids = keyIDs + setIDs

  @Test(arguments: ids)
  func `the page in the repository is the page of the rule`(id: String) throws {
    let page = try #require(RulePage(rule: id, rules: Samples.rules))
    let path = Self.folder + "/\(id).md"
    if SeededRandom.environment("KEYWRIGHT_RENEW") != nil {
      _ = try DocumentFile.write(Array(page.markdown.utf8), to: path)
    }
    let written = try #require(try DocumentFile.readIfPresent(path), "\(Self.renewal)")
    #expect(String(decoding: written, as: UTF8.self) == page.markdown, "\(Self.renewal)")
  }

  @Test func `there is no page without a rule`() {
    let names = TestFolder.names(in: Self.folder).filter { $0.hasSuffix(".md") }
    #expect(names == Self.ids.map { $0 + ".md" }.sorted())
  }

  @Test(arguments: setIDs)
  func `the keys on the page of a rule about a set raise it, and with the good one do not`(
    id: String
  ) throws {
    let text = String(decoding: try DocumentFile.read(Self.folder + "/\(id).md"), as: UTF8.self)
    let example = try #require(RulePage(rule: id, rules: Samples.rules)?.example)
    let (before, rest) = try #require(Self.split(text, at: "\n## A good manifest\n"))
    // What the page shows is the example.
    let blocks = Self.blocks(before) + Self.blocks(rest)
    #expect(blocks.count == 2 + example.beside.count)
    let calls = example.calls.isEmpty ? nil : example.calls
    let beside = Array(blocks.dropFirst(2))
    let bad = try AuditTests.findings([blocks[0]] + beside, calls: calls)
    let good = try AuditTests.findings([blocks[1]] + beside, calls: calls)
    #expect(bad.map(\.finding.rule) == [id])
    #expect(good.isEmpty)
  }

  @Test(arguments: keyIDs)
  func `the bad manifest on the page raises the rule, the good one does not`(id: String) throws {
    let text = String(decoding: try DocumentFile.read(Self.folder + "/\(id).md"), as: UTF8.self)
    let (before, after) = try #require(Self.split(text, at: "\n## A good manifest\n"))
    let bad = try Self.findings(Self.blocks(before), of: id)
    let good = try Self.findings(Self.blocks(after), of: id)
    #expect(bad.contains { $0.rule == id && !$0.isAccepted })
    #expect(!good.contains { $0.rule == id })
    #expect(!good.contains { $0.severity == .error })
  }

  @Test(arguments: ids)
  func `the page tells the whole story`(id: String) throws {
    let page = try #require(RulePage(rule: id, rules: Samples.rules))
    let sentences = page.info.story.split(separator: ". ").count
    #expect((2...8).contains(sentences), "\(sentences)")
    #expect(page.example != nil)
    for part in [page.info.id, page.info.severity.rawValue, page.info.confidence.rawValue] {
      #expect(page.markdown.contains(part) && page.text().contains(part))
    }
  }

  @Test func `the calls of an abuse stand in their order, with what each achieves`() throws {
    let page = try #require(RulePage(rule: "refund-loop", rules: Samples.rules))
    for text in [page.markdown, page.text()] {
      let order = try #require(text.firstRange(of: "POST /stores/{storeId}/orders")).lowerBound
      let effect = try #require(text.firstRange(of: "makes an order")).lowerBound
      let refund = try #require(text.firstRange(of: "DELETE /stores/{storeId}/orders")).lowerBound
      #expect(order < effect && effect < refund)
    }
  }

  @Test(arguments: [40, 60, 80, 120])
  func `the text keeps to the width, and its manifests stay JSON`(width: Int) throws {
    for id in Self.ids {
      let page = try #require(RulePage(rule: id, rules: Samples.rules))
      let text = page.text(width: width)
      for line in text.split(separator: "\n").dropFirst() where line.count > width {
        // A word, a call or a text in a manifest that is longer than the line.
        #expect(line.contains("/") || line.contains("\"") || !line.dropFirst(14).contains(" "))
      }
      let (_, bad) = try #require(Self.split(text, at: "A bad manifest, on \(RuleExample.day)\n"))
      let document = bad.split(separator: "\n\n")[0]
      #expect(throws: Never.self) { try JSONDocument(parsing: Array(document.utf8)) }
    }
  }

  @Test func `a rule without page is told apart`() {
    #expect(RulePage(rule: "no-such-rule", rules: Samples.rules) == nil)
  }

  @Test func `another catalog's rules have pages, without examples it cannot be told`() throws {
    let rules = RuleSet(catalog: Samples.shop)
    for info in rules.infos {
      let page = try #require(RulePage(rule: info.id, rules: rules))
      #expect(page.text().contains(info.trigger.split(separator: " ")[0]))
    }
    let wipe = try #require(RulePage(rule: "wipe", rules: rules)?.example)
    #expect(wipe.bad.design.scopes == [1, 2])
    #expect(wipe.good.design.scopes == [1])
  }

  // MARK: - Reading a page

  private static func split(_ text: String, at mark: String) -> (Substring, Substring)? {
    text.firstRange(of: mark).map { (text[..<$0.lowerBound], text[$0.upperBound...]) }
  }

  /// What stands between the fences: a manifest, and its policy where there is one.
  private static func blocks(_ text: Substring) -> [[UInt8]] {
    var blocks: [[UInt8]] = []
    var rest = text
    while let (_, opened) = split(String(rest), at: "```json\n"),
      let (block, after) = split(String(opened), at: "```")
    {
      blocks.append(Array(block.utf8))
      rest = after
    }
    return blocks
  }

  private static func findings(_ blocks: [[UInt8]], of rule: String) throws -> [Finding] {
    // A rule that needs what the bundled catalog lacks has its example from another.
    let catalog = try #require(RulePage(rule: rule, rules: Samples.rules)).catalog
    let manifest = try Manifest(decoding: try #require(blocks.first)) { _ in catalog }
    var policy = Policy()
    if blocks.count == 2 {
      policy = try Policy(decoding: blocks[1], catalogs: [catalog])
    }
    let rules = RuleSet(catalog: catalog, policy: policy)
    let today = Samples.date(RuleExample.day)
    return Findings(rules: rules, design: manifest.original, today: today).list()
  }
}
