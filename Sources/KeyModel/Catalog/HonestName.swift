/// What a scope's name promises, held against the calls that it opens.
public struct HonestName: Hashable, Sendable {
  /// A way in which a name and what it opens differ.
  public enum Difference: String, Hashable, CaseIterable, Sendable {
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
    case opensNothing = "opens no call"
  }

  /// What the last word of an id promises.
  public enum Promise: String, Hashable, Sendable {
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
  public let word: String
  /// What that word, or else the catalog's access, promises; nil where neither says so.
  public let promise: Promise?
  /// The calls that the scope opens, by method.
  public let verbs: VerbCounts
  /// The ways in which name and calls differ, the gravest first.
  public let differences: [Difference]
  /// Why a person who has read it found it harmless all the same.
  public let review: String?
  /// Whether the name itself could not be confirmed.
  public let isUnconfirmed: Bool

  /// Holds a scope's name against its calls.
  public init(scope index: Int, in catalog: Catalog) {
    let scope = catalog.scopes[index]
    verbs = VerbCounts(
      of: catalog.operations(openedBy: index).map { catalog.operations[$0] })
    let last = Self.lastWord(of: scope.id)
    let promise = Self.promise(of: last) ?? Self.promise(of: scope.access.rawValue)
    self.promise = promise
    word =
      Self.promise(of: last) == nil
      ? Self.words(of: scope.id).last { promise != nil && Self.promise(of: $0) == promise } ?? last
      : last
    review = catalog.reviewed.first { $0.scope == index }?.reason
    isUnconfirmed = scope.provenance == .unconfirmed
    var found: [Difference] = []
    let changes = verbs["PUT"] + verbs["PATCH"] + verbs["POST"]
    if promise == .read, changes > 0 { found.append(.writes) }
    if verbs["DELETE"] > 0, promise != .delete, promise != .all { found.append(.deletes) }
    if promise == .read, scope.touches.contains(.credentials) { found.append(.readsSecrets) }
    if verbs.total > 0 {
      if promise == .create, verbs["POST"] + verbs["PUT"] == 0 { found.append(.createsNothing) }
      if promise == .change, changes == 0 { found.append(.changesNothing) }
      if promise == .delete, verbs["DELETE"] == 0 { found.append(.deletesNothing) }
    } else if !catalog.operations.isEmpty {
      found.append(.opensNothing)
    }
    differences = found
  }

  /// A word or two for a list: the gravest difference, and that there are more.
  public var badge: String? {
    differences.first.map { $0.rawValue + (differences.count > 1 ? "+" : "") }
  }

  /// The difference as a sentence, or nil where the name says what the scope does.
  public var sentence: String? {
    guard !differences.isEmpty else { return nil }
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
    return "Named \(word), yet \(all)"
  }

  private func counts(_ methods: [String]) -> String {
    methods.filter { verbs[$0] > 0 }.map { "\($0) \(verbs[$0])" }.joined(separator: ", ")
  }

  // MARK: - Words

  /// The last word of an id: `view` of `stores.orders.view`, of `orders:view` and of `orders_view`.
  ///
  /// Of a word in camel case that starts with a verb the verb is the word: `view` of `viewEnabled`.
  static func lastWord(of id: String) -> String {
    let part = words(of: id).last ?? id
    let verb = part.prefix { !$0.isUppercase }.lowercased()
    return promise(of: verb) == nil ? part.lowercased() : verb
  }

  private static func words(of id: String) -> [String] {
    id.split { ".:/_- ".contains($0) }.map(String.init)
  }

  private static let promises: [String: Promise] = {
    let words: [(Promise, String)] = [
      (.read, "view read get list show see search export readonly"),
      (.create, "create add new insert"),
      (.change, "update edit modify change set patch write"),
      (.delete, "delete remove destroy erase"),
      (.all, "all admin full manage owner *"),
    ]
    return Dictionary(
      words.flatMap { promise, list in
        list.split(separator: " ").map { (String($0), promise) }
      }, uniquingKeysWith: { first, _ in first })
  }()

  static func promise(of word: String) -> Promise? { promises[word] }
}
