/// The path templates of a catalog by segments: at each place a literal is tried first, then a
/// pattern, then a parameter, then a parameter that may hold slashes (the fewest segments first), then
/// the rest of the path; what leads nowhere is taken back.
///
/// Looking up allocates nothing for a path without patterns, and touches flat tables alone: logs have
/// millions of lines.
struct TemplateTrie: Sendable {
  /// Templates of more segments are found by their text alone.
  static let mostSegments = 256

  /// An operation at the end of a template, and the next one that ends there.
  private struct Leaf {
    var method: Int
    var operation: Int
    var endsInSlash: Bool
    var next: Int32 = -1
  }

  /// Where the next segment leads; -1 is nowhere.
  private struct Node {
    var hasLiterals = false
    var parameter: Int32 = -1
    var slashParameter: Int32 = -1
    var patterns: Int32 = -1
    var leaf: Int32 = -1
    var rest: Int32 = -1

    /// Whether a segment can go on by its literal or by a parameter, and never by both.
    var hasOneWay: Bool {
      patterns < 0 && slashParameter < 0 && rest < 0 && (!hasLiterals || parameter < 0)
    }
  }

  private struct Edge {
    /// The first eight bytes of the literal: all of most.
    var word: UInt64
    var node: Int32
    var child: Int32
    var hash: UInt32
    var start: Int32
    var count: Int32
  }

  private var nodes = [Node()]
  private var leaves: [Leaf] = []
  private var patterns: [[(pattern: SegmentPattern, child: Int)]] = []
  private var edges: [Edge] = []
  private var texts: [UInt8] = []
  /// Places in `edges` by hash, open addressing; -1 is free.
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  /// The literal segments of all templates.
  private(set) var literals: Set<[UInt8]> = []

  /// Adds an operation under its template.
  ///
  /// - Parameters:
  ///   - path: the template.
  ///   - method: the method's place.
  ///   - operation: the operation's index.
  ///   - slashes: the name of the parameter that may hold slashes; nil for none.
  mutating func insert(_ path: String, method: Int, operation: Int, slashes: String? = nil) {
    let segments = path.utf8.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
    guard segments.count <= Self.mostSegments else { return }
    let leaf = Leaf(
      method: method, operation: operation, endsInSlash: path.utf8.last == UInt8(ascii: "/"))
    let slashes = slashes.map { Array("{\($0)}".utf8) }
    var node = 0
    for segment in segments {
      switch SegmentPattern.kind(of: segment) {
      case .literal(let text):
        literals.insert(text)
        node = literalChild(of: node, text)
      case .parameter where slashes.map(segment.elementsEqual) == true:
        if nodes[node].slashParameter < 0 { nodes[node].slashParameter = addNode() }
        node = Int(nodes[node].slashParameter)
      case .parameter:
        if nodes[node].parameter < 0 { nodes[node].parameter = addNode() }
        node = Int(nodes[node].parameter)
      case .rest:
        append(leaf, to: \.rest, of: node)
        return
      case .pattern(let pattern): node = patternChild(of: node, pattern)
      }
    }
    append(leaf, to: \.leaf, of: node)
  }

  /// The operation with a method whose template fits a path that starts with a slash.
  func find(_ path: Span<UInt8>, method: Int) -> Int? {
    let found = search(path, from: 1, node: 0, method: method)
    return found < 0 ? nil : found
  }

  /// The same, or -1: a number is handed on faster than an optional one.
  private func search(
    _ path: Span<UInt8>, from first: Int, node firstNode: Int, method: Int
  ) -> Int {
    var (start, node) = (first, firstNode)
    while true {
      let place = nodes.span[unchecked: node]
      guard start < path.count else {
        return pick(place.leaf, method, endsInSlash: start == path.count)
      }
      let end = Self.endOfSegment(path, start)
      guard end > start else { return -1 }
      let child = place.hasLiterals ? child(of: node, path, start, end) : -1
      // Where only one way leads on, there is nothing to come back to.
      if place.hasOneWay {
        node = child >= 0 ? child : Int(place.parameter)
        if node < 0 { return -1 }
        start = end + 1
        continue
      }
      if child >= 0 {
        let found = search(path, from: end + 1, node: child, method: method)
        if found >= 0 { return found }
      }
      return searchOtherWays(path, start, end, place, method)
    }
  }

  /// Goes on by all ways but the literals.
  private func searchOtherWays(
    _ path: Span<UInt8>, _ start: Int, _ end: Int, _ place: Node, _ method: Int
  ) -> Int {
    if place.patterns >= 0 {
      let segment = (start..<end).map { path[$0] }
      for (pattern, child) in patterns[Int(place.patterns)] where pattern.matches(segment) {
        let found = search(path, from: end + 1, node: child, method: method)
        if found >= 0 { return found }
      }
    }
    if place.parameter >= 0 {
      let found = search(path, from: end + 1, node: Int(place.parameter), method: method)
      if found >= 0 { return found }
    }
    if place.slashParameter >= 0 {
      let found = search(path, after: end, slashes: Int(place.slashParameter), method: method)
      if found >= 0 { return found }
    }
    guard place.rest >= 0, !Self.hasEmptySegment(path, from: end) else { return -1 }
    return pick(place.rest, method, endsInSlash: false)
  }

  private static func hasEmptySegment(_ path: Span<UInt8>, from start: Int) -> Bool {
    var index = start
    while index + 1 < path.count {
      if path[index] == UInt8(ascii: "/"), path[index + 1] == UInt8(ascii: "/") { return true }
      index += 1
    }
    return false
  }

