// MARK: - Members

extension JSONParser {
  /// Refuses an object that has two members of one name: readers disagree about which one counts.
  ///
  /// A forgiving parser notes them: only who reads the object can say whether it matters.
  mutating func checkNames(of object: Int) throws(ModelError) {
    guard mayRepeat(namesOf: object) else { return }
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
    "the member \"\(name)\" appears twice in one object"
  }

  /// Whether two names of an object may be equal; false is certain.
  ///
  /// Nearly every object passes here, so that nothing is allocated for one with few names: these are
  /// compared in pairs. Of many the hash values are.
  private func mayRepeat(namesOf object: Int) -> Bool {
    let end = Int(nodes[object].next)
    var count = 0
    var child = object + 1
    while child < end {
      if nodes[child].hasEscapes { return true }
      count += 1
      child = Int(nodes[child + 1].next)
    }
    guard count <= 12 else { return mayRepeatOne(ofMany: count, in: object) }
    child = object + 1
    while child < end {
      var earlier = object + 1
      while earlier < child {
        if sameBytes(earlier, child) { return true }
        earlier = Int(nodes[earlier + 1].next)
      }
      child = Int(nodes[child + 1].next)
    }
    return false
  }

  private func mayRepeatOne(ofMany count: Int, in object: Int) -> Bool {
    var hashes: Set<Int> = []
    hashes.reserveCapacity(count)
    let end = Int(nodes[object].next)
    var child = object + 1
    while child < end {
      guard hashes.insert(hash(of: child)).inserted else { return true }
      child = Int(nodes[child + 1].next)
    }
    return false
  }

  /// A hash of a name's bytes, eight at a time; seeded anew for every process, so that no document
  /// can be written to slow it down.
  private func hash(of key: Int) -> Int {
    var hasher = Hasher()
    var word: UInt64 = 0
    var at = Int(nodes[key].start)
    let end = Int(nodes[key].end)
    hasher.combine(end - at)
    while at + 8 <= end {
      word = 0
      for offset in 0..<8 { word = word << 8 | UInt64(bytes[at + offset]) }
      hasher.combine(word)
      at += 8
    }
    word = 0
    while at < end {
      word = word << 8 | UInt64(bytes[at])
      at += 1
    }
    hasher.combine(word)
    return hasher.finalize()
  }

  /// The first key that repeats an earlier one.
  ///
  /// Names are equal when their bytes are, not when Unicode calls them equivalent: two spellings of
  /// one accent are two members.
  private func repeated(_ keys: [Int]) -> Int? {
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
    let length = Int(first.end - first.start)
    guard length == Int(second.end - second.start) else { return false }
    let (left, right) = (Int(first.start), Int(second.start))
    // Names of one object differ at their ends more often than at their starts.
    for offset in stride(from: length - 1, through: 0, by: -1)
    where bytes[left + offset] != bytes[right + offset] {
      return false
    }
    return true
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
    return error("expected \(wanted), found \(shown)", remedy: "Write valid JSON")
  }

  func loneSurrogate() -> ModelError {
    error(Self.halfCharacter, remedy: "Write the whole character")
  }

  static var halfCharacter: MessageText { "half of a surrogate pair has no other half" }

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
