import Testing

@testable import Documents

/// The parser takes exactly what RFC 8259 calls JSON and says where everything else goes wrong.
struct JSONParserTests {
  private func parse(_ text: String) throws(ModelError) -> JSONValue {
    try JSONDocument(parsing: Array(text.utf8)).root
  }

  @Test(arguments: [
    (#""""#, ""), (#""plain""#, "plain"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\ud83d\uDE00""#, "😀"), (#""a\u0000b""#, "a\u{0}b"),
    (#""\ud83d\ude00\ud83d\ude00x""#, "😀😀x"), (#""\uFFFF""#, "\u{FFFF}"), ("\"é😀\"", "é😀"),
    (#""\u00e9é\n""#, "éé\n"), (#""e\u0301""#, "e\u{301}"),
  ])
  func `strings lose their escapes`(source: String, text: String) throws {
    let value = try parse(source)
    #expect(value.string.map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(Array(value.source) == Array(source.utf8))
  }

  @Test(arguments: [
    "0", "-0", "7", "-7", "1.5", "0.25e-3", "1E+9", "123456789012345678901234567890", "1e999999",
  ])
  func `numbers are kept as they stand`(source: String) throws {
    let value = try parse(" " + source + "\n")
    #expect(value.kind == .number)
    #expect(String(decoding: value.source, as: UTF8.self) == source)
    #expect(value.integer == Int(source))
  }

  @Test func `words, arrays and objects are told apart`() throws {
    let root = try parse(#"{"a": null, "b": [true, false, []], "c": {}, "": "x"}"#)
    #expect(root.members.map(\.name) == ["a", "b", "c", ""])
    #expect(root["a"]?.kind == .null)
    #expect(root["b"]?.elements.map(\.kind) == [.boolean, .boolean, .array])
    #expect(root["b"]?.elements.map(\.boolean) == [true, false, nil])
    #expect(root["c"]?.kind == .object)
    #expect(root[""]?.string == "x")
    #expect(root["d"] == nil)
    #expect(root["a"]?.string == nil && root["a"]?.integer == nil)
  }

  @Test func `a member is found by its name however that is escaped`() throws {
    let root = try parse(#"{"\u006bey": 1, "aé": 2}"#)
    #expect(root["key"]?.integer == 1)
    #expect(root["aé"]?.integer == 2)
  }

  @Test(arguments: [
    ("01", "line 1: expected the end of the document, found \"1\". Write valid JSON."),
    ("1.", "line 1: the document ends too early. It seems to be cut off: get the whole of it."),
    ("1.x", "line 1: expected a digit, found \"x\". Write valid JSON."),
    ("-", "line 1: the document ends too early. It seems to be cut off: get the whole of it."),
    ("+1", "line 1: expected a value, found \"+\". Write valid JSON."),
    (".5", "line 1: expected a value, found \".\". Write valid JSON."),
    ("1e", "line 1: the document ends too early. It seems to be cut off: get the whole of it."),
    ("NaN", "line 1: expected a value, found \"N\". Write valid JSON."),
    ("tru", "line 1: the document ends too early. It seems to be cut off: get the whole of it."),
    ("trux", "line 1: expected true, found \"x\". Write valid JSON."),
    ("'a'", "line 1: expected a value, found \"'\". Write valid JSON."),
    ("// a\n1", "line 1: expected a value, found \"/\". Write valid JSON."),
    ("[1,]", "line 1: at [1]: expected a value, found \"]\". Write valid JSON."),
    (
      "[1 2]",
      "line 1: at [1]: expected a comma or a closing bracket, found \"2\". "
        + "Write valid JSON."
    ),
    (
      "[1}",
      "line 1: at [1]: expected a comma or a closing bracket, found \"}\". "
        + "Write valid JSON."
    ),
    ("{\"a\" 1}", "line 1: at a: expected a colon, found \"1\". Write valid JSON."),
    (
      "{\"a\": 1,}",
      "line 1: at a: expected a member's name in quotes, found \"}\". "
        + "Write valid JSON."
    ),
    ("{a: 1}", "line 1: expected a member's name in quotes, found \"a\". Write valid JSON."),
    ("{} {}", "line 1: expected the end of the document, found \"{\". Write valid JSON."),
    (
      "[\n\"a\",\n\"b\nc\"]",
      "line 3: at [1]: a string has a control character (byte 10). "
        + "Write it as an escape, or leave it out."
    ),
    ("\"\\x\"", "line 1: expected an escape that JSON knows, found \"x\". Write valid JSON."),
    (
      "\"\\u12g4\"",
      "line 1: expected four hexadecimal digits, found \"1\". "
        + "Write valid JSON."
    ),
    (
      "\"\\ud800\"",
      "line 1: half of a surrogate pair has no other half. Write the whole character."
    ),
    (
      "\"\\udc00\"",
      "line 1: half of a surrogate pair has no other half. Write the whole character."
    ),
    (
      "\"\\ud800\\u0041\"",
      "line 1: half of a surrogate pair has no other half. "
        + "Write the whole character."
    ),
    (
      "{\"a\": {\"b\": [0, {\"c\": x}]}}",
      "line 1: at a.b[1].c: expected a value, found \"x\". "
        + "Write valid JSON."
    ),
    (
      "[[0, 1], [2, [], é]]",
      "line 1: at [1][2]: expected a value, found byte 195. "
        + "Write valid JSON."
    ),
  ])
  func `what JSON does not allow is refused with its place`(source: String, text: String) {
    let error = #expect(throws: ModelError.self) { try parse(source) }
    #expect(error?.description == text)
  }

  @Test(arguments: [
    (#"{"a": 1, "a": 2}"#, "a"), (#"{"a": 1, "\u0061": 2}"#, "a"),
    ("{\"x\": [0, {\"k\": {}, \"k\": 1}]}", "x[1].k"),
  ])
  func `a member that stands twice is refused, however it is spelled`(
    source: String, path: String
  ) {
    let error = #expect(throws: ModelError.self) { try parse(source) }
    #expect(error?.place?.path == path)
    #expect(error?.remedy == "Keep one of them")
  }

  @Test func `a member that stands twice among many is refused`() {
    let members = (0..<1000).map { "\"m\($0)\": 0" } + ["\"m500\": 1"]
    let error = #expect(throws: ModelError.self) {
      try parse("{" + members.joined(separator: ",\n") + "}")
    }
    #expect(error?.place == .init(path: "m500", line: 1001, column: 1))
  }

  @Test(arguments: [2, 20])
  func `two spellings of an accent are two members, however many there are`(count: Int) throws {
    let others = (2..<count).map { ", \"m\($0)\": 0" }.joined()
    let root = try parse("{\"\u{E9}\": 1, \"e\u{301}\": 2\(others)}")
    #expect(root["\u{E9}"]?.integer == 1)
    #expect(root["e\u{301}"]?.integer == 2)
  }

  @Test func `every value knows its path, line and column`() throws {
    let root = try parse("{\n  \"a\": [\n    1,\r\n    { \"b\": \"é\", \"c\": [[], 5] }\n  ]\n}")
    let inner = try #require(root["a"]?.elements.last)
    #expect(root.place == .init(path: "", line: 1, column: 1))
    #expect(root["a"]?.place == .init(path: "a", line: 2, column: 8))
    #expect(root["a"]?.elements.first?.place == .init(path: "a[0]", line: 3, column: 5))
    #expect(inner.place == .init(path: "a[1]", line: 4, column: 5))
    #expect(inner["b"]?.place == .init(path: "a[1].b", line: 4, column: 12))
    #expect(inner["c"]?.elements.last?.place == .init(path: "a[1].c[1]", line: 4, column: 28))
    #expect(root["a"]?.linesOfElements() == [3, 4])
    #expect(root.linesOfElements() == [])
  }

  @Test func `256 levels are read, 257 are not`() throws {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(try parse(nested(256)).kind == .array)
    let error = #expect(throws: ModelError.self) { try parse(nested(257)) }
    #expect(error?.problem == "the document is nested more than 256 levels deep")
    #expect(error?.place?.column == 257)
  }
}
