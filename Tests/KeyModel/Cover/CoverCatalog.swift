import Catalogs
import Documents
import TestSupport

/// Catalogs of generated scopes and operations with alternatives.
enum CoverCatalog {
  /// A catalog with these requirements, nil where an operation states none, and for each scope those
  /// that it grants by itself.
  static func catalog(
    scopes: [(access: String, touches: [String])], requirements: [[[Int]]?],
    includes: [[Int]] = []
  ) throws -> Catalog {
    let scopeNodes = scopes.enumerated().map { index, scope in
      let granted = includes.indices.contains(index) ? includes[index] : []
      return JSONNode.object(
        [
          ("id", .string("s\(index)")), ("title", .string("Scope \(index)")),
          ("access", .string(scope.access)), ("touches", .strings(scope.touches)),
        ] + (granted.isEmpty ? [] : [("includes", .strings(granted.map { "s\($0)" }))]))
    }
    let operations = requirements.enumerated().map { index, sets in
      var members: [(name: String, value: JSONNode)] = [
        ("method", .string("GET")), ("path", .string("/o\(index)")),
      ]
      if let sets {
        members.append(("requires", .array(sets.map { .strings($0.map { "s\($0)" }) })))
      }
      return JSONNode.object(members)
    }
    let root = JSONNode.object([
      ("$schema", .string("urn:keywright:catalog:1")), ("id", .string("generated")),
      ("name", .string("Generated")), ("version", .string("1")),
      (
        "categories",
        .array([.object([("name", .string("All")), ("scopes", .array(scopeNodes))])])
      ),
      ("operations", .array(operations)),
    ])
    return try Catalog(decoding: JSONWriter.write(root))
  }

  /// Random scopes and requirements of up to three alternatives of up to three scopes.
  static func random(
    scopes scopeCount: Int, operations: Int, grants: Bool = false,
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
      (0..<scope).filter { _ in grants && Int.random(in: 0..<4, using: &random) == 0 }
    }
    return try catalog(scopes: scopes, requirements: requirements, includes: includes)
  }
}
