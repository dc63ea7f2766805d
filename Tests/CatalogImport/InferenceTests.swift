import CatalogImport
import Catalogs
import Documents
import Testing

/// Categories, accesses and grants read out of names, and the overlay that corrects them.
struct InferenceTests {
  private func read(_ ids: [String], _ edit: (inout ImportOptions) -> Void = { _ in }) throws
    -> ImportedCatalog
  {
    let list = ids.map { #""\#($0)": """# }.joined(separator: ",")
    let schemes = #"{"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {\#(list)}}}}}"#
    return try Descriptions.read(
      Descriptions.openAPI(paths: #"{"/a": {"get": {}}}"#, schemes: schemes), edit)
  }

  private func tree(_ imported: ImportedCatalog) -> [String] {
    imported.catalog.scopes.indices.map {
      imported.catalog.categoryPath(ofScope: $0).joined(separator: " / ") + ": "
        + imported.catalog.scopes[$0].id
    }
  }

  @Test(arguments: [
    ("a:read", "view"), ("a.write", "update"), ("a_list", "view"), ("delete-a", "delete"),
    ("a/create", "create"), ("manage:a", "admin"), ("user-modify-state", "update"),
    ("aReadOnly", "view"),
    ("files:share", "share"), ("https://www.example.com/auth/drive.readonly", "view"),
    ("plain", ""),
  ])
  func `the verb of an id is its access`(id: String, access: String) throws {
    let scope = try read([id]).scope(id)
    #expect(scope.access.rawValue == access)
    #expect(scope.inferred.contains(.access) == !access.isEmpty)
  }

  @Test func `scopes about one thing stand together, whatever separates their words`() throws {
    let imported = try read([
      "tasks:read", "tasks:write", "task_templates:read", "time_zones.read", "time_zones.write",
      "alone", "other-one", "third:read", "openid", "email",
    ])
    #expect(
      tree(imported) == [
        "Tasks: tasks:read", "Tasks: tasks:write", "Tasks: task_templates:read",
        "Time zones: time_zones.read", "Time zones: time_zones.write", "Sign-in: openid",
        "Sign-in: email", "Other: alone", "Other: other-one", "Other: third:read",
      ])
    #expect(imported.catalog.categories.allSatisfy { $0.isInferred })
    #expect(imported.catalog.scopes.allSatisfy { $0.inferred.contains(.category) })
  }

  @Test func `a long group is divided by the next word`() throws {
    let ids = ["apps", "users", "teams", "logs"].flatMap {
      ["admin.\($0):read", "admin.\($0):write"]
    }
    let imported = try read(ids + ["admin", "b:read", "b:write"])
    #expect(
      tree(imported).first == "Admin / Apps: admin.apps:read"
        || tree(imported).first == "Admin: admin")
    #expect(tree(imported).contains("Admin / Teams: admin.teams:write"))
    #expect(imported.catalog.categories[0].scopes.count == 9)
  }

  @Test func `ladders of verbs and bare resources grant, marked inferred; nothing else does`()
    throws
  {
    let imported = try read([
      "repo", "repo:status", "admin:org", "write:org", "read:org", "tasks:read", "tasks:write", "a",
      "a.b",
    ])
    func granted(_ id: String) throws -> [String] {
      let index = try #require(imported.catalog.indexOfScope(id))
      return imported.catalog.granted(by: index).map { imported.catalog.scopes[$0].id }
    }
    #expect(try granted("repo") == ["repo:status"])
    #expect(try Set(granted("admin:org")) == ["write:org", "read:org"])
    #expect(try granted("write:org") == ["read:org"])
    #expect(try granted("tasks:write") == [] && granted("a") == [])
    #expect(try imported.scope("repo").inferred.contains(.includes))
    #expect(
      try read(["repo", "repo:status"]) { $0.infersIncludes = false }.catalog.hasGrants == false)
  }

  @Test func `many ids without a verb are read as fast as as many lines`() throws {
    let imported = try read((0..<4_000).map { "thing\($0)x" } + ["thing7x:inner"])
    let index = try #require(imported.catalog.indexOfScope("thing7x"))
    #expect(imported.catalog.granted(by: index).count == 1)
  }

