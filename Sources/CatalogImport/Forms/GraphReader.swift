import Catalogs
import Documents

/// Reads the permissions of Microsoft Graph (microsoftgraph/microsoft-graph-devx-content:
/// permissions/new/permissions.json): each permission lists the calls that it opens, by kind of
/// token.
struct GraphReader {
  private var result = FormDraft()
  private var calls = GraphCalls(kinds: kinds.count)
  /// The marks that were read: of thousands of texts most are alike.
  private var knownMarks: [String: GraphMarks] = [:]
  private var hasResourceConsent = false

  /// The kinds of tokens, with the document's word for each.
  private static let kinds = [
    (id: "delegated-work", scheme: "DelegatedWork", title: "Delegated, work or school account"),
    (id: "delegated-personal", scheme: "DelegatedPersonal", title: "Delegated, personal account"),
    (id: application, scheme: "Application", title: "Application, without a user"),
    (id: resourceConsent, scheme: "", title: "Resource-specific consent"),
  ]

  private static let application = "application"
  /// The kind of permissions that a manifest asks for, one team or chat at a time, and never a token.
  private static let resourceConsent = "resource-specific"

  static func isItsForm(_ root: JSONValue) -> Bool {
    guard let first = root.member("permissions")?.members.first?.value else { return false }
    return first.member("pathSets") != nil && first.member("schemes") != nil
  }

  static func read(
    _ root: JSONValue, _ options: ImportOptions
  ) throws(ModelError) -> ReadDescription {
    var reader = GraphReader()
    reader.result.draft.setNames(
      title: "Microsoft Graph", version: root.member("version")?.scalarText ?? "",
      format: "Microsoft Graph permissions", options)
    reader.result.draft.servers = [
      "https://graph.microsoft.com/v1.0", "https://graph.microsoft.com/beta",
    ]
    for (name, value) in try root.require("permissions").requireMembers() {
      try value.requireObject()
      try reader.read(name, value)
    }
    try reader.addCalls(at: root)
    reader.result.draft.kinds = kinds.filter {
      $0.id != resourceConsent || reader.hasResourceConsent
    }.map { ($0.id, $0.title) }
    return reader.result.description()
  }

  private mutating func read(_ name: String, _ value: JSONValue) throws(ModelError) {
    let isResourceConsent = value.member("authorizationType")?.string == "RSC"
    if isResourceConsent { hasResourceConsent = true }
    let kind = { (scheme: String) in
      isResourceConsent
        ? Self.resourceConsent : Self.kinds.first { $0.scheme == scheme }?.id ?? scheme
    }
    let schemes = try value.require("schemes").requireMembers()
    let words = schemes.first?.value
    let index = result.draft.scope(name, isDeclared: true)
    var scope = result.draft.scopes[index]
    scope.origin = .init(value: value, file: "")
    scope.title = PlainText.line(
      words?.member("adminDisplayName")?.scalarText ?? name, limit: 90)
    scope.summary = PlainText.line(
      words?.member("adminDescription")?.scalarText ?? "", limit: 500)
    scope.access = Self.access(of: name)
    if scope.access.isEmpty { scope.access = "update" }
    scope.path = [name.parts(between: ".").first ?? name]
    scope.inferred = [.access, .category]
    scope.kinds = Self.kinds.map(\.id).filter { id in schemes.contains { kind($0.name) == id } }
    result.draft.scopes[index] = scope
    for set in try value.member("pathSets")?.requireElements() ?? [] {
      let methods = try set.require("methods").requireStrings()
      let keys = try set.require("schemeKeys").requireStrings()
      let kinds = keys.map { key in Self.kinds.firstIndex { $0.id == kind(key) } }
      let numbers = methods.map { calls.method($0.uppercased()) }
      for (path, mark) in try set.require("paths").requireMembers() {
        let path = calls.path(path)
        let marks = marks(try mark.requireString())
        for (key, kind) in zip(keys, kinds) {
          let entry = GraphCalls.Entry(
            scope: index, isLeast: marks.least.contains(key), methods: methods.count,
            partners: marks.partners)
          for number in numbers { calls.add(entry, method: number, path: path, kind: kind) }
        }
      }
    }
  }

