import Catalogs

/// Forms categories from the words of ids: scopes about the same thing stand together.
enum CategoryInference {
  /// The scopes of OpenID Connect, which say who a person is.
  static let signIn: Set = ["openid", "profile", "email", "address", "phone", "offline_access"]

  /// A group of more scopes is divided further.
  private static let comfortable = 8
  private static let maximumDepth = 4

  static func infer(_ draft: inout CatalogDraft, _ words: [ScopeWords]) {
    // What the description orders stays where it is.
    var rest = draft.scopes.indices.filter { draft.scopes[$0].path.isEmpty }
    let formed = rest
    let hasSignIn = rest.contains { draft.scopes[$0].id == "openid" }
    let people = hasSignIn ? rest.filter { signIn.contains(draft.scopes[$0].id) } : []
    rest.removeAll(where: people.contains)
    var singles: [Int] = []
    for group in groups(of: rest, words, after: 0) {
      if group.count == 1 {
        singles += group
        continue
      }
      divide(group, words, shared: 0, path: [], &draft)
    }
    place(singles, words, &draft)
    for scope in people { draft.scopes[scope].path = ["Sign-in"] }
    for index in formed { draft.scopes[index].inferred.insert(.category) }
    sortOtherLast(&draft)
  }

  /// All words of a scope's resource in one row: where it stands in the tree.
  private static func places(_ words: ScopeWords) -> [String] { words.resource.flatMap { $0 } }

  /// Scopes that share the next word, in the order of their first.
  private static func groups(
    of scopes: [Int], _ words: [ScopeWords], after shared: Int
  ) -> [[Int]] {
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for scope in scopes {
      let row = places(words[scope])
      let key = shared < row.count ? ScopeWords.stem(row[shared]) : ""
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(scope)
    }
    return order.compactMap { groups[$0] }
  }

  private static func divide(
    _ group: [Int], _ words: [ScopeWords], shared: Int, path: [String],
    _ draft: inout CatalogDraft
  ) {
    let length = commonLength(group, words)
    var name = heading(group, words, from: shared, to: length)
    if name.isEmpty { name = path.last ?? "Other" }
    let path = path + [name]
    for scope in group { draft.scopes[scope].path = path }
    guard group.count > comfortable, path.count < maximumDepth else { return }
    let inner = groups(of: group, words, after: length)
    for part in inner where part.count > 1 && part.count < group.count {
      guard places(words[part[0]]).count > length else { continue }
      divide(part, words, shared: length, path: path, &draft)
    }
  }

  /// How many words all of a group share.
  private static func commonLength(_ group: [Int], _ words: [ScopeWords]) -> Int {
    guard let first = group.first.map({ places(words[$0]) }) else { return 0 }
    return group.map { scope in
      zip(first, places(words[scope])).prefix { ScopeWords.stem($0) == ScopeWords.stem($1) }.count
    }.min() ?? 0
  }

  /// The shared words, as the scope with no others has them: `Tasks` for `tasks` and
  /// `task_templates`.
  private static func heading(
    _ group: [Int], _ words: [ScopeWords], from start: Int, to end: Int
  ) -> String {
    let rows = group.map { places(words[$0]) }
    let row = rows.first { $0.count == end } ?? rows.first ?? []
    return ScopeWords.heading(Array(row.prefix(end).dropFirst(start)))
  }

  // MARK: - What stands alone

  /// Scopes that share no word with another stand together by the vendor's groups of calls, and
  /// what is left in a category of its own, unless that would hide more than it orders.
  private static func place(
    _ singles: [Int], _ words: [ScopeWords], _ draft: inout CatalogDraft
  ) {
    var placed: Set<Int> = []
    for (tag, scopes) in byTag(singles, draft) where scopes.count > 1 {
      for scope in scopes { draft.scopes[scope].path = [tag] }
      placed.formUnion(scopes)
    }
    let rest = singles.filter { !placed.contains($0) }
    for scope in rest {
      draft.scopes[scope].path = [
        rest.count > 2 ? "Other" : heading([scope], words, from: 0, to: places(words[scope]).count)
      ]
    }
  }

  private static func byTag(
    _ scopes: [Int], _ draft: CatalogDraft
  ) -> [(tag: String, scopes: [Int])] {
    var tags: [Int: Set<String>] = [:]
    for operation in draft.operations where !operation.tag.isEmpty {
      for set in operation.requirement ?? [] {
        for scope in set { tags[scope, default: []].insert(operation.tag) }
      }
    }
    var order: [String] = []
    var groups: [String: [Int]] = [:]
    for scope in scopes {
      guard let own = tags[scope], own.count == 1, let tag = own.first else { continue }
      if groups[tag] == nil { order.append(tag) }
      groups[tag, default: []].append(scope)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  /// Scopes are numbered in the order of the tree: categories follow one another as their first
  /// scopes do, and those without a better place come last.
  private static func sortOtherLast(_ draft: inout CatalogDraft) {
    let rank = { (scope: CatalogDraft.Scope) in
      scope.path == ["Other"] ? 2 : scope.path == ["Sign-in"] ? 1 : 0
    }
    let order = draft.scopes.indices.sorted {
      (rank(draft.scopes[$0]), $0) < (rank(draft.scopes[$1]), $1)
    }
    draft.reorder(order)
  }
}
