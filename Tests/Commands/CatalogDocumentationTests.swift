import Documents
import TerminalHarness
import Testing

/// The page for authors of catalogs: every file on it is written, every command is run, in order.
struct CatalogDocumentationTests {
  /// A block between fences: its first line, and what stands inside.
  private struct Block {
    var kind: String
    var file: String?
    var text: String
  }

  private static let path =
    "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    + "/Assets/Docs/catalogs.md"

  private static func blocks() throws -> [Block] {
    let text = String(decoding: try DocumentFile.read(path), as: UTF8.self)
    return text.split(separator: "\n```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }
      .map { _, block in
        let (head, body) =
          block.firstIndex(of: "\n")
          .map { (block[..<$0], block[block.index(after: $0)...]) } ?? (block, "")
        let words = head.split(separator: " ").map(String.init)
        return Block(kind: words.first ?? "", file: words.dropFirst().first, text: body + "\n")
      }
  }

  @Test func `from an empty file to a designed key, every step works as written`() throws {
    let desk = try Desk()
    var commands = 0
    for block in try Self.blocks() {
      if let file = block.file {
        try desk.home.write(block.text, to: file)
        continue
      }
      try #require(block.kind == "sh", "a block of \(block.kind) names no file")
      for line in block.text.split(separator: "\n") {
        try #require(line.hasPrefix("keywright "))
        let run = try desk.shell("\"$0\"" + line.dropFirst("keywright".count))
        #expect(run.status == .exited(0), "\(line): \(run.errorText)")
        commands += 1
      }
    }
    #expect(commands >= 10)
    #expect(desk.text("backup.key.json")?.contains(#""scopes": ["files.read"]"#) == true)
  }
}
