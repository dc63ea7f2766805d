import Documents

/// The path templates of a catalog by segments: at each place a literal is tried first, then a
/// pattern, then a parameter, then the rest of the path; what leads nowhere is taken back.
///
/// Looking up allocates nothing for a path without patterns: logs have millions of lines.
struct TemplateTrie: Sendable {
  /// Templates of more segments are found by their text alone.
  static let mostSegments = 256

  /// An operation at the end of a template.
  private struct Leaf {
    var method: Int
    var operation: Int
    var endsInSlash: Bool
  }

  private struct Node {
    var parameter = -1
    var patterns: [(pattern: SegmentPattern, child: Int)] = []
    var leaves: [Leaf] = []
    var rest: [Leaf] = []
  }

  private struct Edge {
    var node: Int
    var hash: UInt32
    var text: Range<Int>
    var child: Int
  }

  private var nodes = [Node()]
  private var edges: [Edge] = []
  private var texts: [UInt8] = []
  /// Places in `edges` by hash, open addressing; -1 is free.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  /// The literal segments of all templates.
  private(set) var literals: Set<[UInt8]> = []

  /// Adds an operation under its template.
  mutating func insert(_ path: String, method: Int, operation: Int) {
    let segments = path.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    guard segments.count <= Self.mostSegments else { return }
    let leaf = Leaf(
      method: method, operation: operation, endsInSlash: path.utf8.last == UInt8(ascii: "/"))
    var node = 0
    for segment in segments {
      switch SegmentPattern.kind(of: segment) {
      case .literal(let text):
        literals.insert(text)
        node = literalChild(of: node, text)
      case .parameter:
        if nodes[node].parameter < 0 { nodes[node].parameter = addNode() }
        node = nodes[node].parameter
      case .rest:
        nodes[node].rest.append(leaf)
        return
      case .pattern(let pattern):
        if let known = nodes[node].patterns.first(where: { $0.pattern == pattern }) {
          node = known.child
        } else {
          let child = addNode()
          nodes[node].patterns.append((pattern, child))
          node = child
        }
      }
    }
    nodes[node].leaves.append(leaf)
  }

  /// The operation with a method whose template fits a path that starts with a slash.
  func find(_ path: Span<UInt8>, method: Int) -> Int? {
    search(path, from: 1, node: 0, method: method)
  }

  private func search(
    _ path: Span<UInt8>, from start: Int, node: Int, method: Int
  ) -> Int? {
    guard start < path.count else {
      return pick(nodes[node].leaves, method, endsInSlash: start == path.count)
    }
    var hash = FNV1a()
    var end = start
    while end < path.count, path[end] != UInt8(ascii: "/") {
      hash.add(path[end])
      end += 1
    }
    guard end > start else { return nil }
    if let child = child(of: node, hash.folded, path, start..<end),
      let found = search(path, from: end + 1, node: child, method: method)
    {
      return found
    }
    if !nodes[node].patterns.isEmpty {
      let segment = (start..<end).map { path[$0] }
      for (pattern, child) in nodes[node].patterns where pattern.matches(segment) {
        if let found = search(path, from: end + 1, node: child, method: method) { return found }
      }
    }
    let parameter = nodes[node].parameter
    if parameter >= 0, let found = search(path, from: end + 1, node: parameter, method: method) {
      return found
    }
    return pick(nodes[node].rest, method, endsInSlash: false)
  }

  /// The first leaf of a method; where two differ in a last slash alone, the one written alike.
  private func pick(_ leaves: [Leaf], _ method: Int, endsInSlash: Bool) -> Int? {
    var first: Int?
    for leaf in leaves where leaf.method == method {
      if leaf.endsInSlash == endsInSlash { return leaf.operation }
      first = first ?? leaf.operation
    }
    return first
  }

  // MARK: - Literals

  private func slot(_ hash: UInt32, _ node: Int) -> Int {
    Int(hash ^ (UInt32(truncatingIfNeeded: node) &* 2_654_435_761)) & (slots.count - 1)
  }

  private func child(
    of node: Int, _ hash: UInt32, _ path: Span<UInt8>, _ range: Range<Int>
  ) -> Int? {
    var place = slot(hash, node)
    while slots[place] >= 0 {
      let edge = edges[Int(slots[place])]
      if edge.node == node, edge.hash == hash, edge.text.count == range.count {
        var offset = 0
        while offset < range.count,
          texts[edge.text.lowerBound + offset] == path[range.lowerBound + offset]
        {
          offset += 1
        }
        if offset == range.count { return edge.child }
      }
      place = (place + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func literalChild(of node: Int, _ text: [UInt8]) -> Int {
    let hash = FNV1a(text).folded
    if let child = child(of: node, hash, text.span, text.indices) { return child }
    let start = texts.count
    texts += text
    let child = addNode()
    edges.append(Edge(node: node, hash: hash, text: start..<texts.count, child: child))
    if edges.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in edges.indices { place(index) }
    } else {
      place(edges.count - 1)
    }
    return child
  }

  private mutating func place(_ edge: Int) {
    var place = slot(edges[edge].hash, edges[edge].node)
    while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Int32(edge)
  }

  private mutating func addNode() -> Int {
    nodes.append(Node())
    return nodes.count - 1
  }
}
