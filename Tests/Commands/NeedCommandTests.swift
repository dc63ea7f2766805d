import BundledCatalogs
import Catalogs
import Documents
import TerminalHarness
import TestSupport
import Testing

/// `keywright need`.
@Suite struct NeedCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test func `calls become a manifest with the scopes and the calls`() throws {
    let run = try desk.run(
      "need", "GET /stores/{storeId}/orders", "https://api.komerza.com/stores/5d/orders?page=2",
      "/webhooks", "--label", "reports")
    #expect(run.status == .exited(0) && run.error.isEmpty)
    let manifest = try run.json()
    #expect(manifest["label"]?.string == "reports")
    #expect(
      manifest["scopes"]?.elements.map(\.string) == ["stores.orders.view", "user.webhooks.view"])
    #expect(
      manifest["operations"]?.elements.map(\.string)
        == ["GET /stores/{storeId}/orders", "GET /webhooks"])
    let lint = try desk.shell(
      "\"$0\" need /webhooks -o a.json && \"$0\" lint --fail-on warning a.json; echo $?")
    #expect(!lint.outputText.contains("unneeded-scope"))
  }

  @Test func `json has the members that scripts read, and nothing else`() throws {
    let run = try desk.run(
      "need", "GET /stores/1/orders", "GET /stores/2/orders", "GET /nope", "DELETE /user",
      "GET /user/passkeys", "--format", "json")
    #expect(run.status == .exited(1))
    let need = try run.json()
    #expect(
      need.members.map(\.name) == [
        "scopes", "views", "isProvenFewest", "calls", "unresolved", "unstated", "unread",
        "leftOut", "failed",
      ])
    #expect(need["scopes"]?.elements.map(\.string) == ["stores.orders.view"])
    let calls = need["calls"]?.elements ?? []
    #expect(
      calls.map { $0.members.map(\.name) }.allSatisfy {
        $0 == ["call", "operation", "needs", "scopes", "count"]
      })
    #expect(calls.map { $0["call"]?.string } == ["GET /stores/1/orders", "GET /user/passkeys"])
    #expect(calls.first?["operation"]?.string == "GET /stores/{storeId}/orders")
    #expect(calls.first?["scopes"]?.elements.map(\.string) == ["stores.orders.view"])
    #expect(calls.map { $0["count"]?.integer } == [2, 1])
    #expect(calls.last?["scopes"]?.elements.isEmpty == true)
    #expect(calls.map { $0["needs"]?.string } == ["scopes", "not stated"])
    let unresolved = need["unresolved"]?.elements ?? []
    #expect(unresolved.map { $0["call"]?.string } == ["GET /nope", "DELETE /user"])
    #expect(unresolved.map { $0["nearest"]?.string } == [nil, "GET /user"])
    #expect(unresolved.allSatisfy { $0.members.map(\.name) == ["call", "nearest"] })
    #expect(need["unstated"]?.elements.map(\.string) == ["GET /user/passkeys"])
    #expect(run.errorText.contains("Komerza has no call DELETE /user. Did you mean \"GET /user\"?"))
    #expect(run.errorText.contains("does not state the scopes of 1 call"))
  }

  @Test func `the view of what a call changes comes along and is said, and can be left out`()
    throws
  {
    let call = "PUT /stores/{storeId}/orders/{orderId}/deliver"
    let run = try desk.run("need", call, "--format", "ids")
    #expect(run.lines.map(String.init) == ["stores.orders.view", "stores.orders.deliver"])
    #expect(
      run.errorText.contains(
        "2 scopes: 1 for the call, 1 to see what it changes (stores.orders.view); --no-views"))
    let bare = try desk.run("need", call, "--format", "ids", "--no-views")
    #expect(bare.lines.map(String.init) == ["stores.orders.deliver"] && bare.error.isEmpty)
    let lint = try desk.shell(
      "\"$0\" need '\(call)' -o a.json; \"$0\" lint --fail-on warning a.json; echo $?")
    #expect(!lint.outputText.contains("unneeded-scope"))
    #expect(!lint.outputText.contains("blind-write"))
  }

  @Test func `a scope that grants what all calls need is enough, and proven`() throws {
    let run = try desk.run(
      "need", "GET /user", "PATCH /user", "GET /user/emails", "--catalog", "github-classic",
      "--format", "json")
    let need = try run.json()
    #expect(need["scopes"]?.elements.map(\.string) == ["user"])
    #expect(need["isProvenFewest"]?.boolean == true)
  }

  @Test(arguments: BundledPresets.all)
  func `what a preset's own calls need is part of the preset`(preset: Preset) throws {
    let catalog = try BundledPresets.catalog
    let scopes = Set(preset.scopes)
    let calls = catalog.operations.filter { $0.isOpen(to: scopes.contains) }.map(\.call)
    let run = try desk.run(["need", "--no-views", "--format", "ids"] + calls)
    #expect(run.status == .exited(0))
    #expect(Set(run.lines.map(String.init)).isSubset(of: scopes.map { catalog.scopes[$0].id }))
    #expect(!run.lines.isEmpty)
  }

  @Test(arguments: ["manifest", "ids"])
  func `nothing resolved is no success, and nothing is written`(format: String) throws {
    try desk.home.write("kept", to: "key.json")
    for call in ["GET /nope", "https://example.com/user", "GET /user/passkeys", ""] {
      let run = try desk.run("need", call, "--format", format, "-o", "key.json")
      #expect(run.status == .exited(1) && run.output.isEmpty, "\(call)")
      #expect(run.errorText.contains("so there is no key"), "\(call)")
    }
    #expect(desk.text("key.json") == "kept")
  }

  @Test func `an unresolved call does not keep the others from being written`() throws {
    let run = try desk.run("need", "GET /nope", "GET /user", "-o", "key.json")
    #expect(run.status == .exited(1) && run.output.isEmpty)
    #expect(desk.text("key.json")?.contains("\"scopes\": [\"user.view\"]") == true)
  }

  @Test func `wrong usage is said with status 64`() throws {
    for arguments in [
      [], ["--log", "-", "--har", "-"], ["/user", "--label", " "], ["/user", "--format", "x"],
    ] {
      let run = try desk.run(["need"] + arguments)
      #expect(run.status == .exited(64) && run.output.isEmpty, "\(arguments)")
    }
  }

  @Test(arguments: ["GET", "post", "Delete"])
  func `a method without its path is a call that lacks its quotes`(method: String) throws {
    let run = try desk.run("need", method, "/stores/5/orders", "-o", "key.json")
    #expect(run.status == .exited(64) && run.output.isEmpty && desk.names.isEmpty)
    let name = method.uppercased()
    #expect(
      run.errorText.hasPrefix(
        "Error: \"\(name)\" alone is not a call. Put method and path together, in quotes: "
          + "\"\(name) /stores/5/orders\".\n"))
  }

  @Test(arguments: ["", " "]) func `an empty call is said to be one`(call: String) throws {
    let run = try desk.run("need", call, "/user", "--format", "ids")
    #expect(run.status == .exited(1) && run.outputText == "user.view\n")
    #expect(run.errorText == "keywright: an argument is empty: expected a call\n")
  }

  @Test(arguments: [
    "https://proxy.x", "http://ada:p@ss@proxy.x/v1?a", "HTTPS://Proxy.X:443", "proxy.x", "*",
    "{name}.x",
  ])
  func `a host is named by itself or by a URL`(host: String) throws {
    let run = try desk.run("need", "https://proxy.x/user", "--host", host, "--format", "ids")
    #expect(run.status == .exited(0) && run.outputText == "user.view\n", "\(run.errorText)")
  }

  @Test(arguments: ["[::1]:8080", "localhost:8080", "127.0.0.1", "b\u{FC}cher.example", "a_b"])
  func `any host can be named`(host: String) throws {
    let run = try desk.run("need", "https://\(host)/user", "--host", host)
    #expect(run.status == .exited(0), "\(run.errorText)")
  }

  @Test(arguments: [
    "", " ", "a b", "https://", "https:///user", "ftp://proxy.x", "proxy.x/v1", "*.proxy.x", "a:",
    "a:0", "a:99999", "a:b", "::1", "[::1", "[]", ".x", "http://ada:secret@", "a\u{1B}[31m",
  ])
  func `what is no host is refused`(host: String) throws {
    let run = try desk.run("need", "/user", "--host", host)
    #expect(run.status == .exited(64) && run.output.isEmpty)
    #expect(
      run.errorText.hasPrefix("Error: What --host names is not a host. Write one such as proxy"))
    #expect(!run.errorText.contains("secret"))
  }

  @Test func `secrets of a call are never printed`() throws {
    let secret = "sk_live_51Habcdefghijk"
    for call in [
      "https://ada:\(secret)@api.komerza.com/nope/\(secret)?key=\(secret)#\(secret)",
      "GET https://\(secret)@example.com/user?token=\(secret)",
      "/stores/\(secret)/orders?\(secret)",
      "GET /\(secret)", "/\(secret)",
    ] {
      for command in [["need", "--format", "json"], ["explain"]] {
        let run = try desk.run(command + [call])
        #expect(!(run.outputText + run.errorText).contains(secret), "\(command) \(call)")
      }
    }
  }

  @Test func `an escape sequence in a call does not reach the terminal`() throws {
    let run = try desk.run("need", "GET /\u{1B}]0;owned\u{7}", "GET /user", "--format", "json")
    #expect(run.status == .exited(1))
    #expect(!(run.error + run.output).contains(0x1B) && !run.error.contains(0x07))
  }

  @Test func `explain tells what opens a call, and what else that opens`() throws {
    let run = try desk.run("explain", "https://api.komerza.com/stores/5/tax?x=y")
    #expect(run.status == .exited(0) && run.error.isEmpty)
    for part in [
      "GET /stores/{storeId}/tax\n", "Opened by\n  stores.tax.view\n",
      "PUT /stores/{storeId}/tax\n",
      "With stores.tax.update a key may also call\n  POST /stores/{storeId}/tax/rules",
    ] { #expect(run.outputText.contains(part), "\(part)") }
    let unstated = try desk.run("explain", "GET /user/passkeys")
    #expect(unstated.outputText.contains("does not state which scopes it needs"))
    let unknown = try desk.run("explain", "GET /stores/5/tx")
    #expect(unknown.status == .exited(2))
    #expect(unknown.errorText.contains("Did you mean \"GET /stores/{storeId}/tax\"?"))
  }

  @Test func `a key is compared with what was called`() throws {
    let key = try desk.run(
      "export", "--scope", "stores.orders.view", "--scope", "stores.products.delete", "--label",
      "bot",
      "-o", "bot.key.json")
    #expect(key.status == .exited(0))
    let lines = try desk.run(
      "need", "GET /stores/1/orders", "POST /webhooks", "--against", "bot.key.json")
    #expect(lines.status == .exited(1))
    for part in [
      "bot has 1 scope that the calls do not need; 1 of 2 would do.",
      "take away stores.products.delete: it opens DELETE /stores/{storeId}/products",
      "closed to the key, yet called: POST /webhooks",
    ] { #expect(lines.outputText.contains(part), "\(lines.outputText)") }
    let json = try desk.run(
      "need", "GET /stores/1/orders", "--against", "bot.key.json", "--format", "json")
    let spare = try json.json()["key"]?["spare"]?.elements
    #expect(spare?.map { $0["scope"]?.string } == ["stores.products.delete"])
    let page = try desk.run(
      "need", "GET /stores/1/orders", "--against", "bot.key.json", "--format", "markdown")
    #expect(page.outputText.hasPrefix("## The key has more than was used\n"))
  }

  @Test func `the smaller key keeps everything else of the manifest`() throws {
    let text = """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "komerza", "version": "2026-06-24" },
        "label": "bot",
        "team": { "x": [1, 2] },
        "scopes": ["stores.products.delete", "stores.orders.view"]
      }

      """
    try desk.home.write(text, to: "bot.key.json")
    let run = try desk.run("need", "GET /stores/1/orders", "--against", "bot.key.json", "--write")
    #expect(run.status == .exited(1))
    let written = try #require(desk.text("bot.key.json"))
    #expect(written.contains("\"scopes\": [\"stores.orders.view\"]"))
    #expect(written.contains("\"team\"") && written.contains("\"label\": \"bot\""))
    let again = try desk.run("need", "GET /stores/1/orders", "--against", "bot.key.json", "--write")
    #expect(again.status == .exited(0) && desk.text("bot.key.json") == written)
    // Nothing called: nothing of the key may go.
    let none = try desk.run("need", "GET /nope", "--against", "bot.key.json", "--write")
    #expect(none.status == .exited(1) && desk.text("bot.key.json") == written)
  }

  @Test(arguments: [
    ["/user", "--write"], ["/user", "--format", "markdown"], ["/user", "--status", "x"],
    ["/user", "--against", "k.json", "--format", "ids"], ["-", "--against", "-"],
  ])
  func `options that do not go together are wrong usage`(arguments: [String]) throws {
    let run = try desk.run(["need"] + arguments)
    #expect(run.status == .exited(64) && run.output.isEmpty)
  }
}
