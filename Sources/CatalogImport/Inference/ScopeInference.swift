import Catalogs
import Documents

/// Works out titles, accesses and grants of scopes from their ids, their texts and their calls.
enum ScopeInference {
  static func infer(_ draft: inout CatalogDraft, includes: Bool) {
    let words = draft.scopes.map { ScopeWords(id: $0.id) }
    let methods = methods(draft)
    for index in draft.scopes.indices {
      inferTitle(&draft.scopes[index], words[index])
      inferAccess(&draft.scopes[index], words[index], methods[index])
    }
    if includes { inferIncludes(&draft, words) }
    CategoryInference.infer(&draft, words)
  }

  private static func methods(_ draft: CatalogDraft) -> [Set<String>] {
    var methods = Array(repeating: Set<String>(), count: draft.scopes.count)
    for operation in draft.operations {
      for set in operation.requirement ?? [] {
        for scope in set { methods[scope].insert(operation.method) }
      }
    }
    return methods
  }

  private static func inferTitle(_ scope: inout CatalogDraft.Scope, _ words: ScopeWords) {
    guard scope.title.isEmpty else { return }
    let text = PlainText.line(scope.text, limit: 2000)
    guard text.isEmpty || text == scope.id else {
      let isShort = text.count <= 90
      scope.title = isShort && text.last == "." ? String(text.dropLast()) : text
      if !isShort {
        scope.title = PlainText.sentence(scope.text, limit: 90)
        if scope.title != text { scope.summary = text }
      }
      return
    }
    scope.inferred.insert(.title)
    let resource = Array(words.resource.joined())
    guard let verb = words.verb, !AccessWords.nouns.contains(verb), resource != [verb] else {
      let verb = words.verb.map { [$0] } ?? []
      scope.title = ScopeWords.heading(resource == verb ? verb : resource + verb)
      return
    }
    let main = Array(words.resource.dropLast(words.partsBehindVerb).joined())
    let behind = Array(words.resource.suffix(words.partsBehindVerb).joined())
    scope.title = ScopeWords.heading([verb]) + " " + lowered(ScopeWords.heading(main))
    if !behind.isEmpty { scope.title += " (" + lowered(ScopeWords.heading(behind)) + ")" }
  }

  /// A heading inside a sentence: its first letter is small, unless the word is an acronym.
  private static func lowered(_ heading: String) -> String {
    let first = heading.prefix(2)
    return first == first.uppercased() && first.count == 2
      ? heading : heading.prefix(1).lowercased() + heading.dropFirst()
  }

  private static func inferAccess(
    _ scope: inout CatalogDraft.Scope, _ words: ScopeWords, _ methods: Set<String>
  ) {
    guard scope.access.isEmpty else { return }
    scope.access =
      words.verb.flatMap { AccessWords.access[$0] }
      ?? (CategoryInference.signIn.contains(scope.id) ? "view" : nil)
      ?? (scope.text == scope.id ? nil : AccessWords.access(of: scope.text))
      ?? (methods.isEmpty ? "" : methods.isSubset(of: ["GET", "HEAD"]) ? "view" : "update")
    if !scope.access.isEmpty { scope.inferred.insert(.access) }
  }

  // MARK: - Grants

  /// `repo` grants `repo:status`; `admin:x` grants `write:x`, which grants `read:x`.
  ///
  /// Only these two, whose writers mean a ladder: `tasks:write` beside `tasks:read` are mostly two
  /// permissions, and a grant that is not there would leave a key without what it needs.
  private static func inferIncludes(_ draft: inout CatalogDraft, _ words: [ScopeWords]) {
    var ladders: [[[String]]: [(rank: Int, scope: Int)]] = [:]
    for (index, scope) in draft.scopes.enumerated() {
      guard words[index].startsWithVerb, let verb = words[index].verb,
        scope.id.starts(exactlyWith: verb + ":"), let rank = ranks[verb]
      else { continue }
      ladders[words[index].resource, default: []].append((rank, index))
    }
    for ladder in ladders.values where ladder.count > 1 {
      let steps = ladder.sorted { $0.rank > $1.rank }
      for (upper, lower) in zip(steps, steps.dropFirst()) where upper.rank > lower.rank {
        grant(upper.scope, lower.scope, &draft)
      }
    }
    var inside: [Substring: [Int]] = [:]
    for (index, scope) in draft.scopes.enumerated() {
      guard let colon = scope.id.firstIndex(of: ":") else { continue }
      inside[scope.id[..<colon], default: []].append(index)
    }
    for (index, scope) in draft.scopes.enumerated() {
      guard words[index].verb == nil, !CategoryInference.signIn.contains(scope.id),
        scope.id.utf8.allSatisfy({ $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ".") })
      else { continue }
      for inner in inside[scope.id[...]] ?? [] { grant(index, inner, &draft) }
    }
  }

  private static let ranks = ["admin": 3, "manage": 3, "write": 2, "read": 1]

  private static func grant(_ upper: Int, _ lower: Int, _ draft: inout CatalogDraft) {
    draft.scopes[upper].includes.append(draft.scopes[lower].id)
    draft.scopes[upper].inferred.insert(.includes)
  }
}
