import TestSupport
import Testing

@testable import Calls
@testable import Catalogs
@testable import Documents

/// Lines read in blocks over several threads: the same answer as one by one, whatever they hold.
struct BlockReadingTests {
  private static let targets = [
    "/user", "/stores/5d1/orders?page=2", "/stores/5d1/orders/9a/deliver", "/stores//orders",
    "/stores/../orders", "/stores/5%2F1/orders", "/user#a", "/nope/secret", "/", "*",
    "https://api.komerza.com/user", "/stores/.well/tax", "/stores/a.b/tax", "/user/", "/v1/user",
    "/stores/5d1/tax", "/webhooks/1", "/stores/\u{E9}/tax", "/stores/a b/tax",
  ]
  private static let methods = [
    "GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "get", "PATCH", "PROPFIND", "CONNECT",
  ]
  private static let statuses = ["200", "204", "301", "400", "403", "404", "499", "500", "0", "-"]
  private static let hosts = [
    "api.komerza.com", "api.komerza.com:443", "other.example", "127.0.0.1:80", "x",
  ]

  /// A line as one of many programs writes it, or as none does.
  private static func line(_ random: inout SeededRandom) -> String {
    func pick(_ list: [String]) -> String { list[random.next(below: list.count)] }
    let (method, target, status) = (pick(methods), pick(targets), pick(statuses))
    let (host, common) = (pick(hosts), "203.0.113.7 - - [23/Nov/2026:10:00:00 +0000] ")
    switch random.next(below: 29) {
    case 0...5: return common + "\"\(method) \(target) HTTP/1.1\" \(status) 5 \"-\" \"a\""
    case 6: return common + "\"\(method) \(target)\" \(status) 5"
    case 7: return common + "\"\(method) \(target) HTTP/1.1\" \(status) 5 \"-\" \"\u{1B}[31ma\"\r"
    case 8: return "\(host) " + common + "\"\(method) \(target) HTTP/1.1\" \(status) 5"
    case 9...12:
      return #"{"time":"x","method":"\#(method)","uri":"\#(target)","status":\#(status),"n":1.5}"#
    case 13:
      return #"{"host":"\#(host)","method":"\#(method)","path":"\#(target)","status":"\#(status)"}"#
    case 14:
      return #"{"request":{"method":"\#(method)","host":"\#(host)","uri":"\#(target)","headers":"#
        + #"{"Accept":["*/*"],"X":["\#(status)"]},"tls":{"a":[1]}},"user":null,"ok":true,"#
        + #""status":\#(status)}"#
    case 15:
      return #"{"req":{"method":"\#(method)","url":"\#(target)","headers":{"host":"\#(host)"}},"#
        + #""res":{"statusCode":\#(status),"headers":{"a":"b"}},"list":[1,"a"],"msg":"GET /user"}"#
    case 16: return #"{"msg":"a","level":30,"inner":{"a":"b","method2":[\#(status)]}}"#
    case 17: return #"{"method":"\#(method)","uri":"\#(target)","ua":"a \"b\" \u00e9"}"#
    case 18: return #"{"method":"\#(method)","uri":"\#(target)","status":\#(status)"#
    case 19: return #"{"a":[{"method":"GET","path":"/user"}],"method":"PUT","url":"\#(target)"}"#
    case 20: return "> \(method) \(target) HTTP/1.1"
    case 21: return pick(["> Host: \(host)", "< HTTP/1.1 \(status) OK", "", "0000: \(target)"])
    case 22: return "\(method) https://\(host)\(target) \(status)"
    case 23: return pick(["#Fields: cs-method cs-uri-stem sc-status", "method,path,status", "{}"])
    case 24: return "\(method) \(target) \(status)"
    case 25: return #"{"ms":200,"path":"\#(target)","code":\#(status),"method":"\#(method)"}"#
    case 26:
      return #"{"verb":"\#(pick(["list", "LIST", "get", "create"]))","requestURI":"\#(target)","#
        + #""stage":"\#(pick(["RequestReceived", "ResponseComplete"]))","status":\#(status)}"#
    case 27:
      return #"{"request":{"method":"\#(method)","uri":"\#(target)"},"error":"#
        + #"{"code":"\#(pick(["E", "ECONNRESET", "403"]))"},"response":{"code":\#(status),"#
        + #""status":"\#(pick(["Forbidden", "OK"]))"}}"#
    default: return pick(["no call", "level=info method=\(method) path=\(target)", "\u{1}\u{2}"])
    }
  }

