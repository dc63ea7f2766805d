import BitCollections
import Testing

@testable import Catalogs
@testable import Documents
@testable import Keys

/// Kinds of key, conditions and levels: how a catalog says them, and what a call then requires.
@Suite struct KindsAndConditionsTests {
  static let catalogs = [HubSample.catalog, HubSample.compact]

  @Test func `a catalog with all of them is written back to the byte`() {
    let written = CatalogEncoder.encode(HubSample.catalog)
    #expect(String(decoding: written, as: UTF8.self) == HubSample.text)
    #expect(CatalogComparison.differences(HubSample.compact, HubSample.catalog) == [])
  }

  @Test("What the members say is there again, whatever the catalog was read from")
  func members() {
    for catalog in Self.catalogs {
      #expect(catalog.kinds.map(\.id) == ["bot", "user"])
      #expect(catalog.kinds.map(\.title) == ["Bot token", "User token"])
      #expect(catalog.conditions.map(\.id) == ["private-repository", "default-branch"])
      #expect(catalog.scopes[2].homepage == "https://hub.example/contents")
      #expect(catalog.scopes[2].nativeIDs.map(\.id) == ["7d2f-1", "7d2f-2"])
      #expect(catalog.scopes[3].nativeIDs == [Scope.NativeID(kind: nil, id: "7d2f-3")])
      #expect(catalog.titles(of: catalog.scopes[6].kinds) == ["User token"])
      #expect(catalog.titles(of: catalog.scopes[8].kinds) == ["Bot token", "User token"])
      #expect(catalog.operations[1].slashParameter == "path")
      #expect(catalog.operations[3].otherMethods == ["GET"])
    }
  }

  @Test("A call is found by each of its methods")
  func methods() {
    for catalog in Self.catalogs {
      #expect(catalog.indexOfOperation("POST /messages") == 3)
      #expect(catalog.indexOfOperation("GET /messages") == 3)
      #expect(catalog.indexOfOperation("PUT /messages") == nil)
    }
  }

  // MARK: - Levels

