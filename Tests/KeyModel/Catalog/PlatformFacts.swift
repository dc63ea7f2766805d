import Documents
import TestSupport

/// What public sources say of a platform's calls, read apart from the script that made its catalog.
///
/// The facts do not ship; `KEYWRIGHT_SHARED` names their folder.
struct PlatformFacts {
  static let folder = SeededRandom.environment("KEYWRIGHT_SHARED").map { $0 + "/facts" }
    .flatMap { DocumentFile.exists($0 + "/slack.json") ? $0 : nil }

  /// What one platform's facts say.
  private let requirements: [String: Set<String>?]
  private let further: [String: [String]]
  /// The calls, sorted.
  let calls: [String]

  init(of id: String) throws {
    let files = ["github": "github-fine-grained", "google-workspace": "google"]
    let path = "\(Self.folder ?? "")/\(files[id] ?? id).json"
    let root = try JSONDocument(parsing: DocumentFile.read(path)).root
    var further: [String: [String]] = [:]
    switch id {
    case "msgraph": requirements = try GraphFacts(root).requirements
    case "google-workspace": requirements = try DiscoveryFacts(root).requirements
    case "aws": requirements = try ActionFacts(root).requirements
    default:
      let rows = try RowFacts(root, of: id)
      requirements = rows.requirements
      further = rows.further
    }
    self.further = further
    calls = requirements.keys.sorted()
  }

  /// The further methods of a call.
  func otherMethods(of call: String) -> [String] { further[call] ?? [] }

  /// A call's alternatives, such as `repo when private-repository for bot`; nil where nothing is
  /// stated.
  func requirement(of call: String) -> Set<String>? { requirements[call] ?? nil }
}

/// Facts with a row a call, or a call and kind of key.
private struct RowFacts {
  private(set) var requirements: [String: Set<String>?] = [:]
  private(set) var further: [String: [String]] = [:]

  /// The conditions that the facts describe in words.
  private static let conditions = [
    "private repository": "private-repository",
    "a private repository is involved": "private-repository",
    "private repository, or an advisory that is not published": "private-repository",
    "the target commit changes workflow files": "workflow-files",
    "a file under .github/workflows": "workflow-files",
    "secret gists in the answer": "secret-gists",
    "full details of the organization": "organization-details",
    "private profile data in the answer": "private-profile",
    "target not public": "private-target",
  ]

  /// The kinds of conversation, by how the ids of their scopes begin.
  private static let conversations: [Substring: String] = [
    "channels": "public-channels", "groups": "private-channels", "im": "direct-messages",
    "mpim": "group-messages",
  ]

  init(_ root: JSONValue, of id: String) throws {
    for row in try root.require("operations").requireElements() {
      var path = try row.require("path").requireString()
      if id == "gitlab" { path = Self.template(path) }
      let call = try row.require("method").requireString() + " " + path
      further[call] = try row["also"]?.requireStrings() ?? []
      let stated = row["stated"]?.boolean ?? true
      let alternatives = id == "kubernetes" ? Self.ofCluster(row) : Self.ofTokens(row)
      if let known = requirements[call] {
        requirements[call] = .some(stated ? known.map { $0.union(alternatives) } : nil)
      } else {
        requirements[call] = .some(stated ? Set(alternatives) : nil)
      }
    }
  }

  /// Kubernetes: a Role holds in one namespace alone, and watching is another verb than listing.
  private static func ofCluster(_ row: JSONValue) -> [String] {
    let kind = row["ns"]?.boolean == true ? "" : " for cluster-role"
    var alternatives = sets(row["anyOf"])
    if let watch = row["watch"]?.string {
      alternatives = alternatives.map { $0 + " unless watching" } + [watch + " when watching"]
    } else if let older = row["when"]?.elements.first {
      alternatives =
        alternatives.map { $0 + " when newer-server" }
        + sets(older["anyOf"]).map { $0 + " unless newer-server" }
    }
    return alternatives.map { $0 + kind }
  }