  private static func text(_ seed: UInt64, lines: Int) -> [UInt8] {
    var random = SeededRandom(seed: seed)
    // Programs write the same line again and again.
    var kinds: [String] = []
    var text: [UInt8] = []
    for _ in 0..<lines {
      let isOld = !kinds.isEmpty && random.next(below: 3) == 0
      let line = isOld ? kinds[random.next(below: kinds.count)] : Self.line(&random)
      // A header that changes what all further lines are comes late, or not at all.
      if line.hasPrefix("#Fields") || line.hasPrefix("method,"), random.next(below: 4) > 0 {
        continue
      }
      if kinds.count < 30 { kinds.append(line) }
      text += Array(line.utf8) + [0x0A]
    }
    if random.next(below: 2) == 0 { text.removeLast() }
    return text
  }

  /// All that a tally says.
  private static func summary(_ tally: CallTally, _ error: ModelError?) -> [String] {
    [
      "\(tally.counts)", "\(tally.failures)", "\(tally.read)",
      tally.failurePlaces.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
        .joined(separator: "; "),
      tally.unresolved.map { "\($0)" }.joined(separator: "\n"),
      tally.failedUnknown.map { "\($0)" }.joined(separator: "\n"),
      tally.leftOut.list.map { "\($0)" }.joined(separator: "\n"),
      tally.unread.list.map { "\($0)" }.joined(separator: "\n"), error.map { "\($0)" } ?? "",
    ]
  }

  /// Reads lines one by one, none taken for plain.
  private static func slowly(_ text: [UInt8]) -> [String] {
    var tally = CallTally(resolver: CallResolver(catalog: Samples.komerza))
    tally.input = "sample"
    var reader = RecordReader(.lines)
    reader.usesPlainLines = false
    do throws(ModelError) {
      try reader.read(text.span, into: &tally)
      try reader.finish(into: &tally)
      return summary(tally, nil)
    } catch {
      return summary(tally, error)
    }
  }

  private static func inBlocks(
    _ text: [UInt8], threads: Int, blockSize: Int, sniffed: Int
  ) -> [String] {
    var tally = CallTally(resolver: CallResolver(catalog: Samples.komerza))
    tally.input = "sample"
    var reader = RecordReader(.lines)
    reader.sniffed = sniffed
    var place = 0
    do throws(ModelError) {
      try reader.readAll(
        into: &tally, threads: threads, blockSize: blockSize,
        from: { (buffer) throws(ModelError) in
          // As a pipe does: as many bytes as there are, and not always as many as there is room.
          let count = min(buffer.count, text.count - place, 1 + (place * 31) % 700)
          buffer.copyBytes(from: text[place..<(place + count)])
          place += count
          return count
        })
      return summary(tally, nil)
    } catch {
      return summary(tally, error)
    }
  }

  @Test(arguments: 0..<10)
  func `blocks give what single lines give`(number: Int) {
    let seed = SeededRandom.environmentSeed &+ UInt64(number)
    let text = Self.text(seed, lines: 400)
    let expected = Self.slowly(text)
    for (threads, size, sniffed) in [(1, 64, 1), (2, 300, 900), (3, 4096, 20), (4, 1 << 16, 1)] {
      let found = Self.inBlocks(text, threads: threads, blockSize: size, sniffed: sniffed)
      #expect(found == expected, "seed \(seed), \(threads) threads, blocks of \(size)")
    }
  }

  @Test func `most lines of a log are plain, in each of the usual forms`() {
    let scanner = BlockScanner(
      resolver: CallResolver(catalog: Samples.komerza), filter: .standard)
    let lines = [
      #"::1 - - [23/Nov/2026:10:00:00 +0000] "GET /user HTTP/1.1" 200 5 "-" "a""#,
      #"{"time":"x","request_method":"GET","request_uri":"/user?a=b","status":200}"#,
      #"{"level":"info","request":{"method":"GET","host":"api.komerza.com","uri":"/user","#
        + #""headers":{"Accept":["*/*"]}},"status":200,"resp_headers":{"Server":["Caddy"]}}"#,
      #"{"level":30,"req":{"method":"GET","url":"/user"},"res":{"statusCode":403},"msg":"done"}"#,
    ]
    for line in lines {
      let bytes = Array((line + "\n" + line + "\n").utf8)
      let scan = scanner.scan(LineBlock(bytes: bytes, count: bytes.count))
      #expect(scan.others.isEmpty && scan.lines == 2, "\(line)")
      #expect(scan.calls.counted.count + scan.calls.failed.count == 2, "\(line)")
    }
  }

