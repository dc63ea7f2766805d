import Documents

/// Reads the OpenAPI document of a Kubernetes cluster (`kubectl get --raw /openapi/v2`): what each
/// call needs follows from its method and path, as the API server's authorizer sees them.
struct KubernetesReader {
  private var result = FormDraft()

  static func isItsForm(_ root: JSONValue) -> Bool {
    guard root.member("swagger") != nil, let paths = root.member("paths") else { return false }
    let isNamed = root.member("info")?.member("title")?.string == "Kubernetes"
    let members = paths.members.prefix(200)
    let isServed = members.contains {
      $0.name.starts(exactlyWith: "/apis/") || $0.name.starts(exactlyWith: "/api/v1/")
    }
    let isMarked = members.contains { path in
      path.value.members.contains { $0.value.member("x-kubernetes-action") != nil }
    }
    return isServed && (isNamed || isMarked)
  }

  static func read(
    _ root: JSONValue, _ options: ImportOptions
  ) throws(ModelError) -> ReadDescription {
    var reader = KubernetesReader()
    let info = root.member("info")
    reader.result.draft.setNames(
      title: info?.member("title")?.scalarText ?? "Kubernetes",
      version: info?.member("version")?.scalarText ?? "", format: "Kubernetes OpenAPI v2", options)
    reader.result.draft.summary = "Permissions as RBAC names them: resource and verb"
    reader.result.draft.servers = ServerAddresses.of(root)
    for (path, item) in try root.member("paths")?.requireMembers() ?? []
    where !path.starts(exactlyWith: "x-") {
      try item.requireObject()
      for (method, operation) in item.members where Self.methods.contains(method) {
        try reader.read(method.uppercased(), path, operation, item)
      }
    }
    return reader.result.description()
  }

  private static let methods: Set = ["get", "put", "post", "delete", "options", "head", "patch"]

  private mutating func read(
    _ method: String, _ path: String, _ value: JSONValue, _ item: JSONValue
  ) throws(ModelError) {
    try value.requireObject()
    var operation = CatalogDraft.Operation(method: method, path: CatalogDraft.path(path))
    operation.summary = PlainText.sentence(
      value.member("description")?.scalarText ?? "", limit: 200)
    operation.tag = PlainText.line(
      value.member("tags")?.elements.first?.scalarText ?? "", limit: 200)
    // What is behind a proxy is a path of its own.
    if path.ends(exactlyWith: "/{path}") { operation.slashes = "path" }
    let request = KubernetesRequest(method: method, path: path)
    operation.isDeprecated = request.isOldWatch
    guard let verb = request.verb else {
      // No verb is asked about: only a rule for all verbs allows it.
      return try result.add(operation, at: value)
    }
    var set = [scope(request, verb, at: value)]
    if verb == "get", Self.streams.contains(request.resource ?? "") {
      // Since 1.35 a stream that starts with GET needs the right to create it as well.
      set.append(scope(request, "create", at: value))
    }
    operation.requirement = [set.sorted()]
    if verb == "list", Self.takesWatch(value) || Self.takesWatch(item) {
      let watch = scope(request, "watch", at: value)
      operation.requirement?.append([watch])
      operation.terms = [.init(unless: "watch"), .init(when: "watch")]
      result.draft.conditions = [
        ("watch", "Does the call follow changes (the query parameter \"watch\")?")
      ]
    }
    try result.add(operation, at: value)
  }

  private static let streams: Set = ["pods/attach", "pods/exec", "pods/portforward"]

  private static func takesWatch(_ value: JSONValue) -> Bool {
    value.member("parameters")?.elements.contains { parameter in
      parameter.member("name")?.string == "watch"
        || parameter.member("$ref")?.string?.starts(exactlyWith: "#/parameters/watch-") ?? false
    } ?? false
  }

  /// The index of what RBAC calls a verb on a resource.
  private mutating func scope(
    _ request: KubernetesRequest, _ verb: String, at value: JSONValue
  ) -> Int {
    let count = result.draft.scopes.count
    let index = result.draft.scope(request.scope(verb), isDeclared: true)
    guard result.draft.scopes.count > count else { return index }
    let name = request.resource ?? request.path
    result.draft.scopes[index].origin = .init(value: value, file: "")
    result.draft.scopes[index].title = verb.prefix(1).uppercased() + verb.dropFirst() + " " + name
    result.draft.scopes[index].access = request.access(verb)
    result.draft.scopes[index].path = [request.category] + (request.resource.map { [$0] } ?? [])
    result.draft.scopes[index].isPathInferred = false
    if request.resource != nil {
      result.draft.scopes[index].level = (request.category + "/" + name, verb)
    }
    return index
  }
}
