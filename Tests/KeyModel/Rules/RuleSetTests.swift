import BitCollections
import Testing

@testable import Catalogs
@testable import Judgement
@testable import Keys

/// The rules as a whole, over the Komerza catalog.
struct RuleSetTests {
  private let catalog = Samples.komerza
  private let rules = Samples.rules

  @Test func `ids are unique, in kebab case, and those of the program are reserved`() {
    let ids = rules.infos.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "-") }, "\(id)")
    }
    let ofSets = AuditRules.infos.map(\.id)
    #expect(Set(ofSets).isDisjoint(with: ids))
    let own = Set(ids + ofSets).subtracting(catalog.combinations.map(\.id))
    #expect(own == Set(ReservedRules.ids))
  }

  @Test func `every rule is described in sentences`() {
    for info in rules.infos + AuditRules.infos {
      #expect(info.title.first?.isUppercase == true && info.title.last != ".", "\(info.id)")
      for text in [info.trigger, info.consequence, info.remedy] {
        #expect(text.last == "." && !text.hasSuffix(".."), "\(info.id): \(text)")
      }
    }
  }

  @Test func `every scope is in a rule of its own or on the reviewed list, never both`() {
    let named = Set(
      catalog.combinations.flatMap { $0.trigger + $0.without + ($0.raise?.any ?? []) })
    let generic = catalog.scopes.indices.filter { index in
      let scope = catalog.scopes[index]
      return scope.access == .delete || scope.isDeprecated || scope.provenance == .unconfirmed
    }
    let reviewed = catalog.reviewed.map(\.scope)
    #expect(Set(reviewed).count == reviewed.count)
    #expect(Set(reviewed).isDisjoint(with: named))
    #expect(Set(reviewed).union(named).union(generic) == Set(catalog.scopes.indices))
  }

  @Test(arguments: Samples.komerza.presets)
  func `a preset raises no error, and the warnings that it publishes`(preset: Preset) {
    let found = Samples.findings(KeyDesign(scopes: BitSet(preset.scopes)))
    #expect(found.filter { $0.severity == .error } == [])
    #expect(Set(found.filter { $0.severity == .warning }.map(\.rule)).sorted() == preset.warnings)
  }

  @Test func `every message of any pair of scopes is a sentence that fits a line`() {
    for first in catalog.scopes.indices {
      for second in stride(from: first, to: catalog.scopes.count, by: 7) {
        for finding in Samples.findings(KeyDesign(scopes: [first, second])) {
          let message = finding.message
          #expect(message.count <= 140, "\(message)")
          #expect(message.first?.isUppercase == true && message.last == ".", "\(message)")
          #expect(finding.remedy?.text.last != ".", "\(finding.rule)")
        }
      }
    }
  }

  @Test func `every call that a finding names exists and is opened by a scope of the finding`() {
    for scope in catalog.scopes.indices {
      for finding in Samples.findings(KeyDesign(scopes: [scope])) {
        for call in finding.operations {
          let index = catalog.indexOfOperation(call)
          #expect(index.map { catalog.operationsOfScope[scope].contains($0) } == true, "\(call)")
        }
      }
    }
  }

  @Test func `the rules that read a scope are named once each`() throws {
    let deliver = try #require(catalog.indexOfScope("stores.orders.deliver"))
    let ids = rules.rules(reading: deliver).map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(
      Set(ids).isSuperset(of: ["free-goods-order-deliver", "unpaid-delivery", "refund-loop"]))
    #expect(rules.info("unpaid-delivery")?.severity == .warning)
    #expect(rules.info("no-such-rule") == nil)
  }
}
