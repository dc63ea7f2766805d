import Catalogs
import Documents
import Testing

/// Advice for the author of a catalog.
struct CatalogCheckTests {
  private func problems(_ catalog: Catalog) -> [String] {
    CatalogCheck(catalog).problems.map { "\($0.severity.rawValue) \($0.path): \($0.message)" }
  }

  @Test(arguments: [
    "note categories[0].scopes[1]: orders.update has no summary: nobody sees what it really opens.",
    "warning categories[1].categories[0].scopes[0]: payouts.view has no access: rules about reading and writing are silent.",
    "note categories[1].categories[0].scopes[1]: No call is known to need payouts.old; what 1 call needs is not stated.",
    "note operations[3]: GET /unstated does not say what it requires.",
    "note operations: 1 call is said to need no scope, such as GET /health: make sure of that, for any key can then make it.",
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

  // MARK: - Sets that are most likely alternatives

  private func requirements(_ ids: [String], requires: String) throws -> [String] {
    let scopes = ids.map { #"{ "id": "\#($0)", "title": "\#($0)" }"# }.joined(separator: ", ")
    let text = """
      {
        "$schema": "urn:keywright:catalog:1", "id": "a", "name": "A", "version": "1",
        "categories": [{ "name": "All", "scopes": [\(scopes)] }],
        "operations": [{ "method": "GET", "path": "/a", "requires": \(requires) }]
      }
      """
    return problems(try Catalog(decoding: Array(text.utf8))).filter { $0.contains("requires[") }
  }

  @Test(arguments: [
    ["org:read", "org:write", "org:admin"], ["orders.view", "orders.manage"],
    ["channel:read:redemptions", "channel:manage:redemptions"], ["accounting", "accounting.read"],
    ["Files.Read", "Files.ReadWrite"],
  ])
  func `levels of one permission that are all asked for are most likely alternatives`(
    ids: [String]
  ) throws {
    let set = ids.map { #""\#($0)""# }.joined(separator: ", ")
    let found = try requirements(ids, requires: "[[\(set)]]")
    #expect(
      found == [
        "warning operations[0].requires[0]: GET /a needs \(ids[0]) and \(ids[1]) together, which "
          + "are levels of one permission: nearly always one of them is enough, and each is an "
          + "alternative."
      ])
    let alternatives = ids.map { #"["\#($0)"]"# }.joined(separator: ", ")
    #expect(try requirements(ids, requires: "[\(alternatives)]") == [])
  }

  @Test(arguments: [
    ["orders.read", "items.read"], ["orders.read", "items.write"], ["read", "write"],
    ["user:bot", "channel:bot"], ["orders.create", "orders.update"],
  ])
  func `sets of different things may well be needed whole`(ids: [String]) throws {
    let set = ids.map { #""\#($0)""# }.joined(separator: ", ")
    #expect(try requirements(ids, requires: "[[\(set)]]") == [])
  }

  @Test func `a case of which nothing is said, and a question for nothing, are told`() throws {
    #expect(!problems(HubSample.catalog).contains { $0.contains("the answer to") })
    #expect(!problems(HubSample.catalog).contains { $0.contains("No call depends on") })
    let text = HubSample.text
      .replacing(
        #"{ "scopes": ["contents:write"], "unless": "default-branch" }"#, with: #"["all"]"#
      )
      .replacing(#"{ "scopes": ["public"], "unless": "private-repository" }"#, with: #"["all"]"#)
      .replacing(
        #"{ "scopes": [], "unless": "private-repository" }"#,
        with: #"{ "scopes": ["public"], "when": "private-repository" }"#
      )
      .replacing(#""when": "default-branch""#, with: #""when": "private-repository""#)
    let found = problems(try Catalog(decoding: Array(text.utf8)))
    #expect(
      found.contains(
        "note conditions[1]: No call depends on default-branch: nobody needs to be asked."))
    #expect(
      found.contains(
        "note operations[4].requires: GET /secrets does not say what it requires where the answer to "
          + "private-repository is no."))
    #expect(!found.contains { $0.contains("operations[0].requires") })
  }

  @Test func `a scope that grants a needed one is needed`() {
    #expect(
      !problems(Samples.granting).contains { $0.contains("No call is known to need repo.admin") })
    #expect(
      problems(Samples.granting).contains { $0.contains("No call is known to need log.read") })
  }

  @Test(arguments: [
    (
      #""access": "view""#, #""acess": "view""#, "categories[0].scopes[0].acess",
      #"A scope has no member "acess". Perhaps "access" was meant."#
    ),
    (
      #""untick""#, #""untik""#, "combinations[0].untik",
      #"A combination has no member "untik". Perhaps "untick" was meant."#
    ),
    (
      #""operations": ["#, #""x-ours": 1, "souces": [], "operations": ["#, "souces",
      #"A catalog has no member "souces". Perhaps "sources" was meant."#
    ),
  ])
  func `a member that no catalog has is told with its line, and does not hinder decoding`(
    old: String, new: String, path: String, message: String
  ) throws {
    let text = Samples.shopText.replacing(old, with: new, maxReplacements: 1)
    let document = try JSONDocument(parsing: Array(text.utf8))
    let catalog = try Catalog(decoding: document)
    let line =
      text.prefix(upTo: try #require(text.firstRange(of: new)).lowerBound)
      .count { $0 == "\n" } + 1
    let unknown = CatalogCheck(catalog, document: document).problems.filter { $0.line != nil }
    #expect(
      unknown == [
        CatalogCheck.Problem(severity: .warning, path: path, line: line, message: message)
      ])
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
