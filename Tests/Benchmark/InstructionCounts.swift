import TerminalHarness
import TestSupport

/// Counts the instructions of hot paths with callgrind: the same on a loaded machine.
///
/// What a key costs is the difference between a session that presses it and one that does not,
/// divided by the presses.
enum InstructionCounts {
  private struct Path {
    var name: String
    var before: [HarnessKey] = []
    var keys: [HarnessKey] = []
    var count = 1
  }

  private static let letters: [HarnessKey] = ["r", "e", "f", "u"]

  static func run(_ options: BenchmarkOptions) throws -> [String] {
    let folder = try TemporaryFolder()
    let valgrind = try Valgrind(binary: options.binary, folder: folder)
    var lines = ["| scopes | path | thousand instructions |", "|---|---|---|"]
    for scopes in options.sizes {
      var generator = CatalogGenerator(seed: 20_261_123)
      let document = generator.document(
        .init(scopes: scopes, combinations: min(scopes / 50, 2_000)))
      let file = try folder.write(document, to: "catalog\(scopes).json")
      let arguments = ["--catalog", file, "-o", folder.file("key.json")]
      // Twice before, so that the catalog is known.
      for _ in 0..<2 { _ = try count(valgrind, arguments, []) }
      let start = try count(valgrind, arguments, [])
      lines.append("| \(scopes) | start | \(start / 1_000) |")
      for path in paths(scopes: scopes) {
        let before = path.before.isEmpty ? start : try count(valgrind, arguments, path.before)
        let keys = path.before + Array(repeating: path.keys, count: path.count).flatMap { $0 }
        let all = try count(valgrind, arguments, keys)
        lines.append("| \(scopes) | \(path.name) | \((all - before) / 1_000 / path.count) |")
      }
    }
    return lines
  }

  private static func paths(scopes: Int) -> [Path] {
    // At its end a list stands still, and there is no frame to wait for.
    let pages = scopes < 500 ? 2 : 20
    var paths = [
      Path(name: "move", keys: [.down], count: 20),
      Path(name: "page", before: ["+"], keys: [.pageDown], count: pages),
      Path(name: "open all", keys: ["+"]),
      Path(name: "tick of a tenth", keys: [.space]),
      Path(name: "filter opened", keys: ["/"]),
    ]
    for index in letters.indices {
      paths.append(
        Path(
          name: "filter, letter \(index + 1)", before: ["/"] + letters[..<index],
          keys: [letters[index]]))
    }
    paths.append(
      Path(name: "filter, backspace", before: ["/"] + letters, keys: [.backspace]))
    paths.append(
      Path(
        name: "tick, with its findings", before: ["+", .down, .down, .down, .down],
        keys: [.space, .space], count: 10))
    return paths
  }

  private static func count(
    _ valgrind: Valgrind, _ arguments: [String], _ keys: [HarnessKey]
  ) throws -> Int {
    let line = try valgrind.profile(arguments, keys: keys).last {
      $0.hasPrefix("totals:") || $0.hasPrefix("summary:")
    }
    guard let total = line?.split(separator: " ").last.flatMap({ Int($0) }) else {
      throw BenchmarkError("valgrind has counted nothing:")
    }
    return total
  }
}
