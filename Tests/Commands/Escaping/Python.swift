import Documents
import TerminalHarness
import Testing

/// The system's Python, whose libraries stand for the readers of a format.
enum Python {
  /// Whether a module is installed.
  static func has(_ module: String) -> Bool {
    (try? CommandRun(
      "/usr/bin/python3", ["-c", "import \(module)"], environment: ["PATH": "/usr/bin:/bin"]))?
      .status == .exited(0)
  }

  /// What a program makes of a list of texts: it gets them, and gives its own, as JSON.
  ///
  /// `texts` is the list, and `results` the one to fill.
  static func map(_ texts: [String], _ program: String) throws -> [String] {
    let whole = """
      import json, sys
      texts = json.load(sys.stdin.buffer)
      results = []
      \(program)
      sys.stdout.write(json.dumps(results))
      """
    let run = try CommandRun(
      "/usr/bin/python3", ["-c", whole], input: JSONWriter.write(.strings(texts)),
      environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], deadline: .seconds(120))
    try #require(run.status == .exited(0), "\(run.errorText)")
    return try JSONDocument(parsing: run.output).root.requireStrings()
  }
}

/// Where two lists of texts differ, by bytes: for what an expectation says.
func differences(_ found: [String], _ expected: [String]) -> String {
  guard found.count == expected.count else {
    return "\(found.count) and not \(expected.count) texts"
  }
  return zip(found, expected).filter { !$0.utf8.elementsEqual($1.utf8) }.prefix(5)
    .map { "\($0.debugDescription) and not \($1.debugDescription)" }.joined(separator: "\n")
}
