/// The categories and scopes of a catalog as flat arrays in preorder.
public struct ScopeTree: Sendable {
  /// What a node stands for.
  public enum Item: Hashable, Sendable {
    /// A category, by index.
    case category(Int)
    /// A scope, by index.
    case scope(Int)
  }

  /// One node.
  public struct Node: Hashable, Sendable {
    /// What it stands for.
    public var item: Item
    /// How many categories stand around it.
    public var depth: Int
    /// The node around it, or -1 at the top.
    public var parent: Int
    /// The index after its last descendant.
    public var end: Int
  }

  /// All nodes; a node's children follow it.
  public internal(set) var nodes: [Node] = []
  /// The node of each scope.
  public internal(set) var nodeOfScope: [Int] = []
  /// The node of each category.
  public internal(set) var nodeOfCategory: [Int] = []

  /// The nodes around a node, innermost first.
  public func ancestors(of node: Int) -> [Int] {
    var result: [Int] = []
    var current = nodes[node].parent
    while current >= 0 {
      result.append(current)
      current = nodes[current].parent
    }
    return result
  }
}
