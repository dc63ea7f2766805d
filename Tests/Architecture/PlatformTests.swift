import Foundation
import Testing

/// What differs between systems stands in one file a language, so that a port reads these and no more.
struct PlatformTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// Each C library has a module of its own: every file that calls one says so in these lines.
  private static let imports = """
    #if canImport(Glibc)
    import Glibc
    #elseif canImport(Musl)
    import Musl
    #elseif canImport(Darwin)
    import Darwin
    #endif

    """

  /// The sources of a language, by their paths below `Sources`.
  private func sources(_ endings: Set<String>) throws -> [(path: String, text: String)] {
    let files = try #require(
      FileManager.default.enumerator(at: Self.root, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { endings.contains($0.pathExtension) }.map {
      (
        String($0.path.dropFirst(Self.root.path.count + 1)),
        try String(contentsOf: $0, encoding: .utf8)
      )
    }
  }

  @Test func `no other Swift file asks which system it is on`() throws {
    let files = try sources(["swift"])
    #expect(files.count > 100)
    for (path, text) in files where path != "Documents/Platform/Platform.swift" {
      #expect(!text.replacing(Self.imports, with: "").contains("#if"), "\(path)")
      // On a Mac this alone does not reach the disk.
      #expect(!text.contains("fsync("), "\(path)")
    }
  }

  @Test func `no other C file asks which system it is on`() throws {
    let known: Set = ["CCurses/Platform.c", "CFiles/Attributes.c", "CArguments/Arguments.c"]
    let files = try sources(["c", "h"])
    #expect(files.count > 10)
    for (path, text) in files where !known.contains(path) {
      for name in ["__linux__", "__APPLE__", "__GLIBC__"] {
        #expect(!text.contains(name), "\(path)")
      }
    }
  }
}
