import CatalogImport
import Catalogs
import Documents
import Testing

/// Descriptions of other forms than OpenAPI, told by what stands in them.
struct FormTests {
  private func read(
    _ texts: [(String, String)], _ edit: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportedCatalog {
    var options = ImportOptions()
    edit(&options)
    return try CatalogImporter.read(
      texts.map { (name: $0.0, bytes: Array($0.1.utf8)) }, options: options)
  }

  // MARK: - Discovery

  private static let mail = """
    {"kind": "discovery#restDescription", "discoveryVersion": "v1", "title": "Mail API",
     "revision": "20260101", "rootUrl": "https://mail.example/", "servicePath": "mail/v1/",
     "auth": {"oauth2": {"scopes": {"https://x.example/auth/mail": {"description": "Read and send mail"},
       "https://x.example/auth/mail.readonly": {"description": "Read mail"}}}},
     "methods": {"about": {"id": "mail.about", "path": "about", "httpMethod": "GET"}},
     "resources": {"users": {"methods": {
         "get": {"id": "mail.users.get", "path": "users/{+name}", "flatPath": "users/{usersId}/box",
           "httpMethod": "GET", "description": "Gets. More.",
           "scopes": ["https://x.example/auth/mail", "https://x.example/auth/mail.readonly"]}},
       "resources": {"drafts": {"methods": {
         "send": {"id": "mail.users.drafts.send", "path": "users/{u}/drafts/send",
           "httpMethod": "POST", "scopes": ["https://x.example/auth/mail"], "deprecated": true}}}}}}}
    """
  private static let tasks = """
    {"kind": "discovery#restDescription", "title": "Tasks API", "revision": "20260202",
     "rootUrl": "https://tasks.example/", "servicePath": "",
     "auth": {"oauth2": {"scopes": {"https://x.example/auth/tasks": {"description": "Tasks"}}}},
     "resources": {"lists": {"methods": {"list": {"path": "tasks/v1/lists", "httpMethod": "GET",
       "scopes": ["https://x.example/auth/tasks", "https://x.example/auth/other"]}}}}}
    """

  @Test func `of a Discovery document's scopes any one is enough, at any depth of resources`()
    throws
  {
    let imported = try read([("mail.json", Self.mail)])
    #expect(
      imported.catalog.operations.map(\.call) == [
        "GET /mail/v1/about", "GET /mail/v1/users/{usersId}/box",
        "POST /mail/v1/users/{u}/drafts/send",
      ])
    #expect(try imported.requirement("GET /mail/v1/about") == nil)
    #expect(
      try imported.requirement("GET /mail/v1/users/{usersId}/box") == [
        ["https://x.example/auth/mail"], ["https://x.example/auth/mail.readonly"],
      ])
    #expect(imported.catalog.operations[1].summary == "Gets")
    #expect(imported.catalog.operations[2].isDeprecated)
    #expect(imported.catalog.servers == ["https://mail.example"])
    #expect(imported.catalog.version == "20260101" && imported.catalog.name == "Mail API")
    #expect(imported.counts.operationsWithScopes == 2 && imported.counts.declared == 2)
  }

  @Test func `several Discovery documents make one catalog`() throws {
    let imported = try read([("mail.json", Self.mail), ("tasks.json", Self.tasks)])
    #expect(imported.counts.operations == 4 && imported.counts.declared == 3)
    #expect(imported.catalog.servers == ["https://mail.example", "https://tasks.example"])
    #expect(try imported.scope("https://x.example/auth/other").isUndeclared)
    #expect(imported.catalog.operations.last?.tag == "Tasks API")
    let mixed = #expect(throws: CatalogImporter.Failure.self) {
      try read([("mail.json", Self.mail), ("b.yaml", "openapi: 3.0.0\npaths: {}\n")])
    }
    guard case .description(let error) = mixed else { throw Problem.noError }
    #expect(error.file == "b.yaml" && error.problem.contains("one catalog"))
  }

  private enum Problem: Error { case noError }

  // MARK: - Kubernetes

  @Test func `a cluster's calls need what RBAC asks about`() throws {
    let imported = try read([
      (
        "swagger.json",
        """
        {"swagger": "2.0", "info": {"title": "Kubernetes", "version": "v1.36"}, "paths": {
          "/version/": {"get": {}},
          "/apis/apps/": {"get": {}},
          "/api/v1/namespaces/{namespace}/pods": {"get": {}, "post": {}, "delete": {}},
          "/api/v1/namespaces/{namespace}/pods/{name}": {"get": {}, "put": {}, "patch": {}, "delete": {}},
          "/api/v1/namespaces/{namespace}/pods/{name}/log": {"get": {}},
          "/api/v1/namespaces/{namespace}/pods/{name}/exec": {"get": {}, "post": {}},
          "/api/v1/namespaces/{namespace}/pods/{name}/eviction": {"post": {
            "x-kubernetes-group-version-kind": {"group": "policy", "kind": "Eviction"}}},
          "/api/v1/namespaces/{namespace}/pods/{name}/proxy/{path}": {"options": {}},
          "/api/v1/namespaces/{name}": {"get": {}},
          "/api/v1/namespaces/{name}/status": {"patch": {}},
          "/api/v1/watch/namespaces/{namespace}/pods/{name}": {"get": {}},
          "/apis/acme.example/v1/boxes": {"get": {}}}}
        """
      )
    ])
    func needs(_ call: String) throws -> [[String]]? { try imported.requirement(call) }
    let pods = "/api/v1/namespaces/{namespace}/pods"
    #expect(try needs("GET /version/") == [["nonResourceURL:/version/:get"]])
    #expect(try needs("GET /apis/apps/") == [["nonResourceURL:/apis/apps/:get"]])
    #expect(try needs("GET " + pods) == [["core/pods:list"]])
    #expect(try needs("POST " + pods) == [["core/pods:create"]])
    #expect(try needs("DELETE " + pods) == [["core/pods:deletecollection"]])
    #expect(try needs("PUT \(pods)/{name}") == [["core/pods:update"]])
    #expect(try needs("PATCH \(pods)/{name}") == [["core/pods:patch"]])
    #expect(try needs("GET \(pods)/{name}/log") == [["core/pods/log:get"]])
    #expect(
      try needs("GET \(pods)/{name}/exec").map { Set($0.joined()) } == [
        "core/pods/exec:get", "core/pods/exec:create",
      ])
    // The group is the path's, not the kind's.
    #expect(try needs("POST \(pods)/{name}/eviction") == [["core/pods/eviction:create"]])
    #expect(try needs("OPTIONS \(pods)/{name}/proxy/{path}") == nil)
    #expect(try needs("GET /api/v1/namespaces/{name}") == [["core/namespaces:get"]])
    #expect(
      try needs("PATCH /api/v1/namespaces/{name}/status") == [["core/namespaces/status:patch"]])
    #expect(
      try needs("GET /api/v1/watch/namespaces/{namespace}/pods/{name}") == [["core/pods:watch"]])
    #expect(try needs("GET /apis/acme.example/v1/boxes") == [["acme.example/boxes:list"]])
    #expect(try imported.scope("core/pods/exec:get").access.isWrite)
    #expect(try imported.scope("core/pods:list").access == .view)
  }

  @Test func `a list that can follow changes needs another verb when it does`() throws {
    let imported = try read([
      (
        "swagger.json",
        """
        {"swagger": "2.0", "info": {"title": "Kubernetes", "version": "v1.36"}, "paths": {
          "/api/v1/pods": {"get": {"parameters": [{"$ref": "#/parameters/watch-XNN"}]}}}}
        """
      )
    ])
    #expect(
      try imported.requirement("GET /api/v1/pods") == [["core/pods:list"], ["core/pods:watch"]])
    let document = try JSONDocument(parsing: imported.document).root
    let requires = document["operations"]?.elements[0]["requires"]?.elements ?? []
    #expect(requires.map { $0["unless"]?.string } == ["watch", nil])
    #expect(requires.map { $0["when"]?.string } == [nil, "watch"])
  }

  // MARK: - Microsoft Graph

  private static let graph = """
    {"permissions": {
      "Box.Read.All": {"authorizationType": "oAuth2",
        "schemes": {"DelegatedWork": {"adminDisplayName": "Read boxes"}, "Application": {"adminDisplayName": "Read boxes"}},
        "pathSets": [{"schemeKeys": ["DelegatedWork", "Application"], "methods": ["GET"],
          "paths": {"/boxes/{id}": "least=DelegatedWork,Application", "/me/boxes": ""}}]},
      "Box.ReadWrite.All": {"authorizationType": "oAuth2",
        "schemes": {"DelegatedWork": {"adminDisplayName": "Change boxes"}},
        "pathSets": [{"schemeKeys": ["DelegatedWork"], "methods": ["GET", "PATCH"],
          "paths": {"/Boxes/{box-id}": "least=DelegatedWork;AlsoRequires=Jar.Read.All,Lid.Read.All"}}]},
      "Jar.Read.All": {"authorizationType": "oAuth2",
        "schemes": {"DelegatedWork": {"adminDisplayName": "Read jars"}},
        "pathSets": [{"schemeKeys": ["DelegatedWork"], "methods": ["GET", "PATCH"], "paths": {"/boxes/{id}": ""}}]},
      "Box.Manage.Chat": {"authorizationType": "RSC",
        "schemes": {"Application": {"adminDisplayName": "Manage boxes of a chat"}},
        "pathSets": [{"schemeKeys": ["Application"], "methods": ["GET"], "paths": {"/boxes/{id}": ""}}]}}}
    """

  /// The alternatives of a call for one kind of token, in their order.
  private func alternatives(_ imported: ImportedCatalog, _ call: String, for kind: String) throws
    -> [[String]]
  {
    let document = try JSONDocument(parsing: imported.document).root
    let row = try #require(
      document["operations"]?.elements.first {
        ($0["method"]?.string ?? "") + " " + ($0["path"]?.string ?? "") == call
      })
    return (row["requires"]?.elements ?? []).compactMap { alternative in
      let kinds = alternative["kinds"]?.elements.compactMap(\.string)
      guard kinds?.contains(kind) ?? true else { return nil }
      return (alternative["scopes"] ?? alternative).elements.compactMap(\.string)
    }
  }

  @Test func `Graph's permissions are kept apart by kind of token, the least first`() throws {
    let imported = try read([("permissions.json", Self.graph)])
    #expect(
      imported.catalog.operations.map(\.call) == [
        "GET /boxes/{id}", "GET /me/boxes", "GET /Boxes/{box-id}", "PATCH /Boxes/{box-id}",
        "PATCH /boxes/{id}",
      ])
    let get = "GET /boxes/{id}"
    #expect(try alternatives(imported, get, for: "application") == [["Box.Read.All"]])
    // The write permission is marked as the least for the path, but not for reading it.
    #expect(try alternatives(imported, get, for: "delegated-work").first == ["Box.Read.All"])
    #expect(try alternatives(imported, get, for: "resource-specific") == [["Box.Manage.Chat"]])
    // Nobody has signed in to an application.
    #expect(try alternatives(imported, "GET /me/boxes", for: "application") == [])
    #expect(imported.notes.contains { $0.text.hasPrefix("1 call below /me") })
  }

  @Test func `what Graph also requires is pairs, and spellings of one path are one`() throws {
    let imported = try read([("permissions.json", Self.graph)])
    let pairs: [Set<String>] = [
      ["Box.ReadWrite.All", "Jar.Read.All"], ["Box.ReadWrite.All", "Lid.Read.All"],
    ]
    for path in ["/Boxes/{box-id}", "/boxes/{id}"] {
      let write = try alternatives(imported, "PATCH " + path, for: "delegated-work")
      // The partner alone is not enough to write.
      #expect(write.map { Set($0) } == pairs)
      let read = try alternatives(imported, "GET " + path, for: "delegated-work").map { Set($0) }
      #expect(Set(read) == Set(pairs + [["Box.Read.All"], ["Jar.Read.All"]]))
    }
    #expect(try imported.scope("Lid.Read.All").isUndeclared)
  }

  // MARK: - AWS

  private static let reference = """
    {"Name": "box", "Version": "v1.4", "Actions": [
      {"Name": "GetBox", "Annotations": {"Properties": {"IsList": false, "IsPermissionManagement": false, "IsTaggingOnly": false, "IsWrite": false}}},
      {"Name": "ListBoxes", "Annotations": {"Properties": {"IsList": true, "IsWrite": false}}},
      {"Name": "PutBox", "Annotations": {"Properties": {"IsWrite": true}}},
      {"Name": "TagBox", "Annotations": {"Properties": {"IsTaggingOnly": true, "IsWrite": true}}},
      {"Name": "PutBoxPolicy", "Annotations": {"Properties": {"IsPermissionManagement": true, "IsWrite": true}}}],
     "Operations": [
      {"Name": "HeadBox", "AuthorizedActions": [{"Name": "GetBox", "Service": "box"}]},
      {"Name": "PutBox", "AuthorizedActions": [{"Name": "PutBox", "Service": "box"}, {"Name": "TagBox", "Service": "box"}]},
      {"Name": "CopyBox", "AuthorizedActions": [{"Name": "PutBox", "Service": "box"}, {"Name": "GetBox", "Service": "box"}]}]}
    """

  @Test func `a service reference gives actions with their levels, and the map of operations`()
    throws
  {
    let imported = try read([("box.json", Self.reference)])
    #expect(
      ["GetBox", "ListBoxes", "PutBox", "TagBox", "PutBoxPolicy"].map { name in
        (try? imported.scope("box:" + name))?.access.rawValue
      } == ["view", "view", "update", "tag", "admin"])
    #expect(try imported.requirement("POST /box/HeadBox") == [["box:GetBox"]])
    // A list of what may be checked is neither all nor any of it.
    #expect(try imported.requirement("POST /box/PutBox") == [["box:PutBox"]])
    #expect(imported.catalog.operations[1].isInferred)
    #expect(try imported.requirement("POST /box/CopyBox") == nil)
    #expect(imported.notes.contains { $0.text.contains("left open") })
  }

  @Test func `the community's list of actions is named after its service`() throws {
    let list = """
      {"getbox": {"name": "GetBox", "description": "Grants permission to get a box", "accessLevel": "Read"},
       "putboxpolicy": {"name": "PutBoxPolicy", "description": "Sets", "accessLevel": "Permissions management, Write"},
       "tagbox": {"name": "TagBox", "description": "Tags", "accessLevel": "Tagging, Write"}}
      """
    let imported = try read([("data/box.json", list), ("data/jar.json", list)])
    #expect(imported.catalog.scopes.count == 6)
    #expect(try imported.scope("box:GetBox").title == "Get a box")
    #expect(try imported.scope("box:TagBox").access.rawValue == "tag")
    #expect(try imported.scope("jar:PutBoxPolicy").access.rawValue == "admin")
    #expect(imported.catalog.categories.map(\.name) == ["box", "jar"])
  }

  @Test(arguments: [
    (
      #"{"kind": "discovery#restDescription", "rootUrl": "x", "methods": {"a": {"path": "b"}}}"#,
      "no HTTP method"
    ),
    (
      #"{"kind": "discovery#restDescription", "methods": {"a": {"path": "b", "httpMethod": "GET", "scopes": "x"}}}"#,
      "expected an array, found a string"
    ),
    (#"{"Name": "box", "Actions": [{"Name": 5}]}"#, "expected a string, found a number"),
    (#"{"a": {"name": "A", "accessLevel": "Read"}}"#, "of which service"),
    (#"{"permissions": {"A.Read": {"schemes": {}, "pathSets": [{}]}}}"#, #""methods" is missing"#),
    (
      #"{"swagger": "2.0", "info": {"title": "Kubernetes"}, "paths": {"/api/v1/pods": {"get": 5}}}"#,
      "expected an object, found a number"
    ),
  ])
  func `what is broken in them is an error`(text: String, problem: String) {
    let error = Descriptions.error(Array(text.utf8))
    #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
    #expect(error?.place?.line == 1)
  }
}
