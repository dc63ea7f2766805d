// MARK: - Members

extension JSONParser {
  /// Refuses an object that has two members of one name: readers disagree about which one counts.
  ///
  /// A forgiving parser notes them: only who reads the object can say whether it matters.
  mutating func checkNames(of object: Int) throws(ModelError) {
    let end = Int(nodes[object].next)
    var keys: [Int] = []
    var child = object + 1
    while child < end {
      keys.append(child)
      child = Int(nodes[child + 1].next)
    }
    guard let second = repeated(keys) else { return }
    if isForgiving {
      var seen: Set<ArraySlice<UInt8>> = []
      for key in keys where !seen.insert(self.name(key)).inserted {
        repeatedNames.append((object, key))
      }
      return
    }
    let name = String(decoding: self.name(second), as: UTF8.self)
    let (line, column) = Self.lineAndColumn(of: Int(nodes[second].start) - 1, in: bytes)
    throw ModelError(
      place: .init(path: path(through: second), line: line, column: column),
      problem: Self.repeatedName(name), remedy: "Keep one of them")
  }

  static func repeatedName(_ name: String) -> MessageText {
    "the member \"\(name)\" stands twice in one object"
  }

  /// The first key that repeats an earlier one.
  ///
  /// Few keys are compared in pairs: no hashing. Names are equal when their bytes are, not when
  /// Unicode calls them equivalent: two spellings of one accent are two members.
  private func repeated(_ keys: [Int]) -> Int? {
    guard keys.count > 12 || keys.contains(where: { nodes[$0].hasEscapes }) else {
      return keys.indices.dropFirst().first { later in
        keys[..<later].contains { sameBytes($0, keys[later]) }
      }.map { keys[$0] }
    }
    var seen: Set<ArraySlice<UInt8>> = []
    return keys.first { !seen.insert(name($0)).inserted }
  }

  private func name(_ key: Int) -> ArraySlice<UInt8> {
    let node = nodes[key]
    let inside = bytes[Int(node.start)..<Int(node.end)]
    return node.hasEscapes ? Array(JSONString.decode(inside).utf8)[...] : inside
  }

  private func sameBytes(_ left: Int, _ right: Int) -> Bool {
    let (first, second) = (nodes[left], nodes[right])
    guard first.end - first.start == second.end - second.start else { return false }
    return bytes[Int(first.start)..<Int(first.end)]
      .elementsEqual(bytes[Int(second.start)..<Int(second.end)])
  }
}

// MARK: - Errors

extension JSONParser {
  func error(_ problem: MessageText, remedy: String) -> ModelError {
    let (line, column) = Self.lineAndColumn(of: position, in: bytes)
    return ModelError(
      place: .init(path: path(through: nodes.count), line: line, column: column),
      problem: problem, remedy: remedy)
  }

  func truncated() -> ModelError {
    error("the document ends too early", remedy: "It seems to be cut off: get the whole of it")
  }

  func unexpected(_ wanted: String) -> ModelError {
    guard position < bytes.count else { return truncated() }
    let found = Unicode.Scalar(bytes[position])
    let shown = found.isASCII && found.value > 0x20 ? "\"\(found)\"" : "byte \(found.value)"
    return error("\(shown) stands where \(wanted) should", remedy: "Write valid JSON")
  }

  func loneSurrogate() -> ModelError {
    error("half of a surrogate pair stands alone", remedy: "Write the whole character")
  }

  /// The JSON path to where the tape stops: through every container that is still open.
  ///
  /// - Parameter limit: the node at which to stop; the tape's end, or one node of its last object.
  /// - Returns: a path as `JSONDocument` writes it.
  private func path(through limit: Int) -> String {
    var path = ""
    // An object whose names are being checked has just left the open ones.
    let closed = limit < nodes.count ? enclosing(limit) : nil
    let containers = open + (closed.map { [$0] } ?? [])
    for (depth, container) in containers.enumerated() {
      let inner = depth + 1 < containers.count ? containers[depth + 1] : limit
      switch nodes[container].kind {
      case .array:
        path += "[\(position(of: inner, in: container))]"
      default:
        guard let key = lastKey(of: container, before: inner) else { continue }
        path += (path.isEmpty ? "" : ".") + String(decoding: name(key), as: UTF8.self)
      }
    }
    return path
  }

  private func enclosing(_ key: Int) -> Int? {
    nodes[..<key].indices.last { nodes[$0].kind == .object && Int(nodes[$0].next) > key }
  }

  private func position(of node: Int, in array: Int) -> Int {
    var (child, position) = (array + 1, 0)
    while child < node {
      child = Int(nodes[child].next)
      position += 1
    }
    return position
  }

  private func lastKey(of object: Int, before limit: Int) -> Int? {
    var (child, last): (Int, Int?) = (object + 1, nil)
    while child < min(limit + 1, nodes.count) {
      last = child
      guard child + 1 < min(limit, nodes.count) else { break }
      child = Int(nodes[child + 1].next)
    }
    return last
  }
}
