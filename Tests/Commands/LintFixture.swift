import TerminalHarness
import Testing

/// A folder with manifests, and the program run in it.
struct LintFixture {
  let folder: TemporaryFolder
  let executable: String

  init() throws {
    folder = try TemporaryFolder()
    executable = try builtExecutable(named: "keywright")
  }

  /// Runs `keywright` with these arguments in the folder, on a fixed day.
  func run(
    _ arguments: String..., input: [UInt8] = [], directory: String? = nil,
    environment: [String: String] = [:]
  ) throws -> CommandRun {
    try run(arguments, input: input, directory: directory, environment: environment)
  }

  /// Runs `keywright` with a list of arguments in the folder, on a fixed day.
  func run(
    _ arguments: [String], input: [UInt8] = [], directory: String? = nil,
    environment: [String: String] = [:]
  ) throws -> CommandRun {
    // 2026-12-01.
    let fixed = ["SOURCE_DATE_EPOCH": "1796083200"].merging(environment) { $1 }
    // Thousands of manifests take a debug build on a busy machine longer than the usual limit.
    return try CommandRun(
      executable, arguments, input: input,
      environment: cleanEnvironment(home: folder.path, adding: fixed),
      directory: directory ?? folder.path, deadline: .seconds(120))
  }

  /// A manifest of Komerza, a scope a line; nothing is at fault but its scopes.
  static func manifest(
    _ scopes: [String], label: String = "Importer of the warehouse", more: String = ""
  ) -> String {
    let list = scopes.map { "    \"\($0)\"" }.joined(separator: ",\n")
    return """
      {
        "$schema": "urn:keywright:manifest:1",
        "catalog": { "id": "komerza", "version": "2026-06-24" },
        "label": "\(label)",
        "ipAddresses": ["203.0.113.7"],
        "rotateBy": "2027-02-01",
        "scopes": [
      \(list)
        ]\(more)
      }

      """
  }

  /// A manifest that no rule finds fault with.
  static let clean = manifest(["stores.orders.view"])
  /// A manifest with an error, two warnings and no notes: the free goods.
  static let faulty = manifest([
    "stores.orders.view", "stores.orders.create", "stores.orders.deliver",
  ])
}