  private static func ofTokens(_ row: JSONValue) -> [String] {
    let when = row["when"]?.string ?? ""
    var kinds = (try? row["kind"]?.requireStrings()) ?? []
    if let kind = row["kind"]?.string { kinds = [kind] }
    let suffixes =
      kinds.isEmpty ? [""] : kinds.map { " for " + $0.split(separator: " ").joined(separator: "-") }
    let sets = sets(row["anyOf"])
    if when.hasSuffix("the second set; else the first"), sets.count == 2 {
      return [sets[0] + " unless workflow-files", sets[1] + " when workflow-files"]
    }
    if when.hasPrefix("the branch is the default branch") {
      return sets.flatMap {
        ["administration:write+\($0) when default-branch", $0 + " unless default-branch"]
      }
    }
    if when.hasPrefix("by the conversation:") {
      return sets.flatMap { set in
        suffixes.map { set + " when " + (conversations[set.prefix { $0 != ":" }] ?? "?") + $0 }
      }
    }
    let condition = conditions[when]
    let stated = sets.map { $0 + (condition.map { " when " + $0 } ?? "") }
      .flatMap { set in suffixes.map { set + $0 } }
    let otherwise = Self.sets(row["otherwise"])
      .map { $0 + (condition.map { " unless " + $0 } ?? "") }
    return stated + otherwise
  }

  /// `/a/:id/(-/)*path` as `/a/{id}/{path}`: what stands in parentheses may be left out, if it is no
  /// call of a function.
  private static func template(_ path: String) -> String {
    var result = ""
    var isName = false
    var skips = false
    for (index, character) in path.enumerated() {
      let next = path.dropFirst(index + 1).first ?? " "
      if character == "(", "-/*".contains(next) { skips = true }
      let isStart = (character == ":" || character == "*") && (next.isLetter || next == "_")
      if !skips {
        if isName, !character.isLetter, !character.isNumber, character != "_" {
          result += "}"
          isName = false
        }
        if isStart {
          result += "{"
          isName = true
        } else {
          result.append(character)
        }
      }
      if character == ")", skips { skips = false }
    }
    return result + (isName ? "}" : "")
  }

  static func sets(_ list: JSONValue?) -> [String] {
    (list?.elements ?? []).map { set in
      ((try? set.requireStrings()) ?? []).sorted().joined(separator: "+")
    }
  }
}

/// Microsoft Graph: requirements by name, and paths that are the same but for case.
private struct GraphFacts {
  private(set) var requirements: [String: Set<String>?] = [:]
  private let kinds = [
    "DelegatedWork": "delegated-work", "DelegatedPersonal": "delegated-personal",
    "Application": "application",
  ]

  init(_ root: JSONValue) throws {
    let ofTeams = Set(
      try root.require("scopes").requireElements().filter { $0["authorization"] != nil }
        .map { try $0.require("id").requireString() })
    var named: [String: JSONValue] = [:]
    for row in try root.require("requirements").requireElements() {
      named[try row.require("r").requireString()] = row
    }
    var rows: [String: JSONValue] = [:]
    for row in try root.require("operations").requireElements() {
      rows[try row.require("path").requireString()] = row
    }
    var twins: [String: [String]] = [:]
    for group in try root.require("twins").requireElements() {
      let paths = try group.require("paths").requireStrings()
      guard !paths.contains(where: { $0.lowercased().hasPrefix("/agentregistry/") }) else {
        continue
      }
      for path in paths { twins[path] = paths }
    }
    for (path, row) in rows {
      for (method, _) in row.members where method != "path" {
        var sets: Set<String> = []
        for twin in twins[path] ?? [path] {
          guard let name = rows[twin]?[method]?.string, let needed = named[name] else { continue }
          sets.formUnion(alternatives(needed, method, path, ofTeams))
        }
        requirements[method + " " + Self.encoded(path)] = .some(sets.isEmpty ? nil : sets)
      }
    }
  }

