import Documents

/// Small catalogs of the shapes that the platforms have, with the forms that ship for them.
public struct NativeFixture: Sendable {
  /// A scope: its id, the kinds that take it, and its ids by kind.
  public struct Scope: Sendable {
    /// Its id.
    public var id: String
    /// The kinds of key that take it; empty for all.
    public var kinds: [String] = []
    /// Its ids by kind.
    public var native: [String: String] = [:]
  }

  /// The catalog's id.
  public var id: String
  /// The kinds of key.
  public var kinds: [String] = []
  /// The scopes, in tree order.
  public var scopes: [Scope]

  /// A catalog with these scopes.
  public init(id: String, kinds: [String] = [], scopes: [Scope]) {
    (self.id, self.kinds, self.scopes) = (id, kinds, scopes)
  }

  /// All of them.
  public static let all = [
    github, classic, slack, graph, google, aws, kubernetes, cloudflare, gitlab, digitalOcean,
  ]

  private static let levels: [(name: String, levels: [String])] = [
    ("actions", ["read", "write"]), ("contents", ["read", "write"]), ("issues", ["read", "write"]),
    ("metadata", ["read"]), ("organization_projects", ["read", "write", "admin"]),
    ("workflows", ["write"]),
  ]

  /// Permissions with levels, as GitHub's fine-grained tokens have them.
  public static let github = NativeFixture(
    id: "github",
    scopes: levels.flatMap { entry in entry.levels.map { Scope(id: entry.name + ":" + $0) } })

  /// Scopes of GitHub's classic tokens.
  public static let classic = NativeFixture(
    id: "github-classic",
    scopes: ["repo", "repo:status", "gist", "admin:org", "read:org", "user:email"].map {
      Scope(id: $0)
    })

  /// Scopes of bots and of users.
  public static let slack = NativeFixture(
    id: "slack", kinds: ["bot", "user"],
    scopes: [
      Scope(id: "chat:write"), Scope(id: "channels:read"), Scope(id: "users:read.email"),
      Scope(id: "admin", kinds: ["user"]), Scope(id: "search:read", kinds: ["user"]),
      Scope(id: "commands", kinds: ["bot"]), Scope(id: "app_mentions:read", kinds: ["bot"]),
    ])

  /// Permissions with a GUID for each kind.
  public static let graph = NativeFixture(
    id: "msgraph", kinds: ["delegated-work", "delegated-personal", "application"],
    scopes: (0..<12).map { place in
      func guid(_ digit: Int) -> String {
        "0000000\(digit)-1111-2222-3333-4444444444" + (place < 10 ? "0" : "") + "\(place)"
      }
      // The two kinds of delegated permissions share one GUID.
      return Scope(
        id: "Thing\(place).Read.All",
        native: [
          "delegated-work": guid(1), "delegated-personal": guid(1), "application": guid(2),
        ])
    })

  /// Scopes that are addresses.
  public static let google = NativeFixture(
    id: "google-workspace",
    scopes: [
      "https://mail.google.com/", "https://www.googleapis.com/auth/calendar",
      "https://www.googleapis.com/auth/calendar.readonly",
      "https://www.googleapis.com/auth/drive", "https://www.googleapis.com/auth/drive.file",
    ].map { Scope(id: $0) })

  /// Actions of services.
  public static let aws = NativeFixture(
    id: "aws",
    scopes: [
      "ec2:DescribeInstances", "ec2:RunInstances", "ec2:TerminateInstances", "iam:GetRole",
      "iam:PassRole", "s3:DeleteObject", "s3:GetBucketPolicy", "s3:GetObject", "s3:GetObjectAcl",
      "s3:ListBucket", "s3:PutObject", "sqs:SendMessage", "sts:AssumeRole",
    ].map { Scope(id: $0) })

  private static let verbs: [(name: String, verbs: [String])] = [
    ("core/pods", ["get", "list", "watch", "delete"]), ("core/pods/log", ["get"]),
    ("core/secrets", ["get", "list"]), ("core/nodes", ["get"]),
    ("apps/deployments", ["get", "update", "patch"]),
    ("apps/deployments/scale", ["get", "update"]),
    ("apps/statefulsets/scale", ["get", "update"]),
    ("rbac.authorization.k8s.io/roles", ["get", "bind", "escalate"]),
    ("nonResourceURL:/version/", ["get"]), ("nonResourceURL:/logs/{logpath}", ["get"]),
  ]

  /// Verbs on resources, and on addresses.
  public static let kubernetes = NativeFixture(
    id: "kubernetes", kinds: ["role", "cluster-role"],
    scopes: verbs.flatMap { entry in
      let isOfCluster = entry.name == "core/nodes" || entry.name.hasPrefix("nonResourceURL")
      return entry.verbs.map {
        Scope(id: entry.name + ":" + $0, kinds: isOfCluster ? ["cluster-role"] : [])
      }
    })

  /// Groups with blanks in their names.
  public static let cloudflare = NativeFixture(
    id: "cloudflare",
    scopes: [
      "DNS Read", "DNS Write", "Zone Read", "Workers Scripts Write", "Billing Read", "Stream Write",
    ].map { Scope(id: $0) })

  /// Permissions of GitLab.
  public static let gitlab = NativeFixture(
    id: "gitlab",
    scopes: ["read_job", "create_job", "read_work_item", "delete_wiki"].map { Scope(id: $0) })

  /// Scopes of DigitalOcean.
  public static let digitalOcean = NativeFixture(
    id: "digitalocean",
    scopes: ["droplet:read", "droplet:create", "domain:update", "spaces_key:delete"].map {
      Scope(id: $0)
    })

  /// The forms that ship for the platform, as JSON.
  public func shippedForms() throws -> String {
    let root = "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    // What is ours of a catalog is in its overlay, which is smaller.
    let overlay = root + "/Assets/Overlays/\(id).json"
    let path = DocumentFile.exists(overlay) ? overlay : root + "/Assets/Catalogs/\(id).json"
    let forms = try JSONDocument(parsing: DocumentFile.read(path)).root.require("forms")
    return String(decoding: JSONWriter.writeCompact(JSONNode(forms)), as: UTF8.self)
  }

  /// The catalog as a document, with these forms.
  public func document(forms: String) -> String {
    func list(_ texts: [String]) -> String {
      "[" + texts.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }
    let entries = scopes.map { scope in
      var text = #"{"id":"\#(scope.id)","title":"About \#(scope.id)""#
      if !scope.kinds.isEmpty { text += #","kinds":\#(list(scope.kinds))"# }
      if !scope.native.isEmpty {
        text +=
          #","native":{"#
          + scope.native.sorted { $0.key < $1.key }.map { #""\#($0.key)":"\#($0.value)""# }
          .joined(separator: ",") + "}"
      }
      return text + "}"
    }
    let named = kinds.map { #"{"id":"\#($0)","title":"\#($0)"}"# }.joined(separator: ",")
    return #"{"$schema":"urn:keywright:catalog:1","id":"\#(id)","name":"Fixture","version":"1","#
      + (kinds.isEmpty ? "" : #""kinds":[\#(named)],"#)
      + #""categories":[{"name":"All","scopes":[\#(entries.joined(separator: ","))]}],"#
      + #""forms":\#(forms)}"#
  }
}
