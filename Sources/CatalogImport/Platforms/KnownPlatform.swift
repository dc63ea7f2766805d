import Documents

/// A platform of which it is known what its description means where that differs from OpenAPI, or
/// where others differ.
struct KnownPlatform: Sendable {
  /// Its name.
  let name: String
  /// The hosts of its servers; a host below one counts as well.
  var hosts: [String] = []
  /// Words that its title has where no server tells it, in small letters.
  var titles: [String] = []
  /// What a set of scopes means.
  let meaning: SetMeaning
  /// Who proves it.
  let source: String
  /// Whether `security: []` is known to stand on calls that need scopes.
  var distrustsEmpty = false
  /// Calls whose requirement is known better than the description has it.
  var corrections = ""
  /// The questions that its corrections ask, by id.
  var conditions: [(id: String, question: String)] = []

  /// The platform that a description is of, told by its servers and, where these tell none, by its
  /// title.
  static func find(servers: [String], title: String) -> KnownPlatform? {
    let hosts = servers.map(host)
    let title = title.lowercased()
    let byHost = all.first { platform in
      !platform.hosts.isEmpty
        && hosts.contains { host in
          platform.hosts.contains { host == $0 || host.ends(exactlyWith: "." + $0) }
        } && (platform.titles.isEmpty || platform.titles.contains { title.contains($0) })
    }
    return byHost
      ?? all.first { platform in
        platform.hosts.isEmpty && platform.titles.contains { title.contains($0) }
      }
  }

  private static func host(_ address: String) -> String {
    let rest = address.drop { $0 != ":" }.dropFirst(3)
    return rest.prefix { $0 != "/" && $0 != ":" }.lowercased()
  }
}

// MARK: - The table

extension KnownPlatform {
  /// Where sets are known to mean any of their scopes, all of them, or either by call.
  static let all: [KnownPlatform] = [
    KnownPlatform(
      name: "Sentry", hosts: ["sentry.io"], meaning: .any,
      source: "getsentry/sentry: src/sentry/api/permissions.py tests any scope of the list"),
    KnownPlatform(
      name: "Xero", hosts: ["xero.com"], meaning: .any,
      source: "XeroAPI/xero-node, issues 384 and 416: the .read scope is what the call needs"),
    KnownPlatform(
      name: "Figma", hosts: ["figma.com"], meaning: .any,
      source: "developers.figma.com/docs/rest-api/scopes: files:read is the deprecated umbrella"),
    KnownPlatform(
      name: "Zoom", hosts: ["zoom.us"], meaning: .any,
      source: "devforum.zoom.us, topic 108207: x or x:admin by kind of app"),
    KnownPlatform(
      name: "Slack", hosts: ["slack.com"], meaning: .any,
      source: "docs.slack.dev, Conversations API: one scope for each kind of conversation"),
    KnownPlatform(
      name: "Lichess", hosts: ["lichess.org"], meaning: .any,
      source: "lichess-org/lila: a token needs one of the accepted scopes"),
    KnownPlatform(
      name: "Square", hosts: ["squareup.com", "squareupsandbox.com"], meaning: .all,
      source: "developer.squareup.com/docs/invoices-api: INVOICES_WRITE and ORDERS_WRITE"),
    KnownPlatform(
      name: "Jira", hosts: ["atlassian.net", "atlassian.com"], titles: ["jira"], meaning: .all,
      source: "community.developer.atlassian.com, topic 75654: groups of scopes"),
    KnownPlatform(
      name: "Confluence", hosts: ["atlassian.net", "atlassian.com"], titles: ["confluence"],
      meaning: .all, source: "community.developer.atlassian.com, topic 75654: groups of scopes"),
    KnownPlatform(
      name: "HubSpot", hosts: ["hubapi.com"], meaning: .all,
      source: "HubSpot/HubSpot-public-api-spec-collection: alternatives are objects of their own",
      distrustsEmpty: true),
    KnownPlatform(
      name: "Notion", hosts: ["notion.com"], meaning: .all,
      source: "makenotion/notion-mcp-server: every call needs the integration's token",
      distrustsEmpty: true),
    KnownPlatform(
      name: "Twitch", hosts: ["twitch.tv"], meaning: .any,
      source: "twitchdev/twitch-cli: internal/mock_api/authentication, one of the required scopes",
      distrustsEmpty: true, corrections: correctionsOfTwitch),
    KnownPlatform(
      name: "DigitalOcean", hosts: ["digitalocean.com"], meaning: .all,
      source:
        "digitalocean/openapi, pull request 1088: either is enough where there are two objects",
      corrections: correctionsOfDigitalOcean),
    KnownPlatform(
      name: "Mastodon", titles: ["mastodon"], meaning: .any,
      source: "mastodon/mastodon: doorkeeper_authorize! takes any scope of its list",
      corrections: correctionsOfMastodon),
    KnownPlatform(
      name: "Spotify", hosts: ["spotify.com"], meaning: .all,
      source: "sonallux/spotify-web-api: what each scope is for, by call and by field",
      corrections: correctionsOfSpotify,
      conditions: [
        ("private-playlist", "Is the playlist private or collaborative?"),
        ("account-details", "Are the account's country, product or email needed?"),
      ]),
    KnownPlatform(
      name: "Docusign Maestro", hosts: ["docusign.com", "docusign.net"], titles: ["maestro"],
      meaning: .all,
      source: "docusign/code-examples-csharp: the scopes that the examples ask for",
      corrections: "* * = aow_manage + signature (uncertain)"),
    KnownPlatform(
      name: "Docusign Navigator", hosts: ["docusign.com", "docusign.net"], titles: ["navigator"],
      meaning: .all,
      source: "docusign/code-examples-csharp: the scopes that the examples ask for",
      corrections: "* * = adm_store_unified_repo_read + signature (uncertain)"),
  ]
}
