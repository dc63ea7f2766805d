import Documents

/// Reads Swagger 2.0 and OpenAPI 3 into a draft.
struct OpenAPIReader {
  let root: JSONValue
  let references: References
  let options: ImportOptions
  var draft = CatalogDraft()
  var notes: [ImportNote] = []
  var schemes: [String: SecurityScheme] = [:]
  /// For each scheme without scopes how many calls take it in the place of scopes.
  var unscoped: [String: Int] = [:]
  /// The schemes that calls ask for and that are not there; each is told once.
  var unknownSchemes: Set<String> = []
  private var calls: Set<String> = []

  init(root: JSONValue, options: ImportOptions) {
    self.root = root
    self.options = options
    references = References(root: root, base: options.base)
  }

  mutating func read() throws(ModelError) {
    let format = try format()
    try readInfo(format)
    try readSchemes(isSwagger: format == "Swagger 2.0")
    try readPaths()
    for (name, count) in unscoped.sorted(by: { $0.key < $1.key }) {
      note(
        "\(count) \(count == 1 ? "call also takes" : "calls also take") \"\(name)\", which carries no scopes: left out, because a key "
          + "with scopes is asked about (--keep-unscoped keeps it)")
    }
  }

  mutating func note(_ text: MessageText, at value: JSONValue? = nil) {
    notes.append(ImportNote(at: value, text: text))
  }

  private func format() throws(ModelError) -> String {
    let version = (root.member("openapi") ?? root.member("swagger"))
    if let text = version?.scalarText {
      if root.member("openapi") != nil, text.hasPrefix("3.") { return "OpenAPI " + text }
      if root.member("swagger") != nil, text == "2.0" || text == "2" { return "Swagger 2.0" }
      throw (version ?? root).error(
        "\"\(text)\" is no version that this program knows",
        remedy: "Give Swagger 2.0, or OpenAPI 3.0, 3.1 or 3.2")
    }
    if let schema = root["$schema"], let name = schema.string, name.hasPrefix("urn:keywright:") {
      throw Self.ownDocument(name, schema)
    }
    throw root.error(
      "this is no description of an API: neither \"openapi\" nor \"swagger\" names its version",
      remedy: "Give a Swagger 2.0 or OpenAPI 3 document")
  }

  /// The error that says what a document of this program is for.
  private static func ownDocument(_ name: String, _ schema: JSONValue) -> ModelError {
    switch name.split(separator: ":").dropFirst(2).first {
    case "catalog":
      schema.error(
        "this is a catalog already, not a description of an API",
        remedy: "Check it with `keywright catalog check`, and keep it with `keywright catalog add`")
    case "manifest":
      schema.error(
        "this is the manifest of a key, not a description of an API",
        remedy: "Open it with `keywright FILE`, or check it with `keywright lint`")
    case "overlay":
      schema.error(
        "this is an overlay, which corrects an import, not a description of an API",
        remedy: "Give the description, and this file with --overlay")
    default:
      schema.error(
        "this is a document of Keywright (\(name)), not a description of an API",
        remedy: "Give a Swagger 2.0 or OpenAPI 3 document")
    }
  }

  // MARK: - The whole

  private mutating func readInfo(_ format: String) throws(ModelError) {
    let info = root.member("info")
    let title = PlainText.line(info?.member("title")?.scalarText ?? "", limit: 100)
    draft.name = options.name ?? (title.isEmpty ? "Imported" : title)
    draft.id = options.id ?? Self.slug(draft.name)
    let version = PlainText.line(info?.member("version")?.scalarText ?? "", limit: 100)
    draft.version = options.version ?? (version.isEmpty ? "unversioned" : version)
    draft.summary = PlainText.sentence(
      info?.member("description")?.scalarText ?? "", limit: 300)
    draft.source = options.source.isEmpty ? format : options.source + ", " + format
    for tag in root.member("tags")?.elements ?? [] {
      let name = PlainText.line(tag.member("name")?.scalarText ?? "", limit: 200)
      let text = PlainText.sentence(tag.member("description")?.scalarText ?? "", limit: 300)
      if !name.isEmpty { draft.tags.append((name, text)) }
    }
    draft.servers = servers()
  }

