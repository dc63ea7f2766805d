import Catalogs
import Documents

/// Reads what a link asks for: scopes by OAuth (RFC 6749, section 3.3), or a platform's form filled
/// in.
struct LinkReader {
  /// Where links of platforms go, and the ids of the catalogs that their scopes are of.
  private static let hosts = [
    ("accounts.google.com", "google-workspace"), ("slack.com", "slack"),
    ("api.slack.com", "slack"), ("login.microsoftonline.com", "msgraph"),
    ("dash.cloudflare.com", "cloudflare"), ("gitlab.com", "gitlab"),
    ("cloud.digitalocean.com", "digitalocean"),
  ]

  private let host: String
  private let path: String
  /// The parameters, decoded, in their order.
  private let query: [(name: String, value: String)]

  /// Takes a link apart; nil where a text is none.
  init?(_ text: String) {
    guard text.starts(exactlyWith: "https://") || text.starts(exactlyWith: "http://"),
      !text.utf8.contains(where: { $0 <= 0x20 }), let mark = text.firstIndex(of: "?")
    else { return nil }
    let address = text[..<mark].drop { $0 != "/" }.dropFirst(2)
    let slash = address.firstIndex(of: "/") ?? address.endIndex
    let (host, path) = (String(address[..<slash]), String(address[slash...]))
    (self.host, self.path) = (host.lowercased(), path)
    let parts = text[text.index(after: mark)...].prefix { $0 != "#" }
    query = String(parts).parts(between: "&").map { part in
      let sign = part.firstIndex(of: "=") ?? part.endIndex
      return (Self.decoded(part[..<sign]), Self.decoded(part[sign...].dropFirst()))
    }
  }

  /// A plus stands for a space, as forms have it.
  private static func decoded(_ text: Substring) -> String {
    let bytes = text.utf8.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }
    return String(
      decoding: PercentCoding.decoded(bytes, escapedSlash: UInt8(ascii: "/")), as: UTF8.self)
  }

  /// Whether the link asks for scopes, or fills in a form.
  var isRequest: Bool { isForm || query.contains { Self.scopeNames.contains($0.name) } }

  private static let scopeNames = [
    "scope", "scopes", "user_scope", "permissionGroupKeys", "manifest_json",
  ]

  /// Whether it fills in the form of GitHub for a fine-grained token or for an app.
  private var isForm: Bool {
    host == "github.com"
      && (path == "/settings/personal-access-tokens/new"
        || path.ends(exactlyWith: "/settings/apps/new"))
  }

  /// The id of the catalog of the scopes; nil where the link does not say.
  var catalogID: String? {
    if host == "github.com" { return isForm ? "github" : "github-classic" }
    return Self.hosts.first { $0.0 == host }?.1
  }

  /// The texts in which scopes are named, to find out of which catalog they are.
  var scopes: [String] {
    query.filter { Self.scopeNames.contains($0.name) }.flatMap { Self.split($0.value) }
  }

  private static func split(_ text: String) -> [String] {
    text.utf8.split { $0 == 0x20 || $0 == UInt8(ascii: ",") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func read(catalog: Catalog) throws(ModelError) -> Adoption {
    if let manifest = query.first(where: { $0.name == "manifest_json" }) {
      var adoption = try SlackManifestReader.read(
        JSONDocument(parsing: Array(manifest.value.utf8)).root, catalog: catalog)
      adoption.form = .link
      return adoption
    }
    var draft = AdoptionDraft(catalog: catalog)
    let names = FormNames(of: catalog)
    for (name, value) in query {
      switch name {
      case "name" where isForm || host == "dash.cloudflare.com": draft.label = value
      case "description" where isForm: draft.purpose = value
      case "permissionGroupKeys": try read(keys: value, names, into: &draft)
      case _ where isForm: read(permission: name, value, catalog, into: &draft)
      case "scope" where host == "slack.com", "user_scope":
        let kind = draft.kind([name == "scope" ? "bot" : "user"])
        for id in Self.split(value) { draft.add(id: id, kind: kind, at: name) }
      case "scope", "scopes":
        let kind = host == "login.microsoftonline.com" ? draft.kind(["delegated-work"]) : nil
        for id in Self.split(value) { draft.add(id: Self.bare(id), kind: kind, at: name) }
      default: break
      }
    }
    return try draft.adoption(of: .link)
  }

  /// A permission of Graph stands behind the address of the API.
  private static func bare(_ id: String) -> String {
    let start = "https://graph.microsoft.com/"
    return id.starts(exactlyWith: start) ? String(id.dropFirst(start.utf8.count)) : id
  }

  private func read(
    permission name: String, _ value: String, _ catalog: Catalog, into draft: inout AdoptionDraft
  ) {
    switch name {
    case "expires_in", "target_name":
      draft.leave(
        name, "\"\(Wording.cut(value))\": a key says neither an owner nor a term in days", nil)
    case _ where ["read", "write", "admin"].contains(value):
      draft.add(id: "\(name):\(value)", at: name)
    default:
      draft.leave(name, "\"\(Wording.cut(value))\", which is no level of a permission", nil)
    }
  }

  private func read(
    keys text: String, _ names: FormNames, into draft: inout AdoptionDraft
  ) throws(ModelError) {
    let list = try JSONDocument(parsing: Array(text.utf8)).root
    for (index, entry) in try list.requireElements().enumerated() {
      let key = try entry.require("key").requireString()
      let type = try entry.require("type").requireString()
      guard let id = names.scope(of: "\(key):\(type)") else {
        draft.leave(
          "permissionGroupKeys[\(index)]", "a key that no scope of the catalog is known by", entry)
        continue
      }
      draft.add(id: id, at: "permissionGroupKeys[\(index)]")
    }
  }
}

/// The ids that the forms of a catalog know scopes by, the other way round.
struct FormNames {
  private var scopes: [String: String] = [:]

  init(of catalog: Catalog) {
    for form in catalog.forms {
      guard let template = try? form.template(in: catalog) else { continue }
      for (scope, name) in template.names { scopes[name] = scope }
    }
  }

  /// The id of the scope that a form knows by a name.
  func scope(of name: String) -> String? { scopes[name] }
}
