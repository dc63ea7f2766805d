import BitCollections
import Proof
import TestSupport
import Testing

@testable import Calls
@testable import Catalogs
@testable import Documents

/// Tallies that are written, read and added.
struct TallyDocumentTests {
  /// A log of all kinds of lines.
  private static func lines(_ random: inout SeededRandom) -> [String] {
    let paths = ["/user", "/stores/1/orders?x", "/nope/1", "/webhooks", "/stores/a%2Fb"]
    return (0..<400).map { index in
      let path = paths.randomElement(using: &random) ?? ""
      let status = [200, 204, 403, 404, 400, 500].randomElement(using: &random) ?? 200
      return switch index % 5 {
      case 0: "{\"method\":\"GET\",\"uri\":\"\(path)\",\"status\":\(status)}"
      case 1: "noise \(index)"
      case 2: "{\"broken\""
      default: "::1 - - [x] \"GET \(path) HTTP/1.1\" \(status) 1"
      }
    }
  }

  @Test func `the sum of the parts is the whole`() throws {
    var random = SeededRandom()
    let lines = Self.lines(&random)
    let whole = try CallTally.read(lines.joined(separator: "\n"), as: .lines)
    var sum = whole.empty
    var documents: [UInt8] = []
    for start in stride(from: 0, to: lines.count, by: 37) {
      let part = lines[start..<min(start + 37, lines.count)].joined(separator: "\n")
      documents += TallyDocument.encode(try CallTally.read(part, as: .lines))
    }
    try TallyDocument.add(documents, to: &sum)
    #expect(sum.counts == whole.counts && sum.failures == whole.failures, "\(random)")
    #expect(sum.read == whole.read)
    #expect(sum.unresolved.map(\.call) == whole.unresolved.map(\.call))
    #expect(sum.unresolved.map(\.count) == whole.unresolved.map(\.count))
    #expect(
      Set(sum.failedUnknown.map { "\($0.call) \($0.count)" })
        == Set(whole.failedUnknown.map { "\($0.call) \($0.count)" }))
    #expect(sum.leftOut.list.map(\.count) == whole.leftOut.list.map(\.count))
    #expect(sum.unread.list.map(\.count) == whole.unread.list.map(\.count))
  }

  @Test(arguments: [
    "", "\n", "{}", "7", #"{"$schema":"urn:keywright:tally:2"}"#,
    #"{"$schema":"urn:keywright:tally:1","catalog":{"id":"slack","version":"1"}}"#,
  ])
  func `what is no tally of the catalog is an error`(text: String) {
    var tally = CallTally.of { _ in }
    #expect(throws: ModelError.self) { try TallyDocument.add(Array(text.utf8), to: &tally) }
  }

  @Test(arguments: ["-1", "1.5", "\"7\"", "9007199254740993", "null"])
  func `a count that is none is an error`(count: String) throws {
    var tally = CallTally.of { _ in }
    let document = String(decoding: TallyDocument.encode(tally), as: UTF8.self)
      .replacing("\"read\": 0", with: "\"read\": \(count)")
    #expect(document.contains(count))
    #expect(throws: ModelError.self) { try TallyDocument.add(Array(document.utf8), to: &tally) }
  }
}

/// A key beside the calls that were made.
struct UsedKeyTests {
  private func used(_ scopes: [String], _ calls: [String]) -> (UsedKey, Catalog) {
    let catalog = Samples.komerza
    var tally = CallTally(resolver: CallResolver(catalog: catalog))
    for call in calls { tally.add(argument: WrittenCall(call)) }
    let indices = scopes.compactMap { id in catalog.scopes.firstIndex { $0.id == id } }
    return (UsedKey(scopes: BitSet(indices), tally: tally), catalog)
  }

  @Test func `what was not used can be taken away, with what it opens`() {
    let (used, catalog) = used(
      ["stores.orders.view", "stores.products.delete", "user.view"],
      ["GET /stores/1/orders", "GET /user", "POST /stores"])
    #expect(used.kept.map { catalog.scopes[$0].id } == ["stores.orders.view", "user.view"])
    #expect(used.spare.map { catalog.scopes[$0.scope].id } == ["stores.products.delete"])
    #expect(
      used.spare.first?.closes.map { catalog.operations[$0].call }.contains(
        "DELETE /stores/{storeId}/products/{productId}") == true)
    #expect(used.closed.map { catalog.operations[$0].call } == ["POST /stores"])
    #expect(used.isWider && used.unused == used.spare.map(\.scope))
  }

  @Test func `a key that is used whole has nothing to take away`() {
    let (used, _) = used(["user.view"], ["GET /user"])
    #expect(!used.isWider && used.closed.isEmpty && used.unused.isEmpty)
  }
}
