import Documents
import Foundation
import TerminalHarness
import Testing

/// Records that real programs wrote, from the folder that `KEYWRIGHT_SHARED` names.
@Suite struct SharedRecordTests {
  private static let folder = ProcessInfo.processInfo.environment["KEYWRIGHT_SHARED"]
    .map { $0 + "/samples" }

  /// What a reader gets of each, where that is not both calls alone.
  private static let exceptions: [String: [String]] = [
    "cherrypy.log": ["GET orders", "failed PUT deliver"],
    "mitmdump-console.txt": ["GET orders", "unread"],
    "documented/a.bru": ["PUT deliver"], "documented/cloudtrail.json": [],
    "playwright.har": ["GET orders", "PUT deliver", "failed", "unresolved"],
  ]
  /// Those that hold the first call alone.
  private static let first = [
    "akamai.log", "cloudfront.log", "gcp.log", "pino.log", "traefik-clf.log", "journal.json",
    "wiremock1.json",
  ]

  private static var names: [String] {
    guard let folder else { return [] }
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.contains(".") && !$0.hasSuffix(".md") }.sorted()
  }

  @Test(.enabled(if: folder != nil, "KEYWRIGHT_SHARED names no folder with samples"))
  func `every record gives its calls and nothing else`() throws {
    let desk = try Desk()
    #expect(Self.names.count > 50)
    for name in Self.names {
      let path = (Self.folder ?? "") + "/" + name
      let run = try desk.run("need", path, "--host", "*", "--format", "json")
      guard run.status != .exited(2) else {
        #expect(Self.exceptions[name] == [], "\(name): \(run.errorText)")
        continue
      }
      let need = try run.json()
      func list(_ member: String) -> [JSONValue] { need[member]?.elements ?? [] }
      let called = Set(list("calls").compactMap { $0["operation"]?.string })
      var found: [String] = []
      if called.contains("GET /stores/{storeId}/orders") { found.append("GET orders") }
      if called.contains("PUT /stores/{storeId}/orders/{orderId}/deliver") {
        found.append("PUT deliver")
      }
      let failed = list("failed").compactMap { $0["operation"]?.string }
      if failed.contains("PUT /stores/{storeId}/orders/{orderId}/deliver") {
        found.append("failed PUT deliver")
      } else if !list("failed").isEmpty {
        found.append("failed")
      }
      if !list("unread").isEmpty { found.append("unread") }
      if !list("unresolved").isEmpty { found.append("unresolved") }
      let isFirst = Self.first.contains { name.hasSuffix("/" + $0) }
      let expected =
        Self.exceptions[name] ?? (isFirst ? ["GET orders"] : ["GET orders", "PUT deliver"])
      #expect(found == expected, "\(name)")
    }
  }
}
