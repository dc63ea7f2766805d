/// Small catalogs of a test's own.
enum Catalogs {
  /// Two scopes and a call.
  static let small = text(title: "Delete all")

  /// The small catalog with another title of its second scope.
  static func text(title: String) -> String {
    """
    {
      "$schema": "urn:keywright:catalog:1",
      "id": "small",
      "name": "Small",
      "version": "1",
      "categories": [
        {
          "name": "Things",
          "scopes": [
            { "id": "a.view", "title": "View", "summary": "Reads.", "access": "view" },
            { "id": "a.delete", "title": "\(title)", "summary": "Deletes.", "access": "delete" }
          ]
        }
      ],
      "operations": [
        { "method": "GET", "path": "/a", "requires": [["a.view"]] }
      ]
    }

    """
  }
}
