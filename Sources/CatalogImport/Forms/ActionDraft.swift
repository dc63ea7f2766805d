import Documents

/// The access level that AWS gives an action.
enum ActionLevel {
  case read
  case list
  case write
  case tagging
  case permissions

  /// A level by the words of lists and pages, such as `Permissions management, Write`; nil for others.
  init?(word: String) {
    switch word.lowercased().parts(between: ",").first?.parts(between: " ").first {
    case "read": self = .read
    case "list": self = .list
    case "write": self = .write
    case "tagging": self = .tagging
    case "permissions": self = .permissions
    default: return nil
    }
  }

  /// What it is in a catalog's words.
  var access: String {
    switch self {
    case .read, .list: "view"
    case .write: "update"
    case .tagging: "tag"
    case .permissions: "admin"
    }
  }
}

/// Actions of AWS as scopes, and the operations of its clients as calls.
struct ActionDraft {
  private var result = FormDraft()
  private var open = 0

  /// Adds an action, such as `s3:GetObject`.
  mutating func add(_ id: String, text: String = "", level: ActionLevel?, at value: JSONValue) {
    // Every description starts so, and a title has no room for it.
    let start = "Grants permission to "
    let words =
      text.starts(exactlyWith: start) ? Substring(text.utf8.dropFirst(start.utf8.count)) : text[...]
    let index = result.draft.scope(
      id, text: words.prefix(1).uppercased() + words.dropFirst(), isDeclared: true)
    result.draft.scopes[index].origin = .init(value: value, file: "")
    result.draft.scopes[index].access = level?.access ?? ""
    let service = String(id.prefix { $0 != ":" })
    result.draft.scopes[index].path = [service]
    result.draft.scopes[index].isPathInferred = false
    if level == .permissions { result.draft.scopes[index].touches = ["credentials"] }
  }

  /// Adds an operation of a service's client.
  ///
  /// The actions are all that it may check, by options and kinds of resources: neither all are
  /// needed nor is any one enough. Where several stand there the one of the operation's own name is
  /// taken for the plain case, and marked inferred.
  mutating func add(
    call name: String, of service: String, authorized: [String], at value: JSONValue,
    in file: String?
  ) throws(ModelError) {
    var operation = CatalogDraft.Operation(
      method: "POST", path: CatalogDraft.path("/" + service + "/" + name))
    operation.tag = service
    let own = authorized.filter { $0.lowercased() == (service + ":" + name).lowercased() }
    if let action = authorized.count == 1 ? authorized.first : own.first {
      let index = result.draft.scope(action, isDeclared: false)
      if result.draft.scopes[index].origin == nil {
        result.draft.scopes[index].origin = .init(value: value, file: "")
      }
      operation.requirement = [[index]]
      operation.isInferred = authorized.count > 1
    } else if !authorized.isEmpty {
      open += 1
    }
    try result.add(operation, at: value, in: file)
  }

  /// What was read.
  func description(
    title: String, version: String, format: String, _ options: ImportOptions
  ) -> ReadDescription {
    var result = result
    result.draft.setNames(title: title, version: version, format: format, options)
    result.draft.summary = "Actions that policies of AWS name, with their access levels"
    if !result.draft.operations.isEmpty {
      result.note(
        "the calls are operations of AWS's clients, written as POST /service/Operation: "
          + "AWS has no paths of its own for them")
    }
    if open > 0 {
      result.note(
        "\(open) \(open == 1 ? "operation lists" : "operations list") several actions, and none of its own name: which are needed was left open"
      )
    }
    return result.description()
  }
}
