import KeyModel
import Testing

/// Advice for the author of a catalog.
struct CatalogCheckTests {
  private func problems(_ catalog: Catalog) -> [String] {
    CatalogCheck(catalog).problems.map { "\($0.severity.rawValue) \($0.path): \($0.message)" }
  }

  @Test(arguments: [
    "note categories[0].scopes[1]: orders.update has no summary: nobody sees what it really opens.",
    "warning categories[1].categories[0].scopes[0]: payouts.view has no access: rules about reading and writing are silent.",
    "note categories[1].categories[0].scopes[1]: No call needs payouts.old: a key with it can do nothing more.",
    "note operations[3]: GET /unstated does not say what it requires.",
  ])
  func `what is missing is told at its place`(problem: String) {
    #expect(problems(Samples.shop).contains(problem))
  }

  @Test(arguments: [
    "note sources: No source is named: nobody can check the facts.",
    "note categories[0].scopes[1]: The access of repo.write (update) is inferred.",
    "note categories[0].scopes[1]: What repo.write grants is inferred from names.",
    "warning categories[0].scopes[5]: mail.read is named by calls, but the vendor does not declare it.",
    "note operations[1]: What PUT /repo requires is read out of prose.",
  ])
  func `what is inferred or undeclared is told`(problem: String) {
    #expect(problems(Samples.granting).contains(problem))
  }

  @Test func `a scope that grants a needed one is needed`() {
    #expect(!problems(Samples.granting).contains { $0.contains("No call needs repo.admin") })
    #expect(problems(Samples.granting).contains { $0.contains("No call needs log.read") })
  }

  @Test func `a source that is not listed, twins and lone rules are told`() throws {
    let text = Samples.shopText
      .replacing(
        #""title": "View orders""#, with: #""title": "Update orders", "provenance": "hearsay""#
      )
      .replacing(#""operations": ["DELETE /orders/{id}"],"#, with: "")
      .replacing(#""untick": ["orders.delete"]"#, with: #""tick": []"#)
    let found = problems(try Catalog(decoding: Array(text.utf8)))
    #expect(found.contains { $0.contains(#"The source "hearsay" of orders.view"#) })
    #expect(found.contains { $0.contains("orders.update and orders.view have the same title") })
    #expect(found.contains { $0.hasPrefix("note combinations[0]: wipe names no calls") })
    #expect(found.contains { $0.hasPrefix("note combinations[0]: wipe names no smallest edit") })
  }
}
