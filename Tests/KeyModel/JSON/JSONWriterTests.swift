import TestSupport
import Testing

@testable import Documents

/// The writer gives the same bytes for the same value, in lines that people can review.
struct JSONWriterTests {
  private func write(_ node: JSONNode) -> String {
    String(decoding: JSONWriter.write(node), as: UTF8.self)
  }

  @Test func `the outermost object is broken into lines, what fits inside is not`() {
    let node = JSONNode.object([
      ("a", .integer(-7)), ("b", .strings(["x", "y"])), ("c", .object([("d", .null)])),
      ("e", .array([])), ("f", .object([])), ("g", .boolean(true)),
    ])
    #expect(
      write(node) == """
        {
          "a": -7,
          "b": ["x", "y"],
          "c": { "d": null },
          "e": [],
          "f": {},
          "g": true
        }

        """)
  }

  @Test(arguments: [(JSONNode.object([]), "{}\n"), (.array([]), "[]\n"), (.null, "null\n")])
  func `what holds nothing stays on its line`(node: JSONNode, text: String) {
    #expect(write(node) == text)
  }

  @Test(arguments: [0, 1])
  func `a list of 120 columns stays on one line, one of 121 gets a line an item`(excess: Int) {
    // Two spaces, "a": [" "] and the comma that another member would add.
    let text = String(repeating: "x", count: 120 - 12 + excess)
    let expected =
      excess == 0
      ? "{\n  \"a\": [\"\(text)\"]\n}\n" : "{\n  \"a\": [\n    \"\(text)\"\n  ]\n}\n"
    #expect(write(.object([("a", .strings([text]))])) == expected)
  }

  @Test func `columns are counted in characters, not in bytes`() {
    let text = String(repeating: "é", count: 108)
    #expect(write(.object([("a", .strings([text]))])) == "{\n  \"a\": [\"\(text)\"]\n}\n")
  }

  @Test func `a list of lines is broken even where one line would hold it`() {
    #expect(
      write(.object([("a", .lines([.object([("b", .integer(1))])])), ("c", .lines([]))])) == """
        {
          "a": [
            { "b": 1 }
          ],
          "c": []
        }

        """)
  }

  @Test func `raw bytes stay as they stood`() {
    let raw = Array("{\"k\":1,\n\"l\" : [ ]}".utf8)
    #expect(
      write(.object([("a", .raw(raw)), ("b", .array([.raw(raw)]))])) == """
        {
          "a": {"k":1,
        "l" : [ ]},
          "b": [
            {"k":1,
        "l" : [ ]}
          ]
        }

        """)
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t", #""\n\r\t""#), ("\u{0}\u{1B}", #""\u0000\u001b""#),
    ("\u{7F}\u{9B}", #""\u007f\u009b""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("\u{202E}\u{200B}\u{FEFF}", #""\u202e\u200b\ufeff""#), ("é€😀/", "\"é€😀/\""),
    ("\u{E0041}", #""\udb40\udc41""#),
  ])
  func `control and format characters are escaped, other text is not`(
    text: String, source: String
  ) {
    #expect(write(.string(text)) == source + "\n")
  }

  @Test func `every scalar that is written is read back as it was`() throws {
    var random = SeededRandom()
    for _ in 0..<300 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<20, using: &random) {
        let limit: UInt32 = [0x80, 0x800, 0x11_0000].randomElement(using: &random) ?? 0x80
        if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) {
          text.append(scalar)
        }
      }
      let bytes = JSONWriter.write(.string(String(text)))
      let back = try JSONDocument(parsing: bytes).root.string
      #expect(back.map { Array($0.unicodeScalars) } == Array(text), "\(random)")
    }
  }

  @Test func `a random tree is read back as it was written, and written again the same`() throws {
    var random = SeededRandom()
    for _ in 0..<200 {
      let bytes = JSONWriter.write(Self.tree(depth: 4, using: &random))
      let root = try JSONDocument(parsing: bytes).root
      #expect(JSONWriter.write(Self.node(root)) == bytes, "\(random)")
    }
  }

  private static func tree(depth: Int, using random: inout SeededRandom) -> JSONNode {
    let kind = Int.random(in: depth > 0 ? 0..<7 : 0..<5, using: &random)
    switch kind {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &random))
    case 2: return .integer(Int.random(in: .min ... .max, using: &random))
    case 3: return .string(String(repeating: "ab\n", count: Int.random(in: 0..<9, using: &random)))
    case 4: return .string("")
    case 5:
      return .array(
        (0..<Int.random(in: 0..<5, using: &random)).map { _ in
          tree(depth: depth - 1, using: &random)
        })
    default:
      return .object(
        (0..<Int.random(in: 0..<5, using: &random)).map {
          ("member \($0)", tree(depth: depth - 1, using: &random))
        })
    }
  }

  private static func node(_ value: JSONValue) -> JSONNode {
    switch value.kind {
    case .null: .null
    case .boolean: .boolean(value.boolean ?? false)
    case .number: .integer(value.integer ?? 0)
    case .string: .string(value.string ?? "")
    case .array: .array(value.elements.map(node))
    case .object: .object(value.members.map { ($0.name, node($0.value)) })
    }
  }
}
