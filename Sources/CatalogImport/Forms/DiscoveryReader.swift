import Documents

/// Reads Discovery documents, in which Google describes its APIs: any one of a method's scopes is
/// enough (developers.google.com/discovery/v1/reference/apis).
struct DiscoveryReader {
  private var result = FormDraft()
  private var hosts: [String] = []
  private var uploads = 0
  private var unions = 0
  private let takesSeveral: Bool

  static func isItsForm(_ root: JSONValue) -> Bool {
    root.member("kind")?.string == "discovery#restDescription"
      || root.member("discoveryVersion") != nil && root.member("rootUrl") != nil
  }

  static func read(
    _ documents: [NamedDocument], _ options: ImportOptions
  ) throws(ModelError) -> ReadDescription {
    var reader = DiscoveryReader(takesSeveral: documents.count > 1)
    for (index, document) in documents.enumerated() {
      do {
        try reader.read(document.document.root, in: index == 0 ? nil : document.name)
      } catch {
        throw index == 0 || error.file != nil ? error : error.inFile(document.name)
      }
    }
    let roots = documents.map(\.document.root)
    let revisions = roots.compactMap { $0.member("revision")?.scalarText }
    reader.result.draft.setNames(
      title: documents.count == 1
        ? roots[0].member("title")?.scalarText ?? "" : "Google APIs",
      version: revisions.max() ?? roots[0].member("version")?.scalarText ?? "",
      format: "Google Discovery", options)
    reader.result.draft.summary = PlainText.sentence(
      documents.count == 1 ? roots[0].member("description")?.scalarText ?? "" : "", limit: 300)
    reader.result.draft.servers = ServerAddresses.cleaned(reader.hosts)
    reader.tell()
    return reader.result.description()
  }

  private init(takesSeveral: Bool) { self.takesSeveral = takesSeveral }

  private mutating func tell() {
    if uploads > 0 {
      result.note(
        "\(uploads) calls also take uploads at paths of their own: those paths were left out")
    }
    if unions > 0 {
      result.note(
        "\(unions) calls list the scopes of several kinds of data, and which is needed depends on "
          + "what is asked for: read as any of them, and marked inferred")
    }
  }

  private mutating func read(_ root: JSONValue, in file: String?) throws(ModelError) {
    try root.refuseRepeatedMembers { ["auth", "resources", "methods", "rootUrl"].contains($0) }
    hosts.append(root.member("rootUrl")?.scalarText ?? "")
    let scopes = root.member("auth")?.member("oauth2")?.member("scopes")
    for (id, value) in try scopes?.requireMembers() ?? [] {
      let index = result.draft.scope(
        id, text: value.member("description")?.scalarText ?? "", isDeclared: true)
      if result.draft.scopes[index].origin == nil {
        result.draft.scopes[index].origin = .init(value: value, file: "")
      }
    }
    let prefix = root.member("servicePath")?.scalarText ?? ""
    let tag = takesSeveral ? root.member("title")?.scalarText : nil
    try readMethods(of: root, prefix, tag ?? "", in: file)
    try readResources(of: root, prefix, tag, in: file)
  }

  /// Resources stand in resources, at any depth that a document can have.
  private mutating func readResources(
    of value: JSONValue, _ prefix: String, _ tag: String?, in file: String?
  ) throws(ModelError) {
    for (name, resource) in try value.member("resources")?.requireMembers() ?? [] {
      try resource.requireObject()
      try readMethods(of: resource, prefix, tag ?? name, in: file)
      try readResources(of: resource, prefix, tag ?? name, in: file)
    }
  }

  private mutating func readMethods(
    of value: JSONValue, _ prefix: String, _ tag: String, in file: String?
  ) throws(ModelError) {
    for (name, method) in try value.member("methods")?.requireMembers() ?? [] {
      try method.requireObject()
      try method.refuseRepeatedMembers {
        ["httpMethod", "path", "flatPath", "scopes", "id"].contains($0)
      }
      // The flat path has one parameter a segment; the other may hold several in one.
      guard let path = (method.member("flatPath") ?? method.member("path"))?.string,
        let verb = method.member("httpMethod")?.string
      else {
        throw method.error(
          "the method \"\(name)\" has no path or no HTTP method", remedy: "Get the whole document")
      }
      var operation = CatalogDraft.Operation(
        method: verb.uppercased(), path: CatalogDraft.path(prefix + Self.unescaped(path)))
      operation.summary = PlainText.sentence(
        method.member("description")?.scalarText ?? "", limit: 200)
      operation.tag = PlainText.line(tag, limit: 200)
      operation.isDeprecated = method.member("deprecated")?.boolean ?? false
      if let list = method.member("scopes"), list.kind != .null {
        var sets: [[Int]] = []
        for scope in try list.requireElements() {
          let index = result.draft.scope(try scope.requireString(), isDeclared: false)
          if result.draft.scopes[index].origin == nil {
            result.draft.scopes[index].origin = .init(value: scope, file: "")
          }
          if !sets.contains([index]) { sets.append([index]) }
        }
        if !sets.isEmpty { operation.requirement = sets }
      }
      if Self.isUnion(method.member("id")?.string ?? ""), operation.requirement != nil {
        operation.isInferred = true
        unions += 1
      }
      if method.member("mediaUpload") != nil { uploads += 1 }
      try result.add(operation, at: method, in: file)
    }
  }

  /// A parameter of several segments (`{+name}`) as a plain one.
  private static func unescaped(_ path: String) -> String {
    path.replacing(bytesOf: "{+", with: "{")
  }

  /// Methods whose scopes are those of several kinds of data, by what their texts say.
  private static let unions = [
    "people.people.get", "people.people.getBatchGet", "script.scripts.run", "dataportability.",
    "fitness.", "workspaceevents.subscriptions.", "chat.spaces.spaceEvents.",
  ]

  private static func isUnion(_ id: String) -> Bool {
    unions.contains { $0.ends(exactlyWith: ".") ? id.starts(exactlyWith: $0) : id == $0 }
  }
}
