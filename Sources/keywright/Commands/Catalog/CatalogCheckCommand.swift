import ArgumentParser
import Catalogs
import Documents

/// Errors and advice for the author of a catalog.
struct CatalogCheckCommand: ParsableCommand {
  /// The forms of the report.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a catalog: what is wrong, and what could be better.",
    discussion: """
      A catalog that cannot be decoded has one error, with its place. Advice: members that no \
      catalog has, what no summary says, what is inferred or undeclared, what no call needs.

      Exit status: 0 nothing at or above --fail-on; 1 such problems; 2 no catalog.

      EXAMPLES
        keywright catalog check acme.catalog.json
        keywright catalog check acme.catalog.json --fail-on warning
        keywright catalog check --format json acme.catalog.json | jq '.problems[].path'
      """)

  @Argument(help: "The catalog's file, its id, or - for standard input.")
  var file: String

  @Option(help: "text or json.")
  var format = Format.text

  @Option(help: "error, warning or note.")
  var failOn = Severity.error

  func run() throws {
    let bytes = try reportingErrors { try read() }
    let (document, catalog): (JSONDocument, Catalog)
    do {
      document = try JSONDocument(parsing: bytes)
      catalog = try Catalog(decoding: document)
    } catch {
      let error = DescriptionOfAPI.explain(error, bytes: bytes, path: file)
      if format == .json { Console.print(document: Self.document(of: error)) }
      Console.say("keywright: \(error)")
      throw ExitStatus.badInput
    }
    let problems = CatalogCheck(catalog, document: document).problems
    switch format {
    case .json: Console.print(document: Self.document(of: catalog, problems))
    case .text: Console.print(lines: Self.lines(of: catalog, problems))
    }
    if problems.contains(where: { $0.severity >= failOn }) { throw ExitStatus.findings }
  }

  private func read() throws(ModelError) -> [UInt8] {
    if file == "-" { return try StandardStreams.readInput() }
    if !file.contains(exactly: "/"), !DocumentFile.exists(file), CatalogSource.ids.contains(file) {
      return CatalogEncoder.encode(try CatalogSource(choice: file).load())
    }
    return try DocumentFile.read(file)
  }

  /// So many problems of one kind are shown to a person; JSON has them all.
  private static let shown = 60

  private static func lines(
    of catalog: Catalog, _ problems: [CatalogCheck.Problem]
  ) -> [String] {
    var lines = problems.sorted { $0.severity > $1.severity }.prefix(shown)
      .map { problem in
        let line = problem.line.map { " (line \($0))" } ?? ""
        return "\(problem.severity.rawValue) \(problem.path)\(line): \(problem.message)"
      }
    if problems.count > shown { lines.append("and \(problems.count - shown) more") }
    let counts = Severity.allCases.map { severity in
      Counted.text(problems.count { $0.severity == severity }, severity.rawValue)
    }
    lines.append(
      "\(catalog.id) \(catalog.version): "
        + Counted.text(
          catalog.categories.count { !$0.isPermission }, "category", many: "categories") + ", "
        + Counted.text(catalog.scopes.count, "scope") + ", "
        + Counted.text(catalog.operations.count, "call") + "; " + counts.joined(separator: ", "))
    return lines
  }

  private static func document(
    of catalog: Catalog, _ problems: [CatalogCheck.Problem]
  ) -> [UInt8] {
    JSONWriter.write(
      .object([
        ("id", .string(catalog.id)), ("version", .string(catalog.version)),
        ("categories", .integer(catalog.categories.count { !$0.isPermission })),
        ("scopes", .integer(catalog.scopes.count)),
        ("operations", .integer(catalog.operations.count)),
        ("problems", .array(problems.map(node))),
      ]))
  }

  /// What can be said of a document that is no catalog.
  private static func document(of error: ModelError) -> [UInt8] {
    JSONWriter.write(
      .object([
        ("id", .string("")), ("version", .string("")), ("categories", .integer(0)),
        ("scopes", .integer(0)), ("operations", .integer(0)),
        (
          "problems",
          .array([
            node(
              CatalogCheck.Problem(
                severity: .error, path: error.place?.path ?? "", line: error.place?.line,
                message: error.sentences))
          ])
        ),
      ]))
  }

  private static func node(_ problem: CatalogCheck.Problem) -> JSONNode {
    .object(
      [("severity", .string(problem.severity.rawValue)), ("path", .string(problem.path))]
        + (problem.line.map { [("line", .integer($0))] } ?? [])
        + [("message", .string(problem.message))])
  }
}
