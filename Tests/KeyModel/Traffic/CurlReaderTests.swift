import TestSupport
import Testing

@testable import Calls
@testable import Documents

/// Curl command lines as people paste them.
struct CurlReaderTests {
  private static let url = "https://api.komerza.com"
  private static let list = "GET /stores/{storeId}/orders"
  private static let order = "POST /stores/{storeId}/orders"

  private static let shapes: [(text: String, calls: [String])] = [
    ("curl \(url)/stores/1/orders", [list]),
    ("curl '\(url)/stores/1/orders?page=2&size=5'", [list]),
    ("curl \"\(url)/stores/1/orders?page=2\"", [list]),
    ("curl -s -S -L \(url)/stores/1/orders", [list]),
    ("curl -sSL --compressed \(url)/stores/1/orders", [list]),
    ("curl \(url)/stores/1/orders -H 'Authorization: Bearer x y' -o out.json", [list]),
    ("curl -H \"Accept: */*\" \(url)/stores/1/orders | jq '.[] | .id'", [list]),
    ("curl -u ada:secret \(url)/stores/1/orders", [list]),
    ("curl --user ada:secret --url \(url)/stores/1/orders", [list]),
    ("curl --url=\(url)/stores/1/orders", [list]),
    ("curl -X POST \(url)/stores/1/orders", [order]),
    ("curl -XPOST \(url)/stores/1/orders", [order]),
    ("curl -sXPOST \(url)/stores/1/orders", [order]),
    ("curl --request POST \(url)/stores/1/orders", [order]),
    ("curl --request=POST \(url)/stores/1/orders", [order]),
    ("curl -X 'post' \(url)/stores/1/orders", [order]),
    ("curl -d '{\"a\": 1}' \(url)/stores/1/orders", [order]),
    ("curl -da=1 \(url)/stores/1/orders", [order]),
    ("curl --data a=1 \(url)/stores/1/orders", [order]),
    ("curl --data-raw $'{\"a\": \"it\\'s\"}' \(url)/stores/1/orders", [order]),
    ("curl --data-binary @body.json \(url)/stores/1/orders", [order]),
    ("curl --data-urlencode 'q=a b' \(url)/stores/1/orders", [order]),
    ("curl --json '{}' \(url)/stores/1/orders", [order]),
    ("curl -F file=@a.csv \(url)/stores/1/orders", [order]),
    ("curl --form-string a=b \(url)/stores/1/orders", [order]),
    ("curl -G -d page=2 \(url)/stores/1/orders", [list]),
    ("curl --get --data-urlencode q=a \(url)/stores/1/orders", [list]),
    ("curl -I \(url)/stores/1/orders", [list]),
    ("curl --head \(url)/stores/1/orders", [list]),
    ("curl -T tax.json \(url)/stores/1/tax", ["PUT /stores/{storeId}/tax"]),
    ("curl --upload-file tax.json \(url)/stores/1/tax", ["PUT /stores/{storeId}/tax"]),
    ("curl -X PUT -d @a \(url)/stores/1/tax", ["PUT /stores/{storeId}/tax"]),
    ("curl -d @a -X PATCH \(url)/user/billing", ["PATCH /user/billing"]),
    ("curl \\\n  -X POST \\\n  \(url)/stores/1/orders \\\n  -d '{\n  \"a\": 1\n}'", [order]),
    ("curl \(url)/stores/1/orders \\  \n  -X POST", [order]),
    ("curl \(url)/stores/1/orders \\\r\n  -X POST\r\n", [order]),
    ("curl ^\"\(url)/stores/1/orders?a=1^&b=2^\" ^\r\n  -H ^\"a: b^\" ^\r\n  -X POST", [order]),
    ("curl.exe `\n  -X POST `\n  \"\(url)/stores/1/orders\"", [order]),
    ("$ curl \(url)/stores/1/orders", [list]),
    ("ada@host:~/x$ curl \(url)/stores/1/orders", [list]),
    ("PS C:\\> curl.exe \(url)/stores/1/orders", [list]),
    ("% curl \(url)/stores/1/orders", [list]),
    ("!curl \(url)/stores/1/orders", [list]),
    ("$ curl -X POST \\\n> \(url)/stores/1/orders \\\n> -d a", [order]),
    ("sudo -E /usr/bin/curl \(url)/stores/1/orders", [list]),
    ("TOKEN=abc HOST='x y' curl \(url)/stores/1/orders", [list]),
    ("env TOKEN=abc time curl \(url)/stores/1/orders", [list]),
    ("curl \(url)/stores/$STORE/orders", [list]),
    ("curl \"\(url)/stores/${STORE:?}/orders\"", [list]),
    ("curl '\(url)/stores/{storeId}/orders'", [list]),
    ("curl \(url)/stores/<storeId>/orders", [list]),
    ("curl \(url)/stores/:storeId/orders", [list]),
    ("curl \"$BASE/stores/$1/orders\"", [list]),
    ("curl {{base_url}}/stores/{{store}}/orders", [list]),
    ("curl \"https://${HOST}/stores/1/orders\"", [list]),
    ("curl api.komerza.com/stores/1/orders", [list]),
    ("curl \(url)/stores/$(jq -r .id store.json)/orders", [list]),
    ("curl \(url)/stores/`cat id`/orders", [list]),
    ("ID=$(curl -s \(url)/user | jq -r .id)", ["GET /user"]),
    ("x=`curl -s \(url)/user`", ["GET /user"]),
    ("if ! curl -f \(url)/user; then exit 1; fi", ["GET /user"]),
    ("curl \(url)/user && curl -X POST \(url)/stores", ["POST /stores", "GET /user"]),
    ("curl \(url)/user > user.json 2>&1", ["GET /user"]),
    ("curl >out 2>/dev/null \(url)/user", ["GET /user"]),
    ("curl \(url)/user --next -d a \(url)/stores", ["POST /stores", "GET /user"]),
    ("curl -d a \(url)/stores -: \(url)/user", ["POST /stores", "GET /user"]),
    ("curl \(url)/user \(url)/webhooks", ["GET /user", "GET /webhooks"]),
    ("# curl \(url)/user\ncurl \(url)/webhooks # curl \(url)/user", ["GET /webhooks"]),
    ("curl \(url)/user\n\n\ncurl \(url)/webhooks\n", ["GET /user", "GET /webhooks"]),
    (
      "curl -d @- \(url)/stores <<'EOF'\nit's {\nEOF\ncurl \(url)/user",
      ["POST /stores", "GET /user"]
    ),
    ("```sh\ncurl \(url)/user\n```", ["GET /user"]),
    ("curl -w '%{http_code}' -m 5 --retry 3 --resolve a:443:1 -b c=d \(url)/user", ["GET /user"]),
    ("curl --expand-url \(url)/user --variable a=b", ["GET /user"]),
    ("curl -- \(url)/user", ["GET /user"]),
    ("curl \(url)/us\\\ner", ["GET /user"]),
    ("curl \(url)/user -X", ["GET /user"]),
    ("(curl \(url)/user; echo) | tee log", ["GET /user"]),
    ("apt-get install curl\necho curl \(url)/webhooks\ncurl \(url)/user", ["GET /user"]),
    ("curl -K config \(url)/user", ["GET /user"]),
  ]

