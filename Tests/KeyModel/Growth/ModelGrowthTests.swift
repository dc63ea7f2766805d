import BitCollections
import Calls
import Catalogs
import Documents
import Keys
import Proof
import TestSupport
import Testing

@testable import Judgement

/// What a large file costs grows no faster than n log n.
@Suite struct ModelGrowthTests {
  private func catalog(_ count: Int, combinations: Int = 0, reviewed: Int = 0) throws -> Catalog {
    let scopes = (0..<count).map { "{\"id\":\"s\($0)\",\"title\":\"T\"}" }.joined(separator: ",")
    let reviews = (0..<reviewed).map { "{\"scope\":\"s\($0)\",\"reason\":\"R.\"}" }
    let calls = (0..<count).map {
      "{\"method\":\"GET\",\"path\":\"/a\($0)\",\"requires\":[[\"s\($0)\"]]}"
    }
    return try Catalog(
      decoding: Array(
        """
        {"$schema":"urn:keywright:catalog:1","id":"x","name":"X","version":"1",
        "categories":[{"name":"All","scopes":[\(scopes)]}],
        "operations":[\(calls.joined(separator: ","))],
        "combinations":[\((0..<combinations).map(combination).joined(separator: ","))],
        "reviewed":[\(reviews.joined(separator: ","))]}
        """.utf8))
  }

  private func combination(_ number: Int) -> String {
    """
    {"id":"r\(number)","title":"R","severity":"error","all":["s\(number)"],"message":"M.",
    "confidence":"documented"}
    """
  }

  private func policy(_ members: String) -> [UInt8] {
    Array("{\"$schema\":\"urn:keywright:policy:1\",\(members)}".utf8)
  }

  private func all(_ catalog: Catalog) -> KeyDesign {
    var design = KeyDesign()
    for scope in catalog.scopes.indices { design.scopes.insert(scope) }
    return design
  }

