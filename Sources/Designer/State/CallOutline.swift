import BitCollections
import KeyModel

/// A catalog's operations as a checkable tree.
struct CallOutline: Sendable {
  let tree: OperationTree
  var outline: Outline
  /// The chosen operations, by their places in the tree.
  private(set) var chosen: BitSet = []

  init(catalog: Catalog, details: KeyDetails) {
    var seen: Set<String> = []
    let unknown = details.operations.filter {
      catalog.indexOfOperation($0) == nil && seen.insert($0).inserted
    }
    tree = OperationTree(byPathIn: catalog)
    outline = Outline(Forest(tree, of: catalog), unknown: unknown)
  }

  /// Takes over which operations are chosen.
  mutating func take(_ calls: CallNeeds) { chosen = BitSet(calls.operations.map { tree.places[$0] }) }

  mutating func change(_ change: (inout Outline) -> Void) { change(&outline) }

  /// How many operations of a group are chosen.
  func chosenCount(ofGroup group: Int) -> Int {
    chosen[members: tree.groups[group].places].count
  }

  /// How many chosen operations of a group are not to be seen: it is closed, or the filter hides them.
  func hiddenCount(ofGroup group: Int) -> Int {
    let all = chosenCount(ofGroup: group)
    guard all > 0 else { return 0 }
    guard outline.isOpen(group) else { return all }
    guard let matched = outline.matched else { return 0 }
    return all - chosen[members: tree.groups[group].places].count(where: matched.contains)
  }

  /// The operations of a group that the filter lets through, by index.
  func visibleOperations(ofGroup group: Int) -> [Int] {
    outline.visibleLeaves(ofGroup: group).map { tree.operations[$0] }
  }
}
