import Documents
import Testing

@testable import CatalogImport

/// YAML read as JSON, line for line.
struct YAMLTranscoderTests {
  private func json(_ yaml: String) throws -> String {
    let bytes = try YAMLTranscoder.json(from: Array(yaml.utf8))
    _ = try JSONDocument(parsing: bytes)
    return String(decoding: bytes, as: UTF8.self).replacing("\n", with: "")
  }

  @Test(arguments: [
    ("a: 1\nb: two\n", #"{"a":1,"b":"two"}"#),
    ("a:\n  b:\n    - c\n    - d: 1\n      e: 2\n", #"{"a":{"b":["c",{"d":1,"e":2}]}}"#),
    ("a:\n- b\n- c\nd: e", #"{"a":["b","c"],"d":"e"}"#),
    ("- - a\n  - b\n- c\n", #"[["a","b"],"c"]"#),
    ("a:\nb: ~\nc: null\n", #"{"a":null,"b":null,"c":null}"#),
    ("a: true\nb: False\nc: yes\n", #"{"a":true,"b":false,"c":"yes"}"#),
    (
      "a: 1.0\nb: -2e3\nc: 007\nd: 1.2.3\ne: 0x1F\n",
      #"{"a":1.0,"b":-2e3,"c":"007","d":"1.2.3","e":31}"#
    ),
    ("a: 'it''s'\nb: \"x\\ty\\u00e9\\x41\"\n", #"{"a":"it's","b":"x\u0009yéA"}"#),
    ("a: one\n  two\n\n  three\nb: c", #"{"a":"one two\u000athree","b":"c"}"#),
    ("a: \"one\n  two\n\n  three\"\n", #"{"a":"one two\u000athree"}"#),
    (
      "a: |\n  one\n   two\n\n  three\nb: c\n",
      #"{"a":"one\u000a two\u000a\u000athree\u000a","b":"c"}"#
    ),
    ("a: >-\n  one\n  two\n\n  three\n", #"{"a":"one two\u000athree"}"#),
    ("a: |+\n  one\n\nb: c\n", #"{"a":"one\u000a\u000a","b":"c"}"#),
    ("a: |2\n    one\n", #"{"a":"  one\u000a"}"#),
    (
      "a: {b: 1, c: [x, 'y', \"z\"], d: {}}\ne: []\n",
      #"{"a":{"b":1,"c":["x","y","z"],"d":{}},"e":[]}"#
    ),
    ("a: [\n  b, # c\n  d,\n]\n", #"{"a":["b","d"]}"#),
    ("# top\na: b # end\n# c\n\"d e\": http://x.y/z#f\n", #"{"a":"b","d e":"http://x.y/z#f"}"#),
    (
      "a: &x\n  b: 1\nc: *x\nd: &y text\ne: *y\n",
      #"{"a":{"b":1},"c":{"b":1},"d":"text","e":"text"}"#
    ),
    ("a: !!str 5\nb: !x\n  c: d\n", #"{"a":"5","b":{"c":"d"}}"#),
    ("%YAML 1.2\n---\na: b\n...\n", #"{"a":"b"}"#),
    ("\u{FEFF}a: b\r\nc:\r\n  - d\r\n", #"{"a":"b","c":["d"]}"#),
    ("/a/{b}:\n  get: {}\n200: ok\n", #"{"/a/{b}":{"get":{}},"200":"ok"}"#),
    ("a:\n  -\n    b: c\n  - |\n    t\n", #"{"a":[{"b":"c"},"t\u000a"]}"#),
    ("text", #""text""#), (#"a: "\uD83D\uDE00""#, #"{"a":"😀"}"#),
  ])
  func `what YAML means is what the JSON says`(yaml: String, expected: String) throws {
    #expect(try json(yaml) == expected)
  }

  @Test func `every value keeps its line`() throws {
    let yaml = "a: 1\n\n# c\nb:\n  - x\n  - |\n    long\n    text\n  - y\nc: [1,\n 2]\n"
    let root = try SourceDocument(parsing: Array(yaml.utf8)).root
    #expect(root["b"]?.elements.map(\.line) == [5, 6, 9])
    #expect(root["c"]?.elements.map(\.line) == [10, 11])
  }

  @Test(arguments: [
    ("a: b\n\tc: d\n", 2, "the indentation has a tab"),
    ("a:\n  b: 1\n   c: 2\n", 3, "several lines"),
    ("a: b: c\n", 1, "a second \":\""),
    ("a: [1, 2\n", 2, "never closed"),
    ("a: \"b\n", 1, "never closed"),
    ("a: *b\n", 1, "names no anchor"),
    ("? [a]\n: b\n", 1, "a key has several values"),
    ("a: 1\n---\nb: 2\n", 2, "a second document"),
    ("a: @b\n", 1, "cannot start with"),
    ("a: \"\\q\"\n", 1, #""\q" is not a YAML escape"#),
    ("b: 1\na: \"\\U00110000\"\n", 2, "the escape is not a character"),
    ("a: &x [*x]\n", 1, "names no anchor"),
    ("a: b\nc\n", 2, "a key has no colon"),
    ("a: 1\n\0", 2, "a control character (byte 0)"),
    ("a: 1\nb: x\u{1}y\n", 2, "a control character (byte 1)"),
    ("a:\r\n\t\r\n  'b\u{C}'\n", 3, "a control character (byte 12)"),
    ("", 1, "empty"), ("# nothing\n", 2, "empty"),
  ])
  func `what cannot be read is an error on its line`(yaml: String, line: Int, problem: String) {
    let error = #expect(throws: ModelError.self) {
      try SourceDocument(parsing: Array(yaml.utf8))
    }
    #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
    #expect(error?.place?.line ?? 1 == line)
  }

  @Test func `half of a surrogate pair is told with its line, and a name that stands twice`() throws
  {
    let document = try SourceDocument(
      parsing: Array("a: 1\nb: \"x\\uD800\\u0041\"\nc: \"\\uDBFF\\uE000\"\na: 3\n".utf8))
    #expect(document.root["b"]?.string == "x\u{FFFD}A")
    #expect(document.flaws.map(\.value.line) == [2, 3, 4])
    #expect(document.root["a"]?.integer == 1)
  }

  @Test func `aliases of aliases are bounded, and so is nesting`() {
    var bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
    for level in 1...12 {
      let list = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
      bomb += "a\(level): &a\(level) [\(list)]\n"
    }
    let error = #expect(throws: ModelError.self) { try SourceDocument(parsing: Array(bomb.utf8)) }
    #expect(error?.problem.contains("aliases make the document") == true)
    for deep in [
      String(repeating: "[", count: 1000), "a: " + String(repeating: "[", count: 1000),
      "a: " + String(repeating: "{b: ", count: 1000), String(repeating: "- ", count: 1000) + "x",
      (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ] {
      let error = #expect(throws: ModelError.self) { try SourceDocument(parsing: Array(deep.utf8)) }
      #expect(error?.problem.contains("nested more than 256") == true)
    }
  }

  @Test func `long texts of many lines, and lines of many tabs, are read once`() throws {
    let spaces = String(repeating: " ", count: 200_000)
    for (start, part, end) in [
      ("a:\n", " w\n", ""), ("a: '\n", " w\n", "'\n"), (spaces + "[", "\tx,", "]"),
    ] {
      let yaml = start + String(repeating: part, count: 200_000) + end
      #expect(try YAMLTranscoder.json(from: Array(yaml.utf8)).count > 200_000)
    }
  }

  @Test func `UTF-16 is told, not guessed`() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x61, 0], [0x7B, 0, 0x7D, 0], [0, 0x61]] {
      let error = #expect(throws: ModelError.self) { try SourceDocument(parsing: bytes) }
      #expect(error?.problem.contains("UTF-16") == true)
    }
  }

  @Test func `a document cut off or garbled anywhere ends in a tree or in an error`() {
    let yaml = Array(
      "a: &x\n  - 'b': \"c\\n\"\n    d: |\n      e\n  - {f: [g, *x]}\nh: >-\n  i\n".utf8)
    for end in yaml.indices {
      _ = try? SourceDocument(parsing: Array(yaml[..<end]))
      for byte in Array("[]{}:-#&*!|>'\"%@`,? \t\n\0".utf8) {
        var garbled = yaml
        garbled[end] = byte
        _ = try? SourceDocument(parsing: garbled)
      }
    }
  }
}
