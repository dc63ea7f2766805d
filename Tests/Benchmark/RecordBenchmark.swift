import BundledCatalogs
import TerminalHarness

/// Measures `need` on a large access log: whole processes, all in turns, beside programs that look at
/// the same bytes.
struct RecordBenchmark {
  /// A program on a file.
  private struct Course {
    var name: String
    var command: [String]
    var cpu = Samples()
    var wall = Samples()
    var memory = Samples()
  }

  private static let partLines = 200_000
  private let options: BenchmarkOptions
  private let lines: Int

  init(_ options: BenchmarkOptions, lines: Int) {
    self.options = options
    self.lines = lines
  }

  /// Writes the logs, runs all in turns, and gives a line for each and one for each budget.
  func run() throws -> (lines: [String], isWithinBudget: Bool) {
    let folder = try TemporaryFolder()
    let combined = try write("combined", folder)
    let json = try write("json", folder)
    let need = [options.binary, "need", "--format", "json", "--log"]
    var courses = [
      Course(name: "all cores", command: need + [combined]),
      Course(name: "one core", command: ["taskset", "-c", "0"] + need + [combined]),
      Course(name: "JSON lines", command: need + [json]),
      Course(name: "grep -c", command: ["grep", "-c", "\"GET ", combined]),
    ]
    if let before = options.before {
      courses.append(Course(name: "before", command: [before] + need.dropFirst() + [combined]))
    }
    if try isInstalled("goaccess", folder) {
      courses.append(
        Course(
          name: "GoAccess",
          command: [
            "goaccess", combined, "--log-format=COMBINED", "--no-progress", "-o", "report.json",
          ]))
    }
    for round in 0..<options.runs {
      for index in courses.indices {
        StandardError.progress("\(courses[index].name) \(round + 1) of \(options.runs)")
        try measure(&courses[index], folder)
      }
    }
    StandardError.progress("")
    return report(courses)
  }

  private func measure(_ course: inout Course, _ folder: TemporaryFolder) throws {
    let script = "/usr/bin/time -f '%U %S %e %M' \"$0\" \"$@\" 2> err | cat > out; tail -n 1 err"
    let run = try CommandRun(
      "bash", ["-c", script] + course.command, environment: cleanEnvironment(home: folder.path),
      directory: folder.path, deadline: .seconds(600))
    let figures = run.outputText.split { $0 == " " || $0 == "\n" }.compactMap { Double($0) }
    guard figures.count == 4 else {
      throw BenchmarkError("\(course.name) cannot be measured: \(run.outputText)")
    }
    course.cpu.add(figures[0] + figures[1])
    course.wall.add(figures[2])
    course.memory.add(figures[3] / 1024)
  }

  private func report(_ courses: [Course]) -> (lines: [String], isWithinBudget: Bool) {
    var lines = ["\(self.lines) lines      CPU s    wall s        MB"]
    for course in courses {
      let figures = [course.cpu, course.wall, course.memory].map { samples in
        samples.median.map { Self.padded(Self.rounded($0), 10) } ?? "         -"
      }
      lines.append(course.name + Self.padded("", 14 - course.name.count) + figures.joined())
    }
    func median(_ name: String, _ samples: KeyPath<Course, Samples>) -> Double? {
      courses.first { $0.name == name }?[keyPath: samples].median
    }
    func ratio(_ left: Double?, _ right: Double?) -> Double? {
      guard let left, let right, right > 0 else { return nil }
      return left / right
    }
    let (all, one) = (median("all cores", \.cpu), median("one core", \.cpu))
    var budgets = [
      Budget(name: "CPU / grep -c", value: ratio(one, median("grep -c", \.cpu)), limit: 2),
      Budget(
        name: "wall, all cores / one",
        value: ratio(median("all cores", \.wall), median("one core", \.wall)), limit: 0.6),
      Budget(name: "JSON / combined", value: ratio(median("JSON lines", \.cpu), all), limit: 2),
      Budget(name: "MB", value: median("all cores", \.memory), limit: 32),
    ]
    if options.before != nil {
      budgets.append(
        Budget(name: "CPU / before", value: ratio(one, median("before", \.cpu)), limit: 0.25))
    }
    for budget in budgets {
      let value = budget.value.map(Self.rounded) ?? "not measured"
      lines.append(
        "\(budget.name): \(value), at most \(Self.rounded(budget.limit))"
          + (budget.isKept ? "" : "  EXCEEDED"))
    }
    return (lines, budgets.allSatisfy(\.isKept))
  }

  /// Writes a log part by part, and gives its path.
  private func write(_ format: String, _ folder: TemporaryFolder) throws -> String {
    guard let catalog = try BundledCatalogs.load("komerza") else {
      throw BenchmarkError("there is no catalog to make calls of")
    }
    let part = LogBenchmark.log(
      of: catalog, lines: min(lines, Self.partLines), format: format)
    let path = try folder.write(part, to: "part")
    let count = max(1, lines / Self.partLines)
    let whole = folder.path + "/" + format + ".log"
    let run = try CommandRun(
      "bash", ["-c", "for i in $(seq \(count)); do cat \"$0\"; done > \"$1\"", path, whole],
      environment: cleanEnvironment(home: folder.path), directory: folder.path,
      deadline: .seconds(300))
    guard run.status == .exited(0) else { throw BenchmarkError("the log cannot be written") }
    return whole
  }

  private func isInstalled(_ program: String, _ folder: TemporaryFolder) throws -> Bool {
    try CommandRun(
      "bash", ["-c", "command -v \(program)"], environment: cleanEnvironment(home: folder.path),
      directory: folder.path
    ).status == .exited(0)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.count == 1 ? "0" : "") + digits
  }
}
