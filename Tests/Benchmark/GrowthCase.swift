import TerminalHarness

/// One command with one part of its input, which can be made of any size.
struct GrowthCase {
  /// The command, and what of its input grows.
  var name: String
  /// The smallest of the three sizes.
  var size: Int
  /// What standard input says.
  var input = ""
  /// The exit statuses that are right.
  var statuses: Set<Int> = [0, 1, 2]
  /// Writes the files for a size, and gives the arguments.
  var prepare: (_ size: Int, _ folder: TemporaryFolder) throws -> [String]

  /// Every command, with every part of its input that a file or a caller can make long.
  static var all: [GrowthCase] {
    texts + judging + keys + catalogs + arguments + records + imports
  }

  // MARK: - Text

  /// Text of which one character of Swift may hold any number of scalars.
  private static let longTexts: [(name: String, text: String)] = [
    ("combining marks", "\u{323}\u{301}"), ("joined emoji", "👩\u{200D}"), ("flags", "🇩"),
    ("jamo", "\u{1100}\u{1161}"), ("signs", "'`\\[]"), ("words", "word "),
  ]

  private static var texts: [GrowthCase] {
    longTexts.flatMap { name, text in
      func long(_ size: Int) -> String { "a" + String(repeating: text, count: size) + "z" }
      return [
        GrowthCase(name: "lint, label of \(name)", size: 50_000) { size, folder in
          _ = try folder.write(GrowthSample.manifest(["s0"], label: long(size)), to: "a.json")
          _ = try folder.write(GrowthSample.catalog(scopes: 3), to: "c.json")
          return ["lint", "--catalog", "c.json", "a.json"]
        },
        GrowthCase(
          name: "designer in lines, label of \(name)", size: 50_000, input: "review\nquit\n"
        ) {
          size, folder in
          _ = try folder.write(GrowthSample.manifest(["s0"], label: long(size)), to: "a.json")
          _ = try folder.write(GrowthSample.catalog(scopes: 3), to: "c.json")
          return ["--plain", "--catalog", "c.json", "a.json"]
        },
        GrowthCase(name: "scopes, title of \(name)", size: 50_000) { size, folder in
          _ = try folder.write(GrowthSample.catalog(scopes: 3, title: long(size)), to: "c.json")
          return ["scopes", "--catalog", "c.json"]
        },
        GrowthCase(name: "export in markdown, purpose of \(name)", size: 5_000) { size, folder in
          _ = try folder.write(GrowthSample.catalog(scopes: 3), to: "c.json")
          return [
            "export", "--catalog", "c.json", "--scope", "s0", "--purpose", long(size), "--format",
            "markdown",
          ]
        },
      ]
    }
  }

  // MARK: - Rules

