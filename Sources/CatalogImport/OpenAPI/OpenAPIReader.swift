import Catalogs
import Documents

/// Reads Swagger 2.0 and OpenAPI 3 into a draft.
struct OpenAPIReader {
  let root: JSONValue
  let references: References
  let options: ImportOptions
  var draft = CatalogDraft()
  var notes: [ImportNote] = []
  var schemes: [String: SecurityScheme] = [:]
  /// How many scopes the schemes declare.
  var declaredScopes = 0
  /// For each scheme without scopes how many calls take it in the place of scopes.
  var unscoped: [String: Int] = [:]
  /// The schemes that calls ask for and that are not there; each is told once.
  var unknownSchemes: Set<String> = []
  /// What sets of scopes mean.
  var meaning = SetMeaning.all
  var tally = RequirementTally()
  var members: MemberSurvey
  /// For each call what its prose says, where nothing else does.
  var prose: [(call: Int, text: String, place: References.Place)] = []
  private var calls: Set<String> = []

  init(root: JSONValue, options: ImportOptions) {
    self.root = root
    self.options = options
    references = References(root: root, base: options.base, path: options.path)
    members = MemberSurvey(given: Set(options.permissionMembers))
  }

  mutating func read() throws(ModelError) {
    let format = try format()
    try root.refuseRepeatedMembers(where: Self.readOfRoot.contains)
    readInfo(format)
    let platform = KnownPlatform.find(servers: draft.servers, title: draft.title)
    meaning = options.meaning ?? platform?.meaning ?? .all
    try readSchemes(isSwagger: format == "Swagger 2.0")
    declaredScopes = draft.scopes.count
    try readPaths()
    readMembers()
    if options.readsProse { readProse() }
    tellOfRequirements(platform)
    apply(platform)
  }

  mutating func note(
    _ text: MessageText, at place: References.Place? = nil, isNotUnderstood: Bool = false
  ) {
    var note = ImportNote(
      at: place?.value, file: place.flatMap { references.path(of: $0.file) }, text: text)
    note.isNotUnderstood = isNotUnderstood
    notes.append(note)
  }

  private func format() throws(ModelError) -> String {
    let version = (root.member("openapi") ?? root.member("swagger"))
    if let text = version?.scalarText {
      if root.member("openapi") != nil, text.starts(exactlyWith: "3.") { return "OpenAPI " + text }
      if root.member("swagger") != nil, text == "2.0" || text == "2" { return "Swagger 2.0" }
      throw (version ?? root).error(
        "\"\(text)\" is not a version that this program knows",
        remedy: "Give Swagger 2.0, or OpenAPI 3.0, 3.1 or 3.2")
    }
    throw ForeignDocument.error(root)
  }

  // MARK: - The whole

  /// The members of the document that are read.
  private static let readOfRoot: Set = [
    "openapi", "swagger", "info", "servers", "host", "basePath", "schemes", "tags", "paths",
    "security", "components", "securityDefinitions",
  ]

  private mutating func readInfo(_ format: String) {
    let info = root.member("info")
    draft.setNames(
      title: info?.member("title")?.scalarText ?? "",
      version: info?.member("version")?.scalarText ?? "", format: format, options)
    draft.summary = PlainText.sentence(
      info?.member("description")?.scalarText ?? "", limit: 300)
    for tag in root.member("tags")?.elements ?? [] {
      let name = PlainText.line(tag.member("name")?.scalarText ?? "", limit: 200)
      let text = PlainText.sentence(tag.member("description")?.scalarText ?? "", limit: 300)
      if !name.isEmpty { draft.tags.append((name, text)) }
    }
    draft.servers = ServerAddresses.of(root)
  }

  // MARK: - Calls

  private static let methods: Set = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  /// What a path has besides methods.
  private static let otherMembers = [
    "$ref", "summary", "description", "servers", "parameters", "additionalOperations",
  ]

  /// The members of a path that are read.
  private static let readOfPath = methods.union(["$ref", "additionalOperations"])