  @Test func `combinations of a policy, with other catalogs about`() throws {
    let other = try catalog(1)
    let factor = try Growth.factor(at: 250) { size in
      let catalog = try catalog(size)
      let list = (0..<size).map(combination).joined(separator: ",")
      let bytes = policy("\"combinations\":[\(list)]")
      return { _ = try Policy(decoding: bytes, catalogs: [catalog, other]) }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `severities of a policy`() throws {
    let factor = try Growth.factor(at: 250) { size in
      let catalog = try catalog(size, combinations: size)
      let list = (0..<size).map { "\"r\($0)\":\"note\"" }.joined(separator: ",")
      let bytes = policy("\"severities\":{\(list)}")
      return {
        let policy = try Policy(decoding: bytes, catalogs: [catalog])
        #expect(RuleSet(catalog: catalog, policy: policy).infos.count > size)
      }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `forbidden scopes that are chosen`() throws {
    let factor = try Growth.factor(at: 500) { size in
      let catalog = try catalog(size)
      let list = (0..<size).map { "\"s\($0)\"" }.joined(separator: ",")
      let bytes = policy("\"forbiddenScopes\":[\(list)]")
      return {
        let policy = try Policy(decoding: bytes, catalogs: [catalog])
        let rules = RuleSet(catalog: catalog, policy: policy)
        #expect(
          Findings(rules: rules, design: all(catalog), today: Samples.today).list().count >= size)
      }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `reviewed scopes`() throws {
    let factor = try Growth.factor(at: 1000) { size in
      let catalog = try catalog(size, reviewed: size)
      return {
        for scope in catalog.scopes.indices {
          #expect(HonestName(scope: scope, in: catalog).review == "R.")
        }
      }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `nested ranges of addresses`() throws {
    let factor = try Growth.factor(at: 500) { size in
      let lists = [0, 1].map { shift in
        var details = KeyDetails()
        details.ipAddresses = (0..<size).map { number in
          let block = String(number / 4, radix: 16)
          return "2001:db8:\(block):\(number % 4 + shift)::/\(62 + number % 4)"
        }
        return AddressList(details)
      }
      return { _ = (lists[0].covers(lists[1]), lists[1].covers(lists[0])) }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `a split of scopes that have nothing to do with each other`() throws {
    let factor = try Growth.factor(at: 1000) { size in
      let catalog = try catalog(size, combinations: 1)
      let rules = RuleSet(catalog: catalog)
      let design = all(catalog)
      return { #expect(KeySplit(design, rules: rules, today: Samples.today).keys.count >= 1) }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `a split of scopes that are errors by themselves, accepted or not`() throws {
    for isAccepted in [false, true] {
      let factor = try Growth.factor(at: 100) { size in
        let catalog = try catalog(size, combinations: size)
        let rules = RuleSet(catalog: catalog)
        var design = all(catalog)
        if isAccepted {
          design.details.accepted = (1..<size).map {
            Acceptance(rule: "r\($0)", scopes: ["s\($0)"], reason: "r", by: "b", until: nil)
          }
        }
        return {
          let split = KeySplit(design, rules: rules, today: Samples.today)
          #expect(split.keys.count == 2 && split.unsettled.count == (isAccepted ? 1 : size))
        }
      }
      #expect(factor < Growth.mostAtFourTimes)
    }
  }

  @Test func `a catalog's combinations`() throws {
    let factor = try Growth.factor(at: 500) { size in
      {
        let catalog = try catalog(size, combinations: size)
        #expect(catalog.combinations.count == size)
      }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `a combination that reads every scope, and a scope that every other grants`() throws {
    let factor = try Growth.factor(at: 500) { size in
      let scopes = (0..<size).map { number in
        "{\"id\":\"s\(number)\",\"title\":\"T\""
          + (number > 0 ? ",\"includes\":[\"s0\"]}" : "}")
      }
      let all = (1..<size).map { "\"s\($0)\"" }.joined(separator: ",")
      let catalog = try Catalog(
        decoding: Array(
          """
          {"$schema":"urn:keywright:catalog:1","id":"x","name":"X","version":"1",
          "categories":[{"name":"All","scopes":[\(scopes.joined(separator: ","))]}],
          "combinations":[{"id":"r","title":"R","severity":"error","all":[\(all)],"message":"M.",
          "confidence":"documented"}]}
          """.utf8))
      let (rules, design) = (RuleSet(catalog: catalog), self.all(catalog))
      return {
        #expect(Findings(rules: rules, design: design, today: Samples.today).counts.error > 0)
      }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `what each of a catalog's rules is`() throws {
    let factor = try Growth.factor(at: 250) { size in
      let rules = RuleSet(catalog: try catalog(size, combinations: size))
      return {
        for number in 0..<size { #expect(rules.info("r\(number)")?.id == "r\(number)") }
        #expect(rules.info("acceptance-unused") != nil && rules.info("made-up") == nil)
      }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `a key beside the calls that were made, few or all`() throws {
    for isUsed in [false, true] {
      let factor = try Growth.factor(at: 250) { size in
        let catalog = try catalog(size)
        var tally = CallTally(resolver: CallResolver(catalog: catalog))
        for number in 0..<(isUsed ? size : 1) {
          tally.add(argument: WrittenCall("GET /a\(number)"))
        }
        let scopes = all(catalog).scopes
        return { [tally] in
          let used = UsedKey(scopes: scopes, tally: tally)
          #expect(used.kept.count == (isUsed ? size : 1) && used.closed == [])
          #expect(used.spare.allSatisfy { $0.closes == [$0.scope] })
          #expect(used.unused == used.spare.map(\.scope))
        }
      }
      #expect(factor < Growth.mostAtFourTimes)
    }
  }

  @Test func `a probe's plan`() throws {
    let factor = try Growth.factor(at: 500) { size in
      let catalog = try catalog(size)
      let design = all(catalog)
      return { #expect(ProbePlan(design, catalog: catalog).calls.count == size) }
    }
    #expect(factor < Growth.mostAtFourTimes)
  }

  @Test func `marks on a letter are as many as a text needs, and no more`() throws {
    let catalog = try catalog(1)
    func manifest(_ count: Int) throws(ModelError) -> Manifest {
      let label = "a" + String(repeating: "\u{323}\u{301}", count: count / 2)
      return try Manifest(
        decoding: Array(
          """
          {"$schema":"urn:keywright:manifest:1","catalog":{"id":"x","version":"1"},
          "label":"\(label)","scopes":["s0"]}
          """.utf8)
      ) { _ in catalog }
    }
    #expect(try manifest(30).original.details.label.unicodeScalars.count == 31)
    let error = try #require(throws: ModelError.self) { _ = try manifest(32) }
    #expect(error.description.contains("more than 30 marks stand on one letter of the text"))
    #expect(error.place?.line == 2)
  }

  // MARK: - And the answers stay

  @Test(arguments: [
    (["10.0.0.0/8"], ["10.1.0.0/16"], true), (["10.1.0.0/16"], ["10.0.0.0/8"], false),
    (["10.0.0.0/9", "10.128.0.0/9"], ["10.0.0.0/8"], true), (["0.0.0.0/0"], ["::/0"], false),
    (["0.0.0.0/0", "::/0"], [], true), (["::/0"], [], false), ([], ["10.0.0.0/8"], true),
    (["255.255.255.255"], ["255.255.255.255/32"], true), (["::/1", "8000::/1"], ["::/0"], true),
    (["::ffff:10.0.0.0/104"], ["10.9.9.9"], true), (["0.0.0.0/0"], ["::1"], false),
    (["10.0.0.1", "10.0.0.2"], ["10.0.0.0/30"], false),
    (["ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"], ["ffff::/16"], false),
  ])
  func `a list covers another`(mine: [String], other: [String], isCovered: Bool) {
    let lists = [mine, other].map { texts in
      var details = KeyDetails()
      details.ipAddresses = texts
      return AddressList(details)
    }
    #expect(lists[0].covers(lists[1]) == isCovered)
  }
}
