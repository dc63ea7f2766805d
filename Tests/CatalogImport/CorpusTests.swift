import CatalogImport
import Catalogs
import Documents
import Testing

/// Documents that vendors publish, against figures that were counted independently.
///
/// They are shared apart from the project: without `KEYWRIGHT_SHARED` these tests are skipped.
@Suite(.enabled(if: SharedFolder.path != nil, "KEYWRIGHT_SHARED names no folder with a corpus"))
struct CorpusTests {
  private func read(
    _ path: String, base: String? = nil, _ edit: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportedCatalog {
    let folder = try #require(SharedFolder.path)
    var options = ImportOptions()
    options.path = folder + "/" + path
    options.base = base.map { folder + "/" + $0 }
    options.source = path
    edit(&options)
    return try CatalogImporter.read(DocumentFile.read(folder + "/" + path), options: options)
  }

  private func json(_ path: String) throws -> JSONValue {
    let folder = try #require(SharedFolder.path)
    return try JSONDocument(parsing: DocumentFile.read(folder + "/" + path)).root
  }

  @Test func `the importer agrees with every row of the tables`() throws {
    let folder = try #require(SharedFolder.path)
    let table = String(decoding: try DocumentFile.read(folder + "/corpus/README.md"), as: UTF8.self)
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("| openapi/") }
      .map { $0.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") } }
    #expect(rows.count >= 9)
    for row in rows {
      let isFolder = !row[0].contains(".")
      let imported = try read(
        "corpus/" + row[0] + (isFolder ? "/DigitalOcean-public.v2.yaml" : ""),
        base: isFolder ? "corpus/" + row[0] : nil)
      let counts = imported.counts
      let found = [
        counts.declared, counts.operations, counts.operationsWithScopes, counts.named,
        counts.undeclared,
      ]
      // A dash stands where the column does not apply.
      #expect(
        zip(found, row[2...6]).allSatisfy { $1 == "–" || $1 == String($0) }, "\(row[0]): \(found)")
      switch row[0] {
      case "openapi/pagerduty.json":
        #expect(row[7] == "\(counts.operationsWithMembers), \(counts.namedInMembers) scopes")
      // Of 432 lists of scopes 4 are empty.
      case "openapi/jira.json": #expect(counts.operationsWithMembers == 428)
      default: #expect(counts.operationsWithMembers == 0)
      }
      let catalog = imported.catalog
      #expect(catalog.operations.count == counts.operations)
      // A tree that reads well: few, filled categories, and little that found no place.
      let top = catalog.categories.filter { $0.parent == nil }
      #expect(top.allSatisfy { $0.scopes.count >= 1 })
      let other = top.first { $0.name == "Other" }?.scopes.count ?? 0
      #expect(other <= max(4, catalog.scopes.count / 5), "\(row[0]): \(other)")
    }
  }

  /// The calls of Spotify that are known to need no scope for what everybody sees.
  private static let freeOfSpotify = ["GET /me", "GET /users/{user_id}/playlists"]

