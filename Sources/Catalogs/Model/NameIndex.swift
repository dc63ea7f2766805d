import Documents

/// Finds scopes by id and operations by call.
enum NameIndex: Sendable {
  /// By hashing: what decoding a document has left behind.
  case hashed(CatalogNames)
  /// By bisection: the scopes in the order of the bytes of their ids, the operations in that of
  /// their methods and paths. Nothing has to be built when a catalog is opened.
  ///
  /// `several` are the operations that can be made with several methods.
  case sorted(scopes: [Int32], operations: [Int32], several: [Int32])

  func scope(_ id: String, among scopes: [Scope]) -> Int? {
    switch self {
    case .hashed(let names): return names.indexOfScope[id]
    case .sorted(let order, _, _):
      return Self.bisect(order) { scopes[$0].idText.compare(to: id.utf8) }
    }
  }

  func operation(_ call: String, among operations: OperationTable) -> Int? {
    switch self {
    case .hashed(let names): return names.indexOfOperation[call]
    case .sorted(_, let order, let several):
      guard let space = call.utf8.firstIndex(of: 0x20) else { return nil }
      let (method, path) = (call[..<space], call[call.utf8.index(after: space)...])
      let found = Self.bisect(order) {
        let methods = LazyText(operations.method(of: $0)).compare(to: method.utf8)
        return methods != 0 ? methods : operations.pathText(of: $0).compare(to: path.utf8)
      }
      if let found { return found }
      return several.lazy.map(Int.init).first { index in
        operations.pathText(of: index).compare(to: path.utf8) == 0
          && operations[index].otherMethods.contains { $0.utf8.elementsEqual(method.utf8) }
      }
    }
  }

  /// The names as dictionaries.
  func names(of catalog: Catalog) -> CatalogNames {
    if case .hashed(let names) = self { return names }
    var names = CatalogNames()
    names.kinds = catalog.kinds.map(\.id)
    names.conditions = catalog.conditions.map(\.id)
    for (index, scope) in catalog.scopes.enumerated() { names.indexOfScope[scope.id] = index }
    for (index, operation) in catalog.operations.enumerated() {
      for call in operation.calls { names.indexOfOperation[call] = index }
    }
    return names
  }

  private static func bisect(_ order: [Int32], _ compare: (Int) -> Int) -> Int? {
    let place = order.partitioningIndex(where: { compare(Int($0)) >= 0 })
    guard place < order.count, compare(Int(order[place])) == 0 else { return nil }
    return Int(order[place])
  }
}
