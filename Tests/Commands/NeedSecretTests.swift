import Calls
import Documents
import TerminalHarness
import Testing

/// Secrets in records: of a record nothing is written but methods, hosts, and pieces of templates.
@Suite struct NeedSecretTests {
  /// Letters alone, digits alone, mixed, and marked: what masking by its look would miss.
  private static let secrets = [
    "abcdefghijklmnopqrstuvwx", "sesame", "48151623421", "sk_live_51Habc", "Zq7-xY_2",
  ]

  /// Records in whose every position `SECRET` stands.
  private static let records: [String] = [
    // Command lines.
    """
    TOKEN=SECRET
    curl -H 'Authorization: Bearer SECRET' -H "X-SECRET: a" -u ada:SECRET -b 'a=SECRET' \\
      -d '{"SECRET": "SECRET"}' "https://api.komerza.com/user?key=SECRET#SECRET"
    curl https://ada:SECRET@api.komerza.com/nope/SECRET/SECRET
    curl 'https://SECRET#x@api.komerza.com/user' 'https://a:b?SECRET@x.example/user'
    curl https://ada:p#SECRET@api.komerza.com/user https://ada:SE?SECRET@api.komerza.com/x
    curl --cooki SECRET --oauth2-b SECRET --new-option SECRET https://api.komerza.com/reset/SECRET/a
    curl -X SECRET https://api.komerza.com/user
    curl -H "$(cat SECRET)" https://api.komerza.com/$SECRET/SECRETx
    curl -H 'SECRET https://api.komerza.com/SECRET
    # curl https://api.komerza.com/SECRET
    echo curl https://api.komerza.com/SECRET
    curl -K SECRET
    wget --password=SECRET --header='a: SECRET' https://api.komerza.com/SECRET
    http -a ada:SECRET POST https://api.komerza.com/SECRET a=SECRET SECRET:SECRET
    curl -d @- https://api.komerza.com/stores <<SECRET
    curl https://api.komerza.com/SECRET
    SECRET
    """,
    // Lines of logs.
    """
    SECRET - SECRET [SECRET] "GET /user?SECRET HTTP/1.1" 200 5 "https://x/SECRET" "SECRET"
    ::1 - - [x] "GET /SECRET/SECRET?SECRET HTTP/1.1" 200 5 "-" "SECRET"
    ::1 - - [x] "GET /reset/SECRET HTTP/1.1" 403 5 "-" "SECRET"
    ::1 - - [x] "SECRET /user HTTP/1.1" 200 5
    ::1 - - [x] "GET /user SECRET" 200 5
    ::1 - - [x] "GET /SECRET
    SECRET
    method=GET path=/SECRET status=200 token=SECRET
    {"method":"GET","path":"/SECRET","headers":{"Authorization":"SECRET"},"body":"SECRET"}
    {"method":"GET","path":"/user","status":"SECRET","SECRET":"SECRET"}
    {"log":"SECRET \\"GET /SECRET HTTP/1.1\\" 200 5"}
    {"SECRET
    """,
    // Requests as text.
    """
    > GET /SECRET?SECRET HTTP/1.1
    > Host: api.komerza.com
    > Authorization: Bearer SECRET
    > Cookie: SECRET
    >
    < HTTP/1.1 200 SECRET
    < Set-Cookie: SECRET
    {"SECRET":"SECRET"}
    """,
    // An archive.
    """
    {"log":{"version":"SECRET","comment":"SECRET","entries":[
    {"request":{"method":"GET","url":"https://ada:SECRET@api.komerza.com/SECRET?SECRET#SECRET",
    "headers":[{"name":"Authorization","value":"SECRET"}],"cookies":[{"name":"SECRET","value":"SECRET"}],
    "postData":{"text":"SECRET"}},"response":{"status":200,"content":{"text":"SECRET"},
    "headers":[{"name":"Set-Cookie","value":"SECRET"}]}},
    {"request":{"method":"SECRET","url":"https://api.komerza.com/user"},"response":{"status":200}},
    {"request":{"method":"GET","url":"SECRET://x"},"response":{"status":200}},
    {"request":{"method":"GET","url":"https://api.komerza.com/SECRET/x"},"response":{"status":403}},
    {"request":{"SECRET":"SECRET"}}]}}
    """,
    // A cassette.
    """
    interactions:
    - request:
        body: SECRET
        headers:
          Authorization:
          - SECRET
        method: GET
        uri: https://api.komerza.com/SECRET?token=SECRET
      response:
        body:
          string: SECRET
        status:
          code: 200
    version: 1
    """,
    // A collection.
    """
    {"info":{"name":"SECRET"},"item":[{"name":"SECRET","request":{"method":"GET",
    "auth":{"bearer":[{"key":"token","value":"SECRET"}]},
    "url":{"raw":"{{b}}/SECRET/{{t}}?a=SECRET"}}}],
    "variable":[{"key":"b","value":"https://api.komerza.com"},{"key":"t","value":"SECRET"}]}
    """,
    // A table.
    "method,path,status,SECRET\nGET,/SECRET,200,SECRET\nGET,/user,200,SECRET\nSECRET\n",
  ]

  @Test(arguments: secrets)
  func `no secret of a record is printed or stored`(secret: String) throws {
    let desk = try Desk()
    var texts: [(String, String)] = []
    for (index, record) in Self.records.enumerated() {
      let name = "record\(index)"
      try desk.home.write(record.replacing("SECRET", with: secret) + "\n", to: name)
      for format in ["json", "manifest", "tally"] {
        let run = try desk.run("need", name, "--format", format, "-o", "out-\(index).\(format)")
        texts.append(("\(name) \(format)", run.outputText + run.errorText))
        texts.append(("\(name) \(format) file", desk.text("out-\(index).\(format)") ?? ""))
      }
      let log = try desk.run("need", "--log", name, "--format", "json")
      texts.append(("\(name) as a log", log.outputText + log.errorText))
    }
    #expect(texts.contains { $0.1.contains("user.view") })
    for (name, text) in texts { #expect(!text.contains(secret), "\(name): \(text)") }
    // Where a document is none, the name of a member and the sign that is wrong are its own.
    for (index, record) in [
      "{ \"log\": { \"SECRET\" \"SECRET\" } }", "{ \"SECRET\": SECRET }",
      "{ \"SECRET\": [1, 2\"SECRET\"",
      "- method: GET\n  uri: *SECRET\n", "- method: !SECRET!x GET\n  uri: /a\n",
      "- method: GET\n  uri: 'a'SECRET\n",
    ].enumerated() {
      try desk.home.write(
        record.replacing("SECRET", with: secret) + "\n", to: "record.\(index).bad")
      for options in [[], ["--har"], ["--log"], ["--curl"]] {
        let run = try desk.run(["need"] + options + ["record.\(index).bad"])
        #expect([.exited(1), .exited(2)].contains(run.status))
        texts.append(("\(record) \(options)", run.outputText + run.errorText))
      }
    }
    for (name, text) in texts { #expect(!text.contains(secret), "\(name): \(text)") }
    // What else the program wrote below its home: drafts, caches.
    let files = try desk.shell("grep -rl -- '\(secret)' . || true").outputText
    let written = files.split(separator: "\n").filter { !$0.contains("record") }
    #expect(written.isEmpty, "\(written)")
  }
}
