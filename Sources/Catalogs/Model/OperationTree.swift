/// A catalog's operations as a tree, by the segments of their paths or by tag.
///
/// By path, a group stands for a part of a path that two or more operations share; what only one has
/// stays with it. Leaves are places in the tree's order, groups ranges of them.
package struct OperationTree: Sendable {
  /// Operations that belong together.
  package struct Group: Hashable, Sendable {
    /// The segments that it adds to the group around it, for example `/orders/{orderId}`; or a tag.
    package var name: String
    /// What all paths inside start with; empty for a tag.
    package var prefix: String
    /// What it is called by itself: the whole start of its paths, or its tag.
    package var title: String { prefix.isEmpty ? name : prefix }
    /// The places of the operations inside, those of inner groups included.
    package var places: Range<Int>
  }

  /// Segments further down than this stay joined: a hostile path makes no deep tree.
  private static let maximumSegments = 12

  /// The catalog's operations in the tree's order, by index.
  package private(set) var operations: [Int] = []
  /// For each operation its place in that order.
  package private(set) var places: [Int] = []
  /// The groups in the tree's order.
  package private(set) var groups: [Group] = []
  /// The tree of groups and places.
  package private(set) var tree = Tree()

  /// Arranges a catalog's operations by path.
  package init(byPathIn catalog: Catalog) {
    let trie = SegmentTree(paths: catalog.operations.map(\.path), depth: Self.maximumSegments)
    for child in trie.children(of: 0) { add(child, of: trie, name: "", prefix: "", in: -1) }
    finish(catalog)
  }

  /// Arranges a catalog's operations by tag; those without one come last.
  package init(byTagIn catalog: Catalog) {
    var order: [String] = []
    var members: [String: [Int]] = [:]
    for (index, operation) in catalog.operations.enumerated() {
      if members[operation.tag] == nil, !operation.tag.isEmpty { order.append(operation.tag) }
      members[operation.tag, default: []].append(index)
    }
    for tag in order + (members[""] == nil ? [] : [""]) {
      let first = operations.count
      let group = tree.addGroup(in: -1)
      addLeaves(members[tag] ?? [], in: group)
      tree.close(group)
      groups.append(
        Group(name: tag.isEmpty ? "(no tag)" : tag, prefix: "", places: first..<operations.count))
    }
    finish(catalog)
  }

  /// What an operation's row has to say of its path: the part that its group does not.
  package func restOfPath(atPlace place: Int, in catalog: Catalog) -> String {
    let path = catalog.operations[operations[place]].path
    guard let group = tree.group(around: tree.nodeOfLeaf[place]) else { return path }
    let rest = path.utf8.dropFirst(groups[group].prefix.utf8.count)
    return rest.isEmpty ? groups[group].name : String(rest) ?? path
  }

  private mutating func add(
    _ node: Int, of trie: SegmentTree, name: String, prefix: String, in parent: Int
  ) {
    guard trie.totals[node] > 1 else {
      // A lonely operation carries the rest of its path itself.
      var current = node
      while let child = trie.children(of: current).first { current = child }
      return addLeaves(trie.operations(of: current), in: parent)
    }
    let (name, prefix) = (name + "/" + trie.segments[node], prefix + "/" + trie.segments[node])
    let (own, children) = (trie.operations(of: node), trie.children(of: node))
    if own.isEmpty, children.count == 1 {
      return add(children[0], of: trie, name: name, prefix: prefix, in: parent)
    }
    let index = groups.count
    let first = operations.count
    groups.append(Group(name: name, prefix: prefix, places: first..<first))
    let group = tree.addGroup(in: parent)
    addLeaves(own, in: group)
    for child in children { add(child, of: trie, name: "", prefix: prefix, in: group) }
    groups[index].places = first..<operations.count
    tree.close(group)
  }

  private mutating func addLeaves(_ indices: [Int], in parent: Int) {
    for index in indices {
      operations.append(index)
      tree.addLeaf(in: parent)
    }
  }

  private mutating func finish(_ catalog: Catalog) {
    places = Array(repeating: 0, count: catalog.operations.count)
    for (place, operation) in operations.enumerated() { places[operation] = place }
  }
}

/// Paths by their segments; a node's children and operations are in the order of their coming.
private struct SegmentTree {
  private struct Step: Hashable {
    var parent: Int
    var segment: Substring
  }

  private(set) var segments: [Substring] = [""]
  /// For each node the number of operations at and below it.
  private(set) var totals = [0]
  private var firstChild = [-1]
  private var lastChild = [-1]
  private var nextSibling = [-1]
  private var operationsOfNode: [Int: [Int]] = [:]

  init(paths: [String], depth: Int) {
    var nodes: [Step: Int] = [:]
    var last: (parts: [Substring], nodes: [Int]) = ([], [])
    for (index, path) in paths.enumerated() {
      let parts = path.dropFirst().split(
        separator: "/", maxSplits: depth - 1, omittingEmptySubsequences: false)
      // Paths that stand together mostly start the same.
      var shared = 0
      while shared < min(parts.count, last.parts.count), parts[shared] == last.parts[shared] {
        shared += 1
      }
      var way = Array(last.nodes.prefix(shared))
      for part in parts.dropFirst(shared) {
        let step = Step(parent: way.last ?? 0, segment: part)
        let node = nodes[step] ?? add(part, to: step.parent)
        nodes[step] = node
        way.append(node)
      }
      for node in way { totals[node] += 1 }
      operationsOfNode[way.last ?? 0, default: []].append(index)
      last = (parts, way)
    }
  }

  func operations(of node: Int) -> [Int] { operationsOfNode[node] ?? [] }

  func children(of node: Int) -> [Int] {
    var result: [Int] = []
    var child = firstChild[node]
    while child >= 0 {
      result.append(child)
      child = nextSibling[child]
    }
    return result
  }

  private mutating func add(_ segment: Substring, to parent: Int) -> Int {
    let node = segments.count
    segments.append(segment)
    totals.append(0)
    for list in [\Self.firstChild, \.lastChild, \.nextSibling] { self[keyPath: list].append(-1) }
    if lastChild[parent] >= 0 {
      nextSibling[lastChild[parent]] = node
    } else {
      firstChild[parent] = node
    }
    lastChild[parent] = node
    return node
  }
}
