import Catalogs

/// A small catalog of no real platform, for examples of what few catalogs have.
enum ExampleCatalog {
  static let catalog = try? Catalog(decoding: Array(text.utf8))

  private static let text = """
    {
      "$schema": "urn:keywright:catalog:1",
      "id": "example",
      "name": "Example",
      "version": "1",
      "kinds": [{ "id": "bot", "title": "Bot token" }, { "id": "user", "title": "User token" }],
      "categories": [
        {
          "name": "Files",
          "scopes": [
            { "id": "files.read", "title": "Read files", "access": "view" },
            { "id": "files.write", "title": "Change files", "access": "update", "includes": ["files.read"] },
            { "id": "shares.read", "title": "Read shares", "access": "view" },
            { "id": "search", "title": "Search", "access": "view", "kinds": ["user"] },
            { "id": "files.audit", "title": "Read the log", "access": "view", "provenance": "unconfirmed" }
          ]
        }
      ]
    }
    """
}
