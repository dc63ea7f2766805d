import CatalogImport
import Documents
import TerminalHarness

/// Measures the import of descriptions beside Python, which reads the same file and walks it alike.
enum ImportBenchmark {
  /// A document, how Python reads it, and how many times as long as Python we may take.
  private struct Course {
    var name: String
    var reading: String
    var limit: Double
  }

  private static let courses = [
    Course(name: "openapi/slack.json", reading: "json.load(file)", limit: 2),
    Course(
      name: "openapi/asana.yaml", reading: "yaml.load(file, Loader=yaml.CSafeLoader)", limit: 1.5),
  ]

  /// Runs all in turns.
  ///
  /// - Parameters:
  ///   - folder: the folder that holds `openapi/slack.json` and `openapi/asana.yaml`.
  ///   - runs: how often each is read.
  /// - Returns: a line for each document, and false where a budget is exceeded.
  /// - Throws: `BenchmarkError` where Python cannot read them, `CatalogImporter.Failure` where we.
  static func run(folder: String, runs: Int) throws -> (lines: [String], isWithinBudget: Bool) {
    var lines: [String] = []
    var isWithinBudget = true
    for course in courses {
      let path = folder + "/" + course.name
      var (ours, theirs) = (Samples(), Samples())
      for _ in 0..<runs {
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try CatalogImporter.read(DocumentFile.read(path)) }
        ours.add(milliseconds(time))
        theirs.add(try python(course.reading, path))
      }
      guard let our = ours.median, let their = theirs.median else { continue }
      let ratio = our / their
      isWithinBudget = isWithinBudget && ratio <= course.limit
      lines.append(
        "import \(course.name): \(rounded(our)) ms, Python \(rounded(their)) ms: "
          + "\(rounded(ratio)) x, budget \(rounded(course.limit)) x")
    }
    return (lines, isWithinBudget)
  }

  /// The milliseconds that Python takes, without its own start.
  private static func python(_ reading: String, _ path: String) throws -> Double {
    let script = """
      import json, sys, time
      try:
        import yaml
      except ImportError:
        pass
      start = time.perf_counter()
      with open(sys.argv[1], encoding="utf-8") as file:
        document = \(reading)
      scopes, calls = {}, []
      schemes = document.get("securityDefinitions") or document["components"]["securitySchemes"]
      for scheme in schemes.values():
        for flow in (scheme.get("flows") or {"": scheme}).values():
          scopes.update(flow.get("scopes") or {})
      for path, item in document["paths"].items():
        for method, call in item.items():
          if method in ("get", "put", "post", "delete", "options", "head", "patch", "trace"):
            needs = call.get("security", document.get("security"))
            sets = [[name for names in any_.values() for name in names] for any_ in needs or []]
            tags = call.get("tags")
            calls.append((method, path, call.get("summary"), tags and tags[0], sets))
      print((time.perf_counter() - start) * 1000, len(scopes), len(calls))
      """
    let run = try CommandRun(
      "python3", ["-c", script, path], environment: cleanEnvironment(home: "/tmp"),
      deadline: .seconds(60))
    guard run.status == .exited(0), let first = run.outputText.split(separator: " ").first,
      let time = Double(first)
    else { throw BenchmarkError("Python cannot read \(path): \(run.errorText)") }
    return time
  }

  private static func milliseconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) * 1000 + Double(parts.attoseconds) / 1e15
  }

  private static func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = String(hundredths % 100)
    return "\(hundredths / 100)." + (digits.count == 1 ? "0" : "") + digits
  }
}
