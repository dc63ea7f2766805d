import Documents

/// The members of calls whose names are about permissions.
struct MemberSurvey {
  /// One member of one call.
  struct Entry {
    var call: Int
    var place: References.Place
  }

  /// The members by name, in the order of their first appearance.
  private(set) var names: [String] = []
  private(set) var entries: [String: [Entry]] = [:]

  /// Takes down what a call has.
  mutating func add(_ members: [(name: String, place: References.Place)], of call: Int) {
    for (name, place) in members {
      // Documents have few names, and each stands on many calls.
      let isTaken = taken[name] ?? self.isTaken(name)
      taken[name] = isTaken
      guard isTaken else { continue }
      if entries[name] == nil { names.append(name) }
      entries[name, default: []].append(Entry(call: call, place: place))
    }
  }

  private let given: Set<String>
  private var taken: [String: Bool] = [:]

  /// - Parameter given: the names that the person gave.
  init(given: Set<String>) { self.given = given }

  private func isTaken(_ name: String) -> Bool {
    given.contains(name) || MemberReading.rank(name) != nil || KnownMember.find(name) != nil
  }

  /// Says whether a member of a call is read.
  func isRead(_ name: String) -> Bool { Self.ofOpenAPI.contains(name) || isTaken(name) }

  private static let ofOpenAPI: Set = [
    "$ref", "security", "summary", "description", "tags", "deprecated",
  ]
}

/// What is known of a vendor's member.
enum KnownMember {
  /// It says what `security` says as well, and more exactly.
  case inPlaceOfSecurity
  /// The same, and any one of its names is enough.
  case accepted
  /// It is about another kind of credential.
  case otherCredential

  /// What is known of a member by its name, from `openapi-anyof`'s sources.
  static func find(_ name: String) -> KnownMember? {
    switch name {
    // Atlassian's gateway: "having one of these groups of scopes", classic and granular
    // (community.developer.atlassian.com/t/75654); Connect apps are another kind of credential.
    case "x-atlassian-oauth2-scopes": .inPlaceOfSecurity
    case "x-atlassian-connect-scope": .otherCredential
    // Datadog: agrees with the scopes of `security` on every call that has both
    // (DataDog/datadog-api-client-go).
    case "x-permission": .inPlaceOfSecurity
    // Cloudflare: "accepted permissions (at least one required)" (cloudflare/api-schemas).
    case "x-api-token-group": .accepted
    // Okta: rights of the administrator who made a token (okta/okta-management-openapi-spec).
    case "x-okta-iam-admin-roles", "x-okta-iam-admin-permissions": .otherCredential
    default: nil
    }
  }
}