  /// Goes on behind a parameter that takes one segment, two, or more.
  private func search(_ path: Span<UInt8>, after first: Int, slashes node: Int, method: Int) -> Int
  {
    var end = first
    while true {
      let found = search(path, from: end + 1, node: node, method: method)
      guard found < 0, end < path.count else { return found }
      let next = Self.endOfSegment(path, end + 1)
      guard next > end + 1 else { return -1 }
      end = next
    }
  }

  /// The first leaf of a method; where two differ in a last slash alone, the one written alike.
  private func pick(_ leaf: Int32, _ method: Int, endsInSlash: Bool) -> Int {
    var first = -1
    var index = Int(leaf)
    while index >= 0 {
      let leaf = leaves[index]
      if leaf.method == method {
        if leaf.endsInSlash == endsInSlash { return leaf.operation }
        if first < 0 { first = leaf.operation }
      }
      index = Int(leaf.next)
    }
    return first
  }

  private static func endOfSegment(_ path: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end + ByteWord.width <= path.count {
      let marks = ByteWord(path, at: end).marks(of: UInt8(ascii: "/"))
      if marks != 0 { return end + ByteWord.first(of: marks) }
      end += ByteWord.width
    }
    while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
    return end
  }

  // MARK: - Literals

  /// Up to eight bytes of a segment, from an index on.
  @inline(__always)
  private static func word(_ path: Span<UInt8>, _ index: Int, _ end: Int) -> UInt64 {
    if index + 8 <= path.count {
      let word = path.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self).littleEndian
      return end - index < 8 ? word & ((1 << UInt64((end - index) * 8)) - 1) : word
    }
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for place in index..<min(index + 8, end) {
      word |= UInt64(path[place]) << shift
      shift += 8
    }
    return word
  }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
    return product ^ product >> 32
  }

  /// A hash of a segment whose first eight bytes are known.
  @inline(__always)
  private static func hash(
    _ first: UInt64, _ path: Span<UInt8>, _ start: Int, _ end: Int
  ) -> UInt32 {
    var hash = mix(UInt64(truncatingIfNeeded: end - start), first)
    var index = start + 8
    while index < end {
      hash = mix(hash, word(path, index, end))
      index += 8
    }
    return UInt32(truncatingIfNeeded: hash)
  }

  private func slot(_ hash: UInt32, _ node: Int) -> Int {
    Int(hash ^ (UInt32(truncatingIfNeeded: node) &* 2_654_435_761)) & (slots.count - 1)
  }

  /// The child that a segment leads to, or -1.
  private func child(of node: Int, _ path: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    let first = Self.word(path, start, end)
    let hash = Self.hash(first, path, start, end)
    var place = slot(hash, node)
    while true {
      let number = slots.span[unchecked: place]
      if number < 0 { return -1 }
      let edge = edges.span[unchecked: Int(number)]
      if edge.word == first, edge.hash == hash, Int(edge.node) == node,
        Int(edge.count) == end - start, hasSameRest(edge, path, start)
      {
        return Int(edge.child)
      }
      place = (place + 1) & (slots.count - 1)
    }
  }

  /// Says whether a literal's bytes after the eighth are those of a segment.
  private func hasSameRest(_ edge: Edge, _ path: Span<UInt8>, _ start: Int) -> Bool {
    var offset = 8
    while offset < Int(edge.count) {
      if texts[Int(edge.start) + offset] != path[start + offset] { return false }
      offset += 1
    }
    return true
  }

  // MARK: - Building

  private mutating func append(
    _ leaf: Leaf, to list: WritableKeyPath<Node, Int32>, of node: Int
  ) {
    // Of two alike the first is found anyway.
    var last = -1
    var index = Int(nodes[node][keyPath: list])
    while index >= 0 {
      if leaves[index].method == leaf.method, leaves[index].endsInSlash == leaf.endsInSlash {
        return
      }
      last = index
      index = Int(leaves[index].next)
    }
    leaves.append(leaf)
    let new = Int32(leaves.count - 1)
    if last < 0 { nodes[node][keyPath: list] = new } else { leaves[last].next = new }
  }

  private mutating func patternChild(of node: Int, _ pattern: SegmentPattern) -> Int {
    if nodes[node].patterns < 0 {
      nodes[node].patterns = Int32(patterns.count)
      patterns.append([])
    }
    let list = Int(nodes[node].patterns)
    if let known = patterns[list].first(where: { $0.pattern == pattern }) { return known.child }
    let child = Int(addNode())
    patterns[list].append((pattern, child))
    return child
  }

  private mutating func literalChild(of node: Int, _ text: [UInt8]) -> Int {
    let first = Self.word(text.span, 0, text.count)
    let hash = Self.hash(first, text.span, 0, text.count)
    let known = child(of: node, text.span, 0, text.count)
    if known >= 0 { return known }
    let start = texts.count
    texts += text
    let child = addNode()
    nodes[node].hasLiterals = true
    edges.append(
      Edge(
        word: first, node: Int32(node), child: child, hash: hash, start: Int32(start),
        count: Int32(text.count)))
    if edges.count * 2 > slots.count {
      slots = Array(repeating: -1, count: slots.count * 2)
      for index in edges.indices { place(index) }
    } else {
      place(edges.count - 1)
    }
    return Int(child)
  }

  private mutating func place(_ edge: Int) {
    var place = slot(edges[edge].hash, Int(edges[edge].node))
    while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = Int32(edge)
  }

  private mutating func addNode() -> Int32 {
    nodes.append(Node())
    return Int32(nodes.count - 1)
  }
}
