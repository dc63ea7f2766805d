import Documents

/// What the API server of Kubernetes sees in a method and a path
/// (k8s.io/apiserver/pkg/endpoints/request/requestinfo.go).
struct KubernetesRequest {
  let path: String
  /// The API group; empty for the core.
  private(set) var group = ""
  /// The resource, with its subresource behind a slash; nil for a path that is no resource.
  private(set) var resource: String?
  /// The verb; nil where the method has none.
  private(set) var verb: String?
  /// Whether the path is one of those that watched before the parameter `watch` did.
  private(set) var isOldWatch = false

  init(method: String, path: String) {
    self.path = path
    var parts = path.parts(between: "/")[...]
    let isResource =
      parts.first == "api" && parts.count > 2 || parts.first == "apis" && parts.count > 3
    guard isResource else {
      verb = method.lowercased()
      return
    }
    if parts.popFirst() == "apis" { group = parts.popFirst() ?? "" }
    _ = parts.popFirst()
    if parts.first == "watch", parts.count > 1 {
      isOldWatch = true
      parts = parts.dropFirst()
    }
    if parts.first == "namespaces", parts.count > 2,
      !["status", "finalize"].contains(parts[parts.startIndex + 2])
    {
      parts = parts.dropFirst(2)
    }
    let names = Array(parts)
    resource = names.count > 2 ? names[0] + "/" + names[2] : names.first
    verb = Self.verb(method, hasName: names.count > 1)
    if isOldWatch { verb = "watch" }
  }

  private static func verb(_ method: String, hasName: Bool) -> String? {
    switch method {
    case "POST": "create"
    case "GET", "HEAD": hasName ? "get" : "list"
    case "PUT": "update"
    case "PATCH": "patch"
    case "DELETE": hasName ? "delete" : "deletecollection"
    default: nil
    }
  }

  /// The id of the permission for a verb: `apps/deployments/scale:get`, with `core` for the group
  /// without a name.
  func scope(_ verb: String) -> String {
    guard let resource else { return "nonResourceURL:" + path + ":" + verb }
    return (group.isEmpty ? "core" : group) + "/" + resource + ":" + verb
  }

  /// The category of its permissions.
  var category: String {
    resource == nil ? "Paths that are no resources" : group.isEmpty ? "core" : group
  }

  /// What a verb lets a key do; a stream or a proxy into the workload is no reading, whatever the
  /// verb.
  func access(_ verb: String) -> String {
    let last = resource?.parts(between: "/").last ?? ""
    if resource?.contains(exactly: "/") == true,
      ["attach", "exec", "portforward", "proxy"].contains(last)
    {
      return "execute"
    }
    switch verb {
    case "get", "list", "watch", "head": return "view"
    case "create", "post": return "create"
    case "delete", "deletecollection": return "delete"
    default: return "update"
    }
  }
}
