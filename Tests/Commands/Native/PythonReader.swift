import TerminalHarness

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Readers of formats that are not ours: those of Python, where they are installed.
enum PythonReader {
  private static let program = """
    import json, sys, urllib.parse
    case = json.load(sys.stdin)
    kind, text = sys.argv[1], case["text"]
    if kind == "json":
        value = json.loads(text)
    elif kind == "yaml":
        import yaml
        value = list(yaml.safe_load_all(text))
    elif kind == "toml":
        import tomllib
        value = tomllib.loads(text)
    elif kind == "url":
        parts = urllib.parse.urlsplit(text.rstrip("\\n"))
        value = [parts.scheme, parts.netloc, parts.path]
        value.append(urllib.parse.parse_qsl(parts.query, strict_parsing=True))
        value = json.loads(json.dumps(value))
    elif kind == "kubernetes":
        import kubernetes_validate, yaml
        documents = list(yaml.safe_load_all(text))
        for document in documents:
            kubernetes_validate.validate(document, "1.30", strict=True)
            kubernetes_validate.validate(document, kubernetes_validate.latest_version(), strict=True)
        value = len(documents)
    else:
        value = text.split("\\n")
    print("same" if value == case["expected"] else json.dumps(value))
    """

  private static var environment: [String: String] {
    var environment: [String: String] = [:]
    for name in ["HOME", "PATH"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }

  /// Whether Python, its YAML and its TOML are installed.
  static let isInstalled =
    (try? CommandRun(
      "/usr/bin/env", ["python3", "-c", "import yaml, tomllib"], environment: environment))?.status
    == .exited(0)

  /// Whether a validator with the schemas of Kubernetes is installed.
  static let hasKubernetesSchemas =
    (try? CommandRun(
      "/usr/bin/env", ["python3", "-c", "import kubernetes_validate, yaml"],
      environment: environment))?.status == .exited(0)

  /// `same` where a text means what is expected, as JSON; else what it means.
  static func read(_ text: [UInt8], as kind: String, expecting expected: String) throws -> String {
    var input = Array(#"{"text":"#.utf8)
    input += try CommandRun(
      "/usr/bin/env",
      ["python3", "-c", "import json, sys; print(json.dumps(sys.stdin.buffer.read().decode()))"],
      input: text, environment: environment
    ).output
    input += Array((#","expected":"# + expected + "}").utf8)
    let run = try CommandRun(
      "/usr/bin/env", ["python3", "-c", program, kind], input: input, environment: environment)
    return run.outputText.split(separator: "\n").joined() + run.errorText
  }
}
