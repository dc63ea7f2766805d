import Documents

/// A description as it came: JSON, or YAML read as JSON; every value knows its line.
struct SourceDocument {
  /// Longer descriptions are refused: 40 MiB, of which not even the densest takes 1 GB of memory.
  static let maximumBytes = 40 * 1024 * 1024

  /// The outermost value.
  let root: JSONValue

  /// Parses a document, whichever of the two it is.
  init(parsing bytes: [UInt8]) throws(ModelError) {
    guard bytes.count <= Self.maximumBytes else {
      throw ModelError(
        problem: "the document has \(bytes.count) bytes, more than \(Self.maximumBytes >> 20) MiB",
        remedy: "Leave out what says nothing of calls and scopes, such as examples")
    }
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isMarked || bytes.prefix(2).contains(0) {
      throw ModelError(
        place: .init(path: "", line: 1, column: 1),
        problem: "the document is UTF-16, not UTF-8", remedy: "Convert it to UTF-8")
    }
    let start = bytes.first { $0 > 0x20 }
    guard start != nil else {
      throw ModelError(problem: "the document is empty", remedy: "Give a description of an API")
    }
    let isJSON = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
    root = try JSONDocument(parsing: isJSON ? bytes : YAMLTranscoder.json(from: bytes)).root
  }
}

// MARK: - Reading

extension JSONValue {
  /// The member with a name, or the one that a merged mapping (`<<`) brings.
  func member(_ name: String) -> JSONValue? {
    if let value = self[name] { return value }
    guard let merged = self["<<"] else { return nil }
    if merged.kind == .object { return merged.member(name) }
    for element in merged.elements {
      if let value = element.member(name) { return value }
    }
    return nil
  }

  /// The members with those that merged mappings bring.
  var allMembers: [(name: String, value: JSONValue)] {
    let own = members
    guard let merged = self["<<"] else { return own }
    var known = Set(own.map(\.name))
    var all = own.filter { $0.name != "<<" }
    for mapping in merged.kind == .object ? [merged] : merged.elements {
      for member in mapping.allMembers where known.insert(member.name).inserted {
        all.append(member)
      }
    }
    return all
  }

  /// The members of an object, or an error where something else stands; nothing at all has none.
  func requireMembers() throws(ModelError) -> [(name: String, value: JSONValue)] {
    if kind != .null { try requireObject() }
    return allMembers
  }

  /// A text, or a number as it is written: YAML takes a version for one.
  var scalarText: String? {
    switch kind {
    case .string: string
    case .number, .boolean: String(decoding: source, as: UTF8.self)
    default: nil
    }
  }
}
