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
      ]
      #expect(found.map { String($0) } == Array(row[2...5]), "\(row[0])")
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
}
