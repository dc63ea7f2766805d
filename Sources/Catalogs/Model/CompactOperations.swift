import BitCollections
import Documents

/// The operations of a compact form, read out of its words when somebody asks.
///
/// Of each: its method, path, summary and tag, flags, and the number of what it requires, counted
/// from 1, 0 where that is not stated. Many operations require the same, so that stands once. What
/// few operations have stands behind the rows.
struct CompactOperations: Sendable {
  /// The words of one operation.
  static let stride = 8
  /// The words that say when an alternative counts.
  static let termsStride = 3

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

  /// For each alternative when it counts; empty where all of them always do.
  private let terms: CompactTable
  /// The number of the catalog's conditions.
  private let conditions: Int
  /// What few operations have, by their indices.
  private let further: [Int: Operation]

  /// The number of operations.
  var count: Int { table.count }

  init(
    table: CompactTable, alternatives: ListOfLists, sets: ListOfLists, terms: CompactTable,
    conditions: Int, further: [Int: Operation]
  ) {
    (self.table, self.alternatives, self.sets) = (table, alternatives, sets)
    (self.terms, self.conditions, self.further) = (terms, conditions, further)
  }

  subscript(index: Int) -> Operation {
    let flags = table.number(6, of: index)
    var operation = further[index] ?? Operation()
    operation.method = method(of: index)
    operation.requirement = requirement(of: index)
    operation.terms = terms(of: index)
    operation.tag = table.name(5, of: index)
    operation.isDeprecated = flags & Flag.deprecated != 0
    operation.isInferred = flags & Flag.inferred != 0
    operation.pathText = pathText(of: index)
    operation.summaryText = table.text(3, of: index)
    return operation
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

  /// When which alternative counts; empty where all of them always do.
  func terms(of index: Int) -> [Operation.Terms] {
    let number = table.number(7, of: index)
    guard terms.count > 0, number > 0, number <= alternatives.count else { return [] }
    let list = alternatives[number - 1].map { terms(ofSet: Int($0)) }
    return list.allSatisfy(\.areNone) ? [] : list
  }

  private func terms(ofSet set: Int) -> Operation.Terms {
    guard set < terms.count else { return Operation.Terms() }
    let condition = { (word: Int) in
      let place = terms.number(word, of: set) - 1
      return (0..<conditions).contains(place) ? place : nil
    }
    return Operation.Terms(
      kinds: KindSet(bits: UInt32(truncatingIfNeeded: terms.number(0, of: set))),
      when: condition(1), unless: condition(2))
  }

  func requirement(of index: Int) -> Operation.Requirement {
    let number = table.number(7, of: index)
    guard number > 0, number <= alternatives.count else { return .notStated }
    return .anyOf(alternatives[number - 1].map { sets[Int($0)].map { Int($0) } })
  }

  /// How scopes stand to an operation: see `OperationTable`.
  func reach(of index: Int, holding held: BitSet) -> OperationTable.Reach {
    let number = table.number(7, of: index)
    guard number > 0, number <= alternatives.count else { return .notStated }
    let numbers = alternatives[number - 1]
    let isPlain = terms.count == 0 || numbers.allSatisfy { terms(ofSet: Int($0)).areNone }
    return isPlain && !numbers.contains { sets[Int($0)].allSatisfy { held.contains(Int($0)) } }
      ? .outOfReach : .toWeigh
  }

  // MARK: - Writing

  /// Writes a catalog's operations as they are read.
  static func write(_ operations: OperationTable, to writer: inout CompactWriter) {
    var places: [StatedRequirement: Int] = [:]
    var terms: [Operation.Terms] = []
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
      let stated = StatedRequirement(sets: list, terms: operation.terms)
      if let place = places[stated] {
        writer.number(place)
        continue
      }
      let first = Int32(sets.count)
      for set in list { sets.append(set.lazy.map { Int32($0) }) }
      alternatives.append(first..<Int32(sets.count))
      terms += operation.terms.isEmpty ? list.map { _ in Operation.Terms() } : operation.terms
      places[stated] = alternatives.count
      writer.number(alternatives.count)
    }
    writer.lists(sets)
    writer.lists(alternatives)
    if terms.allSatisfy(\.areNone) { terms = [] }
    writer.number(terms.count)
    for item in terms {
      writer.number(Int(item.kinds.bits))
      writer.optional(item.when)
      writer.optional(item.unless)
    }
  }

  private struct StatedRequirement: Hashable {
    var sets: [[Int]]
    var terms: [Operation.Terms]
  }
}
