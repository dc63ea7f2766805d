import Documents
import TerminalHarness
import Testing

@testable import Designer
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

  @Test(arguments: [true, false])
  func `a file that came after the question is asked about, not replaced`(isInFolder: Bool) throws {
    let folder = try TemporaryFolder()
    let names = ["one.json", "two.json", "three.json"]
    var files = NewFiles(
      files: names.map { NewFiles.File(name: isInFolder ? $0 : folder.file($0), bytes: new) },
      folder: isInFolder ? folder.path : nil, line: "split", advice: "")
    let paths = names.map { folder.file($0) }
    try folder.write(old, to: "two.json")
    #expect(files.write() == .inTheWay([paths[1]]))
    files.mayReplace = [paths[1]]
    try folder.write(mine, to: "three.json")
    #expect(files.write() == .inTheWay([paths[1], paths[2]]))
    #expect(folder.names() == ["three.json", "two.json"])
    #expect(folder.read("two.json") == old && folder.read("three.json") == mine)
    files.mayReplace = [paths[1], paths[2]]
    #expect(files.write() == .written(paths))
    #expect(names.allSatisfy { folder.read($0) == new })
  }
}
