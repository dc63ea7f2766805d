import Documents

/// A description as it came: JSON, or YAML read as JSON; every value knows its line.
struct SourceDocument {
  /// Longer descriptions are refused: 40 MiB, of which not even the densest takes 1 GB of memory.
  static let maximumBytes = 40 * 1024 * 1024

  /// The outermost value.
  let root: JSONValue
  /// What was passed over in it: whoever reads there decides whether it matters.
  let flaws: [(value: JSONValue, problem: MessageText)]

  /// Parses a document, whichever of the two it is.
  ///
  /// Flaws that do not keep the rest from being read are no errors where `isForgiving`.
  init(parsing bytes: [UInt8], isForgiving: Bool = true) throws(ModelError) {
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
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    guard bytes.contains(where: { $0 > 0x20 }) else {
      throw ModelError(problem: "the document is empty", remedy: "Give a description of an API")
    }
    let document = try Self.document(bytes, isForgiving)
    root = document.root
    flaws = document.flaws
  }

  /// JSON, or YAML; what starts with a bracket may be either.
  private static func document(
    _ bytes: [UInt8], _ isForgiving: Bool
  ) throws(ModelError) -> JSONDocument {
    func parse(_ bytes: [UInt8]) throws(ModelError) -> JSONDocument {
      try isForgiving ? JSONDocument(forgiving: bytes) : JSONDocument(parsing: bytes)
    }
    let signs = bytes.lazy.filter { $0 > 0x20 }.prefix(3).map(\.self)
    let isBracket = signs.first == UInt8(ascii: "{") || signs.first == UInt8(ascii: "[")
    // To YAML a comment of a programming language would be the start of the first name.
    let isComment =
      signs.dropFirst().elementsEqual("//".utf8) || signs.dropFirst().elementsEqual("/*".utf8)
    guard isBracket else { return try parse(YAMLTranscoder.json(from: bytes)) }
    do {
      return try parse(bytes)
    } catch {
      // YAML in braces has its first name without quotes, or comments.
      guard !isComment, let yaml = try? parse(YAMLTranscoder.json(from: bytes)) else {
        throw error
      }
      return yaml
    }
  }
}

// MARK: - Reading

extension JSONValue {
  /// The member with a name, or the one that a merged mapping (`<<`) brings.
  func member(_ name: String) -> JSONValue? {
    if let value = self[name] { return value }
    guard mayMerge, let merged = self["<<"] else { return nil }
    if merged.kind == .object { return merged.member(name) }
    for element in merged.elements {
      if let value = element.member(name) { return value }
    }
    return nil
  }

  /// The members with those that merged mappings bring.
  var allMembers: [(name: String, value: JSONValue)] {
    let own = members
    guard mayMerge, let merged = self["<<"] else { return own }
    var known = Set(own.map(\.name))
    var all = own.filter { $0.name != "<<" }
    for mapping in merged.kind == .object ? [merged] : merged.elements {
      for member in mapping.allMembers where known.insert(member.name).inserted {
        all.append(member)
      }
    }
    return all
  }

  /// The members of an object, all of which are read, or an error where something else stands;
  /// nothing at all has none, and neither has an empty list: some languages write an empty object so.
  func requireMembers() throws(ModelError) -> [(name: String, value: JSONValue)] {
    if isNothing { return [] }
    try requireObject()
    try refuseRepeatedMembers()
    try refuseHalfCharactersInNames()
    return allMembers
  }

  /// Whether it is null, or a list without elements.
  var isNothing: Bool { kind == .null || kind == .array && elements.isEmpty }

  /// A text, or a number as it is written: YAML takes a version for one.
  var scalarText: String? {
    switch kind {
    case .string: string
    case .number, .boolean: String(decoding: source, as: UTF8.self)
    default: nil
    }
  }
}