  private mutating func readPaths() throws(ModelError) {
    let paths = root.member("paths")
    noteIfList(paths, "the list of paths")
    for (path, value) in try paths?.requireMembers() ?? [] where !path.starts(exactlyWith: "x-") {
      let item = try references.follow(.init(value: value, file: ""))
      guard !item.value.isNothing else {
        note("the path \"\(path)\" holds no calls", at: item.place)
        continue
      }
      for layer in item.layers {
        try references.inFile(layer.file) { () throws(ModelError) in
          guard layer.value.kind == .object else {
            throw layer.value.error(
              "the path \"\(path)\" holds no calls", remedy: "Write its methods below it")
          }
          try layer.value.refuseRepeatedMembers(where: Self.readOfPath.contains)
        }
      }
      let known = repaired(path: path, .init(value: value, file: ""))
      for (method, operation) in item.members {
        if Self.methods.contains(method) {
          try read(method.uppercased(), known, operation)
        } else if method == "additionalOperations" {
          let further = try references.inFile(operation.file) { () throws(ModelError) in
            try operation.value.requireMembers()
          }
          for (method, value) in further {
            try read(method.uppercased(), known, .init(value: value, file: operation.file))
          }
        } else if !Self.otherMembers.contains(method), !method.starts(exactlyWith: "x-") {
          let names = Self.methods.union(Self.otherMembers)
          note(
            "\"\(method)\" of the path \"\(path)\" is not a method, nor anything else that a path has: "
              + "left out"
              + "\(whole: NearestName.suggestion(method, among: names).map { ". " + $0 } ?? "")",
            at: operation)
        }
      }
    }
  }

  /// The path as a catalog can hold it, with a note where it had to be changed.
  private mutating func repaired(path: String, _ place: References.Place) -> String {
    let result = CatalogDraft.path(path)
    if result != path { note("the path \"\(path)\" was written as \"\(result)\"", at: place) }
    return result
  }

  private mutating func read(
    _ method: String, _ path: String, _ place: References.Place
  ) throws(ModelError) {
    let node = try references.follow(place)
    for layer in node.layers {
      try references.inFile(layer.file) { () throws(ModelError) in
        guard layer.value.kind == .object || layer.value.isNothing else {
          throw layer.value.error(
            "\(method) \(path) is not a call", remedy: "Write an object, or leave it out")
        }
        try layer.value.refuseRepeatedMembers(where: members.isRead)
      }
    }
    if node.value.isNothing {
      note("\(method) \(path) is empty: read as a call without members", at: place)
    }
    var operation = CatalogDraft.Operation(method: method, path: path)
    guard Catalogs.Operation.isMethod(method) else {
      note("\"\(method)\" is not an HTTP method: the call was left out", at: place)
      return
    }
    guard calls.insert(method + " " + path).inserted else {
      note("the call \(method) \(path) is listed again: left out", at: place)
      return
    }
    let text = { (name: String) in node.member(name)?.value.scalarText ?? "" }
    let summary = PlainText.line(text("summary"), limit: 200)
    operation.summary =
      summary.isEmpty ? PlainText.sentence(text("description"), limit: 200) : summary
    operation.tag = PlainText.line(
      node.member("tags")?.value.elements.first?.scalarText ?? "", limit: 200)
    operation.isDeprecated = node.member("deprecated")?.value.boolean ?? false
    operation.requirement = try security(of: node)
    let call = draft.operations.count
    draft.operations.append(operation)
    tally.count(operation.requirement)
    members.add(node.members, of: call)
    if options.readsProse {
      prose.append((call, text("description") + "\n\n" + text("summary"), node.place))
    }
    guard draft.operations.count <= CatalogDraft.maximumCalls else {
      throw references.inFile(
        place.file,
        place.value.error(
          "there are more than \(CatalogDraft.maximumCalls) calls", remedy: "Split the description")
      )
    }
  }
}
