import Documents

/// Reads a catalog's parts out of a compact form and checks that they fit together.
struct CompactDecoder {
  private var reader: CompactReader
  private var parts = CatalogParts()
  /// For each category how many scopes stand in it itself.
  private var ownScopes: [Int] = []
  /// For each category how many scopes of the category around it stand before it, behind the last
  /// category there.
  private var scopesBefore: [Int] = []

  init?(_ buffer: LazyText.Buffer, isTrusted: Bool) {
    guard let reader = CompactReader(buffer, isTrusted: isTrusted) else { return nil }
    self.reader = reader
  }

  /// The parts; nil where anything is not as it has to be.
  mutating func decode() -> CatalogParts? {
    for field in CatalogParts.table.fields {
      switch field.name {
      case "categories": if !decodeTree() { return nil }
      case "operations": decodeOperations()
      default: field.packing?.read(&parts, &reader)
      }
      reader.limits.kinds = parts.kinds.count
    }
    if parts.kinds.count > KeyKind.maximumCount { reader.refuse() }
    if parts.conditions.count > Condition.maximumCount { reader.refuse() }
    let scopes = reader.smallNumbers(below: parts.scopes.count)
    let operations = reader.smallNumbers(below: parts.operations.count)
    let several = reader.smallNumbers(below: parts.operations.count)
    parts.index = .sorted(scopes: scopes, operations: operations, several: several)
    return reader.isWhole ? parts : nil
  }

  // MARK: - The tree

  /// False where the tree cannot be.
  private mutating func decodeTree() -> Bool {
    decodeCategories()
    decodeScopes()
    parts.resourceOfScope = reader.smallNumbers(below: parts.scopes.count)
    guard !reader.isDamaged, parts.resourceOfScope.count == parts.scopes.count, buildTree()
    else { return false }
    reader.limits.scopes = parts.scopes.count
    decodePermissions()
    var scopes = parts.scopes
    parts.scopes = []
    Scope.table.unpackFew(count: scopes.count, from: &reader) { $1(&scopes[$0]) }
    parts.scopes = scopes
    decodeIncludes()
    return true
  }

  private mutating func decodeCategories() {
    let count = reader.count(ofWords: 8)
    for index in 0..<count {
      let (name, summary) = (reader.text(), reader.text())
      let parent = reader.optional(below: index)
      let flags = reader.number()
      ownScopes.append(reader.number())
      scopesBefore.append(reader.number())
      let depth = parent.map { parts.categories[$0].depth + 1 } ?? 0
      if depth >= Category.maximumDepth { return reader.refuse() }
      parts.categories.append(
        Category(
          name: name, summary: summary, parent: parent, depth: depth,
          isInferred: flags & 1 != 0, isPermission: flags & 2 != 0, scopes: 0..<0))
    }
  }

  private mutating func decodeScopes() {
    let count = reader.count(ofWords: CompactScopeRow.words)
    var replacements: [(scope: Int, by: Int)] = []
    parts.scopes.reserveCapacity(count)
    let table = reader.table(ofWords: CompactScopeRow.words, count: count)
    for index in 0..<count {
      let (id, title, summary) = (reader.lazyText(), reader.lazyText(), reader.lazyText())
      let access = reader.name()
      let provenance = reader.optionalName().map { Scope.Provenance.source($0) } ?? .unconfirmed
      let flags = reader.number()
      if let other = reader.optional(below: count) { replacements.append((index, other)) }
      parts.scopes.append(
        Scope(
          access: Scope.Access(rawValue: access),
          touches: Scope.Touches(rawValue: UInt8(truncatingIfNeeded: flags)),
          provenance: provenance, isDeprecated: flags & CompactScopeRow.isDeprecated != 0,
          replacement: nil,
          category: 0, inferred: Scope.Inferred(rawValue: UInt8(truncatingIfNeeded: flags >> 8)),
          isUndeclared: flags & CompactScopeRow.isUndeclared != 0, idText: id, titleText: title,
          summaryText: summary))
    }
    parts.texts = CompactTexts(
      table: table, words: reader.table(ofWords: 1),
      pairs: PairIndex(items: count, from: &reader))
    for (scope, other) in replacements where parts.scopes.indices.contains(other) {
      parts.scopes[scope].replacement = parts.scopes[other].id
    }
  }

