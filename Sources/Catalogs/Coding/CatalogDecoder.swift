import Documents

/// The one gate through which a catalog comes in: decodes, validates and numbers its parts.
struct CatalogDecoder {
  /// Categories nested more deeply are refused.
  static let maximumLevels = 64

  /// What has been decoded.
  var parts = CatalogParts()
  var names = CatalogNames()
  /// What names other scopes, looked up once all are known.
  var replacements: [(scope: Int, value: JSONValue)] = []
  var includes: [(scope: Int, list: JSONValue)] = []
  /// The category of the permission whose levels are being read.
  var openPermission: Int?
  /// For each category the permissions in it.
  var titlesOfPermissions: [Int: Set<String>] = [:]
  var lastRequirement: (source: ArraySlice<UInt8>, sets: [[Int]], terms: [Operation.Terms])?

  init(_ root: JSONValue) throws(ModelError) {
    try root.requireObject()
    let schema = try root.require("$schema")
    guard try schema.requireString() == "urn:keywright:catalog:1" else {
      throw schema.error(
        "\"\(schema.string ?? "")\" is not a catalog of a version that this program knows",
        remedy: "Use a catalog with \"$schema\": \"urn:keywright:catalog:1\"")
    }
    parts.id = try identifier(root.require("id"))
    parts.name = try text(root.require("name"))
    parts.version = try text(root.require("version"))
    parts.summary = try optionalText(root["summary"])
    for value in try root["sources"]?.requireElements() ?? [] {
      parts.sources.append(
        Catalog.Source(
          name: try text(value.require("name")), location: try text(value.require("location"))))
    }
    for value in try root["servers"]?.requireElements() ?? [] {
      parts.servers.append(try text(value))
    }
    try decodeKinds(root["kinds"])
    try decodeConditions(root["conditions"])
    let list = try root.require("categories")
    try decodeCategories(list, parent: nil, level: 1)
    guard !parts.scopes.isEmpty else {
      throw list.error("the catalog has no scope", remedy: "Add at least one")
    }
    try decodeOperations(root["operations"])
    try checkReplacements()
    try decodeIncludes()
    try decodeCombinations(root["combinations"])
    try decodeReviews(root["reviewed"])
    try decodePresets(root["presets"])
    parts.index = .hashed(names)
    parts.operationsOfScope = OperationLists(
      scopes: parts.scopes.count, operations: parts.operations)
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
      let index = parts.categories.count
      let node = parts.tree.addGroup(in: parent.map { parts.tree.nodeOfGroup[$0] } ?? -1)
      let start = parts.scopes.count
      parts.categories.append(
        Category(
          name: name, summary: try optionalText(value["summary"]), parent: parent,
          depth: level - 1, isInferred: try flag(value["inferred"]),
          scopes: start..<start))
      for scope in try value["scopes"]?.requireElements() ?? [] {
        let place = try place(of: scope, in: index, node: node)
        try decodeScope(scope, category: place.category, node: place.node)
      }
      closePermission()
      if let inner = value["categories"] {
        try decodeCategories(inner, parent: index, level: level + 1)
      }
      guard start < parts.scopes.count else {
        throw value.error(
          "the category \"\(name)\" is empty", remedy: "Give it a scope or take it out")
      }
      parts.categories[index].scopes = start..<parts.scopes.count
      parts.tree.close(node)
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
    let touches = Scope.Touches(
      rawValue: try bits(
        value["touches"], of: Scope.Touches.names, "is nothing that a scope can touch"))
    let inferred = Scope.Inferred(
      rawValue: try bits(
        value["inferred"], of: Scope.Inferred.names, "is no fact of a scope that can be inferred"))
    let provenance = try optionalText(value["provenance"])
    names.indexOfScope[id] = parts.scopes.count
    parts.tree.addLeaf(in: node)
    if let list = value["includes"] { includes.append((parts.scopes.count, list)) }
    parts.scopes.append(
      Scope(
        id: id, title: try text(value.require("title")),
        summary: try optionalText(value["summary"]),
        access: Scope.Access(rawValue: try optionalText(value["access"])), touches: touches,
        provenance: provenance == "unconfirmed" ? .unconfirmed : .source(provenance),
        isDeprecated: try flag(value["deprecated"]),
        replacement: try replacement(value["replacement"]), category: category,
        inferred: inferred, kinds: try names.kindSet(value["kinds"]),
        nativeIDs: try nativeIDs(value["native"]), homepage: try optionalText(value["homepage"]),
        isUndeclared: try flag(value["undeclared"])))
  }

  private mutating func replacement(_ value: JSONValue?) throws(ModelError) -> String? {
    guard let value else { return nil }
    replacements.append((parts.scopes.count, value))
    return try identifier(value)
  }

  /// The bits of the words in a list.
  private func bits(
    _ list: JSONValue?, of names: [String], _ problem: String
  ) throws(ModelError) -> UInt8 {
    guard let list else { return 0 }
    var bits: UInt8 = 0
    for word in try list.requireElements() {
      let name = try word.requireString()
      guard let bit = names.firstIndex(of: name) else {
        throw word.error(
          "\"\(name)\" \(problem)", remedy: "Use one of: " + names.joined(separator: ", "))
      }
      bits |= 1 << UInt8(bit)
    }
    return bits
  }

  // MARK: - Text

  func text(_ value: JSONValue) throws(ModelError) -> String { try TextCheck.line(value) }

  func optionalText(_ value: JSONValue?) throws(ModelError) -> String {
    try TextCheck.optionalLine(value)
  }

  func identifier(_ value: JSONValue) throws(ModelError) -> String {
    try TextCheck.identifier(value)
  }

  func flag(_ value: JSONValue?) throws(ModelError) -> Bool {
    guard let value else { return false }
    guard let flag = value.boolean else {
      throw value.error("only true or false can stand here", remedy: "Write one of them")
    }
    return flag
  }
}
