import TestSupport
import Testing

@testable import Calls
@testable import Documents

/// Access logs, line by line.
struct LogLineTests {
  private func read(_ text: String, pieces: Int = .max) throws -> CallTally {
    try CallTally.read(Array(text.utf8), as: .lines, pieces: pieces)
  }

  private static let user = "GET /user"
  private static let head = #"203.0.113.7 - - [23/Nov/2026:10:00:00 +0000] "#

  @Test(arguments: [
    // Common, combined, with a host in front, with a user that holds a quote.
    head + #""GET /user HTTP/1.1" 200 5"#,
    head + #""GET /user?token=secret HTTP/2.0" 200 5 "https://a/b c" "curl/8 \"x\"""#,
    #"api.komerza.com:443 "# + head + #""GET /user HTTP/1.1" 200 5"#,
    #"2001:db8::1 - "ada" [23/Nov/2026:10:00:00 +0000] "GET /user HTTP/1.1" 200 5"#,
    head + #""GET /user" 200 5"#, head + #""GET https://api.komerza.com/user HTTP/1.1" 200 -"#,
    "\u{20}\t" + head + "\"GET /user/ HTTP/1.1\" 200 5\r",
    // JSON as nginx, Caddy, Traefik, Google, Amazon, ECS and Node write it.
    #"{"time":"x","request_method":"GET","request_uri":"/user?a=b","status":200}"#,
    #"{"remote_addr":"::1","request":"GET /user HTTP/1.1","status":"200"}"#,
    #"{"level":"info","request":{"remote_ip":"::1","method":"GET","host":"api.komerza.com","uri":"/user?x","headers":{"Uri":["/stores"],"method":"PUT"}},"status":200}"#,
    #"{"ClientHost":"1","RequestMethod":"GET","RequestPath":"/user","RequestProtocol":"HTTP/1.1"}"#,
    #"{"httpRequest":{"requestMethod":"GET","requestUrl":"https://api.komerza.com/user?k=v"}}"#,
    #"{"httpMethod":"GET","path":"/user","status":"200"}"#,
    #"{"http":{"request":{"method":"GET"}},"url":{"path":"/user"}}"#,
    #"{"http.request.method":"GET","url.path":"/user"}"#,
    #"{"req":{"id":1,"method":"GET","url":"/user"},"res":{"url":"/stores"}}"#,
    #"{"method":"GET","path":"\/user"}"#, #"{ "path" : "/\u0075ser" , "method" : "get" }"#,
    #"{"a":[1,{"method":"PUT"}],"b":"\"{","method":"GET","uri":"/user"}"#,
  ])
  func `a line's call is found`(line: String) throws {
    let tally = try read(line + "\n")
    #expect(tally.calls == [Self.user])
    #expect(tally.unresolved == [] && tally.unreadTexts == [] && tally.leftOutTexts == [])
  }

