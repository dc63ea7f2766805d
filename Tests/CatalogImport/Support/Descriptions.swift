import CatalogImport
import Catalogs
import Documents
import Testing

/// Small descriptions of APIs, and what is read from them.
enum Descriptions {
  /// OpenAPI 3.1 as JSON with some paths, and schemes of all kinds.
  static func openAPI(
    paths: String, schemes: String = standardSchemes, more: String = "", version: String = "3.1.0"
  ) -> [UInt8] {
    Array(
      """
      {
        "openapi": "\(version)",
        "info": { "title": "Acme API", "version": "2.1" },
        "components": { "securitySchemes": \(schemes) },\(more)
        "paths": \(paths)
      }
      """.utf8)
  }

  static let standardSchemes = """
    {
        "oauth": { "type": "oauth2", "flows": {
          "implicit": { "scopes": { "orders:read": "Read orders", "orders:write": "" } },
          "clientCredentials": { "scopes": { "orders:read": "Other words", "jobs:run": "Run **jobs**.\\nNow" } } } },
        "oidc": { "type": "openIdConnect", "openIdConnectUrl": "https://a.example" },
        "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
        "bearer": { "type": "http", "scheme": "bearer" }
      }
    """

  static func read(
    _ bytes: [UInt8], _ edit: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportedCatalog {
    var options = ImportOptions()
    edit(&options)
    return try CatalogImporter.read(bytes, options: options)
  }

  /// The error of an import that fails.
  static func error(
    _ bytes: [UInt8], _ edit: (inout ImportOptions) -> Void = { _ in }
  ) -> ModelError? {
    var options = ImportOptions()
    edit(&options)
    do {
      _ = try CatalogImporter.read(bytes, options: options)
      return nil
    } catch {
      switch error {
      case .description(let error), .overlay(let error), .option(_, let error): return error
      }
    }
  }
}

extension ImportedCatalog {
  /// The alternatives of a call as ids; nil where nothing is stated.
  func requirement(_ call: String) throws -> [[String]]? {
    let index = try #require(catalog.indexOfOperation(call), "no call \(call)")
    guard case .anyOf(let sets) = catalog.operations[index].requirement else { return nil }
    return sets.map { $0.map { catalog.scopes[$0].id } }
  }

  /// A scope by id.
  func scope(_ id: String) throws -> Scope {
    catalog.scopes[try #require(catalog.indexOfScope(id), "no scope \(id)")]
  }
}
