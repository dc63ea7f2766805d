import Documents

// Categories, permissions and scopes.

extension CatalogDecoder {
  /// Decodes the tree, and looks up what its scopes say of one another.
  mutating func decodeTree(_ list: JSONValue) throws(ModelError) {
    try decodeCategories(list, parent: nil, level: 1)
    guard !parts.scopes.isEmpty else {
      throw list.error("the catalog has no scope", remedy: "Add at least one")
    }
    try checkReplacements()
    try decodeIncludes()
  }

  private mutating func decodeCategories(
    _ list: JSONValue, parent: Int?, level: Int
  ) throws(ModelError) {
    guard level <= Category.maximumDepth else {
      throw list.error(
        "categories are nested more than \(Category.maximumDepth) levels deep",
        remedy: "Flatten them")
    }
    var names: Set<String> = []
    for value in try list.requireElements() {
      let start = parts.scopes.count
      var category = Category(parent: parent, depth: level - 1, scopes: start..<start)
      try Category.table.read(value, into: &category, &reading)
      guard names.insert(category.name).inserted else {
        throw try value.require("name").error(
          "the category \"\(category.name)\" appears twice under the same parent",
          remedy: "Join the two or rename one")
      }
      let index = parts.categories.count
      let node = parts.tree.addGroup(in: parent.map { parts.tree.nodeOfGroup[$0] } ?? -1)
      parts.categories.append(category)
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
          "the category \"\(category.name)\" is empty", remedy: "Give it a scope or take it out")
      }
      parts.categories[index].scopes = start..<parts.scopes.count
      parts.tree.close(node)
    }
  }

  private mutating func decodeScope(
    _ value: JSONValue, category: Int, node: Int
  ) throws(ModelError) {
    reading.scope = parts.scopes.count
    var scope = Scope(category: category)
    try Scope.table.read(value, into: &scope, &reading)
    let id = scope.id
    guard reading.names.indexOfScope[id] == nil else {
      throw try value.require("id").error(
        "the scope \"\(id)\" is listed twice", remedy: "Keep one of them")
    }
    reading.names.indexOfScope[id] = parts.scopes.count
    parts.tree.addLeaf(in: node)
    parts.scopes.append(scope)
  }

  // MARK: - Permissions

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
        "\"permission\" and \"level\" only have a meaning together", remedy: "Add the other one")
    }
    let (title, name) = (try TextCheck.line(permission), try TextCheck.line(level))
    let index = parts.scopes.count
    if let last = parts.permissions.last, openPermission == last.category,
      parts.categories[last.category].name == title
    {
      guard last.levels.count < Permission.mostLevels else {
        throw level.error(
          "the permission \"\(title)\" has more than \(Permission.mostLevels) levels",
          remedy: "Make permissions of them")
      }
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
    guard depth < Category.maximumDepth else {
      throw permission.error(
        "categories are nested more than \(Category.maximumDepth) levels deep",
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

  // MARK: - What scopes say of one another

  /// A replacement has to exist, and to end somewhere that is not itself replaced for ever.
  private func checkReplacements() throws(ModelError) {
    var ends: Set<Int> = []
    for (scope, value) in reading.replacements {
      _ = try reading.names.scopeIndex(value)
      var path: Set<Int> = [scope]
      var current = scope
      while let next = parts.scopes[current].replacement.flatMap({ reading.names.indexOfScope[$0] }
      ),
        !ends.contains(next)
      {
        guard path.insert(next).inserted else {
          throw value.error(
            "the scope \"\(parts.scopes[next].id)\" is replaced by itself in the end",
            remedy: "Break the cycle")
        }
        current = next
      }
      ends.formUnion(path)
    }
  }

  /// The scopes that scopes grant: they have to exist, and none grants itself in the end.
  private mutating func decodeIncludes() throws(ModelError) {
    guard !reading.includes.isEmpty else { return }
    var elements: [Int: [JSONValue]] = [:]
    for (scope, list) in reading.includes {
      parts.scopes[scope].includes = try reading.names.scopeIndices(list)
      elements[scope] = list.elements
    }
    do {
      parts.grants = try ScopeGrants(includes: parts.scopes.map(\.includes))
    } catch {
      guard let value = elements[error.scope]?[error.position] else { return }
      switch error.reason {
      case .cycle:
        throw value.error(
          "the scope \"\(parts.scopes[error.scope].id)\" grants itself in the end",
          remedy: "Break the cycle")
      case .tooMany:
        throw value.error(
          "scopes grant one another in more than \(ScopeGrants.maximumSteps) ways",
          remedy: "Name what each grants directly, and nothing twice")
      }
    }
  }
}
