import Designer
import Documents
import TerminalHarness
import Testing

@testable import keywright

/// How the designer's writes end, by what stands at the path by then.
struct KeyWritingTests {
  private let old = Array("old".utf8)
  private let mine = Array("mine".utf8)
  private let new = Array("new".utf8)

  private func outcome(_ action: Action) throws -> DocumentFile.Outcome {
    guard case .wrote(_, _, let result) = action else { throw CancellationError() }
    return try result.get()
  }

  @Test func `a file that has gone is written, one that has changed is asked about`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("bot.key.json")
    #expect(try outcome(.writing(new, to: path, expecting: .bytes(old))) == .written)
    #expect(folder.read("bot.key.json") == new)
    try folder.write(mine, to: "bot.key.json")
    #expect(try outcome(.writing(new, to: path, expecting: .bytes(old))) == .changedOnDisk)
    #expect(folder.read("bot.key.json") == mine)
  }
}