  private mutating func marks(_ text: String) -> GraphMarks {
    if let known = knownMarks[text] { return known }
    let read = GraphMarks(text)
    knownMarks[text] = read
    return read
  }

  private static func access(of name: String) -> String {
    let parts = name.parts(between: ".").dropFirst()
    if parts.contains(where: {
      $0.starts(exactlyWith: "ReadWrite") || $0.starts(exactlyWith: "Write")
    }) {
      return "update"
    }
    if parts.contains(where: { $0.starts(exactlyWith: "Read") }) { return "view" }
    if parts.contains(where: { $0.starts(exactlyWith: "Create") }) { return "create" }
    if parts.contains(where: { $0.starts(exactlyWith: "Send") }) { return "send" }
    return ""
  }

  // MARK: - Calls

  private mutating func addCalls(at root: JSONValue) throws(ModelError) {
    var dropped = 0
    for call in calls.inOrder {
      var lists: [(sets: [[Int]], kinds: [String])] = []
      for (kind, entries) in zip(Self.kinds.map(\.id), calls.entries(of: call))
      where !entries.isEmpty {
        // Nobody has signed in to an app of its own: there is no "me".
        if kind == Self.application, call.isOfSignedIn {
          dropped += 1
          continue
        }
        // Kinds that need the same stand together; the order says which is the least.
        let sets = alternatives(entries, method: call.method)
        if let known = lists.firstIndex(where: { $0.sets == sets }) {
          lists[known].kinds.append(kind)
        } else {
          lists.append((sets, [kind]))
        }
      }
      var operation = CatalogDraft.Operation(
        method: call.method, path: CatalogDraft.path(call.path))
      if !lists.isEmpty {
        operation.requirement = lists.flatMap(\.sets)
        operation.terms = lists.flatMap { list in list.sets.map { _ in .init(kinds: list.kinds) } }
      }
      try result.add(operation, at: root)
    }
    if dropped > 0 {
      result.note(
        "\(dropped) \(dropped == 1 ? "call" : "calls") below /me \(dropped == 1 ? "lists" : "list") permissions of an application, which has no signed-in user: "
          + "left out")
    }
  }

  /// What one kind of token needs for a call, the least first.
  private mutating func alternatives(_ entries: [GraphCalls.Entry], method: String) -> [[Int]] {
    let least = GraphCalls.least(of: entries)
    var sets: [[Int]] = []
    var partners: Set<Int> = []
    for entry in entries.filter({ least.contains($0.scope) })
      + entries.filter({ !least.contains($0.scope) })
    {
      // Each partner makes a pair of its own: the list is no list of all.
      let pairs = entry.partners.map { name in
        let partner = result.draft.scope(name, isDeclared: false)
        partners.insert(partner)
        return [entry.scope, partner].sorted()
      }
      for set in pairs.isEmpty ? [[entry.scope]] : pairs where !sets.contains(set) {
        sets.append(set)
      }
    }
    // A partner that is listed alone as well was most likely forgotten there: enough to read.
    return method == "GET"
      ? sets : sets.filter { $0.count > 1 || !partners.contains($0[0]) || sets.count == 1 }
  }
}

/// The marks of a permission on a path: `least=DelegatedWork;AlsoRequires=A,B`.
struct GraphMarks {
  /// The kinds for which it is the least that opens the path.
  private(set) var least: [String] = []
  /// The permissions of which one is needed besides.
  private(set) var partners: [String] = []

  init(_ text: String) {
    for part in text.parts(between: ";") {
      let sides = part.parts(between: "=")
      guard sides.count == 2 else { continue }
      let names = sides[1].parts(between: ",").map { name in
        String(name.filter { $0 != " " })
      }
      switch sides[0].lowercased() {
      case "least": least += names
      case "alsorequires": partners += names
      default: continue
      }
    }
  }
}