  /// Puts the scopes into their categories, which stand in the order of the tree.
  private mutating func buildTree() -> Bool {
    var open: [Int] = []
    var next = 0
    for index in parts.categories.indices {
      while let last = open.last, last != parts.categories[index].parent {
        guard fill(last, with: ownScopes[last], &next) else { return false }
        close(last, end: next)
        open.removeLast()
      }
      guard open.last == parts.categories[index].parent else { return false }
      if let around = open.last, !fill(around, with: scopesBefore[index], &next) { return false }
      _ = parts.tree.addGroup(in: open.last.map { parts.tree.nodeOfGroup[$0] } ?? -1)
      open.append(index)
      parts.categories[index].scopes = next..<next
    }
    for category in open.reversed() {
      guard fill(category, with: ownScopes[category], &next) else { return false }
      close(category, end: next)
    }
    let isFilled = parts.categories.allSatisfy { !$0.scopes.isEmpty }
    return next == parts.scopes.count && next > 0 && isFilled
  }

  /// Puts the next scopes into a category; false where there are not so many.
  private mutating func fill(_ category: Int, with count: Int, _ next: inout Int) -> Bool {
    guard count >= 0, count <= ownScopes[category], count <= parts.scopes.count - next else {
      return false
    }
    let node = parts.tree.nodeOfGroup[category]
    for _ in 0..<count {
      parts.scopes[next].category = category
      parts.tree.addLeaf(in: node)
      next += 1
    }
    ownScopes[category] -= count
    return true
  }

  private mutating func close(_ category: Int, end: Int) {
    parts.categories[category].scopes = parts.categories[category].scopes.lowerBound..<end
    parts.tree.close(parts.tree.nodeOfGroup[category])
  }

  private mutating func decodePermissions() {
    let count = parts.scopes.count
    let categories = parts.categories
    parts.permissions = reader.list(ofWords: 4) { reader in
      let category = reader.number(below: categories.count)
      let start = reader.number(below: count)
      let levels = reader.list(ofWords: 1) { $0.name() }
      let scopes = start..<min(start + levels.count, count)
      if levels.isEmpty || levels.count > count - start || !categories[category].isPermission
        || categories[category].scopes != scopes
      {
        reader.refuse()
      }
      return Permission(category: category, scopes: scopes, levels: levels)
    }
    let neighbors = zip(parts.permissions, parts.permissions.dropFirst())
    if neighbors.contains(where: { $0.scopes.upperBound > $1.scopes.lowerBound })
      || parts.permissions.count != categories.count(where: \.isPermission)
    {
      reader.refuse()
    }
  }

  private mutating func decodeIncludes() {
    let count = parts.scopes.count
    let lists = reader.list(ofWords: 2) { reader in
      (scope: reader.number(below: count), inner: reader.numbers(below: count))
    }
    let granted = reader.lists(below: count)
    guard !lists.isEmpty, !reader.isDamaged else { return }
    for (scope, inner) in lists { parts.scopes[scope].includes = inner }
    guard let granted, granted.count == count else { return reader.refuse() }
    parts.grants = ScopeGrants(granted: granted)
  }

  // MARK: - Operations

  private mutating func decodeOperations() {
    let count = parts.scopes.count
    let table = reader.table(ofWords: CompactOperations.stride)
    let sets = reader.lists(below: count)
    guard let sets, let alternatives = reader.lists(below: sets.count) else {
      return reader.refuse()
    }
    let terms = reader.table(ofWords: CompactOperations.termsStride)
    var further: [Int: Operation] = [:]
    Operation.table.unpackFew(count: table.count, from: &reader) {
      $1(&further[$0, default: Operation()])
    }
    reader.limits.operations = table.count
    parts.operations = OperationTable(
      CompactOperations(
        table: table, alternatives: alternatives, sets: sets, terms: terms,
        conditions: parts.conditions.count, further: further))
    let lists = reader.lists(below: parts.operations.count)
    guard let lists, lists.count == count else { return reader.refuse() }
    parts.operationsOfScope = OperationLists(lists)
  }
}
