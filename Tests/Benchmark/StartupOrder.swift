import TerminalHarness

/// Lists what a start runs and changes, then what a short session runs, for the linker.
///
/// The linker puts them side by side, so that a start reads a fifth of the program's pages, and
/// needs half as many pages for its variables. A name that is gone meanwhile does no harm, a new one
/// that is missing costs a page: renew the list when much has changed.
enum StartupOrder {
  static func list(_ options: BenchmarkOptions) throws -> [String] {
    let folder = try TemporaryFolder()
    let valgrind = try Valgrind(binary: options.binary, folder: folder)
    let start = functions(in: try valgrind.profile([], keys: []))
    let keys: [HarnessKey] =
      [.down, .down, .space, .pageDown, .pageUp, "/", "o", "r", "d", .enter, .space, .escape, "u"]
      + ["2", .down, "3", .down, "1", "f", "w", "q"]
    let session = functions(in: try valgrind.profile([], keys: keys))
    return start.sorted() + session.subtracting(start).sorted() + (try variables(valgrind))
  }

  /// The functions that a profile names; `fn=(7) name` and `cfn=(7) name` give each its number.
  private static func functions(in profile: [Substring]) -> Set<String> {
    var names: Set<String> = []
    for line in profile where line.hasPrefix("fn=(") || line.hasPrefix("cfn=(") {
      guard let space = line.firstIndex(of: " ") else { continue }
      // A function that calls itself is listed again, with a depth.
      let name = line[line.index(after: space)...].prefix { $0 != "'" }
      if !name.hasPrefix("(") && !name.hasPrefix("0x") { names.insert(String(name)) }
    }
    return names
  }

  /// The variables that a start touches, the small ones first: many lie on one page then.
  ///
  /// Of those that the file holds only the ones that change: the others' pages cost no copy.
  private static func variables(_ valgrind: Valgrind) throws -> [String] {
    let (read, written) = try valgrind.accesses()
    let touched = read.union(written)
    let hot = try valgrind.variables().filter { variable in
      let words = stride(from: variable.range.lowerBound & ~7, to: variable.range.upperBound, by: 8)
      return words.contains { (variable.isZeroed ? touched : written).contains($0) }
    }
    var seen: Set<Substring> = []
    return hot.sorted { ($0.range.count, $0.name) < ($1.range.count, $1.name) }
      .map(\.name).filter { seen.insert($0).inserted }.map(String.init)
  }
}