  @Test func `what stands alone is placed by the vendor's many groups as fast as by few`() throws {
    let calls = (0..<1_200).map {
      #""/\#($0)": {"get": {"tags": ["T\#($0 / 2)"], "security": [{"oauth": ["s\#($0)x"]}]}}"#
    }
    let tags = (0..<600).map { #"{"name": "t\#($0)", "description": "About \#($0)."}"# }
    let imported = try Descriptions.read(
      Descriptions.openAPI(
        paths: "{\(calls.joined(separator: ","))}",
        more: "\"tags\": [\(tags.joined(separator: ","))],"))
    let category = try #require(imported.catalog.categories.first { $0.name == "T599" })
    #expect(category.summary == "About 599" && category.scopes.count == 2)
  }

  @Test func `what calls do gives an access where no name does`() throws {
    let schemes =
      #"{"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {"x": "x", "y": "y"}}}}}"#
    let paths =
      #"{"/a": {"get": {"security": [{"o": ["x"]}]}, "put": {"security": [{"o": ["y"]}]}}}"#
    let imported = try Descriptions.read(Descriptions.openAPI(paths: paths, schemes: schemes))
    #expect(try imported.scope("x").access == .view && imported.scope("y").access == .update)
  }

  // MARK: - Overlay

  @Test func `what an overlay misspells is told with the nearest, and what is gone as gone`() throws
  {
    let imported = try read(["files.read", "files.write"]) {
      $0.overlay = Array(
        """
        $schema: urn:keywright:overlay:1
        scopes: {files.raed: {title: x}, gone: {title: x}}
        operations:
          GET /aa: {summary: x}
          DELETE /elsewhere/{id}: {summary: x}
        """.utf8)
    }
    #expect(
      imported.notes.map(\.text) == [
        #"the overlay corrects the scope "files.raed", which is not there: Perhaps "files.read" was meant"#,
        #"the overlay corrects the scope "gone", which is not there any more"#,
        #"the overlay corrects the call "GET /aa", which is not there: Perhaps "GET /a" was meant"#,
        #"the overlay corrects the call "DELETE /elsewhere/{id}", which is not there any more"#,
      ])
    #expect(imported.notes.map(\.line) == [2, 2, 4, 5])
  }

  private static let overlay = """
    {
      "$schema": "urn:keywright:overlay:1",
      "id": "acme", "version": "2026-11-23",
      "scopes": {
        "tasks:write": { "title": "Change tasks", "access": "create", "touches": ["content"], "includes": ["tasks:read"], "category": ["Work", "Tasks"] },
        "gone": { "title": "x" },
        "extra": { "add": true, "title": "Extra", "category": "Work" }
      },
      "categories": { "Other": { "name": "Rest", "summary": "What is left." } },
      "operations": { "GET /a": { "summary": "Lists", "requires": [["tasks:read"]] } },
      "combinations": [ { "id": "both", "title": "Both", "severity": "note", "all": ["tasks:read", "tasks:write"], "message": "Both.", "confidence": "documented" } ]
    }
    """

  @Test func `an overlay corrects, takes the marks away, and outlives what is gone`() throws {
    let imported = try read(["tasks:read", "tasks:write", "a", "b", "c"]) {
      $0.overlay = Array(Self.overlay.utf8)
    }
    let write = try imported.scope("tasks:write")
    #expect(write.title == "Change tasks" && write.access == .create && write.touches == .content)
    #expect(write.inferred == [])
    #expect(
      imported.catalog.categoryPath(
        ofScope: try #require(imported.catalog.indexOfScope("tasks:write"))) == ["Work", "Tasks"])
    #expect(tree(imported).contains("Rest: a") && tree(imported).contains("Work: extra"))
    #expect(imported.catalog.categories.first { $0.name == "Rest" }?.summary == "What is left.")
    #expect(try imported.requirement("GET /a") == [["tasks:read"]])
    #expect(imported.catalog.combinations.map(\.id) == ["both"])
    #expect(imported.catalog.id == "acme" && imported.catalog.version == "2026-11-23")
    #expect(imported.notes.map(\.line) == [6] && imported.notes[0].text.contains(#""gone""#))
  }

  @Test(arguments: [
    (#""scopes": {"#, #""scpoes": {"#, #"no member "scpoes""#),
    (#""title": "Extra""#, #""titel": "Extra""#, #"no member "titel""#),
    ("overlay:1", "overlay:9", "not an overlay"),
    (#"[["tasks:read"]]"#, #"[["tasks:raed"]]"#, #"no scope "tasks:raed""#),
    (#""severity": "note""#, #""severity": "dire""#, #""dire" is not a severity"#),
    (#""add": true"#, #""add": 1"#, "expected true or false"),
    (#""title": "Extra""#, #""deprecated": "true""#, "expected true or false"),
    (#""summary": "Lists""#, #""deprecated": null"#, "expected true or false"),
  ])
  func `what is wrong in an overlay is an error of the overlay`(
    old: String, new: String, problem: String
  ) throws {
    let text = Self.overlay.replacing(old, with: new)
    let schemes =
      #"{"o": {"type": "oauth2", "flows": {"implicit": {"scopes": {"tasks:read": "", "tasks:write": ""}}}}}"#
    var options = ImportOptions()
    options.overlay = Array(text.utf8)
    let bytes = Descriptions.openAPI(paths: #"{"/a": {"get": {}}}"#, schemes: schemes)
    let failure = #expect(throws: CatalogImporter.Failure.self) {
      try CatalogImporter.read(bytes, options: options)
    }
    guard case .overlay(let error)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(error.problem.contains(problem), "\(error)")
  }
}
