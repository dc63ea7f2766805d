/// The one gate through which a catalog comes in: decodes, validates and numbers its parts.
struct CatalogDecoder {
  /// Categories nested more deeply are refused.
  static let maximumLevels = 64

  private(set) var id = ""
  private(set) var name = ""
  private(set) var version = ""
  private(set) var summary = ""
  private(set) var sources: [Catalog.Source] = []
  private(set) var servers: [String] = []
  private(set) var categories: [Category] = []
  private(set) var scopes: [Scope] = []
  private(set) var operations: [Operation] = []
  private(set) var combinations: [Combination] = []
  private(set) var reviewed: [Review] = []
  private(set) var presets: [Preset] = []
  private(set) var tree = Tree()
  private(set) var names = CatalogNames()
  private var replacements: [(scope: Int, value: JSONValue)] = []

  private var lastRequirement: (source: ArraySlice<UInt8>, sets: [[Int]])?

  init(_ root: JSONValue) throws(ModelError) {
    try root.requireObject()
    let schema = try root.require("$schema")
    guard try schema.requireString() == "urn:keywright:catalog:1" else {
      throw schema.error(
        "\"\(schema.string ?? "")\" is not a catalog of a version that this program knows",
        remedy: "Use a catalog with \"$schema\": \"urn:keywright:catalog:1\"")
    }
    id = try identifier(root.require("id"))
    name = try text(root.require("name"))
    version = try text(root.require("version"))
    summary = try optionalText(root["summary"])
    for value in try root["sources"]?.requireElements() ?? [] {
      sources.append(
        Catalog.Source(
          name: try text(value.require("name")), location: try text(value.require("location"))))
    }
    for value in try root["servers"]?.requireElements() ?? [] { servers.append(try text(value)) }
    let list = try root.require("categories")
    try decodeCategories(list, parent: nil, level: 1)
    guard !scopes.isEmpty else {
      throw list.error("the catalog has no scope", remedy: "Add at least one")
    }
    try decodeOperations(root["operations"])
    try checkReplacements()
    try decodeCombinations(root["combinations"])
    try decodeReviews(root["reviewed"])
    try decodePresets(root["presets"])
  }

  // MARK: - The tree

  private mutating func decodeCategories(
    _ list: JSONValue, parent: Int?, level: Int
  ) throws(ModelError) {
    guard level <= Self.maximumLevels else {
      throw list.error(
        "categories are nested more than \(Self.maximumLevels) levels deep",
        remedy: "Flatten them")
    }
    var names: Set<String> = []
    for value in try list.requireElements() {
      let nameValue = try value.require("name")
      let name = try text(nameValue)
      guard names.insert(name).inserted else {
        throw nameValue.error(
          "the category \"\(name)\" stands twice under the same parent",
          remedy: "Join the two or rename one")
      }
      let index = categories.count
      let node = tree.addGroup(in: parent.map { tree.nodeOfGroup[$0] } ?? -1)
      categories.append(
        Category(
          name: name, summary: try optionalText(value["summary"]), parent: parent,
          depth: level - 1, scopes: scopes.count..<scopes.count))
      for scope in try value["scopes"]?.requireElements() ?? [] {
        try decodeScope(scope, category: index, node: node)
      }
      if let inner = value["categories"] {
        try decodeCategories(inner, parent: index, level: level + 1)
      }
      guard categories[index].scopes.lowerBound < scopes.count else {
        throw value.error(
          "the category \"\(name)\" is empty", remedy: "Give it a scope or take it out")
      }
      categories[index].scopes = categories[index].scopes.lowerBound..<scopes.count
      tree.close(node)
    }
  }

  private mutating func decodeScope(
    _ value: JSONValue, category: Int, node: Int
  ) throws(ModelError) {
    let idValue = try value.require("id")
    let id = try identifier(idValue)
    guard names.indexOfScope[id] == nil else {
      throw idValue.error("the scope \"\(id)\" is listed twice", remedy: "Keep one of them")
    }
    var touches: Scope.Touches = []
    for word in try value["touches"]?.requireElements() ?? [] {
      let name = try word.requireString()
      guard let bit = Scope.Touches.names.firstIndex(of: name) else {
        throw word.error(
          "\"\(name)\" is nothing that a scope can touch",
          remedy: "Use one of: " + Scope.Touches.names.joined(separator: ", "))
      }
      touches.insert(Scope.Touches(rawValue: 1 << UInt8(bit)))
    }
    let provenance = try optionalText(value["provenance"])
    names.indexOfScope[id] = scopes.count
    tree.addLeaf(in: node)
    scopes.append(
      Scope(
        id: id, title: try text(value.require("title")),
        summary: try optionalText(value["summary"]),
        access: Scope.Access(rawValue: try optionalText(value["access"])), touches: touches,
        provenance: provenance == "unconfirmed" ? .unconfirmed : .source(provenance),
        isDeprecated: try flag(value["deprecated"]),
        replacement: try replacement(value["replacement"]), category: category))
  }

