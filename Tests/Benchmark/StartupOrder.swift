import TerminalHarness

/// Lists the functions that a start runs, then those of a short session, for the linker.
///
/// The linker puts them side by side, so that a start reads a fifth of the program's pages. A name
/// that is gone meanwhile does no harm, a new one that is missing costs a page: renew the list when
/// much has changed.
enum StartupOrder {
  static func list(_ options: BenchmarkOptions) throws -> [String] {
    let folder = try TemporaryFolder()
    let callgrind = try Callgrind(binary: options.binary, folder: folder)
    let start = names(in: try callgrind.profile([], keys: []))
    let keys: [HarnessKey] =
      [.down, .down, .space, .pageDown, .pageUp, "/", "o", "r", "d", .enter, .space, .escape, "u"]
      + ["2", .down, "3", .down, "1", "f", "w", "q"]
    let session = names(in: try callgrind.profile([], keys: keys))
    return start.sorted() + session.subtracting(start).sorted()
  }

  /// The functions that a profile names; `fn=(7) name` and `cfn=(7) name` give each its number.
  private static func names(in profile: [Substring]) -> Set<String> {
    var names: Set<String> = []
    for line in profile where line.hasPrefix("fn=(") || line.hasPrefix("cfn=(") {
      guard let space = line.firstIndex(of: " ") else { continue }
      // A function that calls itself is listed again, with a depth.
      let name = line[line.index(after: space)...].prefix { $0 != "'" }
      if !name.hasPrefix("(") && !name.hasPrefix("0x") { names.insert(String(name)) }
    }
    return names
  }
}