  /// Small letters, digits and single hyphens.
  static func slug(_ name: String) -> String {
    let parts = name.lowercased().utf8.split {
      !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0)
    }
    let slug = parts.map { String(decoding: Array($0), as: UTF8.self) }.joined(separator: "-")
    return slug.isEmpty ? "imported" : String(slug.prefix(100))
  }

  private func servers() -> [String] {
    var addresses: [String] = []
    if let host = root.member("host")?.scalarText {
      let schemes = root.member("schemes")?.elements.compactMap(\.string) ?? ["https"]
      let place = host + (root.member("basePath")?.scalarText ?? "")
      if place.count <= Self.longestAddress { addresses = schemes.map { $0 + "://" + place } }
    }
    for server in root.member("servers")?.elements ?? [] { addresses.append(address(of: server)) }
    var seen: Set<String> = []
    return addresses.map { address in
      String(address.reversed().drop { $0 == "/" }.reversed())
    }.filter { address in
      (address.hasPrefix("https://") || address.hasPrefix("http://"))
        && address.count <= Self.longestAddress
        && address.utf8.allSatisfy { (0x21..<0x7F).contains($0) } && seen.insert(address).inserted
    }
  }

  /// Longer addresses are left out.
  private static let longestAddress = 500

  /// A server's address with the defaults of its variables, which name no further variables.
  private func address(of server: JSONValue) -> String {
    let url = server.member("url")?.scalarText ?? ""
    let defaults = Dictionary(
      (server.member("variables")?.allMembers ?? []).map { name, variable in
        (name, variable.member("default")?.scalarText ?? "")
      }, uniquingKeysWith: { first, _ in first })
    var address = ""
    var rest = url[...]
    // What is too long already only has to stay so.
    while address.utf8.count <= Self.longestAddress, let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      let name = rest[open...close]
      address += rest[..<open] + (defaults[String(name.dropFirst().dropLast())] ?? String(name))
      rest = rest[rest.index(after: close)...]
    }
    return address + rest
  }

  // MARK: - Calls

  private static let methods: Set = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  /// What a path has besides methods.
  private static let otherMembers = [
    "$ref", "summary", "description", "servers", "parameters", "additionalOperations",
  ]

  private mutating func readPaths() throws(ModelError) {
    for (path, value) in try root.member("paths")?.requireMembers() ?? []
    where !path.hasPrefix("x-") {
      let item = try references.resolve(.init(value: value, file: ""))
      guard item.value.kind == .object else {
        throw references.inFile(
          item.file,
          item.value.error(
            "the path \"\(path)\" holds no calls", remedy: "Write its methods below it"))
      }
      let known = repaired(path: path, value)
      for (method, operation) in item.value.allMembers {
        if Self.methods.contains(method) {
          try read(method.uppercased(), known, operation, in: item.file)
        } else if method == "additionalOperations" {
          let further: [(name: String, value: JSONValue)]
          do {
            further = try operation.requireMembers()
          } catch {
            throw references.inFile(item.file, error)
          }
          for (method, operation) in further {
            try read(method.uppercased(), known, operation, in: item.file)
          }
        } else if !Self.otherMembers.contains(method), !method.hasPrefix("x-") {
          let names = Self.methods.union(Self.otherMembers)
          note(
            "\"\(method)\" of the path \"\(path)\" is no method and nothing else that a path has: "
              + "left out"
              + "\(whole: NearestName.suggestion(method, among: names).map { ". " + $0 } ?? "")",
            at: item.file.isEmpty ? operation : value)
        }
      }
    }
  }

  /// The path as a catalog can hold it, with a note where it had to be changed.
  private mutating func repaired(path: String, _ value: JSONValue) -> String {
    var result = path.hasPrefix("/") ? "" : "/"
    for byte in path.utf8 {
      if (0x21..<0x7F).contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    if result != path { note("the path \"\(path)\" was written as \"\(result)\"", at: value) }
    return result
  }

  private mutating func read(
    _ method: String, _ path: String, _ value: JSONValue, in file: String
  ) throws(ModelError) {
    guard value.kind == .object else {
      throw references.inFile(
        file,
        value.error("\(method) \(path) is no call", remedy: "Write an object, or leave it out"))
    }
    var operation = CatalogDraft.Operation(method: method, path: path)
    guard method.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), !method.isEmpty else {
      note("\"\(method)\" is no method of HTTP: the call was left out", at: value)
      return
    }
    guard calls.insert(method + " " + path).inserted else {
      note("the call \(method) \(path) stands here again: left out", at: value)
      return
    }
    let description = value.member("description")?.scalarText ?? ""
    let summary = PlainText.line(value.member("summary")?.scalarText ?? "", limit: 200)
    operation.summary = summary.isEmpty ? PlainText.sentence(description, limit: 200) : summary
    operation.tag = PlainText.line(
      value.member("tags")?.elements.first?.scalarText ?? "", limit: 200)
    operation.isDeprecated = value.member("deprecated")?.boolean ?? false
    do {
      operation.requirement = try requirement(of: value)
    } catch {
      throw references.inFile(file, error)
    }
    if options.readsProse, !names(operation.requirement) {
      let sets = ProsePermissions.sets(in: description + "\n" + summary)
      if !sets.isEmpty {
        operation.requirement = sets.map { set in
          Set(set.map { scope($0, declared: false, at: value) }).sorted()
        }
        operation.isInferred = true
      }
    }
    draft.operations.append(operation)
    guard draft.operations.count <= Self.maximumCalls else {
      throw references.inFile(
        file,
        value.error(
          "there are more than \(Self.maximumCalls) calls", remedy: "Split the description"))
    }
  }

  /// More calls are refused: no catalog of them could be read by a person.
  private static let maximumCalls = 100_000

  func names(_ requirement: [[Int]]?) -> Bool {
    requirement?.contains { !$0.isEmpty } ?? false
  }
}
