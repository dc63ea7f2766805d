import BitCollections
import Catalogs
import Documents
import TestSupport
import Testing

/// Catalogs whose scopes may not all be in one key.
enum SplitCatalog {
  /// A catalog of scopes `r0.view`, `r0.update`, …, three of a resource; some grant a later one.
  static func catalog(
    scopes: Int, requirements: [[[Int]]], combinations: [JSONNode], grants: [Int: Int] = [:]
  ) throws -> Catalog {
    let accesses = ["view", "update", "delete"]
    func name(_ scope: Int) -> String { id(scope) }
    let scopeNodes = (0..<scopes).map { scope in
      JSONNode.object([
        ("id", .string(id(scope))), ("title", .string("Scope \(scope)")),
        ("access", .string(accesses[scope % 3])),
        ("includes", ids(grants[scope].map { [$0] } ?? [])),
      ])
    }
    let operations = requirements.enumerated().map { index, sets in
      JSONNode.object([
        ("method", .string("GET")), ("path", .string("/o\(index)")),
        ("requires", .array(sets.map { .strings($0.map(name)) })),
      ])
    }
    let root = JSONNode.object([
      ("$schema", .string("urn:keywright:catalog:1")), ("id", .string("split")),
      ("name", .string("Split")), ("version", .string("1")),
      (
        "categories", .array([.object([("name", .string("All")), ("scopes", .array(scopeNodes))])])
      ),
      ("operations", .array(operations)), ("combinations", .array(combinations)),
    ])
    return try Catalog(decoding: JSONWriter.write(root))
  }

  static func id(_ scope: Int) -> String {
    "r\(scope / 3)." + ["view", "update", "delete"][scope % 3]
  }

  /// A rule, from members that say when it fires.
  static func combination(
    _ number: Int, severity: String = "error", _ members: [(name: String, value: JSONNode)]
  ) -> JSONNode {
    .object(
      [
        ("id", .string("c\(number)")), ("title", .string("C")), ("severity", .string(severity)),
        ("message", .string("Harm.")), ("confidence", .string("documented")),
      ] + members)
  }

  /// Scopes as a rule names them.
  static func ids(_ scopes: some Sequence<Int>) -> JSONNode { .strings(scopes.map { id($0) }) }

  /// A few scopes, calls with alternatives, and rules of every shape.
  static func random(using random: inout SeededRandom) throws -> Catalog {
    let scopes = Int.random(in: 3...7, using: &random)
    func some(_ count: ClosedRange<Int>, _ random: inout SeededRandom) -> [Int] {
      (0..<scopes).shuffled(using: &random).prefix(Int.random(in: count, using: &random)).sorted()
    }
    let requirements = (0..<Int.random(in: 1...7, using: &random)).map { _ in
      (0..<Int.random(in: 1...2, using: &random)).map { _ in some(1...2, &random) }
    }
    let combinations = (0..<Int.random(in: 1...4, using: &random)).map { number in
      var members: [(name: String, value: JSONNode)] = []
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        members = [
          ("all", ids(some(1...1, &random))), ("any", .array([ids(some(1...2, &random))])),
        ]
      case 1:
        let of = some(3...4, &random)
        members = [
          ("atLeast", .object([("count", .integer(min(2, of.count))), ("of", ids(of))]))
        ]
      case 2:
        let drawn = some(3...3, &random)
        members = [("all", ids(drawn.dropLast())), ("without", ids(drawn.suffix(1)))]
      default: members = [("all", ids(some(2...3, &random)))]
      }
      let severity =
        ["error", "error", "error", "warning"].randomElement(using: &random) ?? "error"
      return combination(number, severity: severity, members)
    }
    var grants: [Int: Int] = [:]
    if Int.random(in: 0..<3, using: &random) == 0 {
      let wide = Int.random(in: 0..<scopes - 1, using: &random)
      grants[wide] = Int.random(in: wide + 1..<scopes, using: &random)
    }
    return try catalog(
      scopes: scopes, requirements: requirements, combinations: combinations, grants: grants)
  }
}
