@testable import Catalogs
@testable import Documents
@testable import Keys

/// A small catalog with kinds of key, conditions and levels.
enum HubSample {
  static let text = """
    {
      "$schema": "urn:keywright:catalog:1",
      "id": "hub",
      "name": "Hub",
      "version": "1",
      "kinds": [{ "id": "bot", "title": "Bot token" }, { "id": "user", "title": "User token" }],
      "conditions": [
        { "id": "private-repository", "question": "Does the key touch private repositories?" },
        { "id": "default-branch", "question": "Does it write to the default branch?" }
      ],
      "categories": [
        {
          "name": "Repositories",
          "scopes": [
            { "id": "public", "title": "Public repositories" },
            { "id": "all", "title": "All repositories", "includes": ["public"] },
            {
              "id": "contents:read",
              "title": "Read contents",
              "permission": "Contents",
              "level": "read",
              "native": { "bot": "7d2f-1", "user": "7d2f-2" },
              "homepage": "https://hub.example/contents"
            },
            {
              "id": "contents:write",
              "title": "Change contents",
              "permission": "Contents",
              "level": "write",
              "includes": ["contents:read"],
              "native": "7d2f-3"
            },
            { "id": "hooks:list", "title": "List hooks", "permission": "Hooks", "level": "list" },
            { "id": "hooks:fire", "title": "Fire hooks", "permission": "Hooks", "level": "fire" }
          ]
        },
        {
          "name": "People",
          "scopes": [
            { "id": "search", "title": "Search", "kinds": ["user"] },
            { "id": "post", "title": "Post", "kinds": ["bot"] },
            { "id": "read", "title": "Read messages" }
          ]
        }
      ],
      "operations": [
        {
          "method": "GET",
          "path": "/repos/{repo}",
          "requires": [
            { "scopes": ["all"], "when": "private-repository" },
            { "scopes": ["public"], "unless": "private-repository" }
          ]
        },
        {
          "method": "PUT",
          "path": "/repos/{repo}/files/{path}",
          "slashes": "path",
          "requires": [
            { "scopes": ["contents:write", "all"], "when": "default-branch" },
            { "scopes": ["contents:write"], "unless": "default-branch" }
          ]
        },
        { "method": "GET", "path": "/search", "requires": [["search"]] },
        {
          "method": "POST",
          "path": "/messages",
          "also": ["GET"],
          "requires": [["post"], { "scopes": ["read"], "kinds": ["user"] }]
        },
        {
          "method": "GET",
          "path": "/secrets",
          "requires": [
            { "scopes": ["all"], "when": "private-repository" },
            { "scopes": [], "unless": "private-repository" }
          ]
        },
        { "method": "GET", "path": "/rate", "requires": [[]] },
        { "method": "GET", "path": "/odd" }
      ]
    }

    """

  static let catalog: Catalog = Samples.catalog { try Catalog(decoding: Array(text.utf8)) }
  /// The same after it was a compact form.
  static let compact = CompactCatalog.decode(CompactCatalog.encode(catalog)) ?? catalog

  /// What a call requires of a key, by the ids of scopes.
  static func needs(_ call: String, _ key: KeyTerms, in catalog: Catalog = catalog) -> String {
    guard let operation = catalog.indexOfOperation(call) else { return "unknown" }
    switch catalog.requirement(of: operation, for: key) {
    case .notStated: return "not stated"
    case .anyOf([]): return "other kind"
    case .anyOf(let sets):
      return sets.map { set in set.map { catalog.scopes[$0].id }.joined(separator: "+") }
        .joined(separator: " or ")
    }
  }
}
