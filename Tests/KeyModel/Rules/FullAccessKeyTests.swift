import BitCollections
import Catalogs
import Judgement
import Keys
import Testing

struct FullAccessKeyTests {
  private func findings(_ scopes: BitSet) -> [Finding] {
    Samples.findings(KeyDesign(scopes: scopes)).filter { $0.rule == "full-access-key" }
  }

  /// 52 of Komerza's 53 scopes are live: 9 of 10 are 47.
  private let live = BitSet(
    Samples.komerza.scopes.indices.filter { !Samples.komerza.scopes[$0].isDeprecated })

  @Test func `nine of ten live scopes are an error`() {
    let finding = findings(BitSet(live.prefix(47))).first
    #expect(live.count == 52)
    #expect(finding?.severity == .error)
    #expect(finding?.scopes.count == 47, "an acceptance names exactly what was accepted")
    #expect(
      finding?.message == "Grants 47 of 52 scopes: one leak gives the whole account away.")
  }

  @Test func `one scope fewer is silent`() {
    #expect(findings(BitSet(live.prefix(46))) == [])
  }

  @Test func `exactly nine of ten are enough`() throws {
    let scopes = (0..<10).map { #"{ "id": "s\#($0)", "title": "S\#($0)" }"# }
    let catalog = try Catalog(
      decoding: Array(
        """
        {
          "$schema": "urn:keywright:catalog:1", "id": "ten", "name": "Ten", "version": "1",
          "categories": [{ "name": "All", "scopes": [\(scopes.joined(separator: ", "))] }]
        }
        """.utf8))
    let rules = RuleSet(catalog: catalog)
    func fires(_ count: Int) -> Bool {
      Samples.findings(KeyDesign(scopes: BitSet(0..<count)), rules: rules).contains {
        $0.rule == "full-access-key"
      }
    }
    #expect(!fires(8) && fires(9) && fires(10))
  }

  @Test func `a deprecated scope does not count`() {
    let deprecated = BitSet(Samples.komerza.scopes.indices).subtracting(live)
    #expect(deprecated.count == 1)
    #expect(findings(BitSet(live.prefix(46)).union(deprecated)) == [])
  }
}