  private static var judging: [GrowthCase] {
    [
      GrowthCase(name: "lint, combinations of a policy", size: 2_500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(["s0", "s1"]), to: "a.json")
        _ = try folder.write(
          GrowthSample.policy(
            "\"combinations\": [\((0..<size).map(GrowthSample.combination).joined(separator: ",\n"))]"
          ),
          to: "p.json")
        return ["lint", "--catalog", "c.json", "--policy", "p.json", "a.json"]
      },
      GrowthCase(name: "lint, severities of a policy", size: 2_500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, combinations: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(["s0", "s1"]), to: "a.json")
        let levels = (0..<size).map { "\"r\($0)\": \"note\"" }.joined(separator: ",\n")
        _ = try folder.write(GrowthSample.policy("\"severities\": { \(levels) }"), to: "p.json")
        return ["lint", "--catalog", "c.json", "--policy", "p.json", "a.json"]
      },
      GrowthCase(name: "lint, forbidden scopes that are chosen", size: 5_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "a.json")
        let list = GrowthSample.ids(size).map { "\"\($0)\"" }.joined(separator: ", ")
        _ = try folder.write(GrowthSample.policy("\"forbiddenScopes\": [\(list)]"), to: "p.json")
        return ["lint", "--catalog", "c.json", "--policy", "p.json", "--format", "json", "a.json"]
      },
      GrowthCase(name: "lint, scopes that the catalog lacks", size: 5_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: 100), to: "c.json")
        _ = try folder.write(
          GrowthSample.manifest((0..<size).map { "other.\($0).thing" }), to: "a.json")
        return ["lint", "--catalog", "c.json", "--format", "json", "a.json"]
      },
      GrowthCase(name: "lint, accepted risks", size: 2_500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, combinations: size), to: "c.json")
        let accepted = (0..<size).map { number in
          """
          { "rule": "r\(number)", "scopes": ["s\(number)"], "reason": "r", "by": "b" }
          """
        }.joined(separator: ",\n")
        _ = try folder.write(
          GrowthSample.manifest(GrowthSample.ids(size), more: ", \"accepted\": [\(accepted)]"),
          to: "a.json")
        return ["lint", "--catalog", "c.json", "--format", "json", "a.json"]
      },
      GrowthCase(name: "lint in SARIF, combinations", size: 1_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, combinations: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "a.json")
        return ["lint", "--catalog", "c.json", "--format", "sarif", "a.json"]
      },
      GrowthCase(name: "lint, a scope that all others grant", size: 2_500) { size, folder in
        _ = try folder.write(
          GrowthSample.catalog(scopes: size, scope: ", \"includes\": [\"s0\"]"), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "a.json")
        return ["lint", "--catalog", "c.json", "a.json"]
      },
      GrowthCase(name: "scopes, reviewed scopes", size: 5_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, reviewed: size), to: "c.json")
        return ["scopes", "--catalog", "c.json"]
      },
    ]
  }

  // MARK: - Keys

  private static var keys: [GrowthCase] {
    [
      GrowthCase(name: "split, independent scopes", size: 5_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, combinations: 1), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "a.json")
        return ["split", "--catalog", "c.json", "a.json"]
      },
      GrowthCase(name: "split, errors of single scopes", size: 2_500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, combinations: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "a.json")
        return ["split", "--catalog", "c.json", "a.json"]
      },
      GrowthCase(name: "split, accepted risks", size: 2_500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, combinations: size), to: "c.json")
        let accepted = (1..<size).map { number in
          """
          { "rule": "r\(number)", "scopes": ["s\(number)"], "reason": "r", "by": "b" }
          """
        }.joined(separator: ",\n")
        _ = try folder.write(
          GrowthSample.manifest(GrowthSample.ids(size), more: ", \"accepted\": [\(accepted)]"),
          to: "a.json")
        return ["split", "--catalog", "c.json", "a.json"]
      },
      GrowthCase(name: "split, calls", size: 2_500) { size, folder in
        _ = try folder.write(
          GrowthSample.catalog(scopes: size, calls: size, combinations: 1), to: "c.json")
        let calls = (0..<size).map { "\"GET /a\($0)\"" }.joined(separator: ", ")
        _ = try folder.write(
          GrowthSample.manifest(GrowthSample.ids(size), more: ", \"operations\": [\(calls)]"),
          to: "a.json")
        return ["split", "--catalog", "c.json", "a.json"]
      },
      GrowthCase(name: "diff, nested IPv6 ranges", size: 5_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: 3), to: "c.json")
        for (name, shift) in [("a.json", 0), ("b.json", 1)] {
          let list = (0..<size).map { number in
            let (high, low) = (String(number / 4, radix: 16), String(number % 4 + shift, radix: 16))
            return "\"2001:db8:\(high):\(low)::/\(62 + number % 4)\""
          }
          _ = try folder.write(GrowthSample.manifest(["s0"], addresses: list), to: name)
        }
        return ["diff", "--catalog", "c.json", "a.json", "b.json"]
      },
      GrowthCase(name: "diff, scopes and calls", size: 5_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, calls: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(["s0"]), to: "a.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "b.json")
        return ["diff", "--catalog", "c.json", "a.json", "b.json"]
      },
      GrowthCase(
        name: "designer in lines, review of scopes with calls", size: 2_500, input: "review\nquit\n"
      ) {
        size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, calls: size), to: "c.json")
        let calls = (0..<size).map { "\"GET /a\($0)\"" }.joined(separator: ", ")
        _ = try folder.write(
          GrowthSample.manifest(GrowthSample.ids(size), more: ", \"operations\": [\(calls)]"),
          to: "a.json")
        return ["--plain", "--catalog", "c.json", "a.json"]
      },
      GrowthCase(name: "probe, scopes with calls", size: 1_500) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, calls: size), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(GrowthSample.ids(size)), to: "a.json")
        return ["probe", "--catalog", "c.json", "--base", "https://x.test", "a.json"]
      },
    ]
  }

  // MARK: - Catalogs

  private static var catalogs: [GrowthCase] {
    [
      GrowthCase(name: "catalog check", size: 5_000) { size, folder in
        _ = try folder.write(
          GrowthSample.catalog(scopes: size, calls: size, combinations: size), to: "c.json")
        return ["catalog", "check", "c.json"]
      },
      GrowthCase(name: "catalog diff", size: 5_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, calls: size), to: "c.json")
        _ = try folder.write(
          GrowthSample.catalog(scopes: size / 2, calls: size / 2, title: "Other"), to: "d.json")
        return ["catalog", "diff", "c.json", "d.json"]
      },
      GrowthCase(name: "catalog show", size: 10_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, calls: size), to: "c.json")
        return ["catalog", "show", "c.json"]
      },
      GrowthCase(name: "explain", size: 5_000) { size, folder in
        _ = try folder.write(
          GrowthSample.catalog(scopes: size, calls: size, combinations: size), to: "c.json")
        return ["explain", "--catalog", "c.json", "s1"]
      },
    ]
  }

  // MARK: - Arguments

  private static var arguments: [GrowthCase] {
    [
      GrowthCase(name: "export, arguments", size: 2_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size), to: "c.json")
        return ["export", "--catalog", "c.json", "--scope"] + GrowthSample.ids(size) + [
          "--label", "x",
        ]
      },
      GrowthCase(name: "export, options", size: 2_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size), to: "c.json")
        return ["export", "--catalog", "c.json"]
          + GrowthSample.ids(size).flatMap { ["--scope", $0] }
      },
      GrowthCase(name: "export, addresses", size: 2_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: 3), to: "c.json")
        return ["export", "--catalog", "c.json", "--scope", "s0", "--ip"]
          + (0..<size).map { "10.\($0 / 65536).\($0 / 256 % 256).\($0 % 256)" }
      },
      GrowthCase(name: "need, arguments", size: 2_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: size, calls: size), to: "c.json")
        return ["need", "--catalog", "c.json"] + (0..<size).map { "GET /a\($0)" }
      },
      GrowthCase(name: "lint, arguments", size: 2_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: 3), to: "c.json")
        _ = try folder.write(GrowthSample.manifest(["s0"]), to: "a.json")
        return ["lint", "--catalog", "c.json"] + Array(repeating: "a.json", count: size)
      },
      GrowthCase(name: "scopes, words", size: 2_000) { size, folder in
        _ = try folder.write(GrowthSample.catalog(scopes: 100), to: "c.json")
        return ["scopes", "--catalog", "c.json"] + Array(repeating: "s", count: size)
      },
      GrowthCase(name: "wrong usage, arguments", size: 2_000, statuses: [64]) { size, folder in
        ["diff"] + (0..<size).map { "\($0)" }
      },
    ]
  }
}

