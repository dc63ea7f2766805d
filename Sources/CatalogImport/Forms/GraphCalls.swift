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
  struct Call {
    var method: String
    var path: String
    fileprivate var key: Key
    /// Whether it is about the person who has signed in.
    var isOfSignedIn: Bool {
      let start = path.utf8.prefix(4).map { $0 | 0x20 }
      return start.elementsEqual("/me/".utf8) || start.elementsEqual("/me".utf8)
    }
  }

  /// A method of a path by the numbers of both.
  fileprivate struct Key: Hashable {
    var path: Int
    var method: Int
  }

  /// Numbers for texts, in the order of their first appearance.
  private struct Numbers {
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]

    mutating func number(_ text: String) -> Int {
      if let known = numbers[text] { return known }
      numbers[text] = texts.count
      texts.append(text)
      return texts.count - 1
    }
  }

  /// How many kinds of tokens there are.
  let kinds: Int
  /// The calls in the order of their first appearance.
  private(set) var inOrder: [Call] = []
  private var known: Set<Key> = []
  private var paths = Numbers()
  private var methods = Numbers()
  private var foldedPaths = Numbers()
  /// For each path the number of the folded one.
  private var foldedPath: [Int] = []
  /// For each method of a folded path the entries by kind.
  private var entries: [Key: [[Entry]]] = [:]

  init(kinds: Int) { self.kinds = kinds }

  /// The number of a path, which is asked for once and used with every method.
  mutating func path(_ path: String) -> Int {
    let number = paths.number(path)
    if number == foldedPath.count { foldedPath.append(foldedPaths.number(Self.fold(path))) }
    return number
  }

  /// The number of a method.
  mutating func method(_ method: String) -> Int { methods.number(method) }

  /// Adds an entry for a method of a path and a kind of token; nil is a kind that nobody asks about.
  mutating func add(_ entry: Entry, method: Int, path: Int, kind: Int?) {
    let key = Key(path: foldedPath[path], method: method)
    if known.insert(Key(path: path, method: method)).inserted {
      inOrder.append(Call(method: methods.texts[method], path: paths.texts[path], key: key))
    }
    guard let kind else { return }
    entries[key, default: Array(repeating: [], count: kinds)][kind].append(entry)
  }

  /// What opens a call, by kind of token.
  func entries(of call: Call) -> [[Entry]] {
    entries[call.key] ?? Array(repeating: [], count: kinds)
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
  private static func fold(_ path: String) -> String {
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
