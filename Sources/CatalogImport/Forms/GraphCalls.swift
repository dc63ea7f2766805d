import Documents

/// The calls of Microsoft Graph with the permissions that open them.
///
/// Paths are compared without case and without the names of parameters: the document mixes spellings
/// of one path, and what it says of each holds for all.
struct GraphCalls {
  /// A permission that opens a call.
  struct Entry {
    var scope: Int
    /// Whether it is marked as the least for the path.
    var isLeast: Bool
    /// How many methods it opens on the path.
    var methods: Int
    /// The permissions of which one is needed besides.
    var partners: [String]
  }

  /// A call as the document spells it.
  struct Call: Hashable {
    var method: String
    var path: String
    /// Whether it is about the person who has signed in.
    var isOfSignedIn: Bool {
      let path = path.lowercased()
      return path == "/me" || path.starts(exactlyWith: "/me/")
    }
  }

  private struct Key: Hashable {
    var call: String
    var kind: String
  }

  /// The calls in the order of their first appearance.
  private(set) var inOrder: [Call] = []
  private var known: Set<Call> = []
  private var entries: [Key: [Entry]] = [:]
  private var folded: [String: String] = [:]

  mutating func add(_ entry: Entry, method: String, path: String, kind: String) {
    let call = Call(method: method, path: path)
    if known.insert(call).inserted { inOrder.append(call) }
    let path = folded[path] ?? Self.fold(path)
    folded[call.path] = path
    entries[Key(call: method + " " + path, kind: kind), default: []].append(entry)
  }

  func entries(of call: Call, kind: String) -> [Entry] {
    let path = folded[call.path] ?? Self.fold(call.path)
    return entries[Key(call: call.method + " " + path, kind: kind)] ?? []
  }

  /// The least for one method, as the vendor's own tool decides: the mark stands on the path, so
  /// that of several the one with the fewest methods there counts.
  static func least(of entries: [Entry]) -> Set<Int> {
    let marked = entries.filter(\.isLeast)
    guard let fewest = marked.map(\.methods).min() else { return [] }
    let narrow = marked.filter { $0.methods == fewest }
    if fewest == 1 { return Set(narrow.map(\.scope)) }
    return Set(narrow.prefix(1).map(\.scope))
  }

  /// A path in small letters without the names of its parameters; reserved ids of the registry of
  /// agents are no parameters.
  static func fold(_ path: String) -> String {
    var result: [UInt8] = []
    var name: [UInt8]?
    for byte in path.utf8 {
      let small = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      switch small {
      case UInt8(ascii: "{"): name = []
      case UInt8(ascii: "}"):
        let isReserved =
          name.map { $0.starts(with: "global-".utf8) || $0.starts(with: "quarantined-".utf8) }
          ?? false
        result.append(UInt8(ascii: "{"))
        if isReserved { result += name ?? [] }
        result.append(UInt8(ascii: "}"))
        name = nil
      default:
        if name == nil { result.append(small) } else { name?.append(small) }
      }
    }
    return String(decoding: result + (name ?? []), as: UTF8.self)
  }
}