/// Small documents of any size.
enum GrowthSample {
  static func ids(_ count: Int) -> [String] { (0..<count).map { "s\($0)" } }

  static func combination(_ number: Int) -> String {
    """
    { "id": "r\(number)", "title": "R", "severity": "error", "all": ["s\(number)"], "message": "M.", \
    "confidence": "documented" }
    """
  }

  static func catalog(
    scopes: Int, calls: Int = 0, combinations: Int = 0, reviewed: Int = 0, title: String = "T",
    scope: String = ""
  ) -> String {
    let scopeList = ids(scopes).enumerated().map { number, id in
      "{ \"id\": \"\(id)\", \"title\": \"\(escaped(title))\"\(number > 0 ? scope : "") }"
    }
    let callList = (0..<calls).map { number in
      "{ \"method\": \"GET\", \"path\": \"/a\(number)\", \"requires\": [[\"s\(number % max(scopes, 1))\"]] }"
    }
    let reviewList = ids(reviewed).map { "{ \"scope\": \"\($0)\", \"reason\": \"Fine.\" }" }
    return """
      {
        "$schema": "urn:keywright:catalog:1", "id": "x", "name": "X", "version": "1",
        "categories": [{ "name": "All", "scopes": [
      \(scopeList.joined(separator: ",\n"))
        ] }],
        "operations": [
      \(callList.joined(separator: ",\n"))
        ],
        "combinations": [
      \((0..<combinations).map(combination).joined(separator: ",\n"))
        ],
        "reviewed": [
      \(reviewList.joined(separator: ",\n"))
        ]
      }
      """
  }

  static func manifest(
    _ scopes: [String], label: String = "A key", addresses: [String] = ["\"203.0.113.7\""],
    more: String = ""
  ) -> String {
    """
    {
      "$schema": "urn:keywright:manifest:1", "catalog": { "id": "x", "version": "1" },
      "label": "\(escaped(label))",
      "ipAddresses": [\(addresses.joined(separator: ",\n"))],
      "scopes": [
    \(scopes.map { "\"\($0)\"" }.joined(separator: ",\n"))
      ]\(more)
    }
    """
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  static func policy(_ members: String) -> String {
    "{ \"$schema\": \"urn:keywright:policy:1\", \(members) }"
  }
}