  private mutating func replacement(_ value: JSONValue?) throws(ModelError) -> String? {
    guard let value else { return nil }
    replacements.append((scopes.count, value))
    return try identifier(value)
  }

  /// A replacement has to exist, and to end somewhere that is not itself replaced for ever.
  private func checkReplacements() throws(ModelError) {
    var ends: Set<Int> = []
    for (scope, value) in replacements {
      _ = try names.scopeIndex(value)
      var path: Set<Int> = [scope]
      var current = scope
      while let next = scopes[current].replacement.flatMap({ names.indexOfScope[$0] }),
        !ends.contains(next)
      {
        guard path.insert(next).inserted else {
          throw value.error(
            "the scope \"\(scopes[next].id)\" is in the end replaced by itself",
            remedy: "Break the cycle")
        }
        current = next
      }
      ends.formUnion(path)
    }
  }

  // MARK: - Operations

  private mutating func decodeOperations(_ list: JSONValue?) throws(ModelError) {
    for value in try list?.requireElements() ?? [] {
      let methodValue = try value.require("method")
      let method = try text(methodValue)
      guard method.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
        throw methodValue.error(
          "\"\(method)\" is no HTTP method", remedy: "Write it in capitals, such as GET")
      }
      let pathValue = try value.require("path")
      let path = try text(pathValue)
      guard path.utf8.first == UInt8(ascii: "/") else {
        throw pathValue.error(
          "the path \"\(path)\" does not start with a slash", remedy: "Start it with /")
      }
      var requirement = Operation.Requirement.notStated
      if let requires = value["requires"] {
        requirement = .anyOf(try decodeRequirement(requires))
      }
      let operation = Operation(method: method, path: path, requirement: requirement)
      guard
        names.indexOfOperation.updateValue(operations.count, forKey: operation.call) == nil
      else {
        throw value.error(
          "the operation \"\(operation.call)\" is listed twice", remedy: "Keep one of them")
      }
      operations.append(operation)
    }
  }

  private mutating func decodeRequirement(_ value: JSONValue) throws(ModelError) -> [[Int]] {
    // Calls that stand together mostly require the same.
    if let last = lastRequirement, last.source == value.source { return last.sets }
    let alternatives = try value.requireElements()
    guard !alternatives.isEmpty else {
      throw value.error(
        "the requirement has no alternative",
        remedy: "Leave \"requires\" out where nothing is stated; write [[]] where none is needed")
    }
    var sets: [[Int]] = []
    for alternative in alternatives { sets.append(try names.scopeIndices(alternative)) }
    lastRequirement = (value.source, sets)
    return sets
  }

  // MARK: - Rules, reviews and presets

  private mutating func decodeCombinations(_ list: JSONValue?) throws(ModelError) {
    var ids: Set<String> = []
    for value in try list?.requireElements() ?? [] {
      let combination = try CombinationDecoder(names: names).decode(value)
      guard ids.insert(combination.id).inserted else {
        throw value.error(
          "the combination \"\(combination.id)\" is listed twice", remedy: "Keep one of them")
      }
      combinations.append(combination)
    }
  }

  private mutating func decodeReviews(_ list: JSONValue?) throws(ModelError) {
    for value in try list?.requireElements() ?? [] {
      reviewed.append(
        Review(
          scope: try names.scopeIndex(value.require("scope")),
          reason: try text(value.require("reason"))))
    }
  }

  private mutating func decodePresets(_ list: JSONValue?) throws(ModelError) {
    var ids: Set<String> = []
    for value in try list?.requireElements() ?? [] {
      let id = try identifier(value.require("id"))
      guard ids.insert(id).inserted else {
        throw value.error("the preset \"\(id)\" is listed twice", remedy: "Keep one of them")
      }
      presets.append(
        Preset(
          id: id, title: try text(value.require("title")),
          purpose: try text(value.require("purpose")),
          scopes: Set(try names.scopeIndices(value.require("scopes"))).sorted(),
          warnings: try value["warnings"]?.requireStrings().sorted() ?? []))
    }
  }

  // MARK: - Text

  private func text(_ value: JSONValue) throws(ModelError) -> String { try TextCheck.line(value) }

  private func optionalText(_ value: JSONValue?) throws(ModelError) -> String {
    try TextCheck.optionalLine(value)
  }

  private func identifier(_ value: JSONValue) throws(ModelError) -> String {
    try TextCheck.identifier(value)
  }

  private func flag(_ value: JSONValue?) throws(ModelError) -> Bool {
    guard let value else { return false }
    guard let flag = value.boolean else {
      throw value.error("only true or false can stand here", remedy: "Write one of them")
    }
    return flag
  }
}
