import TerminalHarness

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Measures how the time of every command grows with every part of its input.
///
/// Processor seconds of the real binary at n, 2n and 4n, and the exponent between the last two: 1 is
/// linear, 2 is quadratic. What starting alone takes is left out.
struct GrowthBenchmark {
  /// Above this exponent more than n log n stands behind it.
  static let highestExponent = 1.4
  /// Shorter times than these seconds say nothing of growth.
  static let leastSeconds = 0.25
  /// Where a run takes longer than this many seconds, the next larger one is left out.
  private static let patience = 60.0

  /// What came of it.
  struct Result {
    var lines: [String] = []
    var isWithinBounds = true
  }

  private let binary: String
  private let filter: String?

  init(binary: String, filter: String?) {
    self.binary = binary
    self.filter = filter
  }

  /// Measures all cases, or those whose name holds the filter.
  func run() throws -> Result {
    let start = try seconds(
      GrowthCase(name: "start", size: 1) { _, _ in ["config", "check", "-"] }, 1)
    var result = Result()
    result.lines = ["CPU seconds at      n        n       2n       4n  exponent"]
    for one in GrowthCase.all where filter.map({ one.name.contains($0) }) ?? true {
      var times: [Double] = []
      for factor in [1, 2, 4] {
        guard times.last ?? 0 < Self.patience else { break }
        StandardError.progress("\(one.name) \(one.size * factor)")
        times.append(max(0, try seconds(one, one.size * factor) - start))
      }
      let exponent = times.count < 3 ? Double.infinity : Self.exponent(times[1], times[2])
      let isFast = (times.last ?? 0) < Self.leastSeconds || exponent <= Self.highestExponent
      result.isWithinBounds = result.isWithinBounds && isFast
      let figures = times.map { Self.padded(Self.decimal($0, 2), 9) }.joined()
      result.lines.append(
        Self.filled(one.name) + Self.padded("\(one.size)", 8) + figures
          + Self.padded(exponent.isFinite ? Self.decimal(exponent, 1) : "-", 10)
          + (isFast ? "" : "  grows"))
    }
    StandardError.progress("")
    return result
  }

  private func seconds(_ one: GrowthCase, _ size: Int) throws -> Double {
    let folder = try TemporaryFolder()
    let arguments = try one.prepare(size, folder)
    let script = "TIMEFORMAT='%U %S'; time \"$0\" \"$@\" > out 2> err"
    let run = try CommandRun(
      "bash", ["-c", script, binary] + arguments, input: Array(one.input.utf8),
      environment: cleanEnvironment(home: folder.path, adding: ["SOURCE_DATE_EPOCH": "1796083200"]),
      directory: folder.path, deadline: .seconds(600))
    let figures = run.errorText.split { $0 == " " || $0 == "\n" }.suffix(2).compactMap {
      Double($0)
    }
    let status: Int
    if case .exited(let code) = run.status { status = Int(code) } else { status = -1 }
    guard figures.count == 2, one.statuses.contains(status) else {
      let said = folder.read("err").map { String(decoding: $0.prefix(300), as: UTF8.self) } ?? ""
      throw BenchmarkError("\(one.name) at \(size): status \(status), \(said)")
    }
    return figures[0] + figures[1]
  }

  private static func exponent(_ half: Double, _ whole: Double) -> Double {
    log2(max(whole, 0.001) / max(half, 0.001))
  }

  private static func decimal(_ number: Double, _ places: Int) -> String {
    let scale = places == 1 ? 10 : 100
    let value = Int((number * Double(scale)).rounded())
    let rest = "\(value % scale)"
    return "\(value / scale)." + String(repeating: "0", count: places - rest.count) + rest
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func filled(_ name: String) -> String {
    name + String(repeating: " ", count: max(1, 48 - name.count))
  }
}
