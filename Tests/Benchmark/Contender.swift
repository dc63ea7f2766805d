import TerminalHarness

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A program to measure, and how its user works it.
struct Contender {
  var name: String
  var executable: String
  var arguments: [String] = []
  var input = StandardStream.terminal
  var output = StandardStream.terminal
  /// What the first full frame shows.
  var ready: String
  /// Whether frames end with `CSI ? 2026 l`; else the end is the last byte before a silence.
  var marksFrames = false
  var ticks = false
  /// Opens the filter: nil for a program without one.
  var filter: [HarnessKey]?
  /// Empties and closes the filter.
  var clear: [HarnessKey] = []
  var quit: [HarnessKey]

  /// The designer, the baseline, and of the others those that are installed.
  static func all(_ options: BenchmarkOptions, folder: TemporaryFolder) throws -> [Contender] {
    var found: [Contender] = []
    let baseline = try options.baseline ?? Baseline.compile(into: folder)
    if Baseline.loadsSwift(baseline) {
      StandardError.error("warning: \(baseline) loads the Swift runtime: no fair yardstick")
    }
    let isBaseline = options.binary == "baseline"
    guard isBaseline || access(options.binary, X_OK) == 0 else {
      throw BenchmarkError(
        "no program at \(options.binary): build it with "
          + "`swift build -c release --static-swift-stdlib`, or name it with --binary")
    }
    found.append(
      Contender(
        name: isBaseline ? "baseline (again)" : "keywright",
        executable: isBaseline ? baseline : options.binary,
        arguments: options.binaryArguments, ready: isBaseline ? "Baseline" : options.ready,
        marksFrames: true, ticks: true, filter: isBaseline ? nil : ["/"],
        clear: [.escape], quit: ["q"]))
    found.append(
      Contender(
        name: "baseline", executable: baseline, ready: "Baseline", marksFrames: true, ticks: true,
        quit: ["q"]))
    guard options.hasOthers else { return found }

    let rows = (0..<options.rows).map { "stores.orders.scope-\($0) what it grants" }
    if access("/usr/bin/fzf", X_OK) == 0 {
      let lines = try folder.write(rows.joined(separator: "\n") + "\n", to: "lines")
      found.append(
        Contender(
          name: "fzf", executable: "/usr/bin/fzf", input: .file(lines), output: .null,
          ready: "\(options.rows)/\(options.rows)", filter: [], clear: [.ctrl("u")],
          quit: [.escape]))
    }
    // Their rows are arguments, of which there cannot be any number.
    guard options.rows <= 1_000 else { return found }
    let items = rows.indices.flatMap { ["scope-\($0)", "what it grants", "off"] }
    for (name, size) in [("dialog", ["0", "0", "0"]), ("whiptail", ["24", "80", "16"])]
    where access("/usr/bin/\(name)", X_OK) == 0 {
      found.append(
        Contender(
          name: name, executable: "/usr/bin/\(name)",
          arguments: ["--checklist", "scopes"] + size + items, ready: "scope-0",
          ticks: true, quit: [.escape, .escape]))
    }
    return found
  }
}
