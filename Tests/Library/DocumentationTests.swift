import Foundation
import Testing

/// What DocC makes of the library's comments and articles.
@Suite struct DocumentationTests {
  /// The folder of what was built, in which these tests are.
  private static let build = CommandLine.arguments.first.map {
    URL(filePath: $0).resolvingSymlinksInPath().deletingLastPathComponent()
  }
  private static let checkouts = ShownCode.root + "/.build/checkouts"

  /// A tool of the toolchain.
  private static func tool(_ name: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private static let isPossible =
    tool("docc") != nil && tool("swift-symbolgraph-extract") != nil && build != nil
    && FileManager.default.fileExists(atPath: checkouts)

  /// Runs a program; what it writes to standard error, and its status.
  private static func run(_ program: String, _ arguments: [String]) throws -> (String, Int32) {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardError = pipe
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let said = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus)
  }

  @Test(.enabled("needs docc of Swift's toolchain, and a build below .build") { isPossible })
  func `every link of it leads somewhere, and DocC warns of nothing`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "docs-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let build = try #require(Self.build).path
    let maps = [
      build + "/CFiles.build/module.modulemap",
      Self.checkouts + "/swift-system/Sources/CSystem/include/module.modulemap",
    ]
    #if arch(arm64)
    let target = "aarch64-unknown-linux-gnu"
    #else
    let target = "x86_64-unknown-linux-gnu"
    #endif
    let extract = try Self.run(
      try #require(Self.tool("swift-symbolgraph-extract")),
      [
        "-module-name", "KeyModel", "-I", build + "/Modules", "-target", target,
        "-output-dir", folder.path, "-minimum-access-level", "public", "-skip-synthesized-members",
      ] + maps.flatMap { ["-Xcc", "-fmodule-map-file=" + $0] })
    #expect(extract.1 == 0, "\(extract.0)")
    let convert = try Self.run(
      try #require(Self.tool("docc")),
      [
        "convert", ShownCode.root + "/Sources/KeyModel/KeyModel.docc",
        "--additional-symbol-graph-dir", folder.path,
        "--output-path", folder.path + "/KeyModel.doccarchive",
        "--fallback-display-name", "KeyModel",
        "--fallback-bundle-identifier", "keywright.KeyModel", "--warnings-as-errors",
      ])
    #expect(convert.1 == 0 && !convert.0.contains("warning"), "\(convert.0)")
    let page = folder.path + "/KeyModel.doccarchive/data/documentation/keymodel/lintakey.json"
    #expect(FileManager.default.fileExists(atPath: page))
  }
}
