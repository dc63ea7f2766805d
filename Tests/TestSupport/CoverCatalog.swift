import BitCollections
import Catalogs
import Documents
import Keys

/// Catalogs of generated scopes and operations with alternatives.
package enum CoverCatalog {
  /// What a generated catalog has beside scopes, calls and alternatives.
  package enum Variety: CaseIterable, Sendable {
    /// Nothing.
    case plain
    /// Scopes grant others.
    case grants
    /// Grants, kinds of key, conditions and levels.
    case all
  }

  /// A catalog with these requirements, nil where an operation states none, and for each scope those
  /// that it grants by itself.
  package static func catalog(
    scopes: [(access: String, touches: [String])], requirements: [[[Int]]?],
    includes: [[Int]] = []
  ) throws -> Catalog {
    let operations = requirements.map { sets in
      sets.map { JSONNode.array($0.map { .strings($0.map { "s\($0)" }) }) }
    }
    return try catalog(
      scopes: scopes.indices.map { node($0, scopes[$0], includes) }, operations: operations)
  }

  private static func node(
    _ index: Int, _ scope: (access: String, touches: [String]), _ includes: [[Int]],
    _ more: [(String, JSONNode)] = []
  ) -> JSONNode {
    let granted = includes.indices.contains(index) ? includes[index] : []
    return .object(
      [
        ("id", .string("s\(index)")), ("title", .string("Scope \(index)")),
        ("access", .string(scope.access)), ("touches", .strings(scope.touches)),
      ] + (granted.isEmpty ? [] : [("includes", .strings(granted.map { "s\($0)" }))]) + more)
  }

  private static func catalog(
    scopes: [JSONNode], operations: [JSONNode?], more: [(String, JSONNode)] = []
  ) throws -> Catalog {
    let operations = operations.enumerated().map { index, requires in
      JSONNode.object(
        [("method", .string("GET")), ("path", .string("/o\(index)"))]
          + (requires.map { [("requires", $0)] } ?? []))
    }
    let root = JSONNode.object(
      [
        ("$schema", .string("urn:keywright:catalog:1")), ("id", .string("generated")),
        ("name", .string("Generated")), ("version", .string("1")),
      ] + more + [
        (
          "categories",
          .array([.object([("name", .string("All")), ("scopes", .array(scopes))])])
        ),
        ("operations", .array(operations)),
      ])
    return try Catalog(decoding: JSONWriter.write(root))
  }

  /// Random scopes and requirements of up to three alternatives of up to three scopes.
  package static func random(
    scopes scopeCount: Int, operations: Int, variety: Variety = .plain,
    using random: inout SeededRandom
  ) throws -> Catalog {
    let accesses = ["view", "create", "update", "delete", ""]
    let scopes = (0..<scopeCount).map { _ in
      (
        access: accesses.randomElement(using: &random) ?? "",
        touches: Scope.Touches.names.filter { _ in Int.random(in: 0..<8, using: &random) == 0 }
      )
    }
    let requirements = (0..<operations).map { _ -> [[Int]]? in
      if Int.random(in: 0..<12, using: &random) == 0 { return nil }
      return (0..<Int.random(in: 1...3, using: &random)).map { _ in
        let size = [0, 1, 1, 1, 1, 2, 2, 3].randomElement(using: &random) ?? 1
        return (0..<scopeCount).shuffled(using: &random).prefix(size).sorted()
      }
    }
    // A scope grants some of those before it, so that there is no circle.
    let includes = (0..<scopeCount).map { scope in
      (0..<scope).filter { _ in
        variety != .plain && Int.random(in: 0..<4, using: &random) == 0
      }
    }
    guard variety == .all else {
      return try catalog(scopes: scopes, requirements: requirements, includes: includes)
    }
    let nodes = scopes.indices.map { index in
      node(index, scopes[index], includes, level(index, scopeCount) + kinds(oneIn: 4, &random))
    }
    let calls = requirements.map { sets in
      sets.map { JSONNode.array($0.map { alternative($0, using: &random) }) }
    }
    return try catalog(scopes: nodes, operations: calls, more: questions)
  }

  private static let questions: [(String, JSONNode)] = [
    (
      "kinds",
      .array(
        ["bot", "user"].map { .object([("id", .string($0)), ("title", .string($0))]) })
    ),
    (
      "conditions",
      .array(
        (0..<3).map { .object([("id", .string("c\($0)")), ("question", .string("\($0)?"))]) })
    ),
  ]

  /// Scopes at the places 4 and 5 of every eight are levels of one permission.
  private static func level(_ index: Int, _ count: Int) -> [(String, JSONNode)] {
    guard (index % 8 == 4 && index + 1 < count) || index % 8 == 5 else { return [] }
    return [
      ("permission", .string("P\(index / 8)")),
      ("level", .string(index % 8 == 4 ? "read" : "write")),
    ]
  }

  private static func kinds(
    oneIn limit: Int, _ random: inout SeededRandom
  ) -> [(String, JSONNode)] {
    guard Int.random(in: 0..<limit, using: &random) == 0 else { return [] }
    return [("kinds", .strings([Bool.random(using: &random) ? "bot" : "user"]))]
  }

  private static func alternative(_ set: [Int], using random: inout SeededRandom) -> JSONNode {
    let names = JSONNode.strings(set.map { "s\($0)" })
    guard Int.random(in: 0..<2, using: &random) == 0 else { return names }
    var members: [(String, JSONNode)] = [("scopes", names)]
    members += kinds(oneIn: 3, &random)
    let conditions = (0..<3).shuffled(using: &random)
    let shape = Int.random(in: 0..<5, using: &random)
    if shape < 3 { members.append(("when", .string("c\(conditions[0])"))) }
    if shape == 2 || shape == 3 { members.append(("unless", .string("c\(conditions[1])"))) }
    return members.count == 1 ? names : .object(members)
  }

  /// A small catalog, and a key of it with some of its scopes and calls, a kind and answers.
  package static func randomKey(
    variety: Variety, using random: inout SeededRandom
  ) throws -> (catalog: Catalog, design: KeyDesign) {
    let catalog = try Self.random(
      scopes: Int.random(in: 1...9, using: &random),
      operations: Int.random(in: 1...14, using: &random), variety: variety, using: &random)
    var design = KeyDesign(details: terms(catalog, using: &random))
    design.scopes = BitSet(
      catalog.scopes.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    design.details.operations = catalog.operations.filter { _ in
      Bool.random(using: &random)
    }.map(\.call)
    return (catalog, design)
  }

  /// A kind and answers for a key of such a catalog, each of them said by some.
  package static func terms(_ catalog: Catalog, using random: inout SeededRandom) -> KeyDetails {
    var details = KeyDetails()
    if let kind = catalog.kinds.randomElement(using: &random), Bool.random(using: &random) {
      details.kind = kind.id
    }
    for condition in catalog.conditions.indices where Bool.random(using: &random) {
      details.answer(condition, Bool.random(using: &random), in: catalog)
    }
    return details
  }
}
