import BitCollections

/// All operations of a catalog, in its order.
///
/// Those of a compact form stay words until somebody asks for one: a start shows none.
package struct OperationTable: RandomAccessCollection, Sendable {
  private enum Content: Sendable {
    case decoded([Operation])
    case compact(CompactOperations)
  }

  /// How scopes stand to an operation.
  package enum Reach: Hashable, Sendable {
    /// What it needs is not stated.
    case notStated
    /// It is stated, and no alternative has all of its scopes among these.
    case outOfReach
    /// The kind of key or its answers decide, or the scopes of an alternative are all there.
    case toWeigh
  }

  private let content: Content

  /// The first operation.
  package var startIndex: Int { 0 }
  /// The number of operations.
  package let endIndex: Int

  init(_ operations: [Operation] = []) {
    content = .decoded(operations)
    endIndex = operations.count
  }

  init(_ operations: CompactOperations) {
    content = .compact(operations)
    endIndex = operations.count
  }

  /// An operation.
  package subscript(index: Int) -> Operation {
    switch content {
    case .decoded(let operations): operations[index]
    case .compact(let operations): operations[index]
    }
  }

  /// The method of an operation, without the rest of it.
  package func method(of index: Int) -> String {
    switch content {
    case .decoded(let operations): operations[index].method
    case .compact(let operations): operations.method(of: index)
    }
  }

  /// The requirement of an operation, without the rest of it.
  func requirement(of index: Int) -> Operation.Requirement {
    switch content {
    case .decoded(let operations): operations[index].requirement
    case .compact(let operations): operations.requirement(of: index)
    }
  }

  /// Whether scopes can open an operation at all, before anybody asks what counts for a key: most
  /// operations of a large catalog are told from each other here, without a list being made.
  package func reach(of index: Int, holding held: BitSet) -> Reach {
    switch content {
    case .compact(let operations): return operations.reach(of: index, holding: held)
    case .decoded(let operations):
      guard case .anyOf(let sets) = operations[index].requirement else { return .notStated }
      return operations[index].terms.isEmpty && !sets.contains { $0.allSatisfy(held.contains) }
        ? .outOfReach : .toWeigh
    }
  }

  /// When which alternative of an operation counts; empty where all of them always do.
  func terms(of index: Int) -> [Operation.Terms] {
    switch content {
    case .decoded(let operations): operations[index].terms
    case .compact(let operations): operations.terms(of: index)
    }
  }

  /// How many of these operations have which method.
  func verbs(of calls: [Int]) -> VerbCounts {
    switch content {
    case .decoded(let operations): VerbCounts(methods: calls.lazy.map { operations[$0].method })
    case .compact(let operations): operations.verbs(of: calls)
    }
  }

  /// The path of an operation, without the rest of it.
  func pathText(of index: Int) -> LazyText {
    switch content {
    case .decoded(let operations): operations[index].pathText
    case .compact(let operations): operations.pathText(of: index)
    }
  }

  /// For each operation whether it has a method.
  package func flags(method: String) -> [Bool] {
    switch content {
    case .decoded(let operations): operations.map { $0.method == method }
    case .compact(let operations): operations.flags(method: method)
    }
  }
}

extension OperationTable: Equatable {
  /// Compares the operations, however they are kept.
  package static func == (left: OperationTable, right: OperationTable) -> Bool {
    left.elementsEqual(right)
  }
}
