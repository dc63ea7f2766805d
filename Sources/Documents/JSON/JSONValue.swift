/// A value of a document, read on demand.
package struct JSONValue: Sendable {
  let document: JSONDocument
  let index: Int

  /// The kind of value.
  package var kind: JSONDocument.Kind { document.nodes[index].kind }

  /// The place in the document, for an error.
  package var place: ModelError.Place { document.place(of: index) }

  /// The line in the document, from 1.
  package var line: Int { document.lineAndColumn(of: Int(document.nodes[index].start)).line }

  /// The line of each element, from 1, found in one pass over the array's bytes.
  package func linesOfElements() -> [Int] { Self.lines(of: elements) }

  /// The line of each of a document's values, from 1, found in one pass over its bytes.
  ///
  /// - Parameter values: values of one document, in its order.
  /// - Returns: a line for each of them.
  package static func lines(of values: [JSONValue]) -> [Int] {
    guard let first = values.first else { return [] }
    var line = first.line
    var position = Int(first.document.nodes[first.index].start)
    return values.map { value in
      let start = Int(value.document.nodes[value.index].start)
      for byte in value.document.bytes[position..<start] where byte == UInt8(ascii: "\n") {
        line += 1
      }
      position = start
      return line
    }
  }

  /// The bytes as they stand in the document.
  package var source: ArraySlice<UInt8> { document.bytes[range] }

  /// Where these bytes stand; the quotes of a string belong to it.
  package var range: Range<Int> {
    let node = document.nodes[index]
    let quotes: UInt32 = node.kind == .string ? 1 : 0
    return Int(node.start - quotes)..<Int(node.end + quotes)
  }

  /// The elements of an array; empty for anything else.
  package var elements: [JSONValue] {
    guard kind == .array else { return [] }
    var result: [JSONValue] = []
    var child = index + 1
    let end = Int(document.nodes[index].next)
    while child < end {
      result.append(JSONValue(document: document, index: child))
      child = Int(document.nodes[child].next)
    }
    return result
  }

  /// The members of an object in document order; empty for anything else.
  package var members: [(name: String, value: JSONValue)] {
    guard kind == .object else { return [] }
    var result: [(name: String, value: JSONValue)] = []
    var child = index + 1
    let end = Int(document.nodes[index].next)
    while child < end {
      result.append((document.string(at: child), JSONValue(document: document, index: child + 1)))
      child = Int(document.nodes[child + 1].next)
    }
    return result
  }

  /// Whether an object of its document may have a member `<<`.
  package var mayMerge: Bool { document.mayMerge }

  /// The member with a name, or nil.
  package subscript(name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    let length = name.utf8.count
    var child = index + 1
    let end = Int(document.nodes[index].next)
    while child < end {
      let node = document.nodes[child]
      let matches =
        node.hasEscapes
        ? document.string(at: child).utf8.elementsEqual(name.utf8)
        : Int(node.end - node.start) == length
          && document.bytes[Int(node.start)..<Int(node.end)].elementsEqual(name.utf8)
      if matches { return JSONValue(document: document, index: child + 1) }
      child = Int(document.nodes[child + 1].next)
    }
    return nil
  }

  /// The number of members of an object, without reading them; 0 for anything else.
  package var memberCount: Int {
    guard kind == .object else { return 0 }
    var (child, count) = (index + 1, 0)
    let end = Int(document.nodes[index].next)
    while child < end {
      child = Int(document.nodes[child + 1].next)
      count += 1
    }
    return count
  }

  /// The string, or nil where the value is something else.
  package var string: String? { kind == .string ? document.string(at: index) : nil }

  /// The string where it is printable ASCII, written without escapes, and starts with no space:
  /// nothing has to be checked then; nil for any other value.
  package var plainText: String? {
    let node = document.nodes[index]
    guard node.kind == .string, node.isPlain, node.end > node.start,
      document.bytes[Int(node.start)] != 0x20
    else { return nil }
    return document.string(at: index)
  }

  /// The boolean, or nil where the value is something else.
  package var boolean: Bool? {
    kind == .boolean ? document.bytes[Int(document.nodes[index].start)] == UInt8(ascii: "t") : nil
  }

  /// The whole number, or nil where the value is something else.
  package var integer: Int? {
    kind == .number ? Int(String(decoding: source, as: UTF8.self)) : nil
  }

  // MARK: - Decoding with located errors

  /// An error at this place.
  package func error(_ problem: MessageText, remedy: String) -> ModelError {
    ModelError(place: place, problem: problem, remedy: remedy)
  }

  /// The string, or an error that says what was found.
  package func requireString() throws(ModelError) -> String {
    guard let string else { throw mismatch("a string") }
    try refuseHalfCharacters(at: index)
    return string
  }

  /// The elements, or an error that says what was found.
  package func requireElements() throws(ModelError) -> [JSONValue] {
    guard kind == .array else { throw mismatch("an array") }
    return elements
  }

  /// Throws where a name stands twice in the object, which readers disagree about.
  ///
  /// What is not read (`isRead`) may stand there twice.
  package func refuseRepeatedMembers(
    where isRead: (String) -> Bool = { _ in true }
  ) throws(ModelError) {
    guard !document.repeatedNames.isEmpty else { return }
    for key in document.repeatedNames[index] ?? [] {
      let name = document.string(at: key)
      guard isRead(name) else { continue }
      throw JSONValue(document: document, index: key).error(
        JSONParser.repeatedName(name), remedy: "Keep one of them")
    }
  }

  /// Throws where half of a surrogate pair stands in the name of a member: it is no character, and
  /// nobody could write the name again.
  package func refuseHalfCharactersInNames() throws(ModelError) {
    guard !document.halfCharacters.isEmpty, kind == .object else { return }
    var child = index + 1
    let end = Int(document.nodes[index].next)
    while child < end {
      try refuseHalfCharacters(at: child)
      child = Int(document.nodes[child + 1].next)
    }
  }

  private func refuseHalfCharacters(at string: Int) throws(ModelError) {
    let halves = document.halfCharacters
    guard !halves.isEmpty else { return }
    let place = halves.partitioningIndex { $0 >= string }
    guard place < halves.count, halves[place] == string else { return }
    throw JSONValue(document: document, index: string).error(
      JSONParser.halfCharacter, remedy: "Write the whole character")
  }

  /// Throws unless the value is an object.
  package func requireObject() throws(ModelError) {
    guard kind == .object else { throw mismatch("an object") }
  }

  /// The member with a name, or an error that names it.
  package func require(_ name: String) throws(ModelError) -> JSONValue {
    try requireObject()
    guard let value = self[name] else {
      throw error("the member \"\(name)\" is missing", remedy: "Add it")
    }
    return value
  }

  /// The strings of an array, or an error at the element that is not one.
  package func requireStrings() throws(ModelError) -> [String] {
    var strings: [String] = []
    for element in try requireElements() { strings.append(try element.requireString()) }
    return strings
  }

  private func mismatch(_ wanted: String) -> ModelError {
    let found =
      switch kind {
      case .null: "null"
      case .boolean: "a boolean"
      case .number: "a number"
      case .string: "a string"
      case .array: "an array"
      case .object: "an object"
      }
    return error("expected \(wanted), found \(found)", remedy: "Write \(wanted) here")
  }
}
