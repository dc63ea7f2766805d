/// Writes a catalog's parts into a compact form, in the order in which `CompactDecoder` reads them.
struct CompactEncoder {
  private(set) var writer = CompactWriter()
  /// From how many scopes on the pairs of letters in summaries are known.
  let fewestItemsWithPairs: Int

  init(fewestItemsWithPairs: Int) { self.fewestItemsWithPairs = fewestItemsWithPairs }

  mutating func encode(_ catalog: Catalog) {
    for text in [catalog.id, catalog.name, catalog.version, catalog.summary] { writer.text(text) }
    list(catalog.sources) { writer, source in
      writer.text(source.name)
      writer.text(source.location)
    }
    list(catalog.servers) { $0.text($1) }
    encodeKinds(catalog)
    encodeCategories(catalog)
    encodeScopes(catalog)
    writer.numbers(catalog.resourceOfScope)
    encodeRareMembers(catalog)
    encodeIncludes(catalog)
    encodeOperations(catalog)
    list(catalog.combinations) { Self.write($1, to: &$0) }
    list(catalog.reviewed) { writer, review in
      writer.number(review.scope)
      writer.text(review.reason)
    }
    list(catalog.presets) { writer, preset in
      for text in [preset.id, preset.title, preset.purpose] { writer.text(text) }
      writer.numbers(preset.scopes)
      writer.number(preset.warnings.count)
      for warning in preset.warnings { writer.text(warning) }
    }
    encodeOrder(catalog)
  }

  private mutating func list<Element>(
    _ elements: [Element], _ write: (inout CompactWriter, Element) -> Void
  ) {
    writer.number(elements.count)
    for element in elements { write(&writer, element) }
  }

  // MARK: - The tree

  private mutating func encodeCategories(_ catalog: Catalog) {
    var own = Array(repeating: 0, count: catalog.categories.count)
    for scope in catalog.scopes { own[scope.category] += 1 }
    var filled: [Int: Int] = [:]
    writer.number(catalog.categories.count)
    for (index, category) in catalog.categories.enumerated() {
      writer.text(category.name)
      writer.text(category.summary)
      writer.optional(category.parent)
      writer.number((category.isInferred ? 1 : 0) | (category.isPermission ? 2 : 0))
      writer.number(own[index])
      // A permission may stand between the scopes of its category.
      var before = 0
      if let parent = category.parent {
        before =
          category.scopes.lowerBound
          - (filled[parent] ?? catalog.categories[parent].scopes.lowerBound)
        filled[parent] = category.scopes.upperBound
      }
      writer.number(before)
    }
  }

  private mutating func encodeScopes(_ catalog: Catalog) {
    // What search looks through stands together.
    let names = catalog.scopes.map { (writer.place($0.idText), writer.place($0.titleText)) }
    let summaries = catalog.scopes.map { writer.place($0.summaryText) }
    writer.number(catalog.scopes.count)
    for (index, scope) in catalog.scopes.enumerated() {
      for text in [names[index].0, names[index].1, summaries[index]] { writer.range(text) }
      Self.write(scope, catalog, to: &writer)
    }
    writer.numbers(
      WholeWords(ids: catalog.scopes.lazy.map(\.idText)).hashes.map { Int32(bitPattern: $0) })
    PairIndex.write(
      catalog.scopes.map(\.summaryText), atLeast: fewestItemsWithPairs, to: &writer)
  }

  private static func write(_ scope: Scope, _ catalog: Catalog, to writer: inout CompactWriter) {
    let isASCII = [scope.id, scope.title, scope.summary].allSatisfy { text in
      text.utf8.allSatisfy { $0 < 0x80 }
    }
    writer.name(scope.access.rawValue)
    switch scope.provenance {
    case .unconfirmed: writer.number(0)
    case .source(let name): writer.optionalName(name)
    }
    writer.number(
      Int(scope.touches.rawValue) | Int(scope.inferred.rawValue) << 8
        | (scope.isDeprecated ? CompactScopeRow.isDeprecated : 0)
        | (scope.isUndeclared ? CompactScopeRow.isUndeclared : 0)
        | (isASCII ? 0 : CompactScopeRow.isBeyondASCII))
    writer.optional(scope.replacement.flatMap { catalog.indexOfScope($0) })
  }

