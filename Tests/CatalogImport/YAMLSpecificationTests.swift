import Documents
import Testing

@testable import CatalogImport

/// Corners of YAML 1.2 on which readers disagree, each with what the specification makes of it.
struct YAMLSpecificationTests {
  private func json(_ yaml: String) throws -> String {
    let bytes = try YAMLTranscoder.json(from: Array(yaml.utf8))
    _ = try JSONDocument(forgiving: bytes)
    return String(decoding: bytes, as: UTF8.self).replacing("\n", with: "")
  }

  @Test(arguments: [
    // Keys.
    ("? box\n: 1\n? jar\n", #"{"box":1,"jar":null}"#),
    ("? |\n  long\n  key\n: - one\n  - two\n", #"{"long\u000akey\u000a":["one","two"]}"#),
    ("{? box : 1, ? jar, lid: 2}", #"{"box":1,"jar":null,"lid":2}"#),
    ("[? box : 1]", #"[{"box":1}]"#), ("[box: 1, lid]", #"[{"box":1},"lid"]"#),
    (#"["box":1, {lid}: 2]"#.replacing("{lid}", with: "'lid'"), #"[{"box":1},{"lid":2}]"#),
    ("&b box: 1\nlid: *b\n", #"{"box":1,"lid":"box"}"#),
    ("!!str box: &v 1\n&k lid : *v\n*k : 3\n", #"{"box":1,"lid":1,"lid":3}"#),
    ("&a:\n  box: 1\n", #"{"box":1}"#), ("box: &x: 1\nlid: *x:\n", #"{"box":1,"lid":1}"#),
    (": none\n", #"{"":"none"}"#), ("1: a\ntrue: b\n", #"{"1":"a","true":"b"}"#),
    ("&m\n&k box: 1\n", #"{"box":1}"#),
    // Brackets.
    ("box: [a\n  b, c\n  ]\n", #"{"box":["a b","c"]}"#),
    ("box: [\n  a,\n]\n", #"{"box":["a"]}"#),
    (
      "box: &l [a, &i b, !!str 5, *i]\nlid: *l\n",
      #"{"box":["a","b","5","b"],"lid":["a","b","5","b"]}"#
    ),
    ("{a: , b:, c: [x,], 'd':1}", #"{"a":null,"b":null,"c":["x"],"d":1}"#),
    ("[a:b, c::d, http://x.y]", #"["a:b","c::d","http://x.y"]"#),
    ("{box: 1, # first\n lid: 2}", #"{"box":1,"lid":2}"#),
    ("[-1, - 1]".replacing("- 1", with: "-b"), #"[-1,"-b"]"#),
    // Quotes.
    ("\"a \\\n  b\"", #""a b""#), ("\"a\\x20\n  b\"", #""a  b""#),
    ("\"a\\t\n\n  b\"", #""a\u0009\u000ab""#),
    ("'a\n\n\n  b'", #""a\u000a\u000ab""#), ("\"a \\\n\n  b\"", #""a \u000ab""#),
    ("box: 'it''s\n  here'\n", #"{"box":"it's here"}"#),
    // Literal and folded texts.
    ("box: |+\n\nlid: |\n  end", #"{"box":"\u000a","lid":"end"}"#),
    (
      "box: |1-\n  a\n\nlid: >\n\n  b\n  c\n\n\n   d\n  e\n",
      #"{"box":" a","lid":"\u000ab c\u000a\u000a\u000a d\u000ae\u000a"}"#
    ),
    ("- |\n a\n- >-\n b\n\n- >+\n c\n\n", #"["a\u000a","b","c\u000a\u000a"]"#),
    ("box: |\n \t\nlid: 1\n", #"{"box":"\u0009\u000a","lid":1}"#),
    // Tabs, marks, tags.
    ("box:\t1 \t# one\nlid: \t[\n \ta\n ]\n", #"{"box":1,"lid":["a"]}"#),
    ("box:\n \tone\n", #"{"box":"one"}"#), ("-\t-1\n", "[-1]"),
    ("%YAML 1.2 # new\n%TAG !e! tag:e.example,2026:\n---\n!e!box a\n...\n# end\n", #""a""#),
    ("--- |\n a\n", #""a\u000a""#), ("--- # c\n- a\n", #"["a"]"#), ("---\n", "null"),
    ("--- &a\n!!map\nbox: 1\n", #"{"box":1}"#), ("--- text\n...\n...\n", #""text""#),
    ("box: !!int \"3\"\nlid: ! 12\njar: !!str\n", #"{"box":3,"lid":"12","jar":""}"#),
    ("box: !<tag:yaml.org,2002:str> 5\n", #"{"box":"5"}"#),
    ("box:\n- a\n-\n - b\nlid:\n-\n", #"{"box":["a",["b"]],"lid":[null]}"#),
    ("- box: 1\n  lid: 2\n-  jar: 3\n", #"[{"box":1,"lid":2},{"jar":3}]"#),
    ("box: &s\n- a\nlid: !!seq\n- b\njar: *s\n", #"{"box":["a"],"lid":["b"],"jar":["a"]}"#),
    ("a: 0o17\nb: 0x1f\nc: 0b1\n", #"{"a":15,"b":31,"c":"0b1"}"#),
    ("a: x#y # z\nb: - c\n".replacing("- c", with: "-c"), #"{"a":"x#y","b":"-c"}"#),
    ("box: a\rlid: b\r\n", #"{"box":"a","lid":"b"}"#),
  ])
  func `it is read as the specification has it`(yaml: String, expected: String) throws {
    #expect(try json(yaml) == expected)
  }

  @Test(arguments: [
    ("box: - a\n", "starts on the line of its key"),
    ("box: &a - b\n", "starts on the line of its key"),
    ("--- box: 1\n", "a second \":\""), ("box: [a,\nb]\n", "indented less"),
    ("box: \"a\nb\"\n", "indented less"), ("[a, b]#c\n", "follows the closing bracket"),
    ("box: \"a\"#c\n", "follows the closing quote"),
    ("box: \"a\" b\n", "follows the closing quote"),
    ("[a, , b]\n", "a value is missing"), ("[, a]\n", "a value is missing"),
    ("[-, a]\n", "cannot start"),
    ("[a\n: b]\n", "another line than its colon"),
    ("box: [a, b]: c\n", "a key has several values or lines"),
    ("box: |\n   \n  a\n".replacing("   \n", with: "    \n"), "an empty line is indented more"),
    ("box: |\n\t\nlid: 1\n", "the indentation has a tab"), ("box: |0\n a\n", "cannot follow |"),
    ("box: | a\n", "cannot follow |"), ("box: >#c\n a\n", "cannot follow |"),
    ("-\t- a\n", "starts on the line"), ("box:\n\tlid: 1\n", "the indentation has a tab"),
    ("box: &a &b c\n", "an anchor or a tag is malformed, or appears twice"),
    ("box: &a *b\n", "an alias has"),
    ("box: !e!x a\n", "no directive defines"), ("%YAML 1.2\n", "directives have no document"),
    ("%YAML 1.2\n%YAML 1.2\n---\na\n", "this is not a YAML directive"),
    ("%YAML 1.2 x\n---\na\n", "this is not a YAML directive"),
    ("--- \"a\n---\nb\"\n", "ends inside"), ("[a,\n---\nb]\n", "ends inside"),
    ("a\n... b\n", "document's end"),
    ("box: a\n b: c\n", "several lines"), ("box: \"\\x4g\"\n", "cut off"),
    ("box: 1\n- a\n", "belongs to nothing"),
    ("- a\nb: c\n", "belongs to nothing"), ("box:\n  a: 1\n b: 2\n", "indented more deeply"),
    ("box: {a: 1, b: 2\nlid: 3}\n", "indented less"),
    ("box: {\"a\" \"b\"}\n", "a comma is missing"),
    ("'box\n lid': 1\n", "several values or lines"), ("box: a\n# c\n  b\n", "indented more deeply"),
    ("{? [a] : b}", "a key has several values"), ("*a : b\n", "names no anchor"),
  ])
  func `what the specification refuses is refused`(yaml: String, problem: String) {
    let error = #expect(throws: ModelError.self) {
      try YAMLTranscoder.json(from: Array(yaml.utf8))
    }
    #expect(error?.problem.contains(problem) == true, "\(String(describing: error))")
  }

  @Test func `many pairs and anchors in brackets are read once`() throws {
    let anchors = (0..<20_000).map { "&a\($0) x" }.joined(separator: ", ")
    let pairs = (0..<20_000).map { "k\($0): v" }.joined(separator: ", ")
    let bytes = try YAMLTranscoder.json(from: Array("[\(anchors), \(pairs)]".utf8))
    #expect(try JSONDocument(parsing: bytes).root.elements.count == 40_000)
  }
}
