import Documents

/// For each scope of a catalog the operations that name it, in the catalog's order.
package struct OperationLists: RandomAccessCollection, Sendable {
  package let lists: ListOfLists

  /// The first scope.
  package var startIndex: Int { 0 }
  /// The number of scopes.
  package var endIndex: Int { lists.count }

  /// The operations of a scope.
  package subscript(scope: Int) -> [Int] { lists[scope].map(Int.init) }

  init() { lists = ListOfLists() }

  init(_ lists: ListOfLists) { self.lists = lists }

  /// Turns the requirements of operations round.
  init(scopes: Int, operations: some Sequence<Operation>) {
    var named = Array(repeating: [Int32](), count: scopes)
    for (index, operation) in operations.enumerated() {
      guard case .anyOf(let sets) = operation.requirement else { continue }
      for set in sets {
        for scope in set where named[scope].last != Int32(index) {
          named[scope].append(Int32(index))
        }
      }
    }
    var lists = ListOfLists()
    for list in named { lists.append(list) }
    self.lists = lists
  }
}
