import Documents

/// The variables that collections of requests keep beside them: Postman's lists, Insomnia's
/// environments.
enum CollectionVariables {
  private static let lists: Set<String> = [
    "variable", "variables", "values", "environment", "environments", "env", "vars",
  ]

  /// All variables in a document; a value that is no text sets nothing.
  static func read(_ root: JSONValue) -> ScriptVariables {
    var variables = ScriptVariables()
    visit(root, isList: false, depth: 0, &variables)
    return variables
  }

  private static func visit(
    _ value: JSONValue, isList: Bool, depth: Int, _ variables: inout ScriptVariables
  ) {
    guard depth < 32 else { return }
    if value.kind == .array {
      for element in value.elements {
        visit(element, isList: isList, depth: depth + 1, &variables)
      }
      return
    }
    guard value.kind == .object else { return }
    if isList, let name = (value["key"] ?? value["name"] ?? value["id"])?.string,
      let text = value["value"]?.string, !text.isEmpty
    {
      variables[name.utf8] = Array(text.utf8)
      return
    }
    let isEnvironment = value["_type"]?.string == "environment" || isList
    for (name, inner) in value.members {
      let key = CallNames.normalized(name.utf8)
      if isEnvironment, key == "data", inner.kind == .object {
        for (name, value) in inner.members {
          if let text = value.string, !text.isEmpty { variables[name.utf8] = Array(text.utf8) }
        }
      } else if inner.kind == .object || inner.kind == .array {
        visit(inner, isList: lists.contains(key), depth: depth + 1, &variables)
      }
    }
  }
}
