/// A parsed JSON document: the bytes, and a flat tape of where each value stands in them.
///
/// Ours, and not the standard decoder's, because a manifest has to keep unknown members in their
/// order and say the line of each scope, a catalog of 22 MB has to open at once, and every error
/// has to name its place. Values are read on demand: parsing allocates nothing for a value.
package final class JSONDocument: Sendable {
  /// The kind of a value.
  package enum Kind: UInt8, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean
    /// A number, kept as text.
    case number
    /// A string.
    case string
    /// An array.
    case array
    /// An object; members in document order.
    case object
  }

  /// One value's place: half-open byte range, and the index after its last descendant.
  struct Node: Sendable {
    var start: UInt32
    var end: UInt32
    var next: UInt32
    var kind: Kind
    var hasEscapes: Bool
    /// Whether every byte of a string is printable ASCII and stands for itself.
    var isPlain = false
  }

  /// Documents of more bytes are refused: 256 MiB.
  package static let maximumBytes = 256 * 1024 * 1024
  /// Documents nested more deeply are refused.
  package static let maximumDepth = 256

  let bytes: [UInt8]
  let nodes: [Node]
  /// For each object with a name that stands twice the later keys; empty unless the parser forgave.
  let repeatedNames: [Int: [Int]]
  /// The strings with half of a surrogate pair; empty unless the parser forgave.
  let halfCharacters: [Int]
  /// Whether a member is named `<<`, which in documents that were YAML merges a mapping.
  package let mayMerge: Bool

  /// Parses a document.
  ///
  /// - Parameter bytes: UTF-8 without a byte order mark.
  /// - Throws: `ModelError` with line, column and JSON path.
  package convenience init(parsing bytes: [UInt8]) throws(ModelError) {
    try self.init(parsing: bytes, maximumBytes: Self.maximumBytes)
  }

  /// Parses a document that others wrote, of which only a part will be read.
  ///
  /// A name that appears twice in one object, and half of a surrogate pair, are no errors here: see
  /// `JSONValue.refuseRepeatedMembers` and `flaws`.
  package convenience init(forgiving bytes: [UInt8]) throws(ModelError) {
    try self.init(parsing: bytes, maximumBytes: Self.maximumBytes, isForgiving: true)
  }

  init(
    parsing bytes: [UInt8], maximumBytes: Int, isForgiving: Bool = false
  ) throws(ModelError) {
    var parser = try JSONParser(
      bytes: bytes, maximumBytes: maximumBytes, isForgiving: isForgiving)
    try parser.parse()
    self.bytes = bytes
    nodes = parser.nodes
    repeatedNames = Dictionary(grouping: parser.repeatedNames, by: \.object)
      .mapValues { $0.map(\.key) }
    halfCharacters = parser.halfCharacters
    mayMerge = parser.mayMerge
  }

  /// What a forgiving parser passed over, in document order, each as a sentence without a full stop.
  package var flaws: [(value: JSONValue, problem: MessageText)] {
    let names = repeatedNames.values.joined().map { key in
      (key, JSONParser.repeatedName(string(at: key)) + ": the first was taken")
    }
    let halves = halfCharacters.map { index -> (Int, MessageText) in
      (index, "half of a surrogate pair has no other half: read as no character")
    }
    return (names + halves).sorted { $0.0 < $1.0 }
      .map { (JSONValue(document: self, index: $0.0), $0.1) }
  }

  /// The outermost value.
  package var root: JSONValue { JSONValue(document: self, index: 0) }

  /// The line (from 1) and column in bytes (from 1) of an offset.
  package func lineAndColumn(of offset: Int) -> (line: Int, column: Int) {
    JSONParser.lineAndColumn(of: offset, in: bytes)
  }

  /// The place of a node: path, line and column.
  func place(of index: Int) -> ModelError.Place {
    let node = nodes[index]
    // A string's range is its inside; people look for the quote.
    let start = Int(node.start) - (node.kind == .string ? 1 : 0)
    let (line, column) = lineAndColumn(of: start)
    return ModelError.Place(path: path(to: index), line: line, column: column)
  }

  private func path(to target: Int) -> String {
    var path = ""
    var current = 0
    while current < target {
      var child = current + 1
      switch nodes[current].kind {
      case .array:
        var position = 0
        while Int(nodes[child].next) <= target {
          child = Int(nodes[child].next)
          position += 1
        }
        path += "[\(position)]"
        current = child
      case .object:
        while child < target, Int(nodes[child + 1].next) <= target {
          child = Int(nodes[child + 1].next)
        }
        path += (path.isEmpty ? "" : ".") + string(at: child)
        if child == target { return path }
        current = child + 1
      default:
        return path
      }
    }
    return path
  }

  func string(at index: Int) -> String {
    let node = nodes[index]
    let range = Int(node.start)..<Int(node.end)
    guard node.hasEscapes else { return String(decoding: bytes[range], as: UTF8.self) }
    return JSONString.decode(bytes[range])
  }
}
