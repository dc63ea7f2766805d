import BitCollections
import Catalogs
import Documents
import Keys
import TestSupport
import Testing

/// A draft is read as carefully as any file, and gives back what was kept.
struct DraftTests {
  private let catalog = Samples.komerza
  private let heading = Draft.Heading(target: "/keys/bot.key.json", held: "0011223344556677")

  private func manifest(_ scopes: [String], label: String = "bot") -> [UInt8] {
    var design = KeyDesign()
    design.details.label = label
    design.scopes = BitSet(scopes.compactMap { catalog.indexOfScope($0) })
    design.details.unknownScopes = scopes.filter { catalog.indexOfScope($0) == nil }
    return Manifest(catalog: catalog).encode(design)
  }

  private func begin(_ scopes: [String], typed: Draft.Typed? = nil) -> [UInt8] {
    DraftRecord.whole(manifest: manifest(scopes), typed: typed).line(heading: heading, time: 100)
  }

  private func change(_ chosen: [String], _ dropped: [String], time: Int = 200) -> [UInt8] {
    DraftRecord.change(chosen: chosen, dropped: dropped, typed: nil)
      .line(heading: nil, time: time)
  }

  private func ids(_ draft: Draft) -> [String] {
    draft.design.scopes.map { catalog.scopes[$0].id } + draft.design.details.unknownScopes
  }