  private mutating func encodeIncludes(_ catalog: Catalog) {
    let including = catalog.scopes.indices.filter { !catalog.scopes[$0].includes.isEmpty }
    writer.number(including.count)
    for scope in including {
      writer.number(scope)
      writer.numbers(catalog.scopes[scope].includes)
    }
    // What follows from them through further steps is not worked out again.
    writer.lists(catalog.grants.granted)
  }

  // MARK: - What few catalogs and scopes have

  private mutating func encodeKinds(_ catalog: Catalog) {
    list(catalog.kinds) { writer, kind in
      writer.text(kind.id)
      writer.text(kind.title)
    }
    list(catalog.conditions) { writer, condition in
      writer.text(condition.id)
      writer.text(condition.question)
    }
  }

  /// What few scopes have stands behind them, with their numbers.
  private mutating func encodeRareMembers(_ catalog: Catalog) {
    list(catalog.permissions) { writer, permission in
      writer.number(permission.category)
      writer.number(permission.scopes.lowerBound)
      writer.number(permission.levels.count)
      for level in permission.levels { writer.name(level) }
    }
    let scopes = catalog.scopes
    list(scopes.indices.filter { scopes[$0].kinds != .all }) { writer, scope in
      writer.number(scope)
      writer.number(Int(scopes[scope].kinds.bits))
    }
    let natives = scopes.indices.flatMap { scope in scopes[scope].nativeIDs.map { (scope, $0) } }
    list(natives) { writer, native in
      writer.number(native.0)
      writer.optional(native.1.kind)
      writer.text(native.1.id)
    }
    list(scopes.indices.filter { !scopes[$0].homepage.isEmpty }) { writer, scope in
      writer.number(scope)
      writer.text(scopes[scope].homepage)
    }
  }

  // MARK: - Operations

  private mutating func encodeOperations(_ catalog: Catalog) {
    CompactOperations.write(catalog.operations, to: &writer)
    writer.lists(catalog.operationsOfScope.lists)
  }

  /// The scopes and operations in the order of their names, for finding them by bisection.
  private mutating func encodeOrder(_ catalog: Catalog) {
    let ids = catalog.scopes.map { Array($0.id.utf8) }
    writer.numbers(ids.indices.sorted { ids[$0].lexicographicallyPrecedes(ids[$1]) })
    let calls = catalog.operations.map { Array($0.call.utf8) }
    writer.numbers(calls.indices.sorted { calls[$0].lexicographicallyPrecedes(calls[$1]) })
    writer.numbers(
      catalog.operations.indices.filter { !catalog.operations[$0].otherMethods.isEmpty })
  }

  // MARK: - Rules

  private static func write(_ rule: Combination, to writer: inout CompactWriter) {
    for text in [rule.id, rule.title, rule.message, rule.story, rule.advice] { writer.text(text) }
    writer.name(rule.severity.rawValue)
    writer.name(rule.confidence.rawValue)
    for scopes in [rule.all, rule.without, rule.untick, rule.tick, rule.operations, rule.atLeastOf]
    {
      writer.numbers(scopes)
    }
    writer.number(rule.atLeastCount)
    writer.number(rule.any.count)
    for group in rule.any { writer.numbers(group) }
    writer.number(rule.raise == nil ? 0 : 1)
    if let raise = rule.raise {
      writer.name(raise.severity.rawValue)
      writer.numbers(raise.any)
    }
    writer.number(rule.trace.count)
    for step in rule.trace {
      writer.number(step.operation)
      writer.text(step.effect)
    }
  }
}
