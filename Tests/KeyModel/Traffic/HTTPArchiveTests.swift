import Testing

@testable import Calls
@testable import Documents

/// HTTP archives.
struct HTTPArchiveTests {
  private func read(_ bytes: [UInt8]) throws -> CallTally {
    try CallTally.of { try HTTPArchive.read(bytes, into: &$0) }
  }

  private func archive(_ entries: String, version: String = "1.2") -> [UInt8] {
    Array(#"{ "log": { "version": "\#(version)", "entries": [\#(entries)] } }"#.utf8)
  }

  private let user = #"""
    { "request": { "method": "GET", "url": "https://ada:pw@api.komerza.com/user?token=t0p",
      "headers": [{ "name": "Authorization", "value": "Bearer t0p" }] },
      "response": { "content": { "text": "{\"a\": 1}" } } }
    """#

  @Test func `calls are counted, other hosts and questions before a call left out`() throws {
    let others = ["https://fonts.example/a.css", "data:text/plain,x", "wss://api.komerza.com/x"]
    let entries =
      [user, user]
      + others.map { #"{ "request": { "method": "GET", "url": "\#($0)" } }"# } + [
        #"{ "request": { "method": "OPTIONS", "url": "https://api.komerza.com/user" } }"#,
        #"{ "request": { "method": "GET", "url": "https://api.komerza.com/me?token=t0p" } }"#,
      ]
    let tally = try read(archive(entries.joined(separator: ",")))
    #expect(tally.calls == ["GET /user x2"])
    #expect(tally.leftOut.count == 4 && tally.unreadTexts == [])
    #expect(tally.unresolved.map(\.call) == ["GET https://api.komerza.com/***"])
    #expect(tally.unresolved.map(\.place.place) == [.entry(7)])
    var text = ""
    dump(tally, to: &text, maxDepth: 6)
    #expect(!text.contains("t0p") && !text.contains("pw"))
  }

  @Test func `an entry that cannot be read is counted at its place, and the rest is used`() throws {
    let broken = [
      "7", "{}", #"{ "request": { "method": "GET" } }"#, #"{ "request": { "url": "/user" } }"#,
      #"{ "request": { "method": 1, "url": "/user" } }"#,
      #"{ "request": { "method": "", "url": "/user" } }"#,
    ]
    let tally = try read(archive(([user] + broken + [user]).joined(separator: ",")))
    #expect(tally.calls == ["GET /user x2"])
    #expect(
      tally.unreadTexts == ["entry 2: the entry has no request with a method and a URL x6"])
  }

  @Test func `half a surrogate pair or a stray byte in a body spoils nothing else`() throws {
    let body =
      #"{ "request": { "method": "GET", "url": "/user" }, "x": "\ud83d \ude00 \ud83d\ude00" }"#
    let surrogates = try read(archive("\n\n" + body))
    #expect(surrogates.calls == ["GET /user"])
    #expect(surrogates.unreadTexts == ["line 3: a text has half a surrogate pair x2"])
    var bytes = archive("\n" + user)
    let place = try #require(bytes.firstIndex(of: UInt8(ascii: "1")))
    bytes.insert(contentsOf: [0xFF, 0xC3], at: place)
    #expect(throws: Never.self) { try read(bytes) }
    #expect(try read(bytes).unread.list.contains { $0.reason == "a byte is not UTF-8" })
  }

  @Test func `a byte order mark is taken off`() throws {
    #expect(try read([0xEF, 0xBB, 0xBF] + archive(user)).calls == ["GET /user"])
  }

  @Test(arguments: ["1.1", "1.2", "1.3", "2.0"])
  func `another version is said, and read as far as it can be`(version: String) throws {
    let tally = try read(archive(user, version: version))
    #expect(tally.calls == ["GET /user"])
    #expect(tally.unread.list.isEmpty == ["1.1", "1.2"].contains(version))
  }

  @Test(arguments: [
    "", " ", "[]", "{}", "7", "hello", #"{ "log": [] }"#, #"{ "log": { "entries": {} } }"#,
    #"{ "log": { "version": "1.2", "entries": [] } }"#, "\u{0}\u{1}", "{ \"log\": {",
    "<har></har>",
  ])
  func `what is no archive is an error`(text: String) {
    #expect(throws: ModelError.self) { try read(Array(text.utf8)) }
  }
}
