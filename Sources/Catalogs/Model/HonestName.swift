/// What a scope's name promises, held against the calls that it opens.
package struct HonestName: Hashable, Sendable {
  /// A way in which a name and what it opens differ.
  package enum Difference: String, Hashable, CaseIterable, Sendable {
    /// Named for reading, and opens calls that write.
    case writes
    /// Not named for deleting, and opens DELETE calls.
    case deletes
    /// Named for reading, and touches credentials.
    case readsSecrets = "reads secrets"
    /// Named for creating, and opens no call that could create.
    case createsNothing = "creates nothing"
    /// Named for changing, and opens no call that could change.
    case changesNothing = "changes nothing"
    /// Named for deleting, and opens no DELETE call.
    case deletesNothing = "deletes nothing"
    /// Opens no call, in a catalog that lists calls.
    case opensNothing = "opens no known call"
  }

  /// What the last word of an id promises.
  package enum Promise: String, Hashable, Sendable {
    /// Looking at what is there.
    case read
    /// Making something new.
    case create
    /// Changing what is there.
    case change
    /// Removing.
    case delete
    /// Everything.
    case all
  }

  /// The last word of the id; where that promises nothing, the last that says what `promise` is.
  package let word: String
  /// What that word, or else the catalog's access, promises; nil where neither says so.
  package let promise: Promise?
  /// The calls that the scope opens, by method.
  package let verbs: VerbCounts
  /// The gravest way in which name and calls differ, and how many there are.
  private var gravest: Difference?
  private var differenceCount = 0
  private let touchesCredentials: Bool
  private let isAmongCalls: Bool
  private let reviewText: LazyText?
  /// Whether the name itself could not be confirmed.
  package let isUnconfirmed: Bool

  /// Holds a scope's name against its calls.
  package init(scope index: Int, in catalog: Catalog) {
    let scope = catalog.scopes[index]
    verbs = catalog.operations.verbs(of: catalog.operations(openedBy: index))
    let last = Self.lastWord(of: scope.id)
    let named = Self.promise(of: last)
    let promise = named ?? Self.promise(of: scope.access.rawValue)
    self.promise = promise
    word =
      if named == nil, let promise {
        Self.word(of: scope.id, promising: promise) ?? last
      } else {
        last
      }
    reviewText = catalog.review(ofScope: index)?.reasonText
    isUnconfirmed = scope.provenance == .unconfirmed
    touchesCredentials = scope.touches.contains(.credentials)
    isAmongCalls = !catalog.operations.isEmpty
    // No list: a screen of rows asks for the gravest alone.
    var (gravest, count): (Difference?, Int) = (nil, 0)
    forEachDifference { difference in
      if gravest == nil { gravest = difference }
      count += 1
    }
    (self.gravest, differenceCount) = (gravest, count)
  }

  /// The ways in which name and calls differ, the gravest first.
  package var differences: [Difference] {
    var all: [Difference] = []
    forEachDifference { all.append($0) }
    return all
  }

  private func forEachDifference(_ body: (Difference) -> Void) {
    let (posts, puts, deletes) = (verbs["POST"], verbs["PUT"], verbs["DELETE"])
    let changes = posts + puts + verbs["PATCH"]
    if promise == .read, changes > 0 { body(.writes) }
    if deletes > 0, promise != .delete, promise != .all { body(.deletes) }
    if promise == .read, touchesCredentials { body(.readsSecrets) }
    if verbs.total > 0 {
      if promise == .create, posts + puts == 0 { body(.createsNothing) }
      if promise == .change, changes == 0 { body(.changesNothing) }
      if promise == .delete, deletes == 0 { body(.deletesNothing) }
    } else if isAmongCalls {
      body(.opensNothing)
    }
  }

  /// Why a person who has read it found it harmless all the same.
  package var review: String? { reviewText?.string }

  /// A word or two for a list: the gravest difference, and that there are more.
  package var badge: String? {
    gravest.map { $0.rawValue + (differenceCount > 1 ? "+" : "") }
  }

  /// The difference as a sentence, or nil where the name says what the scope does.
  package var sentence: String? {
    guard gravest != nil else { return nil }
    let parts = differences.map { difference in
      switch difference {
      case .writes: "writes (\(counts(["POST", "PUT", "PATCH"])))"
      case .deletes: "deletes (\(counts(["DELETE"])))"
      default: difference.rawValue
      }
    }
    let all =
      parts.count < 2
      ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
    if differences == [.opensNothing] { return "It opens no call that the catalog knows" }
    return "The name says \(word), but it \(all)"
  }

  private func counts(_ methods: [String]) -> String {
    methods.filter { verbs[$0] > 0 }.map { "\($0) \(verbs[$0])" }.joined(separator: ", ")
  }

  // MARK: - Words

  /// The last word of an id: `view` of `stores.orders.view`, of `orders:view` and of `orders_view`.
  ///
  /// Of a word in camel case that starts with a verb the verb is the word: `view` of `viewEnabled`.
  static func lastWord(of id: String) -> String {
    let part = lastPart(of: id[...]) ?? id[...]
    let verb = String(part[..<startOfSecondWord(in: part)])
    return promise(of: verb) == nil ? part.lowercased() : verb
  }

  /// Where in an id its verb stands, in bytes: the last word, or of a word in camel case, as `view`
  /// of `viewEnabled` and `Get` of `iam:GetUser`, its first.
  package static func verb(in id: String) -> Range<Int> {
    let part = lastPart(of: id[...]) ?? id[...]
    let first = part.utf8.first.map { _ in part.utf8.index(after: part.startIndex) }
    let end = first.map { startOfSecondWord(in: part[$0...]) } ?? part.endIndex
    let start = id.utf8.distance(from: id.startIndex, to: part.startIndex)
    return start..<start + part[..<end].utf8.count
  }

  /// What a word, in lower case, promises.
  static func promise(of word: String) -> Promise? {
    switch word {
    case "view", "read", "get", "list", "show", "see", "search", "export", "readonly": .read
    case "create", "add", "new", "insert": .create
    case "update", "edit", "modify", "change", "set", "patch", "write": .change
    case "delete", "remove", "destroy", "erase": .delete
    case "all", "admin", "full", "manage", "owner", "*": .all
    default: nil
    }
  }

  /// The last of an id's words that promises this; nil where none does.
  private static func word(of id: String, promising promise: Promise) -> String? {
    var rest = id[...]
    while let part = lastPart(of: rest) {
      let word = String(part)
      if self.promise(of: word) == promise { return word }
      rest = rest[..<part.startIndex]
    }
    return nil
  }

  // Read byte by byte: a screen of rows asks this of every id, and the signs are all ASCII.

  /// The last piece between separators; nil where there are only separators.
  private static func lastPart(of id: Substring) -> Substring? {
    let bytes = id.utf8
    guard let last = bytes.lastIndex(where: { !isSeparator($0) }) else { return nil }
    let separator = bytes[..<last].lastIndex(where: isSeparator)
    let start = separator.map(bytes.index(after:)) ?? bytes.startIndex
    return id[start..<bytes.index(after: last)]
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: " "):
      true
    default: false
    }
  }

  /// Where a word in camel case goes on with a capital.
  private static func startOfSecondWord(in part: Substring) -> Substring.Index {
    let capitals = UInt8(ascii: "A")...UInt8(ascii: "Z")
    return part.utf8.firstIndex(where: capitals.contains) ?? part.endIndex
  }
}