  @Test func `nothing becomes free that is not said to be`() throws {
    for name in ["slack.json", "asana.yaml", "spotify.yml", "jira.json", "pagerduty.json"] {
      let imported = try read("corpus/openapi/" + name) { $0.meaning = .all }
      for operation in imported.catalog.operations {
        guard case .anyOf(let sets) = operation.requirement, sets.contains([]) else { continue }
        #expect(
          name == "jira.json" || Self.freeOfSpotify.contains(operation.call), "\(operation.call)")
      }
    }
  }

  @Test(arguments: [
    ("Twitch", "openapi/twitch.json", 30), ("Spotify", "openapi/spotify.yml", 19),
    ("DigitalOcean", "openapi/digitalocean/specification/DigitalOcean-public.v2.yaml", 20),
  ])
  func `calls that are known better require what the facts say, of scopes that there are`(
    vendor: String, file: String, fewest: Int
  ) throws {
    let base = file.contains("/specification/") ? "corpus/openapi/digitalocean/specification" : nil
    let catalog = try read("corpus/" + file, base: base).catalog
    let rows = try #require(try json("facts/openapi-anyof.json")["operations"]).elements
      .filter { $0["vendor"]?.string == vendor }
    let byCall = Dictionary(grouping: rows) { row in
      (row["method"]?.string ?? "") + " " + (row["path"]?.string ?? "")
    }
    var count = 0
    for (call, rows) in byCall {
      guard let index = catalog.indexOfOperation(call) else { continue }
      count += 1
      let found = requirement(catalog.operations[index], catalog) ?? []
      // A row is one kind of token; what the rest of ours holds is a condition.
      #expect(rows.contains { sets($0["anyOf"]).isSubset(of: found) }, "\(call): \(found)")
      for name in found.joined() where vendor != "DigitalOcean" {
        let scope = catalog.indexOfScope(name).map { catalog.scopes[$0] }
        #expect(scope?.isUndeclared == false, "\(call): \(name)")
      }
    }
    #expect(count >= fewest)
  }

  @Test func `prose invents no scope`() throws {
    for name in [
      "slack.json", "asana.yaml", "spotify.yml", "jira.json", "pagerduty.json", "square.json",
      "twitch.json", "figma.yaml",
    ] {
      let without = try read("corpus/openapi/" + name)
      let with = try read("corpus/openapi/" + name) { $0.readsProse = true }
      let known = Set(without.catalog.scopes.map(\.id))
      let invented = with.catalog.scopes.map(\.id).filter { !known.contains($0) }
      #expect(invented == [], "\(name)")
    }
  }

  // MARK: - Discovery and Kubernetes

  /// The alternatives of a row of facts.
  private func sets(_ value: JSONValue?) -> Set<Set<String>> {
    Set((value?.elements ?? []).map { Set($0.elements.compactMap(\.string)) })
  }

  private func requirement(_ operation: Catalogs.Operation, _ catalog: Catalog) -> Set<Set<String>>?
  {
    guard case .anyOf(let sets) = operation.requirement else { return nil }
    return Set(sets.map { Set($0.map { catalog.scopes[$0].id }) })
  }

  @Test(arguments: [
    ("gmail__v1", "gmail:v1", ""), ("calendar__v3", "calendar:v3", "/calendar/v3"),
    ("drive__v3", "drive:v3", "/drive/v3"), ("people__v1", "people:v1", ""),
    ("admin__directory_v1", "admin:directory_v1", ""),
  ])
  func `Discovery gives every call as the facts have it`(
    file: String, api: String, prefix: String
  ) throws {
    let facts = try json("facts/google.json")
    var sets: [String: Set<Set<String>>] = [:]
    for row in facts["requirements"]?.elements ?? [] where row["api"]?.string == api {
      sets[row["s"]?.string ?? ""] = self.sets(row["anyOf"])
    }
    let imported = try read("corpus/discovery/\(file).json")
    var count = 0
    for row in facts["operations"]?.elements ?? [] where row["api"]?.string == api {
      let call = (row["method"]?.string ?? "") + " " + prefix + "/" + (row["path"]?.string ?? "")
      let index = try #require(imported.catalog.indexOfOperation(call), "\(call)")
      let expected = row["s"]?.string.flatMap { sets[$0] }
      #expect(
        requirement(imported.catalog.operations[index], imported.catalog) == expected, "\(call)")
      count += 1
    }
    #expect(count > 20 && count == imported.catalog.operations.count)
  }

  @Test func `several Discovery documents make one catalog of all`() throws {
    let folder = try #require(SharedFolder.path)
    let names = ["gmail__v1", "calendar__v3", "drive__v3", "people__v1", "admin__directory_v1"]
    let files = try names.map { name in
      let path = folder + "/corpus/discovery/\(name).json"
      return (name: path, bytes: try DocumentFile.read(path))
    }
    let imported = try CatalogImporter.read(files, options: ImportOptions())
    let single = try names.map { try read("corpus/discovery/\($0).json").counts.operations }
    #expect(imported.counts.operations == single.reduce(0, +))
  }

  @Test func `Kubernetes gives every call and permission as the facts have it`() throws {
    let facts = try json("facts/kubernetes.json")
    let imported = try read("corpus/kubernetes/swagger.json")
    let rows = facts["operations"]?.elements ?? []
    #expect(imported.catalog.operations.count == rows.count)
    for row in rows {
      let call = (row["method"]?.string ?? "") + " " + (row["path"]?.string ?? "")
      let index = try #require(imported.catalog.indexOfOperation(call), "\(call)")
      var expected: Set<Set<String>>? = sets(row["anyOf"])
      if row["stated"]?.boolean == false { expected = nil }
      if let watch = row["watch"]?.string { expected?.insert([watch]) }
      #expect(
        requirement(imported.catalog.operations[index], imported.catalog) == expected, "\(call)")
    }
    let scopes = facts["scopes"]?.elements ?? []
    #expect(Set(imported.catalog.scopes.map(\.id)) == Set(scopes.compactMap { $0["id"]?.string }))
    for row in scopes {
      let scope = try imported.scope(row["id"]?.string ?? "")
      #expect(scope.access.isWrite == (row["access"]?.string == "write"), "\(scope.id)")
    }
  }

  @Test func `Graph gives as many calls and permissions as the facts have`() throws {
    let counts = try json("facts/msgraph.json")["counts"]
    let imported = try read("corpus/graph/permissions.json")
    #expect(imported.catalog.operations.count == counts?["operations"]?.integer)
    #expect(imported.catalog.scopes.count == 917)
    #expect(Set(imported.catalog.operations.map(\.path)).count == counts?["paths"]?.integer)
  }

  // MARK: - AWS

  /// The documents of all services as AWS writes them, and the access of each action.
  private func serviceReferences(
    _ facts: JSONValue
  ) -> (files: [(name: String, bytes: [UInt8])], accesses: [String: String]) {
    // The marks stand beside one another: tagging and permissions are writes as well.
    let levels = [
      "R": ("", "view"), "L": (#""IsList": true"#, "view"), "W": (#""IsWrite": true"#, "update"),
      "T": (#""IsTaggingOnly": true, "IsWrite": true"#, "tag"),
      "P": (#""IsPermissionManagement": true, "IsWrite": true"#, "admin"),
    ]
    var actions: [String: [String]] = [:]
    var accesses: [String: String] = [:]
    for row in facts["actions"]?.elements ?? [] {
      let id = row["a"]?.string ?? ""
      guard let level = levels[row["l"]?.string ?? ""], let colon = id.firstIndex(of: ":") else {
        continue
      }
      accesses[id] = level.1
      let name = id[id.index(after: colon)...]
      actions[String(id[..<colon]), default: []]
        .append(#"{"Name": "\#(name)", "Annotations": {"Properties": {\#(level.0)}}}"#)
    }
    let operations = (facts["s3Operations"]?.elements ?? []).map { row in
      let name = (row["op"]?.string ?? "").dropFirst("S3.".count)
      let authorized = (row["authorizedActions"]?.elements ?? []).compactMap(\.string)
        .map { $0.split(separator: ":") }
        .map { #"{"Service": "\#($0[0])", "Name": "\#($0[1])"}"# }
      return #"{"Name": "\#(name)", "AuthorizedActions": [\#(authorized.joined(separator: ","))]}"#
    }
    let files = actions.sorted { $0.key < $1.key }.map { service, actions in
      let calls = service == "s3" ? operations : []
      let text =
        #"{"Name": "\#(service)", "Version": "v1", "Actions": [\#(actions.joined(separator: ","))], "#
        + #""Operations": [\#(calls.joined(separator: ","))]}"#
      return (name: service + ".json", bytes: Array(text.utf8))
    }
    return (files, accesses)
  }

  @Test func `AWS gives every action with its level, and what each operation of S3 needs`() throws {
    let facts = try json("facts/aws.json")
    let (files, accesses) = serviceReferences(facts)
    #expect(files.count == facts["counts"]?["services"]?.integer)
    let imported = try CatalogImporter.read(files, options: ImportOptions())
    let catalog = imported.catalog
    #expect(catalog.scopes.count == facts["counts"]?["actions"]?.integer)
    let wrong = catalog.scopes.filter { $0.access.rawValue != accesses[$0.id] }
    #expect(wrong.map(\.id) == [])
    #expect(catalog.operations.count == facts["counts"]?["s3Operations"]?.integer)
    for row in facts["s3Operations"]?.elements ?? [] {
      let name = (row["op"]?.string ?? "").dropFirst("S3.".count)
      let authorized = (row["authorizedActions"]?.elements ?? []).compactMap(\.string)
      // A union of what may be asked about: the one of its own name is the plain case.
      let own = authorized.count == 1 ? authorized : authorized.filter { $0 == "s3:" + name }
      let index = try #require(catalog.indexOfOperation("POST /s3/" + name))
      let expected: Set<Set<String>>? = own.isEmpty ? nil : [Set(own)]
      #expect(requirement(catalog.operations[index], catalog) == expected, "\(name)")
      #expect(catalog.operations[index].isInferred == (authorized.count > 1 && !own.isEmpty))
    }
  }
}
