import Calls
import Catalogs
import Documents

/// What a run of the script found: a heading, then a line for each call, as JSON.
package struct ProbeResults: Hashable, Sendable {
  /// The answer to one call.
  package struct Answer: Hashable, Sendable {
    /// The id of the scope that the call shows.
    package let scope: String
    /// The method.
    package let method: String
    /// The path template.
    package let path: String
    /// What the designed key must be told.
    package let expected: ProbeCall.Expectation
    /// What an answer can be read from.
    package let kind: ProbeCall.Kind
    /// Whether the path named a real object where it has to; false where that was left out.
    package let isGiven: Bool
    /// The HTTP status; 0 for no answer.
    package let status: Int

    /// The call, as `METHOD /path`.
    package var call: String { method + " " + path }
  }

  /// The value of `$schema`, version 1.
  package static let schema = "urn:keywright:probe-results:1"

  /// The catalog's id.
  package let catalogID: String
  /// The catalog's version.
  package let catalogVersion: String
  /// The answers, in the order of the file.
  package let answers: [Answer]

  static func heading(of plan: ProbePlan) -> [(name: String, value: JSONNode)] {
    [
      ("$schema", .string(schema)),
      (
        "catalog",
        .object([("id", .string(plan.catalogID)), ("version", .string(plan.catalogVersion))])
      ),
      ("calls", .integer(plan.calls.count)),
    ]
  }

  /// Decodes and validates a results file.
  ///
  /// - Throws: `ModelError` with line and JSON path; a file that ends early is an error.
  package init(decoding bytes: [UInt8]) throws(ModelError) {
    var answers: [Answer] = []
    var scopes: Set<String> = []
    var heading: (id: String, version: String, count: Int)?
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      do throws(ModelError) {
        guard heading != nil else {
          heading = try Self.heading(of: Array(line))
          continue
        }
        let root = try JSONDocument(parsing: Array(line)).root
        let answer = try Self.answer(root)
        guard scopes.insert(answer.scope).inserted else {
          throw root.error(
            "the scope \"\(answer.scope)\" was asked about before",
            remedy: "Use the file as one run of the script wrote it")
        }
        answers.append(answer)
      } catch {
        var located = error
        located.place?.line = number
        throw located
      }
    }
    guard let heading else {
      throw ModelError(
        problem: "the results are empty", remedy: "Run the script of `keywright probe` first")
    }
    guard answers.count == heading.count else {
      throw ModelError(
        problem: "the results hold \(answers.count) of \(heading.count) answers",
        remedy: "Run the script again, to its end")
    }
    (catalogID, catalogVersion) = (heading.id, heading.version)
    self.answers = answers
  }

  /// The heading; whatever is another file is said to be one, and not where its first line ends.
  private static func heading(
    of line: [UInt8]
  ) throws(ModelError) -> (id: String, version: String, count: Int) {
    let remedy = "Name the file that the script of `keywright probe` wrote"
    let root: JSONValue
    let found: JSONValue
    do {
      root = try JSONDocument(parsing: line).root
      found = try root.require("$schema")
    } catch {
      throw ModelError(
        place: error.place.map { ModelError.Place(path: "", line: $0.line, column: $0.column) },
        problem: "this is not a file of a probe's answers", remedy: remedy)
    }
    guard try found.requireString() == schema else {
      throw found.error(
        "these are not results of a version that this program knows", remedy: remedy)
    }
    let catalog = try root.require("catalog")
    let count = try root.require("calls")
    guard let number = count.integer, number >= 0 else {
      throw count.error("this is not a count", remedy: "Use the file as the script wrote it")
    }
    return (
      try TextCheck.line(catalog.require("id")), try TextCheck.line(catalog.require("version")),
      number
    )
  }

  private static func answer(_ root: JSONValue) throws(ModelError) -> Answer {
    func wrong(_ value: JSONValue) -> ModelError {
      value.error("this is not what the script writes", remedy: "Run the script again")
    }
    let (expected, kind) = (try root.require("expected"), try root.require("kind"))
    let (given, status) = (try root.require("given"), try root.require("status"))
    guard let expectation = ProbeCall.Expectation(rawValue: expected.string ?? "") else {
      throw wrong(expected)
    }
    guard let kindOfCall = ProbeCall.Kind(rawValue: kind.string ?? "") else { throw wrong(kind) }
    guard let isGiven = given.boolean else { throw wrong(given) }
    guard let code = status.integer, code == 0 || (100...599).contains(code) else {
      throw wrong(status)
    }
    return Answer(
      scope: try TextCheck.line(root.require("scope")),
      method: try TextCheck.line(root.require("method")),
      path: try TextCheck.line(root.require("path")), expected: expectation, kind: kindOfCall,
      isGiven: isGiven, status: code)
  }
}