  @Test("Neighbors with one permission are its levels")
  func levels() {
    for catalog in Self.catalogs {
      #expect(catalog.permissions.map(catalog.title) == ["Contents", "Hooks"])
      #expect(catalog.categories.map(\.isPermission) == [false, true, true, false])
      #expect(catalog.categoryPath(ofScope: 3) == ["Repositories", "Contents"])
      #expect(catalog.permissions.map(\.levels) == [["read", "write"], ["list", "fire"]])
      #expect(catalog.permissions.map(\.scopes) == [2..<4, 4..<6])
      #expect(
        (0..<9).map { catalog.level(ofScope: $0) ?? "-" }.joined(separator: " ")
          == "- - read write list fire - - -")
      #expect(catalog.permissions.map(catalog.isOrdered) == [true, false])
    }
  }

  @Test("Levels may stand between other scopes, and their place is kept")
  func between() throws {
    let text = HubSample.text.replacing(
      #"{ "id": "hooks:list", "title": "List hooks", "permission": "Hooks", "level": "list" },"#,
      with: #"{ "id": "issues", "title": "Issues" },"# + "\n        "
        + #"{ "id": "hooks:list", "title": "List hooks", "permission": "Hooks", "level": "list" },"#
    )
    let catalog = try Catalog(decoding: Array(text.utf8))
    #expect(catalog.categories.map(\.scopes) == [0..<7, 2..<4, 5..<7, 7..<10])
    let copy = try #require(CompactCatalog.decode(CompactCatalog.encode(catalog)))
    #expect(CatalogComparison.differences(copy, catalog) == [])
    let again = try Catalog(decoding: CatalogEncoder.encode(catalog))
    #expect(CatalogComparison.differences(again, catalog) == [])
  }

  // MARK: - What a call requires

  @Test("An unanswered condition makes a case of yes and one of no; what follows is left out")
  func unanswered() {
    for catalog in Self.catalogs {
      // What opens the harder case opens the easier one: one scope grants the other.
      #expect(HubSample.needs("GET /repos/{repo}", KeyTerms(), in: catalog) == "all")
      #expect(HubSample.needs("GET /secrets", KeyTerms(), in: catalog) == "all")
      let files = "PUT /repos/{repo}/files/{path}"
      #expect(
        HubSample.needs(files, KeyTerms(), in: catalog)
          == "contents:write+all")
    }
  }

  @Test("The easier alternative is never enough unasked")
  func easier() {
    #expect(HubSample.catalog.requirement(of: 0) == .anyOf([[1]]))
    let both = Alternatives.holding(inAll: [[[1], [2, 3]], [[4], [1]]]) { $0 }
    #expect(both == [[1], [2, 3, 4]])
    // 1 grants 0, so that it alone is enough for both.
    let granted = Alternatives.holding(inAll: [[[0], [2]], [[1]]]) {
      $0.contains(1) ? $0.union([0]) : $0
    }
    #expect(granted == [[1]])
  }

  @Test("An answer leaves one case")
  func answered() {
    for catalog in Self.catalogs {
      var key = KeyTerms()
      key[0] = true
      #expect(HubSample.needs("GET /repos/{repo}", key, in: catalog) == "all")
      #expect(HubSample.needs("GET /secrets", key, in: catalog) == "all")
      key[0] = false
      #expect(HubSample.needs("GET /repos/{repo}", key, in: catalog) == "public")
      #expect(HubSample.needs("GET /secrets", key, in: catalog) == "")
      key[0] = nil
      #expect(HubSample.needs("GET /repos/{repo}", key, in: catalog) == "all")
    }
  }

  @Test("None, not stated and another kind are three answers")
  func three() {
    for catalog in Self.catalogs {
      for kind in [nil, 0, 1] {
        let key = KeyTerms(kind: kind)
        #expect(HubSample.needs("GET /rate", key, in: catalog) == "")
        #expect(HubSample.needs("GET /odd", key, in: catalog) == "not stated")
      }
      let search = { HubSample.needs("GET /search", KeyTerms(kind: $0), in: catalog) }
      #expect(search(nil) == "search")
      #expect(search(0) == "other kind")
      #expect(search(1) == "search")
      let post = { HubSample.needs("POST /messages", KeyTerms(kind: $0), in: catalog) }
      #expect(post(nil) == "post or read")
      #expect(post(0) == "post")
      #expect(post(1) == "read")
    }
  }

  @Test("What nobody states about a case says nothing against the other")
  func statedInOneCase() throws {
    let text = HubSample.text.replacing(
      #"{ "scopes": [], "unless": "private-repository" }"#,
      with: #"{ "scopes": ["contents:write"], "when": "private-repository" }"#)
    let catalog = try Catalog(decoding: Array(text.utf8))
    var key = KeyTerms()
    #expect(HubSample.needs("GET /secrets", key, in: catalog) == "all or contents:write")
    key[0] = false
    #expect(HubSample.needs("GET /secrets", key, in: catalog) == "not stated")
  }

  // MARK: - What is wrong

  @Test(
    "What cannot be is told with its line and the nearest name",
    arguments: [
      (
        #""unless": "private-repository""#, #""unless": "private-repositry""#,
        "the catalog has no condition \"private-repositry\". "
          + "Perhaps \"private-repository\" was meant."
      ),
      (
        #""kinds": ["bot"]"#, #""kinds": ["bott"]"#,
        "the catalog has no kind of key \"bott\". Perhaps \"bot\" was meant."
      ),
      (
        #""kinds": ["bot"]"#, #""kinds": []"#,
        "the list of kinds is empty. Leave it out where every kind is meant."
      ),
      (
        #""level": "fire""#, #""level": "list""#,
        "the permission \"Hooks\" has the level \"list\" twice. Keep one of them or rename one."
      ),
      (
        #", "level": "fire""#, "",
        "\"permission\" and \"level\" only have a meaning together. Add the other one."
      ),
      (
        #""title": "Read messages" }"#,
        #""title": "R", "permission": "A", "level": "1" }, { "id": "x", "title": "X" }, "#
          + #"{ "id": "y", "title": "Y", "permission": "A", "level": "2" }"#,
        "other scopes stand between the levels of \"A\". Put its levels one behind the other."
      ),
      (
        #""slashes": "path""#, #""slashes": "pth""#,
        "the path \"/repos/{repo}/files/{path}\" has no parameter \"pth\". "
          + "Perhaps \"path\" was meant."
      ),
      (
        #""also": ["GET"]"#, #""also": ["POST"]"#,
        "the method POST is named twice. Keep one of them."
      ),
      (
        #""path": "/rate""#, #""path": "/messages""#,
        "the call \"GET /messages\" is listed twice. Keep one of them."
      ),
      (
        #""unless": "private-repository" }"#,
        #""when": "private-repository", "unless": "private-repository" }"#,
        "the condition \"private-repository\" can never both hold and not hold. "
          + "Keep \"when\" or \"unless\"."
      ),
      (
        #""id": "user", "title": "User token""#, #""id": "bot", "title": "User token""#,
        "the kind \"bot\" is listed twice. Keep one of them."
      ),
      (
        #""id": "default-branch""#, #""id": "private-repository""#,
        "the condition \"private-repository\" is listed twice. Keep one of them."
      ),
      (
        #""native": { "bot": "7d2f-1""#, #""native": { "boot": "7d2f-1""#,
        "the catalog has no kind of key \"boot\". Perhaps \"bot\" was meant."
      ),
      (
        #""id": "read", "title""#, #""id": "read", "includes": ["read"], "title""#,
        "the scope \"read\" grants itself in the end. Break the cycle."
      ),
    ])
  func wrong(old: String, new: String, problem: String) throws {
    let range = try #require(HubSample.text.firstRange(of: old))
    let text = HubSample.text.replacing(old, with: new, maxReplacements: 1)
    let line = HubSample.text[..<range.lowerBound].count { $0 == "\n" } + 1
    let error = #expect(throws: ModelError.self) { try Catalog(decoding: Array(text.utf8)) }
    #expect(error?.sentences == problem)
    let found = error?.place?.line ?? 0
    #expect(abs(found - line) <= 1, "\(found), not \(line)")
  }

  @Test("More conditions than cases can be told apart are refused")
  func manyConditions() {
    let conditions = (0..<5).map { #"{ "id": "c\#($0)", "question": "?" }"# }
    let requires = (0..<5).map { #"{ "scopes": ["a"], "when": "c\#($0)" }"# }
    let text = """
      {"$schema":"urn:keywright:catalog:1","id":"c","name":"C","version":"1",
      "conditions":[\(conditions.joined(separator: ","))],
      "categories":[{"name":"A","scopes":[{"id":"a","title":"A"}]}],
      "operations":[{"method":"GET","path":"/","requires":[\(requires.joined(separator: ","))]}]}
      """
    let error = #expect(throws: ModelError.self) { try Catalog(decoding: Array(text.utf8)) }
    #expect(error?.problem == "the requirement depends on more than 4 conditions")
  }
}
