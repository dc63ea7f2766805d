import Documents

/// The operations of a compact form, read out of its words when somebody asks.
///
/// Of each: its method, path, summary and tag, flags, and the number of what it requires, counted
/// from 1; 0 where that is not stated. Many operations require the same, so that stands once.
struct CompactOperations: Sendable {
  /// The words of one operation.
  static let stride = 8

  private enum Flag {
    static let deprecated = 1
    static let inferred = 2
  }

  /// Where the words stand.
  private let table: CompactTable
  /// For each requirement the numbers of its alternatives.
  private let alternatives: ListOfLists
  /// For each alternative its scopes.
  private let sets: ListOfLists

  /// The number of operations.
  var count: Int { table.count }

  init(table: CompactTable, alternatives: ListOfLists, sets: ListOfLists) {
    (self.table, self.alternatives, self.sets) = (table, alternatives, sets)
  }

  subscript(index: Int) -> Operation {
    let flags = table.number(6, of: index)
    return Operation(
      method: method(of: index), requirement: requirement(table.number(7, of: index)),
      tag: table.name(5, of: index), isDeprecated: flags & Flag.deprecated != 0,
      isInferred: flags & Flag.inferred != 0, pathText: pathText(of: index),
      summaryText: table.text(3, of: index))
  }

  func method(of index: Int) -> String { table.name(0, of: index) }

  /// How many of these operations have which method: a method's name is read once, not once a call.
  func verbs(of calls: [Int]) -> VerbCounts {
    var verbs = VerbCounts()
    var names: [Int] = []
    for call in calls {
      let name = table.number(0, of: call)
      if names.contains(name) { continue }
      names.append(name)
      verbs.add(
        method(of: call), count: calls.count { table.number(0, of: $0) == name })
    }
    return verbs
  }

  func pathText(of index: Int) -> LazyText { table.text(1, of: index) }

  /// For each operation whether it has a method.
  func flags(method: String) -> [Bool] {
    let name = table.names.firstIndex(of: method) ?? -1
    return (0..<count).map { table.number(0, of: $0) == name }
  }

  private func requirement(_ number: Int) -> Operation.Requirement {
    guard number > 0, number <= alternatives.count else { return .notStated }
    return .anyOf(alternatives[number - 1].map { sets[Int($0)].map { Int($0) } })
  }

  // MARK: - Writing

  /// Writes a catalog's operations as they are read.
  static func write(_ operations: OperationTable, to writer: inout CompactWriter) {
    var places: [Operation.Requirement: Int] = [:]
    var (alternatives, sets) = (ListOfLists(), ListOfLists())
    writer.number(operations.count)
    for operation in operations {
      writer.name(operation.method)
      writer.text(operation.pathText)
      writer.text(operation.summaryText)
      writer.name(operation.tag)
      writer.number(
        (operation.isDeprecated ? Flag.deprecated : 0)
          | (operation.isInferred ? Flag.inferred : 0))
      guard case .anyOf(let list) = operation.requirement else {
        writer.number(0)
        continue
      }
      if let place = places[operation.requirement] {
        writer.number(place)
        continue
      }
      let first = Int32(sets.count)
      for set in list { sets.append(set.lazy.map { Int32($0) }) }
      alternatives.append(first..<Int32(sets.count))
      places[operation.requirement] = alternatives.count
      writer.number(alternatives.count)
    }
    writer.lists(sets)
    writer.lists(alternatives)
  }
}
