import Testing

@testable import Calls
@testable import Catalogs
@testable import Documents

/// The forms in which programs record calls, a small record each.
///
/// A new form is a line here: what the program writes, and what must come of it. All call
/// `GET /user`, and `PUT /stores/{storeId}/tax` where a second fits.
struct RecordFormsTests {
  private static let user = "GET /user"
  private static let tax = "PUT /stores/{storeId}/tax"
  private static let url = "https://api.komerza.com"

  /// What must be read of a record.
  struct Form: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var calls = [user]
    var failed: [String] = []
    var leftOut = 0
    var testDescription: String { name }
  }

  private static let lines: [Form] = [
    Form(name: "httpx", text: #"INFO:httpx:HTTP Request: GET \#(url)/user "HTTP/1.1 200 OK""#),
    Form(
      name: "httpx, refused", text: #"INFO:httpx:HTTP Request: GET \#(url)/user "HTTP/1.1 403 F""#,
      calls: [], failed: ["GET /user refused x1"]),
    Form(name: "curl -w", text: "GET \(url)/user 200"),
    Form(
      name: "squid native",
      text: "1796.1 5 ::1 TCP_MISS/200 253 GET \(url)/user - HIER_DIRECT/::1 -"),
    Form(
      name: "squid, denied",
      text: "1796.1 5 ::1 TCP_DENIED/403 253 GET \(url)/user - HIER_NONE/- -", calls: [],
      failed: ["GET /user refused x1"]),
    Form(
      name: "tinyproxy",
      text: "CONNECT   Nov 30 11:00:00 [1]: Request (file descriptor 7): GET \(url)/user HTTP/1.1"),
    Form(name: "tshark", text: "    4 0.000 127.0.0.1 → 127.0.0.1 HTTP 202 GET /user HTTP/1.1 "),
    Form(name: "tornado", text: "[I 261130 11:54:04 web:2591] 200 GET /user (::1) 1.23ms"),
    Form(name: "morgan", text: "\u{1B}[0mGET /user \u{1B}[32m200\u{1B}[0m 5.1 ms - 12\u{1B}[0m"),
    Form(name: "gin", text: #"[GIN] 2026/11/30 - 11:00:00 | 200 |  1ms |  ::1 | GET      "/user""#),
    Form(
      name: "gin, refused",
      text: #"[GIN] 2026/11/30 - 11:00:00 | 401 |  1ms |  ::1 | GET      "/user""#, calls: [],
      failed: ["GET /user refused x1"]),
    Form(name: "chi", text: #""GET \#(url)/user HTTP/1.1" from ::1 - 200 2B in 1ms"#),
    Form(
      name: "Rails",
      text: "Started GET \"/user\" for ::1 at 2026-11-30\nProcessing by X\nCompleted 404 Not Found",
      calls: [], failed: ["GET /user missed x1"], leftOut: 1),
    Form(
      name: "urllib3", text: "DEBUG:urllib3.connectionpool:\(url):443 \"GET /user HTTP/1.1\" 200 2"),
    Form(
      name: "urllib3, other host",
      text: "DEBUG:urllib3.connectionpool:https://x.example:443 \"GET /user HTTP/1.1\" 200 2",
      calls: [], leftOut: 1),
    Form(
      name: "HAProxy",
      text:
        #"::1:1 [30/Nov] fe be/s 0/0/0/3/5 403 144 - - ---- 1/1/0/0/0 0/0 "GET /user HTTP/1.1""#,
      calls: [], failed: ["GET /user refused x1"]),
    Form(
      name: "HAProxy, captured host",
      text: #"[30/Nov] fe be 0/0/0/3/5 200 1 - - ---- 1/1 0/0 {x.example|c} "GET /user HTTP/1.1""#,
      calls: [], leftOut: 1),
    Form(
      name: "quote and blank in the target",
      text: #"::1 - - [30/Nov] "PUT /stores/a"b c/tax HTTP/1.1" 200 2 "-" "c""#, calls: [tax]),
    Form(
      name: "tabs", text: "::1 - - [30/Nov] \"GET\t/user\tHTTP/1.1\" 200 2"),
    Form(name: "no protocol", text: #"::1 - - [30/Nov] "GET /user" 200 2"#),
    Form(name: "protocol without a name", text: #"::1 - - [30/Nov] "GET /user 1.1" 200 2"#),
    Form(
      name: "colors inside the quotes",
      text: "::1 - - [30/Nov] \"\u{1B}[35m\u{1B}[1mGET /user HTTP/1.1\u{1B}[0m\" 204 -"),
    Form(
      name: "virtual host",
      text: #"x.example:443 192.0.2.1 - - [30/Nov] "GET /user HTTP/1.1" 200 2"#, calls: [],
      leftOut: 1),
    Form(
      name: "lighttpd", text: #"192.0.2.1 x.example - [30/Nov] "GET /user HTTP/1.1" 200 2"#,
      calls: [], leftOut: 1),
    Form(
      name: "Envoy",
      text: #"[2026-11-30T11:00Z] "GET /user HTTP/2" 200 - 0 2 5 4 "-" "c" "i" "x.example" "b:1""#,
      calls: [], leftOut: 1),
    Form(
      name: "load balancer",
      text: #"h2 2026-11-30T app/lb/5 192.0.2.3:2 10.0.0.1:80 0.0 0.4 0.3 403 403 0 5 "GET "#
        + #"\#(url):443/user HTTP/2.0" "c" - -"#, calls: [], failed: ["GET /user refused x1"]),
    Form(
      name: "Nginx Proxy Manager",
      text: #"[30/Nov] - 200 200 - GET https api.komerza.com "/user" [Client ::1] [Length 12]"#),
    Form(
      name: "logfmt",
      text: #"at=info method=GET path="/user?a=b" host=api.komerza.com status=200 bytes=3"#),
    Form(
      name: "logfmt, refused", text: "level=info msg=x http_method=GET http_path=/user status=403",
      calls: [], failed: ["GET /user refused x1"]),
    Form(name: "OkHttp", text: "--> GET \(url)/user http/1.1\n<-- 200 OK \(url)/user (5ms)"),
    Form(
      name: "Spring", text: "HTTP GET \(url)/user\nResponse 403 FORBIDDEN", calls: [],
      failed: ["GET /user refused x1"]),
    Form(
      name: "Apache HttpClient",
      text: "http-outgoing-0 >> \"GET /user HTTP/1.1[\\r][\\n]\"\n"
        + "http-outgoing-0 >> \"Host: x.example[\\r][\\n]\"\n"
        + "http-outgoing-0 << \"HTTP/1.1 200 OK[\\r][\\n]\"", calls: [], leftOut: 1),
    Form(
      name: "Faraday",
      text: "I, [2026] INFO -- request: GET \(url)/user\nI, [2026] INFO -- response: Status 200"),
    Form(
      name: "container prefix", text: #"web-1  | ::1 - - [30/Nov] "GET /user HTTP/1.1" 200 2"#),
    Form(
      name: "words before the status",
      text: "GET \(url)/user completed with 403 in 200ms\nPUT \(url)/stores/1/tax took: 200 ms\n"
        + "INFO 'GET \(url)/user' status:403", calls: [tax], failed: ["GET /user refused x2"]),
    Form(
      name: "logfmt, a code for the status",
      text: "method=GET url=\(url)/user code=403\nmethod=PUT url=\(url)/stores/1/tax code=0",
      calls: [tax], failed: ["GET /user refused x1"]),
    Form(name: "cut by a console", text: "::1:5: GET \(url)/us…", calls: []),
  ]

  private static let requests: [Form] = [
    Form(
      name: "curl -v",
      text: "> GET /user HTTP/2\r\n> Host: api.komerza.com\r\n> \r\n< HTTP/2 200 \r\n< a: b\r\n",
      leftOut: 1),
    Form(
      name: "raw, host last", text: "GET /user HTTP/1.1\r\nAccept: */*\r\nHost: x.example\r\n\r\n",
      calls: [], leftOut: 1),
    Form(
      name: "body glued to the next",
      text: "GET /user HTTP/1.1\nHost: api.komerza.com\n\n\nHTTP/1.1 200 OK\n\n{\"a\":1}PUT "
        + "/stores/1/tax HTTP/1.1\nHost: api.komerza.com\n\nHTTP/1.1 403 Forbidden\n",
      failed: ["PUT /stores/{storeId}/tax refused x1"]),
    Form(
      name: "http.client",
      text: #"send: b'GET /user HTTP/1.1\r\nHost: x.example\r\nA: b\r\n\r\n'"#
        + "\nreply: 'HTTP/1.1 200 OK\\r\\n'", calls: [], leftOut: 1),
    Form(
      name: "trace-ascii",
      text: "0000: PUT /stores/0b6f1c1e-3a52-4a6e-9b1d-2f4f6f1f7a01/tax?page=2&xx H\n0040: "
        + "TTP/1.1\n0049: Host: api.komerza.com\n0060: \n", calls: [tax]),
    Form(
      name: ".http file",
      text:
        "@host = \(url)\n### one\nGET {{host}}/user\nAccept: a\n\n###\nPUT {{host}}/stores/{{s}}/tax"
        + " HTTP/1.1\n\n{}\n", calls: [tax, user], leftOut: 5),
    Form(name: "Hurl", text: "GET \(url)/user\nHTTP 200\n"),
    Form(
      name: "dio",
      text: "*** Request ***\nuri: \(url)/user\nmethod: GET\n*** Response ***\nstatusCode: 403\n",
      calls: [], failed: ["GET /user refused x1"], leftOut: 3),
    Form(
      name: "HAProxy's escapes",
      text:
        "::1 - - [x] \"PUT /stores/a#22b/tax HTTP/1.1\" 200 5\n::1 - - [x] \"GET /user#/x HTTP/1.1\" "
        + "404 5", calls: [tax]),
    Form(
      name: "a request within an answer",
      text:
        "{\"responses\":[{\"response\":{\"method\":\"GET\",\"url\":\"\(url)/user\",\"status\":200}}]}"
    ),
    Form(
      name: "Bruno", text: "meta {\n  name: a\n}\n\nput {\n  url: \(url)/stores/1/tax\n}\n",
      calls: [tax], leftOut: 3),
  ]

  private static let objects: [Form] = [
    Form(
      name: "VCR",
      text: #"{"interactions":[{"request":{"method":"get","uri":"\#(url)/user","headers":{}},"#
        + #""response":{"status":{"code":200,"message":"OK"}}}]}"#),
    Form(
      name: "VCR, refused",
      text: #"{"http_interactions":[{"request":{"method":"get","uri":"\#(url)/user"},"#
        + #""response":{"status":{"code":403}}}]}"#, calls: [], failed: ["GET /user refused x1"]),
    Form(
      name: "Postman",
      text: #"{"info":{},"item":[{"item":[{"request":{"method":"GET","url":{"raw":"{{b}}/user"}},"#
        + #""response":[{"originalRequest":{"method":"PUT","url":"\#(url)/x"}}]}]}],"#
        + #""variable":[{"key":"b","value":"\#(url)"}]}"#),
    Form(
      name: "Postman, a request that is its address alone",
      text: #"{"info":{},"item":[{"name":"a","request":"\#(url)/user"}]}"#),
    Form(
      name: "Newman's report: what was run, not the collection",
      text: #"{"collection":{"item":[{"request":{"method":"GET","url":{"raw":"\#(url)/user"}}}]},"#
        + #""run":{"executions":[{"item":{"request":{"method":"GET","url":{"raw":"\#(url)/user"}}},"#
        + #""request":{"method":"GET","url":{"protocol":"https","host":["api","komerza","com"],"#
        + #""path":["user"]}},"response":{"status":"Forbidden","code":403}},{"request":{"#
        + #""method":"PUT","url":{"protocol":"https","host":["api","komerza","com"],"path":"#
        + #"["stores","1","tax"]}},"response":{"status":"OK","code":200}}]}}"#, calls: [tax],
      failed: ["GET /user refused x1"]),
    Form(
      name: "WireMock's journal",
      text: #"{"requests":[{"request":{"method":"GET","absoluteUrl":"\#(url)/user","url":"/user"},"#
        + #""responseDefinition":{"status":403}}]}"#, calls: [], failed: ["GET /user refused x1"]),
    Form(
      name: "an error for an answer",
      text: #"{"request":{"method":"GET","path":"/user"},"error":{"status":403}}"#, calls: [],
      failed: ["GET /user refused x1"]),
    Form(
      name: "one object with a message",
      text: #"{"level":"info","msg":"HTTP Request: GET \#(url)/user \"HTTP/1.1 200 OK\""}"#),
    Form(
      name: "Insomnia",
      text: #"{"__export_format":4,"resources":[{"_type":"request","method":"GET","#
        + #""url":"{{ _.b }}/user"},{"_type":"environment","data":{"b":"\#(url)"}}]}"#),
    Form(
      name: "WireMock",
      text:
        #"{"request":{"method":"PUT","urlPathPattern":"/stores/[^/]+/tax"},"response":{"status":200}}"#,
      calls: [tax]),
    Form(
      name: "nock", text: #"[{"scope":"\#(url):443","method":"GET","path":"/user","status":200}]"#),
    Form(
      name: "Hoverfly",
      text: #"{"data":{"pairs":[{"request":{"method":[{"matcher":"exact","value":"GET"}],"#
        + #""path":[{"matcher":"exact","value":"/user"}]},"response":{"status":200}}]}}"#),
    Form(
      name: "OpenTelemetry, old names",
      text: "{\n\"attributes\":{\"http.method\":\"GET\",\"http.url\":\"\(url)/user\","
        + "\"http.status_code\":200},\"status\":{\"status_code\":\"UNSET\"}}\n{\n\"attributes\":"
        + "{\"http.request.method\":\"PUT\",\"url.full\":\"\(url)/stores/1/tax\","
        + "\"http.response.status_code\":403}}", failed: ["PUT /stores/{storeId}/tax refused x1"]),
    Form(
      name: "OTLP",
      text: #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"attributes":[{"key":"http.method","#
        + #""value":{"stringValue":"GET"}},{"key":"http.url","value":{"stringValue":"\#(url)/user"}},"#
        + #"{"key":"http.status_code","value":{"intValue":"200"}}]}]}]}]}"#),
    Form(
      name: "Jaeger",
      text: #"{"spans":[{"tags":[{"key":"http.method","type":"string","value":"GET"},"#
        + #"{"key":"http.url","value":"\#(url)/user"}]}]}"#),
    Form(
      name: "Sentry",
      text:
        #"{"breadcrumbs":{"values":[{"category":"http","data":{"method":"GET","url":"\#(url)/user","#
        + #""status_code":403}}]}}"#, calls: [], failed: ["GET /user refused x1"]),
    Form(
      name: "two documents with separators",
      text:
        "\u{1E}{\"method\":\"GET\",\"path\":\"/user\"}\n\u{1E}{\"method\":\"PUT\",\n\"path\":\"/stores/1/tax\"}\n",
      calls: [tax, user]),
    Form(
      name: "repeated names, as tshark has them",
      text: #"[{"http":{"GET /user":{"http.request.method":"GET","http.request.uri":"/user"},"#
        + #""http.host":"api.komerza.com","a":1,"a":2}}]"#),
    Form(
      name: "Cloudflare",
      text:
        #"{"ClientRequestMethod":"GET","ClientRequestHost":"api.komerza.com","ClientRequestURI":"/user?a=b","EdgeResponseStatus":200}"#
    ),
    Form(
      name: "other host beside the path",
      text: #"{"method":"GET","host":"x.example","path":"/user","status":200}"#, calls: [],
      leftOut: 1),
    Form(
      name: "machine beside the path",
      text: #"{"method":"GET","host":"web1","path":"/user","status":200}"#),
    Form(
      name: "Akamai",
      text:
        #"{"reqMethod":"GET","reqHost":"api.komerza.com","reqPath":"stores/../user","statusCode":"404"}"#,
      calls: []),
    Form(
      name: "API Gateway, a stage before the path",
      text:
        #"{"httpMethod":"PUT","resourcePath":"/stores/{id}/tax","path":"/prod/stores/1/tax","status":"200"}"#,
      calls: [tax]),
    Form(
      name: "route key", text: #"{"routeKey":"PUT /stores/{id}/tax","status":"204"}"#, calls: [tax]),
    Form(
      name: "a log within a log",
      text:
        #"{"log":"{\"msg\":\"::1 - - [x] \\\"GET /user HTTP/1.1\\\" 200 1\"}\n","stream":"stdout"}"#
    ),
    Form(
      name: "journal",
      text: #"{"MESSAGE":"::1 - - [x] \"GET /user HTTP/1.1\" 403 1","PRIORITY":"6"}"#,
      calls: [], failed: ["GET /user refused x1"]),
    Form(
      name: "a text that is repeated further in",
      text:
        #"{"log_io":"\"GET /user HTTP/1.1\" 200","log_flattened":{"log_io!:":"\"GET /user HTTP/1.1\" 200"}}"#
    ),
    Form(
      name: "notebook",
      text:
        "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\n\"!curl \\\\\\n\",\n\"  \(url)/user\\n\"]}]}"
    ),
    Form(
      name: "headers, cookies and bodies are not looked at",
      text:
        #"{"request":{"headers":{"method":"GET","path":"/user"},"body":{"method":"GET","url":"/user"}},"method":"PUT","url":"/stores/1/tax"}"#,
      calls: [tax]),
    Form(
      name: "a number that is none",
      text:
        "{\"log\":{\"entries\":[\n{\"time\":NaN,\"request\":{\"method\":\"GET\",\"url\":\"\(url)/user\"}}]}}"
    ),
  ]

  private static let tables: [Form] = [
    Form(
      name: "IIS",
      text: "#Software: IIS\n#Fields: date cs-method cs-uri-stem cs-uri-query sc-status\n"
        + "2026-11-30 GET /user - 200\n2026-11-30 PUT /stores/1/tax - 403\n",
      failed: ["PUT /stores/{storeId}/tax refused x1"]),
    Form(
      name: "CloudFront",
      text: "#Version: 1.0\n#Fields: cs-method cs(Host) cs-uri-stem sc-status x-host-header\n"
        + "GET\td1.cloudfront.net\t/user\t200\tapi.komerza.com\n"),
    Form(
      name: "CSV", text: "time,method,\"path\",status\n1,GET,\"/user?a=\"\"b\"\"\",200\n"),
    Form(
      name: "tshark fields",
      text:
        "http.request.method\thttp.host\thttp.request.uri\nGET\tapi.komerza.com\t/user\nGET\tx.example"
        + "\t/user\n", leftOut: 1),
    Form(name: "CSV with request lines", text: "request;status\nGET /user HTTP/1.1;200\n"),
  ]

  @Test(arguments: lines + requests + objects + tables)
  func `a record is read`(form: Form) throws {
    let tally = try CallTally.read(form.text)
    #expect(tally.calls == form.calls)
    #expect(tally.failedCalls == form.failed)
    #expect(tally.leftOut.count == form.leftOut, "\(tally.leftOutTexts)")
    #expect(tally.unresolved == [])
  }

  @Test func `a pattern that may hold a slash is named as one`() throws {
    let tally = try CallTally.read(
      #"{"request":{"method":"GET","urlPattern":"/stores/.*"},"response":{"status":200}}"#)
    #expect(
      tally.calls == [] && tally.unreadTexts == ["entry 1: the path is a pattern, not a path x1"])
  }

  @Test func `a document that is cut off is read up to there`() throws {
    let entry = #"{"request":{"method":"GET","url":"https://api.komerza.com/user"}}"#
    let tally = try CallTally.read(#"{"log":{"entries":["# + entry + "," + entry.dropLast(9))
    #expect(tally.calls == [Self.user])
    #expect(tally.unreadTexts == ["line 1: the document is cut off x1"])
  }

  @Test(arguments: [
    (200, ["GET /user"], [String]()), (304, ["GET /user"], []), (401, [], ["refused"]),
    (403, [], ["refused"]), (404, [], ["missed"]), (405, [], ["missed"]), (410, [], ["missed"]),
    (400, [], ["broken"]), (408, [], ["broken"]), (499, [], ["broken"]), (500, [], ["broken"]),
    (0, [], ["broken"]),
  ])
  func `a call earns its scope by how it ended`(
    status: Int, calls: [String], ends: [String]
  ) throws {
    let text = status == 0 ? "0" : "\(status)"
    let tally = try CallTally.read("::1 - - [x] \"GET /user HTTP/1.1\" \(text) 5\n")
    #expect(tally.calls == calls)
    #expect(tally.failedCalls == ends.map { "GET /user \($0) x1" })
  }

  @Test func `a path that a 400 may have cut is no other call's`() throws {
    let tally = try CallTally.read(
      "{\"method\":\"GET\",\"path\":\"/user\",\"status\":400}\n{\"method\":\"GET\",\"path\":\"/user\",\"status\":500}"
    )
    #expect(tally.calls == [] && tally.failedCalls == ["GET /user broken x1"])
    #expect(tally.failedUnknown.map(\.call) == ["GET /user"])
  }

  @Test func `which statuses count can be said`() throws {
    let text = Array("::1 - - [x] \"GET /user HTTP/1.1\" 403 5\n".utf8)
    for (list, calls) in [
      ("403", ["GET /user"]), ("4xx", ["GET /user"]), ("2xx,none", []), ("any", ["GET /user"]),
    ] {
      let filter = try #require(StatusFilter(list))
      #expect(try CallTally.read(text, counting: filter).calls == calls, "\(list)")
    }
    for list in ["", "x", "200,", "6xx", "99", "20"] {
      #expect(StatusFilter(list) == nil, "\(list)")
    }
  }
}
