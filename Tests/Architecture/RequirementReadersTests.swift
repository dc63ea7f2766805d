import Foundation
import Testing

/// What a call requires is weighed in one place.
struct RequirementReadersTests {
  /// Those that read, write or compare what a catalog lists, and ask nothing of a key.
  private static let exceptions: Set = [
    "Catalogs", "CatalogImport", "Judgement/Access", "Judgement/Diff/CatalogDiff.swift",
  ]

  @Test func `nobody else reads the requirement of an operation`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      let path = String(file.path.dropFirst(root.path.count + 1))
      if Self.exceptions.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) { continue }
      count += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      // `requirement(of:)` of a key's access, and that of the catalog for a key, are the way.
      #expect(try !text.contains(Regex(#"\.requirement\b(?!\(of)"#)), "\(path)")
      #expect(!text.contains("operations.requirement(of"), "\(path)")
    }
    #expect(count > 100)
  }
}
