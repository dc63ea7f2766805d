import BitCollections
import Calls
import Catalogs
import Documents
import Keys

@testable import CatalogImport

/// The small documents that what is fuzzed refers to.
enum FuzzSample {
  static let catalog = decoded(
    """
    { "$schema": "urn:keywright:catalog:1", "id": "x", "name": "X", "version": "1",
      "servers": ["https://api.x.test/v1"],
      "kinds": [{ "id": "k", "title": "K" }],
      "conditions": [{ "id": "c", "question": "Q?" }],
      "categories": [{ "name": "A", "scopes": [
        { "id": "a", "title": "A", "access": "view" },
        { "id": "b", "title": "B", "access": "delete", "includes": ["a"] },
        { "id": "a.b", "title": "AB" }] }],
      "operations": [
        { "method": "GET", "path": "/a/{id}", "requires": [["a"]] },
        { "method": "POST", "path": "/a", "requires": [["b"], ["a", "a.b"]] }],
      "combinations": [{ "id": "r", "title": "R", "severity": "error", "all": ["a", "b"],
        "message": "M.", "confidence": "documented" }]
    }
    """)

  static let design = KeyDesign(scopes: [0, 1])

  static let today = decodedDay("2026-11-30")

  static let tally = CallTally(resolver: CallResolver(catalog: catalog, hosts: ["api.x.test"]))

  /// A description of an API that has what an overlay can name.
  static let description = Array(
    """
    { "openapi": "3.0.0", "info": { "title": "X", "version": "1" },
      "components": { "securitySchemes": { "o": { "type": "oauth2", "flows": {
        "clientCredentials": { "tokenUrl": "https://x.test/t",
          "scopes": { "a": "A", "b": "B" } } } } } },
      "paths": {
        "/a": { "get": { "security": [{ "o": ["a"] }], "responses": {} } },
        "/b": { "post": { "security": [{ "o": ["b"] }], "responses": {} } } } }
    """.utf8)

  /// What is read of it before an overlay corrects it.
  static let draft: CatalogDraft? = {
    guard let document = try? SourceDocument(parsing: description) else { return nil }
    let named = NamedDocument(document: document, name: "x.json")
    return try? DescriptionForm.read([named], options: ImportOptions()).draft
  }()

  private static func decodedDay(_ text: String) -> CalendarDate {
    guard let day = CalendarDate(text) else { preconditionFailure("no day") }
    return day
  }

  private static func decoded(_ text: String) -> Catalog {
    do {
      return try Catalog(decoding: Array(text.utf8))
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
