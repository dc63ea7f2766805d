import Documents

/// Writes a catalog as a document, deterministic to the byte, that decodes to the same.
package enum CatalogEncoder {
  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:catalog:1"

  /// The document: members in the order of the format, what is empty left out.
  package static func encode(_ catalog: Catalog) -> [UInt8] {
    JSONWriter.write(node(of: catalog))
  }

  private typealias Members = [(name: String, value: JSONNode)]

  private static func node(of catalog: Catalog) -> JSONNode {
    let ids = catalog.scopes.map(\.id)
    let calls = catalog.operations.map(\.call)
    var members: Members = [
      ("$schema", .string(schema)), ("id", .string(catalog.id)), ("name", .string(catalog.name)),
      ("version", .string(catalog.version)),
    ]
    add("summary", catalog.summary, to: &members)
    add(
      "sources",
      catalog.sources.map {
        .object([("name", .string($0.name)), ("location", .string($0.location))])
      }, to: &members)
    add("servers", catalog.servers.map { .string($0) }, to: &members)
    add(
      "kinds",
      catalog.kinds.map { .object([("id", .string($0.id)), ("title", .string($0.title))]) },
      to: &members)
    add(
      "conditions",
      catalog.conditions.map {
        .object([("id", .string($0.id)), ("question", .string($0.question))])
      }, to: &members)
    members.append(("categories", categories(of: catalog)))
    add("operations", catalog.operations.map { operation($0, ids, catalog) }, to: &members)
    add("combinations", catalog.combinations.map { combination($0, ids, calls) }, to: &members)
    add(
      "reviewed",
      catalog.reviewed.map {
        .object([("scope", .string(ids[$0.scope])), ("reason", .string($0.reason))])
      }, to: &members)
    add(
      "presets",
      catalog.presets.map { preset in
        .object([
          ("id", .string(preset.id)), ("title", .string(preset.title)),
          ("purpose", .string(preset.purpose)), ("scopes", names(preset.scopes, ids)),
          ("warnings", .strings(preset.warnings)),
        ])
      }, to: &members)
    return .object(members)
  }

  // MARK: - The tree

  private static func categories(of catalog: Catalog) -> JSONNode {
    var inner: [Int: [Int]] = [:]
    for (index, category) in catalog.categories.enumerated() where !category.isPermission {
      inner[category.parent ?? -1, default: []].append(index)
    }
    func list(_ categories: [Int]) -> JSONNode {
      .array(
        categories.map { index in
          let category = catalog.categories[index]
          var members: Members = [("name", .string(category.name))]
          add("summary", category.summary, to: &members)
          if category.isInferred { members.append(("inferred", .boolean(true))) }
          let own = category.scopes.filter { catalog.documentCategory(ofScope: $0) == index }
          add("scopes", own.map { scope($0, in: catalog) }, to: &members)
          if let inner = inner[index] { members.append(("categories", list(inner))) }
          return .object(members)
        })
    }
    return list(inner[-1] ?? [])
  }

  private static func scope(_ index: Int, in catalog: Catalog) -> JSONNode {
    let scope = catalog.scopes[index]
    var members: Members = [("id", .string(scope.id)), ("title", .string(scope.title))]
    add("summary", scope.summary, to: &members)
    if let permission = catalog.permission(ofScope: index) {
      add("permission", catalog.title(of: catalog.permissions[permission]), to: &members)
      add("level", catalog.level(ofScope: index) ?? "", to: &members)
    }
    add("access", scope.access.rawValue, to: &members)
    add("touches", scope.touches.words.map { .string($0) }, to: &members)
    add("provenance", scope.provenance.name, to: &members)
    if scope.isDeprecated { members.append(("deprecated", .boolean(true))) }
    add("replacement", scope.replacement ?? "", to: &members)
    add("includes", scope.includes.map { .string(catalog.scopes[$0].id) }, to: &members)
    add("inferred", scope.inferred.words.map { .string($0) }, to: &members)
    if scope.isUndeclared { members.append(("undeclared", .boolean(true))) }
    add("kinds", ids(of: scope.kinds, in: catalog), to: &members)
    if let native = native(scope.nativeIDs, in: catalog) { members.append(("native", native)) }
    add("homepage", scope.homepage, to: &members)
    return .object(members)
  }

  private static func ids(of kinds: KindSet, in catalog: Catalog) -> [JSONNode] {
    kinds == .all
      ? [] : catalog.kinds.indices.filter(kinds.contains).map { .string(catalog.kinds[$0].id) }
  }

  private static func native(_ ids: [Scope.NativeID], in catalog: Catalog) -> JSONNode? {
    if let all = ids.first(where: { $0.kind == nil }) { return .string(all.id) }
    let members = ids.compactMap { native in
      native.kind.map { (name: catalog.kinds[$0].id, value: JSONNode.string(native.id)) }
    }
    return members.isEmpty ? nil : .object(members)
  }

  // MARK: - Calls and rules

  private static func operation(
    _ operation: Operation, _ ids: [String], _ catalog: Catalog
  ) -> JSONNode {
    var members: Members = [
      ("method", .string(operation.method)), ("path", .string(operation.path)),
    ]
    add("also", operation.otherMethods.map { .string($0) }, to: &members)
    add("slashes", operation.slashParameter ?? "", to: &members)
    add("summary", operation.summary, to: &members)
    add("tag", operation.tag, to: &members)
    if operation.isDeprecated { members.append(("deprecated", .boolean(true))) }
    if case .anyOf(let sets) = operation.requirement {
      let alternatives = sets.indices.map { place in
        let terms = operation.terms.isEmpty ? Operation.Terms() : operation.terms[place]
        return alternative(names(sets[place], ids), terms, catalog)
      }
      members.append(("requires", .array(alternatives)))
    }
    if operation.isInferred { members.append(("inferred", .boolean(true))) }
    return .object(members)
  }

  private static func alternative(
    _ scopes: JSONNode, _ terms: Operation.Terms, _ catalog: Catalog
  ) -> JSONNode {
    if terms.areNone { return scopes }
    var members: Members = [("scopes", scopes)]
    add("when", terms.when.map { catalog.conditions[$0].id } ?? "", to: &members)
    add("unless", terms.unless.map { catalog.conditions[$0].id } ?? "", to: &members)
    add("kinds", ids(of: terms.kinds, in: catalog), to: &members)
    return .object(members)
  }

  private static func combination(
    _ rule: Combination, _ ids: [String], _ calls: [String]
  ) -> JSONNode {
    var members: Members = [
      ("id", .string(rule.id)), ("title", .string(rule.title)),
      ("severity", .string(rule.severity.rawValue)),
    ]
    func add(_ name: String, _ scopes: [Int]) {
      if !scopes.isEmpty { members.append((name, names(scopes, ids))) }
    }
    add("all", rule.all)
    if !rule.any.isEmpty { members.append(("any", .array(rule.any.map { names($0, ids) }))) }
    if let atLeast = rule.atLeast {
      members.append(
        (
          "atLeast",
          .object([("count", .integer(atLeast.count)), ("of", names(atLeast.of, ids))])
        ))
    }
    add("without", rule.without)
    if let raise = rule.raise {
      members.append(
        (
          "raise",
          .object([
            ("severity", .string(raise.severity.rawValue)), ("any", names(raise.any, ids)),
          ])
        ))
    }
    members.append(("message", .string(rule.message)))
    members.append(("confidence", .string(rule.confidence.rawValue)))
    Self.add("operations", rule.operations.map { .string(calls[$0]) }, to: &members)
    Self.add(
      "trace",
      rule.trace.map { step in
        .object([("call", .string(calls[step.operation])), ("does", .string(step.effect))])
      }, to: &members)
    Self.add("story", rule.story, to: &members)
    Self.add("advice", rule.advice, to: &members)
    add("untick", rule.untick)
    add("tick", rule.tick)
    return .object(members)
  }

  // MARK: - Members

  private static func names(_ scopes: [Int], _ ids: [String]) -> JSONNode {
    .strings(scopes.map { ids[$0] })
  }

  private static func add(_ name: String, _ text: String, to members: inout Members) {
    if !text.isEmpty { members.append((name, .string(text))) }
  }

  private static func add(_ name: String, _ list: [JSONNode], to members: inout Members) {
    if !list.isEmpty { members.append((name, .array(list))) }
  }
}
