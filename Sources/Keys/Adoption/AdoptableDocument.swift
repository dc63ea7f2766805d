import Catalogs
import Documents

/// A document from which a key can be adopted, recognized by what is in it.
package struct AdoptableDocument: Sendable {
  private enum Content: Sendable {
    case values([JSONValue])
    case link(LinkReader)
    case text(ScopeTextReader)
  }

  /// What it is.
  package let form: AdoptableForm
  private let content: Content

  /// Recognizes a document.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8.
  ///   - yaml: makes JSON with the same lines of a YAML document.
  /// - Throws: `ModelError` with its place where it cannot be read, or is nothing that is known.
  package init(
    _ bytes: [UInt8], yaml: (_ bytes: [UInt8]) throws(ModelError) -> [UInt8]
  ) throws(ModelError) {
    guard bytes.count <= AdoptionDraft.maximumBytes else {
      throw ModelError(
        problem:
          "the document has \(bytes.count) bytes, and \(AdoptionDraft.maximumBytes) are read",
        remedy: "Adopt a part of it; no platform takes as much")
    }
    guard let first = bytes.first(where: { $0 > 0x20 }) else {
      throw ModelError(
        problem: "the document is empty", remedy: "Give what a platform takes, shows or answers")
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      let root = try JSONDocument(parsing: bytes).root
      guard let form = Self.form(of: root) else {
        throw root.error("this is JSON of no form that is known", remedy: Self.known)
      }
      (self.form, content) = (form, .values([root]))
      return
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ModelError(
        problem: "the document is not UTF-8", remedy: "Save it as UTF-8")
    }
    if Self.isLikelyYAML(bytes) {
      var roots: [JSONValue] = []
      for part in Self.documents(in: bytes) {
        roots.append(try JSONDocument(parsing: try yaml(part)).root)
      }
      guard let form = roots.lazy.compactMap({ Self.form(of: $0) }).first else {
        throw ModelError(
          problem: "this is YAML of no form that is known", remedy: Self.known)
      }
      (self.form, content) = (form, .values(roots))
      return
    }
    let line = text.utf8.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    if line.count == 1, let link = LinkReader(line[0]), link.isRequest {
      (form, content) = (.link, .link(link))
      return
    }
    let reader = ScopeTextReader(text)
    (form, content) = (reader.header ?? .list, .text(reader))
  }

  private static let known =
    "Give an AWS policy, roles of Kubernetes, a manifest of a Slack app, requiredResourceAccess, "
    + "the body of a token of Cloudflare, a link, or a list of scopes"

  private static func form(of root: JSONValue) -> AdoptableForm? {
    if IAMPolicyReader.policy(in: root) != nil { return .iamPolicy }
    if KubernetesRoleReader.isRole(root) { return .kubernetesRole }
    if SlackManifestReader.isManifest(root) { return .slackManifest }
    if ResourceAccessReader.list(in: root) != nil { return .resourceAccess }
    if TokenBodyReader.body(in: root) != nil { return .tokenBody }
    if list(in: root) != nil { return .list }
    return nil
  }

  /// A list of texts, or what an answer of OAuth says of a token (RFC 6749, section 5.1).
  private static func list(in root: JSONValue) -> [String]? {
    if let list = try? root.requireStrings(), !list.isEmpty { return list }
    if let scopes = root["scopes"] { return try? scopes.requireStrings() }
    return root["scope"]?.string.map { [$0] }
  }

  // MARK: - YAML

  private static let yamlNames = [
    "apiVersion", "kind", "rules", "items", "metadata", "display_information", "oauth_config",
    "Statement", "Version", "requiredResourceAccess",
  ]

  private static func isLikelyYAML(_ bytes: [UInt8]) -> Bool {
    bytes.split { $0 == 0x0A || $0 == 0x0D }.contains { line in
      yamlNames.contains { line.starts(with: ($0 + ":").utf8) }
    }
  }

  /// The documents of a stream, each with as many empty lines before it as it has lines before it
  /// there; what holds nothing but comments is none.
  private static func documents(in bytes: [UInt8]) -> [[UInt8]] {
    var documents: [[UInt8]] = []
    var current: [UInt8] = []
    var (line, holds) = (0, false)
    func isMarker(_ text: ArraySlice<UInt8>, _ marker: String) -> Bool {
      text.starts(with: marker.utf8) && (text.count == 3 || text[text.startIndex + 3] <= 0x20)
    }
    for text in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if isMarker(text, "---") || isMarker(text, "...") {
        if holds { documents.append(current) }
        holds = false
        current = Array(repeating: 0x0A, count: line)
      }
      let words = text.drop { $0 <= 0x20 }
      let isEmpty = words.isEmpty || words.first == UInt8(ascii: "#")
      if !isEmpty, !isMarker(text, "---") || words.count > 4, !isMarker(text, "...") {
        holds = true
      }
      if isMarker(text, "...") { current.append(0x0A) } else { current += text + [0x0A] }
      line += 1
    }
    if holds { documents.append(current) }
    return documents
  }

  // MARK: - Reading

  /// The id of the catalog that it is of; nil where it does not say.
  package var catalogID: String? {
    if case .link(let link) = content { return link.catalogID }
    return form.catalogID
  }

  /// How many of the scopes that it names a catalog has.
  package func matches(_ catalog: Catalog) -> Int {
    switch content {
    case .link(let link): link.scopes.count { catalog.indexOfScope($0) != nil }
    case .text(let reader): reader.matches(catalog)
    case .values: lines?.matches(catalog) ?? 0
    }
  }

  /// A list in JSON as lines.
  private var lines: ScopeTextReader? {
    guard case .values(let roots) = content, let root = roots.first,
      let list = Self.list(in: root)
    else { return nil }
    return ScopeTextReader(list.joined(separator: "\n"))
  }

  /// What it grants, as scopes of a catalog.
  package func read(catalog: Catalog) throws(ModelError) -> Adoption {
    switch content {
    case .link(let link): return try link.read(catalog: catalog)
    case .text(let reader):
      switch form {
      case .scopesHeader: return try reader.readScopesHeader(catalog: catalog)
      case .permissionsHeader: return try reader.readPermissionsHeader(catalog: catalog)
      default: return try reader.readList(catalog: catalog)
      }
    case .values(let roots):
      guard let root = roots.first(where: { Self.form(of: $0) == form }) ?? roots.first else {
        break
      }
      if let policy = IAMPolicyReader.policy(in: root) {
        var reader = IAMPolicyReader(catalog: catalog)
        return try reader.read(policy)
      }
      if form == .kubernetesRole {
        var reader = KubernetesRoleReader(catalog: catalog)
        return try reader.read(roots)
      }
      if form == .slackManifest {
        return try SlackManifestReader.read(root, catalog: catalog)
      }
      if let list = ResourceAccessReader.list(in: root) {
        return try ResourceAccessReader.read(list, in: root, catalog: catalog)
      }
      if let body = TokenBodyReader.body(in: root) {
        return try TokenBodyReader.read(body, catalog: catalog)
      }
      if let lines { return try lines.readList(catalog: catalog) }
    }
    throw ModelError(problem: "the document grants nothing", remedy: Self.known)
  }
}
