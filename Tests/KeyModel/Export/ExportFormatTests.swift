import KeyModel
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
}
