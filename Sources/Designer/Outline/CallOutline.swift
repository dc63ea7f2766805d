import BitCollections
import Catalogs
import Judgement
import Keys

/// A catalog's operations as a checkable tree.
struct CallOutline: Sendable {
  private(set) var tree: OperationTree
  var outline: Outline
  /// The chosen operations, by their places in the tree.
  private(set) var chosen: BitSet = []
  private(set) var isByTag = false

  /// Prepares the tree; of the operations that the key names, those unknown stay shown.
  init(catalog: Catalog, operations: [String]) {
    var seen: Set<String> = []
    let unknown = operations.filter {
      catalog.indexOfOperation($0) == nil && seen.insert($0).inserted
    }
    tree = OperationTree(byPathIn: catalog)
    outline = Outline(Forest(tree, of: catalog), unknown: unknown)
  }

  /// Arranges the operations the other way; cursor and filter stay.
  mutating func rearrange(_ catalog: Catalog, _ calls: CallNeeds) {
    let current: Int? =
      if case .leaf(let place) = outline.item { tree.operations[place] } else { nil }
    isByTag.toggle()
    tree = isByTag ? OperationTree(byTagIn: catalog) : OperationTree(byPathIn: catalog)
    var next = Outline(Forest(tree, of: catalog), unknown: outline.unknown)
    next.setHeight(outline.height)
    if outline.matched != nil { next.setFilter(outline.query) }
    if let current { next.reveal(leaf: tree.places[current]) }
    outline = next
    take(calls)
  }

  /// Takes over which calls are chosen.
  mutating func take(_ calls: CallNeeds) {
    chosen = BitSet(calls.operations.map { tree.places[$0] })
  }

  mutating func change(_ change: (inout Outline) -> Void) { change(&outline) }

  /// How many operations of a group are chosen.
  func chosenCount(ofGroup group: Int) -> Int {
    chosen[members: tree.groups[group].places].count
  }

  /// The operations of a group that the filter lets through, by index.
  func visibleOperations(ofGroup group: Int) -> [Int] {
    outline.visibleLeaves(ofGroup: group).map { tree.operations[$0] }
  }
}
