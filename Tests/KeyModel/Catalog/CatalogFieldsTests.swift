import TestSupport
import Testing

@testable import Catalogs
@testable import Documents

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What is described once, in the tables of fields, and what follows from it.
@Suite struct CatalogFieldsTests {
  private static let assets =
    "/" + "\(#filePath)".split(separator: "/").dropLast(4).joined(separator: "/") + "/Assets"
  private static let stale: Comment =
    "review the difference after: KEYWRIGHT_RENEW=1 swift test --filter CatalogFieldsTests"

  private func compare(_ text: String, with file: String) throws {
    let url = URL(filePath: "\(Self.assets)/\(file)")
    if SeededRandom.environment("KEYWRIGHT_RENEW") != nil {
      try Data(text.utf8).write(to: url)
    }
    let isSame = try String(contentsOf: url, encoding: .utf8) == text
    #expect(isSame, Self.stale)
  }

  @Test("The schema says what the tables say")
  func schema() throws {
    try compare(
      String(decoding: CatalogSchema.document, as: UTF8.self), with: "Schemas/catalog.schema.json")
  }

  /// Each table stands between `<!-- members of a scope -->` and `<!-- end -->`.
  @Test("The page about catalogs says what the tables say, and leaves no kind of object out")
  func page() throws {
    let file = "Docs/catalogs.md"
    var text = try String(contentsOf: URL(filePath: "\(Self.assets)/\(file)"), encoding: .utf8)
    for table in CatalogSchema.tables {
      let start = "<!-- members of \(table.title) -->\n"
      let place = try #require(text.firstRange(of: start), "\(table.title) has a place")
      let end = try #require(text[place.upperBound...].firstRange(of: "<!-- end -->"))
      text.replaceSubrange(place.upperBound..<end.lowerBound, with: table.text + "\n")
    }
    try compare(text, with: file)
  }

  @Test("Each member of each table is read, written as it stood, and kept in the compact form")
  func everyMember() throws {
    let document = try JSONDocument(parsing: Array(Self.full.utf8)).root
    var found: Set<String> = []
    Self.collect(document, Catalog.shape, &found)
    let known = CatalogSchema.tables.flatMap { table in
      table.text.split(separator: "\n").dropFirst(2).map { row in
        table.title + " " + row.split(separator: "`")[1]
      }
    }
    #expect(Set(known).subtracting(found) == [], "the text here has each member")
    let catalog = try Catalog(decoding: Array(Self.full.utf8))
    #expect(String(decoding: CatalogEncoder.encode(catalog), as: UTF8.self) == Self.full)
    let copy = try #require(CompactCatalog.decode(CompactCatalog.encode(catalog)))
    #expect(CatalogComparison.differences(copy, catalog) == [])
  }

  private static func collect(
    _ value: JSONValue, _ shape: ObjectShape, _ found: inout Set<String>
  ) {
    for (name, member) in value.members {
      found.insert(shape.title.replacing("\"", with: "`") + " " + name)
      guard let inner = shape.members.first(where: { $0.name == name })?.inner?() else { continue }
      for object in [member] + member.elements + member.elements.flatMap(\.elements)
      where object.kind == .object { collect(object, inner, &found) }
    }
  }

  private static let full = """
    {
      "$schema": "urn:keywright:catalog:1",
      "id": "full",
      "name": "Full",
      "version": "1",
      "summary": "Has everything.",
      "sources": [{ "name": "reference", "location": "full.example/docs" }],
      "limits": ["Groups are missing."],
      "servers": ["https://api.full.example"],
      "kinds": [{ "id": "bot", "title": "Bot token" }, { "id": "user", "title": "User token" }],
      "conditions": [
        { "id": "private", "question": "Does the key read private files?" },
        { "id": "large", "question": "Does the key read large files?" }
      ],
      "categories": [
        {
          "name": "Files",
          "summary": "What is kept.",
          "inferred": true,
          "scopes": [
            {
              "id": "files.read",
              "title": "Read files",
              "summary": "Lists all.",
              "permission": "Contents",
              "level": "read",
              "access": "view",
              "touches": ["content"],
              "provenance": "reference",
              "deprecated": true,
              "replacement": "files.write",
              "inferred": ["title"],
              "undeclared": true,
              "kinds": ["bot"],
              "native": "7d2f",
              "homepage": "https://full.example/files"
            },
            {
              "id": "files.write",
              "title": "Change files",
              "permission": "Contents",
              "level": "write",
              "provenance": "unconfirmed",
              "includes": ["files.read"],
              "native": { "bot": "7d30", "user": "7d31" }
            }
          ],
          "categories": [
            { "name": "Links", "scopes": [{ "id": "links", "title": "Links" }, { "id": "more", "title": "More" }] }
          ]
        }
      ],
      "operations": [
        {
          "method": "GET",
          "path": "/files/{path}",
          "also": ["POST"],
          "slashes": "path",
          "summary": "Reads a file.",
          "tag": "files",
          "deprecated": true,
          "requires": [{ "scopes": ["files.read"], "when": "private", "unless": "large", "kinds": ["bot"] }, ["links"]],
          "inferred": true
        }
      ],
      "combinations": [
        {
          "id": "all-public",
          "title": "All becomes public",
          "severity": "warning",
          "all": ["files.read"],
          "any": [["links", "files.write"]],
          "atLeast": { "count": 2, "of": ["files.read", "links"] },
          "without": ["more"],
          "raise": { "severity": "error", "any": ["files.write"] },
          "message": "Makes links to all files.",
          "confidence": "documented",
          "operations": ["GET /files/{path}"],
          "trace": [{ "call": "GET /files/{path}", "does": "reads one" }],
          "story": "A link outlives the key.",
          "advice": "Share by hand.",
          "source": "full.example/danger",
          "untick": ["files.read"],
          "tick": ["more"]
        }
      ],
      "reviewed": [{ "scope": "links", "reason": "Harmless alone." }],
      "presets": [
        { "id": "backup", "title": "Backup", "purpose": "Copies all.", "scopes": ["files.read"], "warnings": [] }
      ],
      "forms": [{ "id": "list", "title": "a list", "format": "text", "template": [{ "each": "scopes", "as": "{id}" }] }],
      "neighbors": [{ "id": "full-classic", "scopes": ["files", "public_links"] }]
    }
    """ + "\n"
}
