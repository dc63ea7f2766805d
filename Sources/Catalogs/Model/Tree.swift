/// A tree as flat arrays in preorder: groups, and the leaves inside them.
///
/// A catalog's own tree has its categories as groups and its scopes as leaves.
package struct Tree: Sendable {
  /// What a node stands for.
  package enum Item: Hashable, Sendable {
    /// A group, by index.
    case group(Int)
    /// A leaf, by index.
    case leaf(Int)
  }

  /// One node.
  package struct Node: Hashable, Sendable {
    /// What it stands for.
    package var item: Item
    /// How many groups stand around it.
    package var depth: Int
    /// The node around it, or -1 at the top.
    package var parent: Int
    /// The index after its last descendant.
    package var end: Int
  }

  /// All nodes; a node's children follow it.
  package internal(set) var nodes: [Node] = []
  /// The node of each leaf.
  package internal(set) var nodeOfLeaf: [Int] = []
  /// The node of each group.
  package internal(set) var nodeOfGroup: [Int] = []

  /// The nodes around a node, innermost first.
  package func ancestors(of node: Int) -> [Int] {
    var result: [Int] = []
    var current = nodes[node].parent
    while current >= 0 {
      result.append(current)
      current = nodes[current].parent
    }
    return result
  }

  /// The innermost group around a node, or nil at the top.
  package func group(around node: Int) -> Int? {
    let parent = nodes[node].parent
    guard parent >= 0, case .group(let group) = nodes[parent].item else { return nil }
    return group
  }

  /// Adds a group inside a node (-1: at the top), and returns its node.
  mutating func addGroup(in parent: Int) -> Int {
    nodeOfGroup.append(nodes.count)
    return add(.group(nodeOfGroup.count - 1), in: parent)
  }

  /// Adds a leaf inside a node (-1: at the top).
  mutating func addLeaf(in parent: Int) {
    nodeOfLeaf.append(nodes.count)
    _ = add(.leaf(nodeOfLeaf.count - 1), in: parent)
  }

  /// Says that nothing more comes inside a node.
  mutating func close(_ node: Int) { nodes[node].end = nodes.count }

  private mutating func add(_ item: Item, in parent: Int) -> Int {
    let depth = parent < 0 ? 0 : nodes[parent].depth + 1
    nodes.append(Node(item: item, depth: depth, parent: parent, end: nodes.count + 1))
    return nodes.count - 1
  }
}