  @Test func `there are 60 shapes and more`() { #expect(Self.shapes.count >= 60) }

  @Test(arguments: shapes)
  func `a shape is read`(text: String, calls: [String]) throws {
    let tally = try CallTally.of { try CurlReader.read(Array(text.utf8), into: &$0) }
    #expect(tally.calls == calls)
    #expect(tally.unresolved == [] && tally.faults == [] && tally.elsewhere == 0)
  }

  @Test func `other hosts are left out, other calls are unresolved at their line`() throws {
    let text = """
      curl -u a:b https://ada:pw@login.example.com/token

      curl -X PURGE \\
        "https://ada:pw@api.komerza.com/user?token=s3cret"
      curl https://api.komerza.com/user
      """
    let tally = try CallTally.of { try CurlReader.read(Array(text.utf8), into: &$0) }
    #expect(tally.calls == ["GET /user"] && tally.elsewhere == 1)
    #expect(tally.unresolved.map(\.call) == ["PURGE https://api.komerza.com/user"])
    #expect(tally.unresolved.map(\.place) == [.line(3)])
  }

  @Test func `a quote that never closes is counted, and the lines after it are read`() throws {
    let text = """
      curl https://api.komerza.com/webhooks
      curl -H 'Authorization: x https://api.komerza.com/user
      curl --max-time 3
      curl https://api.komerza.com/stores/1
      """
    let tally = try CallTally.of { try CurlReader.read(Array(text.utf8), into: &$0) }
    #expect(tally.calls == ["GET /stores/{storeId}", "GET /webhooks"])
    #expect(
      tally.faultTexts == [
        "line 2: a quote opens on the line and is never closed x1",
        "line 3: the curl command names no URL x1",
      ])
  }

  @Test(arguments: [
    "", "\n\n", "wget https://api.komerza.com/user", "curl", "\u{0}\u{1}", "curl '",
  ])
  func `a text without a call is an error`(text: String) {
    #expect(throws: ModelError.self) {
      try CallTally.of { try CurlReader.read(Array(text.utf8), into: &$0) }
    }
  }

  @Test func `any text is read without harm`() {
    var random = SeededRandom()
    let pieces = [
      "curl ", "'", "\"", "\\", "\n", "$(", ")", "`", "${", "}", "$'", "^\"", "^\n", "<<E", "E\n",
      "<", ">", "|", "#", " -d", " --", "=", " -X", "https://api.komerza.com/user ", "\u{0}", "é",
    ].map { Array($0.utf8) }
    for _ in 0..<1000 {
      let bytes = (0..<Int.random(in: 0..<25, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      let tally = CallTally.of { tally in try? CurlReader.read(bytes, into: &tally) }
      let known = Set(tally.calls.map { $0.split(separator: " ")[1] })
      #expect(known.isSubset(of: ["/user"]), "\(random)")
    }
  }

  @Test func `a body of a megabyte is read in bounded time`() throws {
    let body = String(repeating: "a'b\\\"", count: 160_000)
    let text = "curl -d \"\(body)\" https://api.komerza.com/stores"
    let tally = try CallTally.of { try CurlReader.read(Array(text.utf8), into: &$0) }
    #expect(tally.calls == ["POST /stores"])
  }
}
