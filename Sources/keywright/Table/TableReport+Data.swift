import Catalogs
import Designer
import Documents
import Judgement
import Keys

// The table for programs.

extension TableReport {
  /// The table as a JSON document.
  var node: JSONNode {
    .object([
      ("$schema", .string("urn:keywright:keys:1")), ("today", .string("\(table.today)")),
      ("base", table.base.map { .string($0) } ?? .null),
      ("keys", .array(table.rows.map(node))),
    ])
  }

  private func node(_ row: KeyRow) -> JSONNode {
    guard let facts = row.facts else {
      return .object([
        ("path", .string(row.path)), ("error", .string(row.error?.sentences ?? "")),
        ("line", row.error?.place.map { .integer($0.line) } ?? .null),
      ])
    }
    let days = { (day: CalendarDate?) -> JSONNode in
      Self.days(until: day, from: table.today).map { .integer($0) } ?? .null
    }
    let day = { (day: CalendarDate?) -> JSONNode in day.map { .string("\($0)") } ?? .null }
    return .object([
      ("path", .string(row.path)), ("label", .string(facts.label)),
      ("platform", .string(facts.platform)), ("kind", facts.kind.map { .string($0) } ?? .null),
      ("scopes", .integer(facts.scopes)), ("openCalls", .integer(facts.openCalls)),
      (
        "worst",
        facts.worst.map { worst in
          .object([
            ("severity", .string(worst.severity.rawValue)), ("rule", .string(worst.rule)),
          ])
        } ?? .null
      ),
      (
        "findings",
        .object(
          Severity.allCases.map { ($0.rawValue, .integer(facts.findings[$0])) }
            + [("accepted", .integer(facts.findings.accepted))])
      ),
      ("touches", .strings(facts.touches)),
      ("rotateBy", day(facts.rotateBy)), ("daysToRotation", days(facts.rotateBy)),
      ("acceptedUntil", day(facts.acceptedUntil)),
      ("daysToEndOfAcceptance", days(facts.acceptedUntil)),
      (
        "catalog",
        .object([
          ("version", .string(facts.madeWith)), ("current", .string(facts.currentVersion)),
        ])
      ),
      ("change", row.change.map { .string($0.rawValue) } ?? .null),
    ])
  }

  /// How many days are left until a day; negative where it has passed.
  private static func days(until day: CalendarDate?, from today: CalendarDate) -> Int? {
    day.map { $0.daysSince1970 - today.daysSince1970 }
  }

  /// The table as comma-separated values (RFC 4180), with a line of names.
  var commaSeparated: [UInt8] {
    let names = [
      "path", "label", "platform", "kind", "scopes", "open_calls", "worst_severity", "worst_rule",
      "errors", "warnings", "notes", "accepted", "touches", "rotate_by", "days_to_rotation",
      "accepted_until", "catalog_version", "current_version", "change", "error",
    ]
    let lines = [names] + table.rows.map(values)
    return Array(lines.map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private func values(_ row: KeyRow) -> [String] {
    guard let facts = row.facts else {
      return [row.path] + Array(repeating: "", count: 18) + [row.error?.sentences ?? ""]
    }
    let days = Self.days(until: facts.rotateBy, from: table.today)
    return [
      row.path, facts.label, facts.platform, facts.kind ?? "", String(facts.scopes),
      String(facts.openCalls), facts.worst?.severity.rawValue ?? "", facts.worst?.rule ?? "",
      String(facts.findings.error), String(facts.findings.warning), String(facts.findings.note),
      String(facts.findings.accepted), facts.touches.joined(separator: "; "),
      facts.rotateBy.map { "\($0)" } ?? "", days.map { String($0) } ?? "",
      facts.acceptedUntil.map { "\($0)" } ?? "", facts.madeWith, facts.currentVersion,
      row.change?.rawValue ?? "", "",
    ]
  }

  /// A value as a field.
  ///
  /// A spreadsheet takes a text for a formula that starts with one of these signs: with a quote
  /// before them it does not.
  private static func field(_ text: String) -> String {
    let isNumber = Int(text) != nil
    let isFormula = !isNumber && (text.utf8.first.map { "=+-@\t\r\n".utf8.contains($0) } ?? false)
    let value = (isFormula ? "'" : "") + LogLine.inertWithin(text)
    // A colon too: two at the start of a line are a command to GitHub's runner.
    guard value.utf8.contains(where: { ",\"\r\n':".utf8.contains($0) }) else { return value }
    return "\"" + value.replacing(bytesOf: "\"", with: "\"\"") + "\""
  }
}
