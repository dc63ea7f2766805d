/// Writes a catalog's parts into a compact form, in the order in which `CompactDecoder` reads them.
struct CompactEncoder {
  private(set) var writer = CompactWriter()
  /// From how many scopes on the pairs of letters in summaries are known.
  let fewestItemsWithPairs: Int

  init(fewestItemsWithPairs: Int) { self.fewestItemsWithPairs = fewestItemsWithPairs }

  mutating func encode(_ catalog: Catalog) {
    let parts = CatalogParts(of: catalog)
    for field in CatalogParts.table.fields {
      switch field.name {
      case "categories": encodeTree(catalog)
      case "operations": encodeOperations(catalog)
      default: field.packing?.write(parts, &writer)
      }
    }
    encodeOrder(catalog)
  }

  // MARK: - The tree

  private mutating func encodeTree(_ catalog: Catalog) {
    encodeCategories(catalog)
    encodeScopes(catalog)
    writer.numbers(catalog.resourceOfScope)
    writer.list(catalog.permissions) { permission, writer in
      writer.number(permission.category)
      writer.number(permission.scopes.lowerBound)
      writer.list(permission.levels) { $1.name($0) }
    }
    Scope.table.packFew(catalog.scopes, to: &writer)
    encodeIncludes(catalog)
  }

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

  // MARK: - Operations

  private mutating func encodeOperations(_ catalog: Catalog) {
    CompactOperations.write(catalog.operations, to: &writer)
    Operation.table.packFew(catalog.operations, to: &writer)
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
}
