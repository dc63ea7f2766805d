import Documents

// Kinds of key, conditions and levels.

extension CatalogDecoder {
  mutating func decodeKinds(_ list: JSONValue?) throws(ModelError) {
    for value in try list?.requireElements() ?? [] {
      let idValue = try value.require("id")
      let id = try identifier(idValue)
      guard !names.kinds.contains(id) else {
        throw idValue.error("the kind \"\(id)\" is listed twice", remedy: "Keep one of them")
      }
      guard names.kinds.count < KeyKind.maximumCount else {
        throw value.error(
          "the catalog has more than \(KeyKind.maximumCount) kinds of key",
          remedy: "Make a catalog of its own for some of them")
      }
      names.kinds.append(id)
      parts.kinds.append(KeyKind(id: id, title: try text(value.require("title"))))
    }
  }

  mutating func decodeConditions(_ list: JSONValue?) throws(ModelError) {
    for value in try list?.requireElements() ?? [] {
      let idValue = try value.require("id")
      let id = try identifier(idValue)
      guard !id.utf8.contains(UInt8(ascii: "=")) else {
        throw idValue.error(
          "the id \"\(id)\" holds an equals sign, which stands before the answer in commands",
          remedy: "Write it without")
      }
      guard !names.conditions.contains(id) else {
        throw idValue.error("the condition \"\(id)\" is listed twice", remedy: "Keep one of them")
      }
      guard names.conditions.count < Condition.maximumCount else {
        throw value.error(
          "the catalog has more than \(Condition.maximumCount) conditions",
          remedy: "Ask only what decides between scopes")
      }
      names.conditions.append(id)
      parts.conditions.append(
        Condition(id: id, question: try text(value.require("question"))))
    }
  }

  /// Where the next scope of a category belongs: in it, or, where it is a level, in the permission.
  mutating func place(
    of scope: JSONValue, in category: Int, node: Int
  ) throws(ModelError) -> (category: Int, node: Int) {
    let (permission, level) = (scope["permission"], scope["level"])
    guard let permission, let level else {
      guard let alone = permission ?? level else {
        closePermission()
        return (category, node)
      }
      throw alone.error(
        "\"permission\" and \"level\" have a meaning together only", remedy: "Add the other one")
    }
    let (title, name) = (try text(permission), try text(level))
    let index = parts.scopes.count
    if let last = parts.permissions.last, openPermission == last.category,
      parts.categories[last.category].name == title
    {
      guard !last.levels.contains(name) else {
        throw level.error(
          "the permission \"\(title)\" has the level \"\(name)\" twice",
          remedy: "Keep one of them or rename one")
      }
      parts.permissions[parts.permissions.count - 1].levels.append(name)
      parts.permissions[parts.permissions.count - 1].scopes = last.scopes.lowerBound..<index + 1
      return (last.category, parts.tree.nodeOfGroup[last.category])
    }
    closePermission()
    guard titlesOfPermissions[category, default: []].insert(title).inserted else {
      throw permission.error(
        "other scopes stand between the levels of \"\(title)\"",
        remedy: "Put its levels one behind the other")
    }
    let depth = parts.categories[category].depth + 1
    guard depth < Self.maximumLevels else {
      throw permission.error(
        "categories are nested more than \(Self.maximumLevels) levels deep",
        remedy: "Flatten them")
    }
    let own = parts.categories.count
    parts.permissions.append(
      Permission(category: own, scopes: index..<index + 1, levels: [name]))
    parts.categories.append(
      Category(
        name: title, summary: "", parent: category, depth: depth,
        isPermission: true, scopes: index..<index))
    openPermission = own
    return (own, parts.tree.addGroup(in: node))
  }

  /// Says that the last permission has no further level.
  mutating func closePermission() {
    guard let permission = openPermission else { return }
    let start = parts.categories[permission].scopes.lowerBound
    parts.categories[permission].scopes = start..<parts.scopes.count
    parts.tree.close(parts.tree.nodeOfGroup[permission])
    openPermission = nil
  }

  /// The ids of a scope that stand for single kinds of key, or the one that stands for all.
  func nativeIDs(_ value: JSONValue?) throws(ModelError) -> [Scope.NativeID] {
    guard let value else { return [] }
    if value.kind == .string { return [Scope.NativeID(kind: nil, id: try identifier(value))] }
    try value.requireObject()
    var ids: [Scope.NativeID] = []
    for (name, member) in value.members {
      guard let kind = names.kinds.firstIndex(of: name) else {
        throw member.error(
          "the catalog has no kind of key \"\(name)\"",
          remedy: NearestName.suggestion(name, among: names.kinds) ?? "Add it to \"kinds\"")
      }
      guard !ids.contains(where: { $0.kind == kind }) else {
        throw member.error("the kind \"\(name)\" is named twice", remedy: "Keep one of them")
      }
      ids.append(Scope.NativeID(kind: kind, id: try identifier(member)))
    }
    return ids.sorted { ($0.kind ?? -1) < ($1.kind ?? -1) }
  }

  // MARK: - Calls

  /// A set of scopes, and when it counts.
  mutating func decodeAlternative(
    _ value: JSONValue
  ) throws(ModelError) -> (scopes: [Int], terms: Operation.Terms) {
    guard value.kind == .object else {
      return (try names.scopeIndices(value), Operation.Terms())
    }
    let scopes = try names.scopeIndices(value.require("scopes"))
    var terms = Operation.Terms(kinds: try names.kindSet(value["kinds"]))
    if let when = value["when"] { terms.when = try names.conditionIndex(when) }
    if let unless = value["unless"] {
      terms.unless = try names.conditionIndex(unless)
      guard terms.unless != terms.when else {
        throw unless.error(
          "the condition \"\(unless.string ?? "")\" can never both hold and not hold",
          remedy: "Keep \"when\" or \"unless\"")
      }
    }
    return (scopes, terms)
  }

  /// The path parameter whose value may hold slashes.
  func slashParameter(_ value: JSONValue?, of path: String) throws(ModelError) -> String? {
    guard let value else { return nil }
    let name = try text(value)
    guard path.contains(bytesOf: "{\(name)}") else {
      let parameters = path.parts(between: "{").dropFirst().compactMap { part in
        part.contains(exactly: "}") ? part.parts(between: "}").first : nil
      }
      throw value.error(
        "the path \"\(path)\" has no parameter \"\(name)\"",
        remedy: NearestName.suggestion(name, among: parameters)
          ?? "Name one of its parameters, without the braces")
    }
    return name
  }

  /// Further methods of the same call.
  func otherMethods(_ list: JSONValue?, beside method: String) throws(ModelError) -> [String] {
    var methods: [String] = []
    for value in try list?.requireElements() ?? [] {
      let other = try self.method(value)
      guard other != method, !methods.contains(other) else {
        throw value.error("the method \(other) is named twice", remedy: "Keep one of them")
      }
      methods.append(other)
    }
    return methods
  }

  /// An HTTP method.
  func method(_ value: JSONValue) throws(ModelError) -> String {
    let method = try text(value)
    guard Operation.isMethod(method) else {
      throw value.error(
        "\"\(method)\" is no HTTP method", remedy: "Write it in capitals, such as GET")
    }
    return method
  }
}