  @Test(arguments: [
    (head + #""GET /user HT"#, "the address is cut off"),
    (head + #""GET /user extra words" 400 5"#, "the request has words after its target"),
    ("\u{0}\u{1}\u{2}", "the line is binary"),
    ("{\"method\":\"GET\"", "the line is not whole JSON"),
    ("{\"method\":\"GET\"}x", "the line is not whole JSON"),
    (
      #"{"method":"GET","path":"/user\ud83d"}"#,
      "the line's path has half a surrogate pair"
    ),
    ("{\"a\":" + String(repeating: "[", count: 2000), "the line is not whole JSON"),
    (#"{"method":"ANY","path":"/user"}"#, "the call states no single method"),
  ])
  func `a line that may be a call is counted at its place, and the rest is used`(
    line: String, problem: String
  ) throws {
    let good = Self.head + #""GET /user HTTP/1.1" 200 5"#
    let tally = try read([good, "", line, good, line, good].joined(separator: "\n"))
    #expect(tally.calls == ["GET /user x3"])
    #expect(tally.unreadTexts == ["line 3: \(problem) x2"])
  }

  @Test(arguments: [
    (head + #""-" 408 0"#, "a request that is not HTTP"),
    (head + #""\x16\x03\x01" 400 5"#, "a request that is not HTTP"),
    (head + #""- - -" 400 5"#, "a request that is not HTTP"),
    (head + #""GET * HTTP/1.1" 400 5"#, "a request that is not HTTP"),
    (head + #""PRI * HTTP/2.0" 100 5"#, "the start of an HTTP/2 connection"),
    (
      head + #""CONNECT a.example:443 HTTP/1.1" 200 5"#,
      "a tunnel through a proxy (CONNECT), whose calls it does not show"
    ),
    ("Nov 23 10:00:00 host sshd[1]: hello", "a line without a call"),
    ("{}", "a line without a call"),
    ("{\"method\":\"GET\",\"path\":7}", "a line without a call"),
    (String(repeating: "[", count: 2000), "a line without a call"),
  ])
  func `a line that is no call is left out with its reason`(line: String, reason: String) throws {
    let good = Self.head + #""GET /user HTTP/1.1" 200 5"#
    let tally = try read([good, "", line, good, line, good].joined(separator: "\n"))
    #expect(tally.calls == ["GET /user x3"] && tally.unreadTexts == [])
    #expect(tally.leftOutTexts == ["line 3: \(reason) x2"])
  }

  /// WebDAV's longest have 17, and nobody knows what a platform calls its own.
  @Test(arguments: [(12, true), (13, true), (17, true), (20, true), (21, false), (40, false)])
  func `a word of up to 20 capitals is a method`(letters: Int, isMethod: Bool) throws {
    let method = String(repeating: "A", count: letters)
    let tally = try read(#"{"method":"\#(method)","path":"/user"}"#)
    #expect(tally.unresolved.count == (isMethod ? 1 : 0))
    #expect(tally.leftOutTexts == (isMethod ? [] : ["line 1: a line without a call x1"]))
  }

  @Test func `a line of 10 MB is passed over`() throws {
    let good = Self.head + #""GET /user HTTP/1.1" 200 5"# + "\n"
    let long = String(repeating: "x", count: 10 << 20)
    let tally = try read(good + long + "\n" + good, pieces: 1 << 18)
    #expect(tally.calls == ["GET /user x2"])
    #expect(tally.unreadTexts == ["line 2: the line is longer than 1 MiB x1"])
  }

  @Test func `pieces of any size give the same`() throws {
    var random = SeededRandom()
    let paths = ["/user", "/stores/1/orders?x", "/nope/1", "/webhooks", "/stores/a%2Fb"]
    let lines = (0..<200).map { index -> String in
      let path = paths.randomElement(using: &random) ?? ""
      return switch index % 4 {
      case 0: "{\"method\":\"GET\",\"uri\":\"\(path)\"}"
      case 1: "noise \(index)\r"
      default: Self.head + "\"GET \(path) HTTP/1.1\" 200 1\r"
      }
    }
    let text = lines.joined(separator: "\n")
    let whole = try read(text)
    for pieces in [1, 2, 3, 7, 64, 1000] {
      let again = try read(text, pieces: pieces)
      #expect(again.counts == whole.counts && again.unresolved == whole.unresolved, "\(random)")
      #expect(again.unread == whole.unread && again.leftOut == whole.leftOut)
    }
    #expect(whole.unresolved.map(\.call) == ["GET /***/***"])
  }

  @Test func `nothing of a query or an unknown path is kept`() throws {
    let lines = (0..<400).map { index in
      Self.head + "\"GET /n\(String(index, radix: 7))x?token=t0p HTTP/1.1\" 200 0"
    }
    let good = Self.head + #""GET /user?token=t0p HTTP/1.1" 200 5"#
    let tally = try read((lines + [good] + lines).joined(separator: "\n"))
    #expect(tally.unresolved.map(\.call) == ["GET /***"] && tally.unresolved.map(\.count) == [800])
    var text = ""
    dump(tally, to: &text, maxDepth: 6)
    #expect(!text.contains("/n0x") && !text.contains("t0p"))
  }

  @Test(arguments: [
    [0x1F, 0x8B, 8, 0, 10, 0], [0x28, 0xB5, 0x2F, 0xFD, 0, 10], [], [10, 10],
  ])
  func `a file without a call is an error`(bytes: [UInt8]) {
    #expect(throws: ModelError.self) { try CallTally.read(bytes, as: .lines) }
  }

  @Test func `any bytes are read without harm`() {
    var random = SeededRandom()
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", "\\u", "\\ud83d", ":", ",", "\"method\":", "\"uri\":",
      "\"GET /user HTTP/1.1\"", "] ", "\n", "\r", "request", "/user", " ", "\u{0}", "GET ",
    ].map { Array($0.utf8) }
    for _ in 0..<1000 {
      var bytes = (0..<Int.random(in: 1..<20, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      bytes.append(.random(in: .min ... .max, using: &random))
      _ = try? CallTally.read(bytes, as: .lines, pieces: Int.random(in: 1..<9, using: &random))
    }
  }

  @Test(arguments: [
    "requests.exceptions.HTTPError: 403 Client Error: Forbidden for url: https://api.komerza.com/user",
    "1,12,x,200,OK,t,true,2,https://api.komerza.com/stores/5d/orders?page=2",
    "<java.net.URL>https://api.komerza.com/user</java.net.URL>",
    "see https://other.example/user, https://api.komerza.com/user",
  ])
  func `an address of a call without a method is not understood`(line: String) throws {
    let tally = try CallTally.read("GET /webhooks 200\n" + line, as: .lines)
    #expect(tally.calls == ["GET /webhooks"])
    #expect(
      tally.unreadTexts == ["line 2: the line names the address of a call, and no method x1"])
  }

  @Test(arguments: [
    "see https://api.komerza.com/docs", "see https://other.example/user", "a://b ://", "https://",
  ])
  func `any other address is no call`(line: String) throws {
    let tally = try CallTally.read("GET /webhooks 200\n" + line, as: .lines)
    #expect(tally.unreadTexts == [] && tally.leftOutTexts == ["line 2: a line without a call x1"])
  }

  @Test(arguments: [
    #"I1130 11:45:23.1 1 httplog.go:132] "HTTP" verb="GET" URI="/user" latency="1ms" resp=200"#,
    #"I1130 11:45:23.1 1 x.go:1] "Response" verb="GET" url="https://api.komerza.com/user""#
      + #" status="200 OK""#,
  ])
  func `pairs behind a quoted word are read`(line: String) throws {
    #expect(try CallTally.read(line, as: .lines).calls == ["GET /user"])
  }

  @Test(arguments: [
    (#"{"verb":"list","requestURI":"/user","responseStatus":{"code":200}}"#, ["GET /user"], 0),
    (
      #"{"verb":"create","requestURI":"/stores","responseStatus":{"code":201}}"#, ["POST /stores"],
      0
    ),
    (#"{"verb":"watch","requestURI":"/user","responseStatus":{"code":403}}"#, [], 1),
    (#"{"verb":"get","requestURI":"/user","stage":"RequestReceived"}"#, [], 0),
    (#"I1130 httplog.go:132] "HTTP" verb="LIST" URI="/user" latency="1ms" resp=403"#, [], 1),
  ])
  func `verbs of Kubernetes' logs are methods, and what only begins is no call yet`(
    line: String, calls: [String], failed: Int
  ) throws {
    let tally = try CallTally.read("GET /webhooks 200\n" + line, as: .lines)
    #expect(tally.calls == calls + ["GET /webhooks"] || tally.calls == ["GET /webhooks"] + calls)
    #expect(tally.failedCalls.count == failed && tally.unresolved == [])
  }

  @Test func `an answer behind a command that is logged is the command's`() throws {
    let url = "https://api.komerza.com/user"
    let tally = try CallTally.read(
      "I1130 round_trippers.go:466] curl -v -XGET -H \"Accept: x\" '\(url)?limit=5'\n"
        + "I1130 round_trippers.go:553] GET \(url)?limit=5 403 Forbidden in 4 milliseconds\n")
    #expect(tally.calls == [] && tally.failedCalls == ["GET /user refused x1"])
  }

  private static let log = "HTTP/2 GET https://api.komerza.com/user"

  @Test(arguments: [
    "Request starting \(log) - - -\nRequest finished \(log) - 403 0 - 200.5ms",
    "Request starting \(log)\nRequest finished in 200.5ms 403 text/plain",
    "Start processing HTTP request GET https://api.komerza.com/user\n"
      + "Sending HTTP request GET https://api.komerza.com/user\n"
      + "Received HTTP response headers after 200.1ms - 403\n"
      + "End processing HTTP request after 201.2ms - 403",
    "[info] GET /user\n[info] Sent 403 in 200ms", "time=x method='GET' path='/user' status='403'",
    #"{"method":"GET","path":"/user","status":"4xx"}"#,
  ])
  func `a call that is logged where it starts and where it ends is one call`(text: String) throws {
    let tally = try CallTally.read(text, as: .lines)
    #expect(tally.calls == [] && tally.failedOperations.count == 1)
    #expect(tally.failedCalls.first?.contains("x1") == true)
  }

  @Test func `a trace in hexadecimal digits is put together before it is read`() throws {
    let request = "PUT /stores/5d1/tax HTTP/1.1\r\nHost: api.komerza.com\r\n\r\n"
    let bytes = Array(request.utf8)
    var text = "=> Send header, 54 bytes (0x36)\n"
    for start in stride(from: 0, to: bytes.count, by: 16) {
      let row = bytes[start..<min(start + 16, bytes.count)]
      let digits = row.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) + " " }
      let offset = String(repeating: "0", count: start < 16 ? 3 : 2) + String(start, radix: 16)
      let blanks = String(repeating: "   ", count: 16 - row.count)
      let plain = row.map { $0 < 0x20 ? "." : String(UnicodeScalar($0)) }
      text += offset + ": " + (digits + [blanks] + plain).joined() + "\n"
    }
    text += "<= Recv header, 24 bytes (0x18)\n0000: HTTP/1.1 403 Forbidden\n"
    let tally = try CallTally.read(text, as: .lines)
    #expect(tally.calls == [] && tally.failedCalls == ["PUT /stores/{storeId}/tax refused x1"])
  }

  @Test(arguments: [
    "::1\tGET\tapi.komerza.com/user?a=b\t403", "GET api.komerza.com/user 403",
    "GET x.example/user 200\nGET api.komerza.com/user -> 401",
  ])
  func `a host before a path needs no scheme`(text: String) throws {
    let tally = try CallTally.read(text, as: .lines)
    #expect(tally.calls == [] && tally.failedCalls == ["GET /user refused x1"])
  }

  @Test(arguments: ["GET e.g./user", "PUT 1.5/2 of it", "we GET v1.2 / v1.3"])
  func `prose with dots and slashes is no call`(text: String) throws {
    let tally = try CallTally.read("GET /webhooks 200\n" + text, as: .lines)
    #expect(tally.calls == ["GET /webhooks"] && tally.unresolved == [])
  }

  @Test func `a message beside the call of its own document only repeats it`() throws {
    let url = "https://api.komerza.com/user"
    let tally = try CallTally.read(
      #"{"events": [{"params": {"line": "GET /user HTTP/1.1\r\n"}}, "#
        + #"{"params": {"method": "GET", "url": "\#(url)"}}]}"#)
    #expect(tally.calls == ["GET /user"])
  }
}
