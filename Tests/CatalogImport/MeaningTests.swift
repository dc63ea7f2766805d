import Catalogs
import Documents
import Testing

@testable import CatalogImport

/// Whether a set of scopes means all of them or any, and how an import decides.
struct MeaningTests {
  private static let paths = """
    {"/a": {"get": {"security": [{"oauth": ["orders:read", "orders:write"]}]}}}
    """

  private func read(
    server: String = "https://api.acme.example", title: String = "Acme API", paths: String = paths,
    _ edit: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportedCatalog {
    let text = String(
      decoding: Descriptions.openAPI(
        paths: paths, more: #""servers": [{"url": "\#(server)"}],"#), as: UTF8.self)
    return try Descriptions.read(
      Array(text.replacing("Acme API", with: title).utf8), edit)
  }

  @Test func `a set means all, with a note where it holds several levels of one scope`() throws {
    let imported = try read()
    #expect(
      try imported.requirement("GET /a")?.map { Set($0) } == [["orders:read", "orders:write"]])
    let note = try #require(imported.notes.first { $0.text.contains("--any-of") })
    #expect(
      note.text.hasPrefix(
        "1 set holds several levels of one scope, such as orders:read, orders:write of GET /a"))
    let other = try read(
      paths: #"{"/a": {"get": {"security": [{"oauth": ["orders:read", "jobs:run"]}]}}}"#)
    #expect(!other.notes.contains { $0.text.contains("--any-of") })
  }

  @Test func `asked for, a set means any, each scheme by itself`() throws {
    #expect(
      try read { $0.meaning = .any }.requirement("GET /a") == [["orders:read"], ["orders:write"]])
    let both = try read(
      paths: """
        {"/a": {"get": {"security": [{"oauth": ["orders:read", "orders:write"], "oidc": ["staff"]}]}}}
        """
    ) { $0.meaning = .any }
    #expect(
      try both.requirement("GET /a")?.map { Set($0) } == [
        ["orders:read", "staff"], ["orders:write", "staff"],
      ])
  }

  @Test(arguments: [
    ("https://us.sentry.io", "API Reference", 2), ("https://api.figma.com", "Figma API", 2),
    ("https://api.xero.com/api.xro/2.0", "Accounting", 2), ("https://slack.com/api", "Slack", 2),
    ("https://connect.squareup.com", "Square", 1), ("https://notsentry.io", "Sentry", 1),
    ("https://x.atlassian.net", "Jira platform", 1), ("https://m.example", "Mastodon API", 2),
  ])
  func `of a known platform it means what is known, told by its servers and title`(
    server: String, title: String, alternatives: Int
  ) throws {
    let imported = try read(server: server, title: title)
    #expect(try imported.requirement("GET /a")?.count == alternatives)
    let all = try read(server: server, title: title) { $0.meaning = .all }
    #expect(try all.requirement("GET /a")?.count == 1)
  }

  @Test func `calls of a known platform are corrected, and said to be`() throws {
    let paths = """
      {"/polls": {"get": {"security": [{"oauth": ["channel:read:polls"]}]}},
       "/guest_star/session": {"post": {"security": []}},
       "/schedule/icalendar": {"get": {"security": []}}, "/x": {"get": {"security": []}}}
      """
    let imported = try read(server: "https://api.twitch.tv/helix", paths: paths)
    #expect(
      try imported.requirement("GET /polls").map { Set($0) }
        == [["channel:read:polls"], ["channel:manage:polls"]])
    #expect(
      try imported.requirement("POST /guest_star/session") == [["channel:manage:guest_star"]])
    #expect(try imported.requirement("GET /schedule/icalendar") == [[]])
    #expect(try imported.requirement("GET /x") == nil)
    #expect(
      imported.notes.contains { $0.text.hasPrefix("3 calls of Twitch require something else") })
  }

  @Test func `a correction may depend on a condition, which the catalog asks about`() throws {
    let paths = """
      {"/me/playlists": {"post": {"security": [{"oauth": ["playlist-modify-public", "playlist-modify-private"]}]}}}
      """
    let imported = try read(server: "https://api.spotify.com/v1", paths: paths)
    let document = try JSONDocument(parsing: imported.document).root
    #expect(
      document["conditions"]?.elements.compactMap { $0["id"]?.string } == ["private-playlist"])
    let requires = document["operations"]?.elements[0]["requires"]?.elements ?? []
    #expect(requires.map { $0["when"]?.string } == [nil, "private-playlist"])
    #expect(requires.map { $0["unless"]?.string } == ["private-playlist", nil])
  }

  @Test func `every correction can be read`() {
    for platform in KnownPlatform.all {
      let lines = platform.corrections.split(separator: "\n")
      let read = lines.compactMap { Correction($0) }
      #expect(read.count == lines.count && read.allSatisfy { !$0.sets.isEmpty }, "\(platform.name)")
      #expect(!platform.source.isEmpty)
      let asked = Set(read.flatMap(\.terms).flatMap { [$0.when, $0.unless] }.compactMap(\.self))
      #expect(asked == Set(platform.conditions.map(\.id)), "\(platform.name)")
    }
  }
}
