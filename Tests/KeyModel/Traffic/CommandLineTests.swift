import TestSupport
import Testing

@testable import Calls
@testable import Catalogs
@testable import Documents

/// Command lines as people paste them.
struct CommandLineTests {
  private static let url = "https://api.komerza.com"
  private static let list = "GET /stores/{storeId}/orders"
  private static let order = "POST /stores/{storeId}/orders"

  /// Commands of which each stands in the one around it, in `$(…)`.
  private static func nested(_ levels: Int) -> String {
    var text = "curl \(url)/stores/1/orders"
    for _ in 1..<levels { text = "curl -o $(\(text)) \(url)/stores/1/orders" }
    return text
  }

  @Test func `commands within commands are read 16 levels down, and no further`() throws {
    for (levels, found) in [(2, 2), (16, 16), (17, 17), (18, 17), (40, 17)] {
      let tally = try CallTally.read(Array(Self.nested(levels).utf8))
      #expect(tally.calls == ["\(Self.list) x\(found)"], "\(levels) levels")
    }
  }

  @Test func `a command that is nested more than 64 levels deep is told, not read`() throws {
    for (levels, isRead) in [(63, true), (64, true), (65, false), (2_000, false)] {
      let inner = String(repeating: "$(a ", count: levels) + String(repeating: ")", count: levels)
      let tally = try CallTally.read(Array("curl \(Self.url)/stores/\(inner)/orders".utf8))
      #expect(tally.calls == (isRead ? [Self.list] : []), "\(levels) levels")
      #expect(tally.unreadTexts.isEmpty == isRead, "\(levels) levels")
      let told = "line 1: the command is nested too deeply x1"
      #expect(tally.unreadTexts.contains(told) != isRead, "\(levels) levels")
    }
  }

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
  ]

  @Test func `there are 60 shapes and more`() { #expect(Self.shapes.count >= 60) }

  @Test(arguments: shapes)
  func `a shape is read`(text: String, calls: [String]) throws {
    let tally = try CallTally.read(text, as: .script)
    #expect(tally.calls == calls)
    #expect(tally.unresolved == [] && tally.unreadTexts == [])
  }

  @Test func `other hosts are left out, other calls are unresolved at their line`() throws {
    let text = """
      curl -u a:b https://ada:pw@login.example.com/token

      curl -X PURGE \\
        "https://ada:pw@api.komerza.com/user?token=s3cret"
      curl https://api.komerza.com/user
      """
    let tally = try CallTally.read(text, as: .script)
    #expect(tally.calls == ["GET /user"])
    #expect(
      tally.leftOutTexts == [
        "line 1: a call to another host, login.example.com (--host adds it) x1"
      ])
    #expect(tally.unresolved.map(\.call) == ["PURGE https://api.komerza.com/user"])
    #expect(tally.unresolved.map(\.place.place) == [.line(3)])
  }

  @Test func `a quote that never closes is counted, and the lines after it are read`() throws {
    let text = """
      curl https://api.komerza.com/webhooks
      curl -H 'Authorization: x https://api.komerza.com/user
      curl --max-time 3
      curl https://api.komerza.com/stores/1
      """
    let tally = try CallTally.read(text, as: .script)
    #expect(tally.calls == ["GET /stores/{storeId}", "GET /webhooks"])
    #expect(
      tally.unreadTexts == [
        "line 2: a quote opens on the line and is never closed x1",
        "line 3: the command names no URL x1",
      ])
  }

  @Test(arguments: [
    "", "\n\n", "curl", "\u{0}\u{1}", "use curl for that", "apt-get install curl",
  ])
  func `a text without a command is an error`(text: String) {
    #expect(throws: ModelError.self) { try CallTally.read(text, as: .script) }
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
      let tally = (try? CallTally.read(bytes, as: .script)) ?? CallTally.of { _ in }
      let known = Set(tally.calls.map { $0.split(separator: " ")[1] })
      #expect(known.isSubset(of: ["/user"]), "\(random)")
    }
  }

  @Test func `a body of a megabyte is read in bounded time`() throws {
    let body = String(repeating: "a'b\\\"", count: 160_000)
    let text = "curl -d \"\(body)\" https://api.komerza.com/stores"
    let tally = try CallTally.read(text, as: .script)
    #expect(tally.calls == ["POST /stores"])
  }

  /// What stands before a command, and where else commands stand.
  private static let places: [(text: String, calls: [String])] = [
    ("[ada@web1 ~]$ curl \(url)/user", ["GET /user"]),
    ("\u{279C}  ~ curl \(url)/user", ["GET /user"]),
    ("C:\\Users\\me>curl \(url)/user", ["GET /user"]),
    ("root@box ~ # curl \(url)/user", ["GET /user"]),
    ("++ curl \(url)/user", ["GET /user"]),
    ("  501  curl \(url)/user", ["GET /user"]),
    ("> curl \(url)/user", ["GET /user"]),
    ("      - run: curl \(url)/user", ["GET /user"]),
    ("deploy:\n\t-@curl \(url)/user", ["GET /user"]),
    ("sudo -u ada curl \(url)/user", ["GET /user"]),
    ("timeout 5 nice -n 3 curl \(url)/user", ["GET /user"]),
    ("docker exec -it web curl \(url)/user", ["GET /user"]),
    ("docker run --rm curlimages/curl:8.5.0 -s \(url)/user", ["GET /user"]),
    ("kubectl exec pod -- curl -s \(url)/user", ["GET /user"]),
    ("bash -c 'curl \(url)/user'", ["GET /user"]),
    ("bash -c 'set -e\ncurl \(url)/user\ncurl \(url)/webhooks'", ["GET /user", "GET /webhooks"]),
    ("ssh host \"curl -H \\\"a: b\\\" \(url)/user\"", ["GET /user"]),
    ("\"!curl \(url)/user\\n\",", ["GET /user"]),
    ("Here's how: `curl \(url)/user` and that's it", ["GET /user"]),
    ("\u{FEFF}curl \(url)/user", ["GET /user"]),
    ("curl\u{A0}\u{201C}\(url)/user\u{201D}", ["GET /user"]),
    ("curl \u{2018}\(url)/user\u{2019}", ["GET /user"]),
    ("curl \u{2013}X POST \(url)/stores", ["POST /stores"]),
    ("curl \u{2014}request POST \(url)/stores", ["POST /stores"]),
    ("curl --requ POST \(url)/stores", ["POST /stores"]),
    ("curl --new-option value \(url)/user", ["GET /user"]),
    ("B=\(url)\ncurl \"$B/user\"", ["GET /user"]),
    ("\\curl -sSL \(url)/user | bash", ["GET /user"]),
    ("if a; then M=PUT; fi\ncurl -X $M \(url)/stores/1/tax", ["PUT /stores/{storeId}/tax"]),
    ("M=GET\nM=PUT\ncurl -X $M \(url)/stores/1/tax", ["PUT /stores/{storeId}/tax"]),
    ("export B=\"\(url)/stores/1\"\ncurl ${B}/orders", [list]),
    ("B := \(url)\nx:\n\tcurl $(B)/user", ["GET /user"]),
    ("$b = \"\(url)\"\nInvoke-RestMethod -Uri \"$b/stores\" -Method Post", ["POST /stores"]),
    ("env:\n  API: \(url)\nrun: curl ${{ env.API }}/user", ["GET /user"]),
    ("curl ${API:-\(url)}/user", ["GET /user"]),
    ("curl '\(url)/{user,webhooks}'", ["GET /user", "GET /webhooks"]),
    ("curl '\(url)/stores/[1-3]/orders'", [list + " x3"]),
    ("curl -g '\(url)/stores/{1,2}/orders'", [list]),
    ("curl --variable id=1 --expand-url '\(url)/stores/{{id}}/orders'", [list]),
    ("curl -d \"$(curl \(url)/user)\" \(url)/stores", ["POST /stores", "GET /user"]),
    ("wget -qO- \(url)/user", ["GET /user"]),
    ("wget --post-data='a=b' \(url)/stores", ["POST /stores"]),
    ("wget --method=DELETE \(url)/webhooks/1", ["DELETE /webhooks/{webhookId}"]),
    ("http \(url)/user", ["GET /user"]),
    ("http POST \(url)/stores name=a Authorization:x", ["POST /stores"]),
    ("http \(url)/stores name=a", ["POST /stores"]),
    ("http \(url)/stores/1/orders page==2", [list]),
    ("https api.komerza.com/user", ["GET /user"]),
    ("xh PUT \(url)/stores/1/tax a:=1", ["PUT /stores/{storeId}/tax"]),
    ("iwr \(url)/user", ["GET /user"]),
    (
      "fetch(\"\(url)/stores\", { \"headers\": { \"a\": \"(b)\" }, \"method\": \"POST\" });",
      ["POST /stores"]
    ),
    ("fetch('\(url)/user')", ["GET /user"]),
  ]

  @Test(arguments: places)
  func `a command is found wherever it stands`(text: String, calls: [String]) throws {
    let tally = try CallTally.read(text)
    #expect(tally.calls == calls)
    #expect(tally.unresolved == [] && tally.unreadTexts == [])
  }

  @Test(arguments: [
    ("# curl \(url)/user", "line 1: a command in a comment x1"),
    ("echo \"curl \(url)/user\"", "line 1: a command that is printed, not run x1"),
    (
      "curl -d @- \(url)/stores <<EOF\ncurl \(url)/user\nEOF",
      "line 2: a command in a body that is sent x1"
    ),
  ])
  func `a command that is not run is left out`(text: String, reason: String) throws {
    let tally = try CallTally.read(text, as: .script)
    #expect(!tally.calls.contains("GET /user"))
    #expect(tally.leftOutTexts == [reason])
  }

  @Test(arguments: [
    "curl $URL", "curl \"$BASE$PATH\"", "curl \(url)/stores/1/orders$SUFFIX",
    "curl -X $METHOD \(url)/stores/1/orders", "curl \(url)/stores/1/orders/$ID$ACTION",
    "curl -K config.txt", "curl -X POST -H 'X-HTTP-Method-Override: DELETE' \(url)/webhooks/1",
    "curl the address \(url)/user", "curl $OPTIONS \(url)/user", "curl -s \"$@\" \(url)/user",
    "if a; then M=DELETE; else M=PUT; fi\ncurl -X $M \(url)/stores/1/tax",
    "M=GET\ncase $1 in rm) M=DELETE;; esac\ncurl -X $M \(url)/stores/1/products/1",
  ])
  func `a command that leaves open what it calls is not understood`(text: String) throws {
    let tally = try CallTally.read(text, as: .script)
    #expect(tally.calls == [] && tally.unresolved == [])
    #expect(tally.unread.count == 1)
  }

  @Test(arguments: [
    "curl -K config \(url)/user", "curl -sK config \(url)/user", "wget -i list \(url)/user",
    "curl --config=c \(url)/user", "wget --input-file=list \(url)/user",
  ])
  func `what a command reads from another file is not understood`(text: String) throws {
    let tally = try CallTally.read(text, as: .script)
    #expect(tally.calls == ["GET /user"])
    #expect(
      tally.unreadTexts == [
        "line 1: the command reads its calls or options from another file x1"
      ])
  }

  @Test(arguments: [
    ("gh api repos/{owner}/{repo}/keys", "GET https://api.github.com/repos/{owner}/{repo}/keys"),
    ("$ gh api /user", "GET https://api.github.com/user"),
    ("gh api user -q .login", "GET https://api.github.com/user"),
    ("x=$(gh api -X DELETE repos/o/r/keys/1)", "DELETE https://api.github.com/repos/o/r/keys/1"),
    ("- run: gh api repos/o/r/issues -f title=a", "POST https://api.github.com/repos/o/r/issues"),
    ("gh api -H 'a: b' --input f repos/o/r/x", "POST https://api.github.com/repos/o/r/x"),
    ("gh api graphql -f query=a", "POST https://api.github.com/graphql"),
    ("gh api --hostname ghe.example user/keys", "GET https://ghe.example/api/v3/user/keys"),
    ("gh api --method=PUT --paginate a/b", "PUT https://api.github.com/a/b"),
    ("gh api https://api.github.com/user", "GET https://api.github.com/user"),
  ])
  func `GitHub's own client is understood`(text: String, call: String) throws {
    let catalog = """
      { "$schema": "urn:keywright:catalog:1", "id": "a", "name": "A", "version": "1",
        "servers": ["https://api.github.com", "https://ghe.example/api/v3"],
        "categories": [{ "name": "C", "scopes": [{ "id": "s", "title": "S" }] }],
        "operations": [{ "method": "TRACE", "path": "/x" }] }
      """
    // No call of the catalog: each is printed as it was read.
    var mentions = CallTally(
      resolver: CallResolver(catalog: try Catalog(decoding: Array(catalog.utf8))))
    var reader = RecordReader(.script)
    try reader.read(Array(text.utf8).span, into: &mentions)
    try reader.finish(into: &mentions)
    let method = call.prefix { $0 != " " }
    let host = call.hasPrefix(method + " https://ghe") ? "ghe.example" : "api.github.com"
    let segments = call.split(separator: "/").count - 2
    let printed = try #require(mentions.unresolved.first?.call)
    #expect(printed.hasPrefix("\(method) https://\(host)/"))
    #expect(printed.split(separator: "/").count - 2 == segments, "\(printed)")
    // Another platform's call is left out, not lost.
    let tally = try CallTally.read(text)
    #expect(tally.calls == [] && tally.leftOut.count + tally.unread.count >= 1)
  }

  @Test(arguments: ["gh pr list", "run gh api is nice", "gh api", "the gh api has limits"])
  func `not every gh is a call`(text: String) throws {
    let tally = try CallTally.read(text + "\ncurl \(Self.url)/user")
    #expect(tally.calls == ["GET /user"] && tally.unreadTexts == [])
  }

  @Test func `what a command printed of its own request says how it ended`() throws {
    let text = """
      $ curl -v -X DELETE https://api.komerza.com/webhooks/1
      > DELETE /webhooks/1 HTTP/2
      > Host: api.komerza.com
      < HTTP/2 403
      $ curl https://api.komerza.com/user
      """
    let tally = try CallTally.read(text)
    #expect(tally.calls == ["GET /user"])
    #expect(tally.failedCalls == ["DELETE /webhooks/{webhookId} refused x1"])
  }

  @Test func `an address alone on its line is no call, and is not passed over`() throws {
    let text = """
      curl https://api.komerza.com/webhooks
      https://api.komerza.com/user
        /stores/1?page=2
      # see https://api.komerza.com/user
      /usr/bin/env
      https://example.org/user
      curl https://api.komerza.com/stores/1
      """
    let tally = try CallTally.read(text, as: .script)
    #expect(tally.calls == ["GET /stores/{storeId}", "GET /webhooks"])
    #expect(
      tally.unreadTexts == [
        "line 2: the line names the address of a call, and no method x2"
      ])
    #expect(tally.leftOut.count == 0)
  }

  @Test func `nested quotes and parentheses cost no more than their length`() throws {
    let clock = ContinuousClock()
    for piece in ["curl \"$(", "\"$(", "curl 'a\n", "curl $(x\n", "curl \u{201C}x\n", "`$("] {
      let text = String(repeating: piece, count: 20_000)
      let time = clock.measure { _ = try? CallTally.read("curl a.example/b\n" + text, as: .script) }
      #expect(time < .seconds(20), "\(piece)")
    }
  }
}
