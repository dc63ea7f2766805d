import BitCollections
import Catalogs
import Keys
import Testing

/// The forms in which a key can be exported.
@Suite struct ExportFormatTests {
  @Test(
    "A form's file stands beside another under the same name",
    arguments: [
      ("bot.key.json", "bot.ids.txt"), ("sub/b.json", "sub/b.ids.txt"),
      ("mine.txt", "mine.ids.txt"),
      ("bot", "bot.ids.txt"), ("bot.ids.txt", "bot.ids.txt"), ("a.b/bot", "a.b/bot.ids.txt"),
      (".json", ".json.ids.txt"), ("x/.key.json", "x/.key.ids.txt"),
      ("bot.scope.txt", "bot.ids.txt"),
      ("", ".ids.txt"),
    ])
  func pathBeside(path: String, expected: String) {
    #expect(ExportFormat.ids.path(beside: path) == expected)
  }

  @Test("An id with quotes of code in it makes no markup of the rest of its line")
  func quotedID() throws {
    let catalog = try Catalog(
      decoding: Array(
        """
        {"$schema":"urn:keywright:catalog:1","id":"x","name":"X","version":"1",
        "categories":[{"name":"All","scopes":[{"id":"a`<b>","title":"A"}]}]}
        """.utf8))
    var design = KeyDesign()
    design.scopes = [0]
    let page = ExportFormat.markdown.bytes(of: design, catalog: catalog, findings: [])
    #expect(String(decoding: page, as: UTF8.self).contains("\n- ``a`<b>``: A\n"))
  }
}
