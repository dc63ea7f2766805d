import Catalogs
import Documents

/// Reads what a manifest of a Slack app asks for.
///
/// https://docs.slack.dev/reference/app-manifest, schema in slackapi/manifest-schema.
enum SlackManifestReader {
  /// Whether a document is one.
  static func isManifest(_ root: JSONValue) -> Bool {
    root["oauth_config"] != nil || root["display_information"] != nil
  }

  static func read(_ root: JSONValue, catalog: Catalog) throws(ModelError) -> Adoption {
    var draft = AdoptionDraft(catalog: catalog)
    draft.label = root["display_information"]?["name"]?.string ?? ""
    draft.purpose = root["display_information"]?["description"]?.string ?? ""
    let scopes = try root.require("oauth_config").require("scopes")
    try scopes.requireObject()
    for (name, list) in scopes.members {
      let place = "oauth_config.scopes.\(name)"
      let kinds = ["bot": "bot", "bot_optional": "bot", "user": "user", "user_optional": "user"]
      guard let kind = kinds[name] else {
        draft.leave(place, "scopes of a kind that is not known", list)
        continue
      }
      for id in try list.requireStrings() { draft.add(id: id, kind: draft.kind([kind]), at: place) }
      if name != kind, !list.elements.isEmpty {
        draft.leave(
          place, "optional scopes: a person may refuse them; the key has them like the others", list
        )
      }
    }
    return try draft.adoption(of: .slackManifest)
  }
}

/// Reads what an application of Microsoft Entra requires of Microsoft Graph.
///
/// https://learn.microsoft.com/graph/api/resources/requiredresourceaccess: `Scope` is a delegated
/// permission, `Role` one of the application's own.
enum ResourceAccessReader {
  /// The application id of Microsoft Graph.
  private static let graph = "00000003-0000-0000-c000-000000000000"

  /// The list in a document; nil where it holds none.
  static func list(in root: JSONValue) -> [JSONValue]? {
    if let list = root["requiredResourceAccess"] { return list.elements }
    if root["resourceAppId"] != nil { return [root] }
    if root.kind == .array, let first = root.elements.first, first["resourceAppId"] != nil {
      return root.elements
    }
    return nil
  }

  static func read(_ list: [JSONValue], in root: JSONValue, catalog: Catalog) throws(ModelError)
    -> Adoption
  {
    var draft = AdoptionDraft(catalog: catalog)
    draft.label = root["displayName"]?.string ?? ""
    let kinds = [
      "scope": draft.kind(["delegated-work", "delegated"]), "role": draft.kind(["application"]),
    ]
    var scopes: [String: Int] = [:]
    for (scope, entry) in catalog.scopes.enumerated() {
      for native in entry.nativeIDs {
        let kind = native.kind.map { catalog.kinds[$0].id } ?? ""
        scopes[kind + "\n" + native.id.lowercased()] = scope
      }
    }
    for (index, resource) in list.enumerated() {
      let place = "requiredResourceAccess[\(index)]"
      let id = try resource.require("resourceAppId").requireString()
      guard id.lowercased() == graph else {
        draft.leave(place, "permissions of another API, \"\(Wording.cut(id))\"", resource)
        continue
      }
      for (position, access) in try resource.require("resourceAccess").requireElements()
        .enumerated()
      {
        let inside = "\(place).resourceAccess[\(position)]"
        let guid = try access.require("id").requireString().lowercased()
        let typeValue = try access.require("type")
        guard let kind = kinds[try typeValue.requireString().lowercased()] else {
          throw typeValue.error(
            "the type \"\(typeValue.string ?? "")\" is neither Scope nor Role",
            remedy: "Write one of them")
        }
        guard let scope = scopes[(kind ?? "") + "\n" + guid] ?? scopes["\n" + guid] else {
          draft.leave(
            inside,
            "a permission of the kind \(typeValue.string ?? "") that the catalog does not have",
            access)
          continue
        }
        draft.add(scope, kind: kind)
      }
    }
    return try draft.adoption(of: .resourceAccess)
  }
}