  private func error(_ bytes: [UInt8]) -> ModelError? {
    do {
      _ = try Draft(decoding: bytes, catalog: catalog)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a draft gives back the key, the file, the time and what was typed`() throws {
    let typed = Draft.Typed(form: "details", fields: ["b\u{F6}t", "", "1.2.3.4", ""])
    let draft = try Draft(
      decoding: begin(["stores.view", "gone.view"], typed: typed), catalog: catalog)
    #expect(draft.heading == heading)
    #expect(draft.time == 100)
    #expect(draft.typed == typed)
    #expect(draft.design.details.label == "bot")
    #expect(ids(draft) == ["stores.view", "gone.view"])
    #expect(draft.catalog.id == "komerza")
  }

  @Test func `each record is one line, whatever the manifest holds`() throws {
    let text = Samples.manifestText
    let line = DraftRecord.whole(manifest: Array(text.utf8), typed: nil)
      .line(heading: heading, time: 1)
    #expect(line.count { $0 == 10 } == 1 && line.last == 10)
    let manifest = try Manifest(decoding: Array(text.utf8)) { _ in catalog }
    let draft = try Draft(decoding: line, catalog: catalog)
    #expect(draft.design.scopes == manifest.original.scopes)
    #expect(draft.design.details.label == manifest.original.details.label)
  }

  @Test func `further records change what the first one holds`() throws {
    let bytes =
      begin(["stores.view", "gone.view"]) + change(["stores.orders.view", "new.view"], [])
      + change([], ["stores.view", "gone.view"], time: 300)
    let draft = try Draft(decoding: bytes, catalog: catalog)
    #expect(ids(draft) == ["stores.orders.view", "new.view"])
    #expect(draft.time == 300)
  }

  @Test func `a whole record in between begins anew`() throws {
    let again = DraftRecord.whole(manifest: manifest(["stores.orders.view"]), typed: nil)
      .line(heading: nil, time: 250)
    let draft = try Draft(
      decoding: begin(["stores.view"]) + change(["user.view"], []) + again, catalog: catalog)
    #expect(ids(draft) == ["stores.orders.view"])
  }

  @Test func `typed text holds until a record without it`() throws {
    let typed = Draft.Typed(form: "details", fields: ["x"])
    let draft = try Draft(
      decoding: begin(["stores.view"], typed: typed) + change(["user.view"], []),
      catalog: catalog)
    #expect(draft.typed == nil)
  }

  @Test func `cut anywhere, a draft gives the last record that is whole`() throws {
    let first = begin(["stores.view"])
    let bytes = first + change(["stores.orders.view"], []) + change([], ["stores.view"])
    for count in first.count...bytes.count {
      let draft = try Draft(decoding: Array(bytes[..<count]), catalog: catalog)
      let whole = bytes[..<count].count { $0 == 10 }
      let expected = [
        ["stores.view"], ["stores.view", "stores.orders.view"], ["stores.orders.view"],
      ]
      #expect(ids(draft) == expected[whole - 1], "cut behind \(count)")
    }
    for count in 0..<first.count { #expect(error(Array(bytes[..<count])) != nil, "\(count)") }
  }

  @Test func `zeros behind the last record are left out`() throws {
    let bytes = begin(["stores.view"]) + [UInt8](repeating: 0, count: 4096)
    #expect(ids(try Draft(decoding: bytes, catalog: catalog)) == ["stores.view"])
  }

  @Test(arguments: [
    "", "{}", "[]", "null", "{\"at\": 1}", "{\"at\": -1}", "{\"at\": \"now\"}",
    "{\"at\": 2, \"chosen\": [1]}", "{\"at\": 2, \"chosen\": \"a\"}", "\u{0}",
    "{\"at\": 2, \"chosen\": [\"a\\u001b[2Jb\"]}", "{\"at\": 2, \"typed\": 4}",
    "{\"at\": 2, \"manifest\": {}}", "{\"at\": 99999999999999999999}",
  ])
  func `a damaged record is an error on its line`(record: String) {
    let good = record == "{\"at\": 1}"
    let found = error(begin(["stores.view"]) + Array((record + "\n").utf8))
    #expect(good ? found == nil : found?.place?.line == 2, "\(String(describing: found))")
  }

  @Test(arguments: ["", "\n", "{}\n", "{\"$schema\":\"urn:keywright:draft:9\",\"at\":1}\n"])
  func `without a heading there is no draft`(text: String) {
    #expect(error(Array(text.utf8)) != nil)
  }

  @Test func `a heading needs a manifest`() {
    let text = "{\"$schema\":\"urn:keywright:draft:1\",\"at\":1}\n"
    #expect(
      error(Array(text.utf8))?.description
        == "line 1: the member \"manifest\" is missing. Add it.")
  }

  @Test func `the manifest inside passes the gate of any manifest`() {
    let bytes = begin(["stores.view"])
    let text = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\"bot\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\\u001b]0;x\"")
    #expect(error(Array(text.utf8))?.problem == "the text has the control character U+001B")
  }

  @Test func `the catalog of a draft is known without the catalog`() throws {
    let bytes = begin(["stores.view"])
    #expect(Draft.catalogID(of: bytes) == "komerza")
    #expect(Draft.catalogID(of: Array("{".utf8)) == nil)
    #expect(throws: ModelError.self) {
      try Draft(decoding: bytes, catalog: Samples.shop)
    }
  }

  @Test func `a hundred thousand unknown scopes are read in linear time`() throws {
    let names = (0..<100_000).map { "x\($0).view" }
    var bytes = begin([])
    for start in stride(from: 0, to: names.count, by: 10) {
      bytes += change(Array(names[start..<start + 10]), [])
    }
    let started = ContinuousClock.now
    let draft = try Draft(decoding: bytes, catalog: catalog)
    #expect(draft.design.details.unknownScopes == names)
    #expect(ContinuousClock.now - started < .seconds(20))
  }

  @Test func `no spoiled byte stops the program`() {
    var random = SeededRandom()
    let bytes = begin(["stores.view"]) + change(["stores.orders.view"], ["stores.view"])
    for _ in 0..<3000 {
      var spoiled = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<spoiled.count, using: &random)
        spoiled[place] = UInt8.random(in: 0...255, using: &random)
      }
      if let error = error(spoiled) { #expect(!error.problem.isEmpty, "\(random)") }
    }
  }
}
