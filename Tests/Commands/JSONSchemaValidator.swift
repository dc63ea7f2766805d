import TerminalHarness

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A real JSON Schema validator: Python's jsonschema, where it is installed.
enum JSONSchemaValidator {
  private static let program = """
    import json, sys
    from pathlib import Path
    from jsonschema.validators import validator_for
    schema = json.loads(Path(sys.argv[1]).read_text())
    kind = validator_for(schema)
    options = {}
    neighbors = [json.loads(Path(name).read_text()) for name in sys.argv[3:]]
    if neighbors:
        try:
            from referencing import Registry, Resource
            resources = [Resource.from_contents(neighbor) for neighbor in neighbors]
            options["registry"] = Registry().with_resources([(r.id(), r) for r in resources])
        except ImportError:
            from jsonschema import RefResolver
            store = {neighbor["$id"]: neighbor for neighbor in neighbors}
            options["resolver"] = RefResolver.from_schema(schema, store=store)
    document = json.load(sys.stdin)
    for one in document if sys.argv[2] == "list" else [document]:
        for error in kind(schema, **options).iter_errors(one):
            print(error.json_path, error.message[:200])
    """

  /// The tester's own folders: Python is often not the system's.
  private static var environment: [String: String] {
    var environment: [String: String] = [:]
    for name in ["HOME", "PATH"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }

  /// Whether it is installed.
  static let isInstalled =
    (try? CommandRun(
      "/usr/bin/env", ["python3", "-c", "import jsonschema"], environment: environment))?.status
    == .exited(0)

  /// What a document, or each of a list of them, does against a schema, a line each; `neighbors` are
  /// schemas it refers to.
  static func errors(
    _ document: [UInt8], schema: String, neighbors: [String] = [], isList: Bool = false
  ) throws -> String {
    let run = try CommandRun(
      "/usr/bin/env", ["python3", "-c", program, schema, isList ? "list" : "one"] + neighbors,
      input: document, environment: environment, deadline: .seconds(60))
    return run.outputText + run.errorText
  }

  /// A schema that ships.
  static func ours(_ name: String) -> String { root + "/Assets/Schemas/\(name).schema.json" }

  private static let root =
    "\(#filePath)".split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
}
