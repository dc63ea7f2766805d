import TerminalHarness

/// What reads records of calls, and descriptions of APIs.
extension GrowthCase {
  // MARK: - Records

  private static func need(
    _ name: String, size: Int, option: String,
    record: @escaping (_ size: Int) -> String
  ) -> GrowthCase {
    GrowthCase(name: "need, \(name)", size: size) { size, folder in
      _ = try folder.write(GrowthSample.catalog(scopes: 100, calls: 100), to: "c.json")
      _ = try folder.write(record(size), to: "record")
      return ["need", "--catalog", "c.json", option, "record"]
    }
  }

  static var records: [GrowthCase] {
    [
      need("entries of a HAR", size: 5_000, option: "--har") { size in
        let entries = (0..<size).map { number in
          """
          { "request": { "method": "GET", "url": "https://x.test/a\(number % 200)?n=\(number)" } }
          """
        }
        return "{ \"log\": { \"entries\": [\(entries.joined(separator: ",\n"))] } }"
      },
      need("lone surrogates in a HAR's address", size: 40_000, option: "--har") { size in
        let url = "https://x.test/" + String(repeating: "\\ud800", count: size)
        return """
          { "log": { "entries": [{ "request": { "method": "GET", "url": "\(url)" } }] } }
          """
      },
      need("unknown paths of a log", size: 10_000, option: "--log") { size in
        (0..<size).map {
          """
          203.0.113.7 - - [30/Nov/2026:12:00:00 +0000] "GET /other/\($0)/x HTTP/1.1" 200 12\n
          """
        }.joined()
      },
      need("variables of a script", size: 2_000, option: "--curl") { size in
        (0..<size).map { "v\($0)=\($0)\ncurl \"https://x.test/a$v\($0)\"\n" }.joined()
      },
      need("substitutions within each other", size: 5_000, option: "--curl") { size in
        "curl " + String(repeating: "\"$(", count: size) + " https://x.test/a1\n"
      },
      need("quotes of one command", size: 20_000, option: "--curl") { size in
        "curl " + String(repeating: "-H 'a: b' ", count: size) + "https://x.test/a1\n"
      },
      GrowthCase(name: "need, against a key", size: 2_500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, calls: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "a.json")
        _ = try folder.write(
          (0..<size).map { "GET /a\($0)\n" }.joined(), to: "record")
        return ["need", "--catalog", "c.json", "--log", "record", "--against", "a.json"]
      },
      GrowthCase(name: "explain, keys that open a call", size: 500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: 100, calls: 100), to: "c.json")
        for number in 0..<size {
          _ = try folder.write(GrowthSample.manifest(["s\(number % 100)"]), to: "k\(number).json")
        }
        return ["explain", "--catalog", "c.json", "GET /a1", "--manifest"]
          + (0..<size).map { "k\($0).json" }
      },
    ]
  }

  // MARK: - Descriptions

  private static let head = """
    "openapi": "3.0.0", "info": { "title": "X", "version": "1" }
    """

  private static func scheme(_ scopes: Int) -> String {
    let list = GrowthSample.ids(scopes).map { "\"\($0)\": \"T\"" }.joined(separator: ",\n")
    return """
      "securitySchemes": { "o": { "type": "oauth2", "flows": { "clientCredentials": {
        "tokenUrl": "https://x.test/t", "scopes": { \(list) } } } } }
      """
  }

  static var imports: [GrowthCase] {
    [
      GrowthCase(name: "catalog import, scopes and calls", size: 5_000) { size, folder in
        let paths = (0..<size).map {
          "\"/a\($0)\": { \"get\": { \"security\": [{ \"o\": [\"s\($0)\"] }], \"responses\": {} } }"
        }.joined(separator: ",\n")
        _ = try folder.write(
          "{ \(head), \"components\": { \(scheme(size)) }, \"paths\": { \(paths) } }", to: "d.json")
        return ["catalog", "import", "d.json"]
      },
      GrowthCase(name: "catalog import, references into one object", size: 2_500) { size, folder in
        let parameters = (0..<size).map { "\"p\($0)\": { \"name\": \"p\", \"in\": \"query\" }" }
          .joined(separator: ",\n")
        let paths = (0..<size).map { number in
          """
          "/a\(number)": { "get": { "security": [{ "o": ["s0"] }], "responses": {},
            "parameters": [{ "$ref": "#/components/parameters/p\(number)" }] } }
          """
        }.joined(separator: ",\n")
        _ = try folder.write(
          """
          { \(head), "components": { \(scheme(1)), "parameters": { \(parameters) } },
            "paths": { \(paths) } }
          """, to: "d.json")
        return ["catalog", "import", "d.json"]
      },
      GrowthCase(name: "catalog import, an overlay's scopes", size: 2_500) { size, folder in
        let paths =
          "\"/a\": { \"get\": { \"security\": [{ \"o\": [\"s0\"] }], \"responses\": {} } }"
        _ = try folder.write(
          "{ \(head), \"components\": { \(scheme(size)) }, \"paths\": { \(paths) } }", to: "d.json")
        let scopes = GrowthSample.ids(size).map { "\"\($0)\": { \"title\": \"U\" }" }
        _ = try folder.write(
          """
          { "$schema": "urn:keywright:overlay:1", "scopes": { \(scopes.joined(separator: ",\n")) } }
          """, to: "o.json")
        return ["catalog", "import", "--overlay", "o.json", "d.json"]
      },
      GrowthCase(name: "catalog import, lines of YAML", size: 5_000) { size, folder in
        let scopes = GrowthSample.ids(size).map { "            \($0): &t\($0) text of '\($0)'\n" }
        let paths = (0..<size).map {
          "  /a\($0):\n    get:\n      security:\n      - o: [s\($0)]\n      responses: {}\n"
        }
        _ = try folder.write(
          """
          openapi: 3.0.0
          info: { title: X, version: '1' }
          components:
            securitySchemes:
              o:
                type: oauth2
                flows:
                  clientCredentials:
                    tokenUrl: https://x.test/t
                    scopes:
          \(scopes.joined())paths:
          \(paths.joined())
          """, to: "d.yaml")
        return ["catalog", "import", "d.yaml"]
      },
    ]
  }
}
