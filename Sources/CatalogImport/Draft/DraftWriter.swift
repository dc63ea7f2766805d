import Catalogs
import Documents

/// Writes a draft as a document of a catalog; the catalog's own gate then validates it.
struct DraftWriter {
  let draft: CatalogDraft
  /// What the vendor says of groups of calls, by the name in small letters.
  private let summariesOfTags: [String: String]

  init(draft: CatalogDraft) {
    self.draft = draft
    summariesOfTags = Dictionary(
      draft.tags.filter { !$0.summary.isEmpty }.map { ($0.name.lowercased(), $0.summary) },
      uniquingKeysWith: { first, _ in first })
  }

  private typealias Members = [(name: String, value: JSONNode)]

  /// A category with what stands in it, in the order of first appearance.
  private final class Group {
    var scopes: [Int] = []
    private(set) var inner: [(name: String, group: Group)] = []
    var isInferred = true
    private var placeOfInner: [String: Int] = [:]

    func group(_ name: String) -> Group {
      if let known = placeOfInner[name] { return inner[known].group }
      let group = Group()
      placeOfInner[name] = inner.count
      inner.append((name, group))
      return group
    }
  }

  /// The document, on one line: nobody reads it but the catalog's decoder.
  func document() -> [UInt8] {
    let root = Group()
    for (index, scope) in draft.scopes.enumerated() {
      var group = root
      for name in scope.path {
        group = group.group(name)
        if !scope.isPathInferred { group.isInferred = false }
      }
      group.scopes.append(index)
    }
    var members: Members = [
      ("$schema", .string(Catalog.schema)), ("id", .string(draft.id)),
      ("name", .string(draft.name)), ("version", .string(draft.version)),
    ]
    if !draft.summary.isEmpty { members.append(("summary", .string(draft.summary))) }
    members.append(
      (
        "sources",
        .array([
          .object([("name", .string("API description")), ("location", .string(draft.source))])
        ])
      ))
    if !draft.servers.isEmpty { members.append(("servers", .strings(draft.servers))) }
    if !draft.kinds.isEmpty {
      members.append(
        (
          "kinds",
          .array(
            draft.kinds.map { .object([("id", .string($0.id)), ("title", .string($0.title))]) })
        ))
    }
    if !draft.conditions.isEmpty {
      members.append(
        (
          "conditions",
          .array(
            draft.conditions.map {
              .object([("id", .string($0.id)), ("question", .string($0.question))])
            })
        ))
    }
    members.append(("categories", categories(root, path: [])))
    if !draft.operations.isEmpty {
      members.append(("operations", .array(draft.operations.map(operation))))
    }
    return JSONWriter.writeLine(.object(members + draft.further))
  }

  private func categories(_ group: Group, path: [String]) -> JSONNode {
    .array(
      group.inner.map { name, inner in
        let path = path + [name]
        var members: Members = [("name", .string(name))]
        if let summary = summary(path) { members.append(("summary", .string(summary))) }
        if inner.isInferred { members.append(("inferred", .boolean(true))) }
        if !inner.scopes.isEmpty {
          members.append(
            ("scopes", .array(withLevelsTogether(inner.scopes).map { scope(draft.scopes[$0]) })))
        }
        if !inner.inner.isEmpty {
          members.append(("categories", categories(inner, path: path)))
        }
        return .object(members)
      })
  }

  /// Scopes with the levels of a permission one behind the other, where its first stands.
  private func withLevelsTogether(_ scopes: [Int]) -> [Int] {
    let levels = Dictionary(grouping: scopes) { draft.scopes[$0].level?.permission }
    var seen: Set<String> = []
    return scopes.flatMap { scope -> [Int] in
      guard let permission = draft.scopes[scope].level?.permission else { return [scope] }
      return seen.insert(permission).inserted ? levels[permission] ?? [] : []
    }
  }

  private func summary(_ path: [String]) -> String? {
    if let summary = draft.categorySummaries[path] { return summary }
    return path.last.flatMap { summariesOfTags[$0.lowercased()] }
  }

  private func scope(_ scope: CatalogDraft.Scope) -> JSONNode {
    var members: Members = [("id", .string(scope.id)), ("title", .string(scope.title))]
    func add(_ name: String, _ text: String) {
      if !text.isEmpty { members.append((name, .string(text))) }
    }
    func add(_ name: String, _ texts: [String]) {
      if !texts.isEmpty { members.append((name, .strings(texts))) }
    }
    add("summary", scope.summary)
    add("access", scope.access)
    add("touches", scope.touches)
    add("provenance", scope.isRepaired ? "unconfirmed" : "API description")
    if scope.isDeprecated { members.append(("deprecated", .boolean(true))) }
    add("replacement", scope.replacement ?? "")
    add("includes", scope.includes)
    add("inferred", scope.inferred.words)
    if !scope.isDeclared { members.append(("undeclared", .boolean(true))) }
    add("kinds", scope.kinds)
    if let level = scope.level {
      add("permission", level.permission)
      add("level", level.name)
    }
    if scope.native.count == 1, scope.native[0].kind.isEmpty {
      add("native", scope.native[0].id)
    } else if !scope.native.isEmpty {
      members.append(("native", .object(scope.native.map { ($0.kind, .string($0.id)) })))
    }
    add("homepage", scope.homepage)
    return .object(members)
  }

  private func operation(_ operation: CatalogDraft.Operation) -> JSONNode {
    var members: Members = [
      ("method", .string(operation.method)), ("path", .string(operation.path)),
    ]
    if !operation.summary.isEmpty { members.append(("summary", .string(operation.summary))) }
    if !operation.tag.isEmpty { members.append(("tag", .string(operation.tag))) }
    if operation.isDeprecated { members.append(("deprecated", .boolean(true))) }
    if !operation.otherMethods.isEmpty {
      members.append(("also", .strings(operation.otherMethods)))
    }
    if let slashes = operation.slashes { members.append(("slashes", .string(slashes))) }
    if let requirement = operation.requirement {
      members.append(
        (
          "requires",
          .array(requirement.indices.map { alternative(of: operation, $0, requirement[$0]) })
        ))
      if operation.isInferred { members.append(("inferred", .boolean(true))) }
    }
    return .object(members)
  }

  /// An alternative: a list of scopes, or an object where it depends on something.
  private func alternative(
    of operation: CatalogDraft.Operation, _ index: Int, _ set: [Int]
  ) -> JSONNode {
    let scopes = JSONNode.strings(set.map { draft.scopes[$0].id })
    guard operation.terms.indices.contains(index) else { return scopes }
    let term = operation.terms[index]
    var members: Members = [("scopes", scopes)]
    if let when = term.when { members.append(("when", .string(when))) }
    if let unless = term.unless { members.append(("unless", .string(unless))) }
    if !term.kinds.isEmpty { members.append(("kinds", .strings(term.kinds))) }
    return members.count == 1 ? scopes : .object(members)
  }
}
