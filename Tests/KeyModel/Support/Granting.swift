import Catalogs

extension Samples {
  /// A catalog whose scopes grant others: `admin` grants `write`, which grants `read`; `all` grants
  /// `admin` and `erase`.
  static let grantingText = """
    {
      "$schema": "urn:keywright:catalog:1",
      "id": "granting",
      "name": "Granting",
      "version": "1",
      "categories": [
        {
          "name": "Repositories",
          "inferred": true,
          "scopes": [
            { "id": "repo.read", "title": "Read", "access": "view" },
            { "id": "repo.write", "title": "Write", "access": "update", "includes": ["repo.read"], "inferred": ["access", "includes"] },
            { "id": "repo.admin", "title": "Administer", "access": "admin", "includes": ["repo.write"] },
            { "id": "repo.erase", "title": "Erase", "access": "delete" },
            { "id": "all", "title": "Everything", "access": "full", "includes": ["repo.admin", "repo.erase"] },
            { "id": "mail.read", "title": "Read mail", "access": "view", "undeclared": true },
            { "id": "mail.send", "title": "Send mail", "access": "send" },
            { "id": "log.read", "title": "Read the log", "access": "view" },
            { "id": "log.write", "title": "Write the log", "access": "update" },
            { "id": "audit.read", "title": "Read audits", "access": "view" }
          ]
        }
      ],
      "operations": [
        { "method": "GET", "path": "/repo", "summary": "Reads it", "tag": "repos", "requires": [["repo.read"]] },
        { "method": "PUT", "path": "/repo", "requires": [["repo.write"]], "inferred": true },
        { "method": "DELETE", "path": "/repo", "deprecated": true, "requires": [["repo.erase"]] },
        { "method": "DELETE", "path": "/repo/hook", "requires": [["repo.write"]] }
      ],
      "combinations": [
        {
          "id": "leak",
          "title": "Leak",
          "severity": "error",
          "all": ["repo.read", "mail.send"],
          "message": "Mails the code away.",
          "confidence": "documented",
          "operations": ["GET /repo"],
          "untick": ["repo.read"]
        }
      ]
    }
    """
  /// That catalog.
  static let granting: Catalog = catalog { try Catalog(decoding: Array(grantingText.utf8)) }
}
