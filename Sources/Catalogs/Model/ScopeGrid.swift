import Documents

/// The columns of the grid: what scopes let a key do, in five words.
package enum ScopeVerb: Int, Hashable, CaseIterable, Sendable {
  /// Reading.
  case view
  /// Making something new.
  case create
  /// Changing what is there.
  case update
  /// Removing.
  case delete
  /// Anything else, such as refunding.
  case other

  /// The word over the column.
  package var name: String {
    switch self {
    case .view: "view"
    case .create: "create"
    case .update: "update"
    case .delete: "delete"
    case .other: "other"
    }
  }

  /// The column of a scope: from its access, else from its name's last word, else from its calls.
  package init(scope index: Int, in catalog: Catalog) {
    let access = catalog.scopes[index].access
    switch access {
    case .view: self = .view
    case .create: self = .create
    case .update: self = .update
    case .delete: self = .delete
    case .unstated:
      switch HonestName.promise(of: HonestName.lastWord(of: catalog.scopes[index].id)) {
      case .read: self = .view
      case .create: self = .create
      case .change: self = .update
      case .delete: self = .delete
      case .all: self = .other
      case nil:
        self = Self.verb(
          of: catalog.operations.verbs(of: catalog.operationsOfScope[index]))
      }
    default: self = .other
    }
  }

  /// What calls are for where all of them do the same.
  private static func verb(of verbs: VerbCounts) -> ScopeVerb {
    switch verbs.total {
    case 0: .other
    case verbs["GET"] + verbs["HEAD"]: .view
    case verbs["POST"]: .create
    case verbs["PUT"] + verbs["PATCH"]: .update
    case verbs["DELETE"]: .delete
    default: .other
    }
  }
}

/// A catalog's scopes as a grid: resources as rows, verbs as columns.
///
/// Rows are in the order in which their first scope stands in the tree; each category has its own.
package struct ScopeGrid: Sendable {
  /// One row.
  package struct Row: Hashable, Sendable {
    /// The scopes' ids without their last word.
    package var resource: String
    /// The index of the category.
    package var category: Int
    /// What the row is called: the resource, with its category where another row has the same one.
    package var name: String
  }

  /// The rows.
  package private(set) var rows: [Row] = []
  /// For each scope its row.
  package private(set) var rowOfScope: [Int] = []
  /// For each scope its column.
  package private(set) var verbOfScope: [ScopeVerb] = []
  private var cells = ListOfLists()

  private struct Key: Hashable {
    var resource: Substring
    var category: Int
  }

  /// Arranges a catalog's scopes.
  package init(catalog: Catalog) {
    var known: [Key: Int] = [:]
    rowOfScope.reserveCapacity(catalog.scopes.count)
    verbOfScope.reserveCapacity(catalog.scopes.count)
    for (index, scope) in catalog.scopes.enumerated() {
      let category = catalog.documentCategory(ofScope: index)
      let key = Key(resource: scope.resource, category: category)
      let row = known[key] ?? rows.count
      if row == rows.count {
        known[key] = row
        let resource = String(scope.resource)
        rows.append(Row(resource: resource, category: category, name: resource))
      }
      rowOfScope.append(row)
      verbOfScope.append(ScopeVerb(scope: index, in: catalog))
    }
    nameRows(catalog)
    fillCells()
  }

  /// Tells rows apart that have one resource in several categories.
  private mutating func nameRows(_ catalog: Catalog) {
    var counts: [String: Int] = [:]
    for row in rows { counts[row.resource, default: 0] += 1 }
    guard counts.count < rows.count else { return }
    for index in rows.indices where counts[rows[index].resource] != 1 {
      rows[index].name += ", " + catalog.categories[rows[index].category].name
    }
  }

  /// The scopes of a cell, in tree order.
  package func scopes(row: Int, _ verb: ScopeVerb) -> [Int] {
    cells[row * ScopeVerb.allCases.count + verb.rawValue].map(Int.init)
  }

  /// The scopes of a row, in the order of the columns.
  package func scopes(row: Int) -> [Int] { ScopeVerb.allCases.flatMap { scopes(row: row, $0) } }

  /// Sorts the scopes into their cells by counting, without a list for each.
  private mutating func fillCells() {
    let width = ScopeVerb.allCases.count
    let cellOfScope = rowOfScope.indices.map { rowOfScope[$0] * width + verbOfScope[$0].rawValue }
    var starts = Array(repeating: 0, count: rows.count * width + 1)
    for cell in cellOfScope { starts[cell + 1] += 1 }
    for cell in 0..<rows.count * width { starts[cell + 1] += starts[cell] }
    var sorted = Array(repeating: Int32(0), count: rowOfScope.count)
    var next = starts
    for (scope, cell) in cellOfScope.enumerated() {
      sorted[next[cell]] = Int32(scope)
      next[cell] += 1
    }
    for cell in 0..<rows.count * width { cells.append(sorted[starts[cell]..<starts[cell + 1]]) }
  }
}
