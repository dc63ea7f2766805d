import Catalogs
import Documents
import Judgement
import TestSupport

/// Measures the search for the fewest scopes on a large platform's calls with alternatives.
enum CoverBenchmark {
  private static let seed: UInt64 = 20_261_130

  /// A line for each way to read the platform, out of the permissions of Microsoft Graph as shared
  /// documents hold them.
  static func run(facts: String) throws -> [String] {
    let root = try JSONDocument(parsing: DocumentFile.read(facts)).root
    return try [false, true].flatMap { grants in
      let catalog = try catalog(root, grants: grants)
      return [5, 50, 500].map { measure(catalog, calls: $0, grants: grants) }
    }
  }

  private static func measure(_ catalog: Catalog, calls: Int, grants: Bool) -> String {
    var random = SeededRandom(seed: seed)
    let clock = ContinuousClock()
    var (times, proven, scopes) = (Samples(), 0, 0)
    let stated = catalog.operations.indices.filter {
      catalog.requirement(of: $0, for: KeyTerms()) != .notStated
    }
    for _ in 0..<40 {
      let chosen = stated.shuffled(using: &random).prefix(calls)
      var cover = ScopeCover(opening: [], in: catalog)
      let time = clock.measure { cover = ScopeCover(opening: chosen, in: catalog) }
      let parts = time.components
      times.add(Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15)
      proven += cover.isProvenMinimal ? 1 : 0
      scopes += cover.scopes.count
    }
    func text(_ value: Double?) -> String { "\(((value ?? 0) * 100).rounded() / 100)" }
    return
      "fewest for \(calls) of \(catalog.operations.count) calls\(grants ? ", with grants" : ""): "
      + "median \(text(times.median)) ms, max \(text(times.maximum)) ms, \(proven) of 40 proven, "
      + "\(scopes / 40) scopes"
  }

  /// The scopes and calls of one kind of key; a scope that writes grants the one that reads.
  private static func catalog(_ root: JSONValue, grants: Bool) throws -> Catalog {
    let kind = "DelegatedWork"
    let ids = try root.require("scopes").requireElements()
      .filter { $0["kinds"]?[kind] != nil }.compactMap { $0["id"]?.string }
    let known = Set(ids)
    let scopes = ids.map { id in
      let read = id.replacing("ReadWrite", with: "Read")
      var members: [(name: String, value: JSONNode)] = [
        ("id", .string(id)), ("title", .string(id)),
        ("access", .string(id.contains("Write") ? "update" : "view")),
      ]
      if grants, read != id, known.contains(read) { members.append(("includes", .strings([read]))) }
      return JSONNode.object(members)
    }
    var requirements: [String: JSONNode] = [:]
    for entry in try root.require("requirements").requireElements() {
      guard let name = entry["r"]?.string, let sets = entry[kind]?["anyOf"]?.elements else {
        continue
      }
      let stated = sets.map { $0.elements.compactMap(\.string) }
        .filter { !$0.isEmpty && $0.allSatisfy(known.contains) }
      if !stated.isEmpty { requirements[name] = .array(stated.map { .strings($0) }) }
    }
    var operations: [JSONNode] = []
    for entry in try root.require("operations").requireElements() {
      guard let path = entry["path"]?.string else { continue }
      for (method, value) in entry.members where method != "path" {
        var members: [(name: String, value: JSONNode)] = [
          ("method", .string(method)), ("path", .string(path)),
        ]
        if let requires = value.string.flatMap({ requirements[$0] }) {
          members.append(("requires", requires))
        }
        operations.append(.object(members))
      }
    }
    return try Catalog(
      decoding: JSONWriter.write(
        .object([
          ("$schema", .string("urn:keywright:catalog:1")), ("id", .string("graph")),
          ("name", .string("Graph")), ("version", .string("1")),
          (
            "categories",
            .array([.object([("name", .string("All")), ("scopes", .array(scopes))])])
          ), ("operations", .array(operations)),
        ])))
  }
}