  private func alternatives(
    _ needed: JSONValue, _ method: String, _ path: String, _ ofTeams: Set<String>
  ) -> [String] {
    let lower = path.lowercased()
    let isOfSignedIn =
      lower == "/me" || lower.hasPrefix("/me/") || lower.hasPrefix("/me(")
    return kinds.flatMap { name, kind -> [String] in
      guard let part = needed[name], !(name == "Application" && isOfSignedIn) else { return [] }
      let alone = (try? part["partnerAlone"]?.requireStrings()) ?? []
      let lists = (part["anyOf"]?.elements ?? []).map { (try? $0.requireStrings()) ?? [] }
      let hasPairs = lists.contains { $0.count > 1 }
      return lists.compactMap { list in
        if method != "GET", hasPairs, list.count == 1, alone.contains(list[0]) { return nil }
        let own = list.contains(where: ofTeams.contains) ? "resource-specific" : kind
        return list.sorted().joined(separator: "+") + " for " + own
      }
    }
  }

  private static func encoded(_ path: String) -> String {
    path.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }
}

/// Google: any one of the scopes that a method lists, for the APIs of Workspace.
private struct DiscoveryFacts {
  private(set) var requirements: [String: Set<String>?] = [:]

  init(_ root: JSONValue) throws {
    let overlay = try JSONDocument(parsing: BundledDocument.overlay(of: "google-workspace") ?? [])
    let chosen = Set(try overlay.root.require("x-make").require("apis").requireStrings())
    var bases: [String: String] = [:]
    for api in try root.require("apis").requireElements() {
      // The scheme and the host stand before it.
      let base = try api.require("base").requireString().split(separator: "/").dropFirst(2)
      bases[try api.require("api").requireString()] = base.map { $0 + "/" }.joined()
    }
    var needed: [String: [String]] = [:]
    for row in try root.require("requirements").requireElements() {
      let key = try row.require("api").requireString() + " " + row.require("s").requireString()
      needed[key] = RowFacts.sets(row["anyOf"])
    }
    for row in try root.require("operations").requireElements() {
      let api = try row.require("api").requireString()
      guard chosen.contains(api) else { continue }
      let path = try "/" + bases[api, default: ""] + row.require("path").requireString()
      let call = try row.require("method").requireString() + " " + path
      let sets = row["s"]?.string.flatMap { needed[api + " " + $0] }.map { Set($0) }
      if let known = requirements[call] {
        requirements[call] = .some(known.flatMap { known in sets.map { known.union($0) } })
      } else {
        requirements[call] = .some(sets)
      }
    }
  }
}

/// AWS: what a client's operation may check; the plain case is the action of its own name.
private struct ActionFacts {
  private(set) var requirements: [String: Set<String>?] = [:]

  init(_ root: JSONValue) throws {
    var spelling: [String: String] = [:]
    for row in try root.require("actions").requireElements() {
      let action = try row.require("a").requireString()
      spelling[action.lowercased()] = action
    }
    func set(_ operation: String, _ actions: [String]) {
      let name = operation.split(separator: ".").map(String.init)
      let own = actions.first { $0.lowercased().hasSuffix(":" + name[1].lowercased()) }
      let action = actions.count == 1 ? actions[0] : own ?? ""
      requirements["POST /\(name[0])/\(name[1])"] = .some(
        spelling[action.lowercased()].map { [$0] })
    }
    for row in try root.require("sdkSame").requireElements() {
      let (client, prefix) = (
        try row.require("sdk").requireString(), try row.require("prefix").requireString()
      )
      for name in try row.require("operations").requireStrings() {
        set(client + "." + name, [prefix + ":" + name])
      }
    }
    for (list, member) in [("sdkDifferent", "actions"), ("s3Operations", "authorizedActions")] {
      for row in try root.require(list).requireElements() {
        try set(row.require("op").requireString(), row.require(member).requireStrings())
      }
    }
  }
}