  @Test func `a line that is too long is counted, and those around it are read`() {
    let call = "::1 - - [23/Nov/2026:10:00:00 +0000] \"GET /user HTTP/1.1\" 200 5 \"-\" \"a\"\n"
    let long = String(repeating: "a", count: LineSplitter.longestLine + 100_000) + "\n"
    let text = Array((call + call + long + call + long + long + call).utf8)
    let expected = Self.slowly(text)
    for threads in [1, 3] {
      #expect(
        Self.inBlocks(text, threads: threads, blockSize: 1 << 15, sniffed: 1) == expected)
    }
  }

  // MARK: - Objects of any shape

  /// A member of a generated object: its name, and the members of an object in it, or none.
  private indirect enum Shape {
    case value(String)
    case object(String, [Shape])
    case list(String, [Shape])
  }

  /// Names that a reader looks at, and some that it does not.
  private static let names =
    CallNames.meanings.keys.sorted()
    + [
      "code", "stage", "headers", "request", "req", "http", "response", "res", "error", "status",
      "data", "inner", "cookies", "body", "level", "requestContext", "Header", "url", "resp", "err",
    ]

  private static func shape(_ random: inout SeededRandom, depth: Int) -> [Shape] {
    var shapes: [Shape] = []
    var taken: Set<String> = []
    func add(_ name: String, _ random: inout SeededRandom) {
      guard taken.insert(name).inserted else { return }
      switch random.next(below: depth < 3 ? 8 : 6) {
      case 6: shapes.append(.object(name, shape(&random, depth: depth + 1)))
      case 7 where depth > 0 || random.next(below: 3) == 0:
        shapes.append(.list(name, shape(&random, depth: 3)))
      default: shapes.append(.value(name))
      }
    }
    if random.next(below: 3) > 0 {
      shapes += [.value("method"), .value("path")]
      taken = ["method", "path"]
    }
    for _ in 0..<random.next(below: 5) { add(names[random.next(below: names.count)], &random) }
    if depth == 0 {
      for name in ["request", "response", "status"] where random.next(below: 2) == 0 {
        add(name, &random)
      }
    }
    return shapes
  }

  private static func text(_ shapes: [Shape], _ random: inout SeededRandom) -> String {
    let members = shapes.map { shape in
      switch shape {
      case .value(let name): "\"\(name)\":\(value(of: name, &random))"
      case .object(let name, let inner): "\"\(name)\":\(text(inner, &random))"
      case .list(let name, let inner): "\"\(name)\":[\(text(inner, &random)),\"a\"]"
      }
    }
    return "{\(members.joined(separator: ","))}"
  }

  private static func value(of name: String, _ random: inout SeededRandom) -> String {
    func pick(_ list: [String]) -> String { list[random.next(below: list.count)] }
    if random.next(below: 12) == 0 { return pick(["\"\"", "null", "true", "-1.5e3", "[1]", "{}"]) }
    switch CallNames.meanings[CallNames.normalized(name.utf8)]?.role {
    case .method: return "\"\(pick(methods))\""
    case .address, .route: return "\"\(pick(targets))\""
    case .host: return "\"\(pick(hosts))\""
    case .status: return pick(["200", "\"403\"", "404", "0", "\"200 OK\"", "\"x\"", "204"])
    case .requestLine, .text: return "\"\(pick(methods)) \(pick(targets)) HTTP/1.1\""
    default: return pick(["\"a\"", "5", "403", "\"403\"", "\"RequestReceived\"", "false"])
    }
  }

  @Test(arguments: 0..<12)
  func `a learned shape gives what reading each object gives`(number: Int) {
    let seed = SeededRandom.environmentSeed &+ UInt64(number) &* 7919
    var random = SeededRandom(seed: seed)
    var text = ""
    for _ in 0..<6 {
      let shape = Self.shape(&random, depth: 0)
      for _ in 0..<6 { text += Self.text(shape, &random) + "\n" }
    }
    let bytes = Array(text.utf8)
    #expect(
      Self.inBlocks(bytes, threads: 1, blockSize: 1 << 16, sniffed: 1) == Self.slowly(bytes),
      "seed \(seed)")
  }
}
