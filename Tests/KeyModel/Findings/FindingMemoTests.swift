import BitCollections
import BundledCatalogs
import Catalogs
import Judgement
import Keys
import TestSupport
import Testing

/// Findings that are kept for the next key.
struct FindingMemoTests {
  @Test(arguments: ["komerza", "slack"])
  func `a key has the findings that it would have if no other had been looked at`(
    platform: String
  ) throws {
    var random = SeededRandom()
    let catalog = Samples.catalog { try BundledCatalogs.load(platform) }
    let shared = RuleSet(catalog: catalog)
    for _ in 0..<40 {
      var design = KeyDesign()
      // Few scopes out of those that rules name, so that keys have a part of them in common.
      let named = catalog.combinations.flatMap { $0.trigger + $0.untick + $0.without }
      for _ in 0..<random.next(below: 9) + 1 {
        design.scopes.insert(
          random.next(below: 3) == 0 || named.isEmpty
            ? random.next(below: catalog.scopes.count) : named[random.next(below: named.count)])
      }
      if !catalog.kinds.isEmpty, random.next(below: 2) == 0 {
        design.details.kind = catalog.kinds[random.next(below: catalog.kinds.count)].id
      }
      let first = Findings(rules: shared, design: design, today: Samples.today).list()
      let alone = Findings(
        rules: RuleSet(catalog: catalog), design: design, today: Samples.today
      ).list()
      #expect(first == alone, "\(random)")
    }
  }
}
