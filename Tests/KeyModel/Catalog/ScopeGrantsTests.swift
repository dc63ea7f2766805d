import BitCollections
import Catalogs
import Documents
import TestSupport
import Testing

/// Scopes that grant others.
struct ScopeGrantsTests {
  private let catalog = Samples.granting

  private func index(_ id: String) throws -> Int { try #require(catalog.indexOfScope(id)) }
  private func ids(_ scopes: some Sequence<Int>) -> [String] {
    scopes.map { catalog.scopes[$0].id }
  }

  @Test func `a scope grants through as many steps as it takes, in the order of the catalog`()
    throws
  {
    #expect(ids(catalog.granted(by: try index("repo.admin"))) == ["repo.read", "repo.write"])
    #expect(
      ids(catalog.granted(by: try index("all")))
        == ["repo.read", "repo.write", "repo.admin", "repo.erase"])
    #expect(ids(catalog.granters(of: try index("repo.write"))) == ["repo.admin", "all"])
    #expect(catalog.granted(by: try index("mail.send")) == [])
  }

  @Test func `a key holds what is ticked and what that grants, and no more`() throws {
    let ticked: BitSet = [try index("repo.write"), try index("mail.send")]
    #expect(ids(catalog.held(by: ticked)) == ["repo.read", "repo.write", "mail.send"])
    #expect(ids(catalog.granted(by: ticked)) == ["repo.read"])
    for scope in catalog.scopes.indices {
      #expect(catalog.isHeld(scope, by: ticked) == catalog.held(by: ticked).contains(scope))
    }
  }

  @Test func `a granted scope opens its calls`() throws {
    let ticked: BitSet = [try index("all")]
    #expect(catalog.operations.allSatisfy { $0.isOpen { catalog.isHeld($0, by: ticked) } })
    let opened = catalog.operations(openedBy: try index("repo.admin"))
    #expect(opened.map { catalog.operations[$0].call }.contains("GET /repo"))
  }

  @Test func `where nothing is granted, what is ticked is all`() {
    let catalog = Samples.komerza
    let ticked: BitSet = [1, 5]
    #expect(!catalog.hasGrants)
    #expect(catalog.held(by: ticked) == ticked && catalog.granted(by: ticked).isEmpty)
    #expect(catalog.granted(by: 1) == [] && catalog.granters(of: 1) == [])
  }

  // MARK: - The gate

  private func error(_ old: String, _ new: String) throws -> ModelError {
    let text = Samples.grantingText.replacing(old, with: new)
    try #require(text != Samples.grantingText)
    return try #require(throws: ModelError.self) { try Catalog(decoding: Array(text.utf8)) }
  }

  @Test func `a scope that grants itself in the end is an error at the include that closes it`()
    throws
  {
    let error = try error(#""access": "view" }"#, #""access": "view", "includes": ["all"] }"#)
    #expect(error.problem.hasSuffix("grants itself in the end"))
    #expect(error.place?.path.contains(".includes[") == true)
    let own = try self.error(#"["repo.write"]"#, #"["repo.admin"]"#)
    #expect(own.problem == #"the scope "repo.admin" grants itself in the end"#)
    #expect(own.place?.path == "categories[0].scopes[2].includes[0]" && own.place?.line == 13)
  }

  @Test func `an include that does not exist is an error with the nearest one`() throws {
    let error = try error(#""includes": ["repo.write"]"#, #""includes": ["repo.wirte"]"#)
    #expect(error.problem == #"the catalog has no scope "repo.wirte""#)
    #expect(error.remedy.contains("repo.write"))
    #expect(error.place?.path == "categories[0].scopes[2].includes[0]")
  }

  @Test(arguments: [
    (#"["access", "includes"]"#, #"["color"]"#, "is not a fact of a scope that can be inferred"),
    (#""undeclared": true"#, #""undeclared": "yes""#, "expected true or false"),
    (#""inferred": true,"#, #""inferred": 1,"#, "expected true or false"),
    (#""deprecated": true"#, #""deprecated": 0"#, "expected true or false"),
    (#""summary": "Reads it""#, #""summary": "a\u0007b""#, "control character"),
  ])
  func `what is no mark is an error`(old: String, new: String, problem: String) throws {
    #expect(try error(old, new).problem.contains(problem))
  }

  @Test func `a chain as long as a catalog is walked without recursion, and bounded`() throws {
    func chain(_ count: Int, reach: Int) throws -> Catalog {
      let scopes = (0..<count).map { index in
        let includes = (index + 1..<min(count, index + 1 + reach)).map { "\"s\($0)\"" }
        let list = includes.isEmpty ? "" : #","includes":[\#(includes.joined(separator: ","))]"#
        return #"{"id":"s\#(index)","title":"t"\#(list)}"#
      }
      let text =
        #"{"$schema":"urn:keywright:catalog:1","id":"c","name":"c","version":"1","#
        + #""categories":[{"name":"c","scopes":[\#(scopes.joined(separator: ","))]}]}"#
      return try Catalog(decoding: Array(text.utf8))
    }
    let catalog = try chain(600, reach: 3)
    #expect(catalog.granted(by: 0).count == 599 && catalog.granters(of: 599).count == 599)
    let error = #expect(throws: ModelError.self) { try chain(2000, reach: 1) }
    #expect(error?.problem == "scopes grant one another in more than 1000000 ways")
  }
}
