import BitCollections
import Calls
import Catalogs
import Documents
import Judgement
import Keys
import TerminalUI

/// Which of some keys open a call, hold a scope, or break a rule.
struct WhoCan {
  /// One key.
  struct Key {
    /// The path of its manifest as it was given.
    var path: String
    var manifest: Manifest
    var findings: Findings
  }

  /// What is asked about.
  enum Subject {
    case call(String)
    case scope(String)
    case rule(String)
  }

  /// How one key stands to what is asked about.
  struct Row {
    /// The path of the key's manifest.
    var path: String
    /// The key's label; may be empty.
    var label: String
    /// The call, the scope or the rule, as the key's catalog has it.
    var subject: String
    /// One word, or two.
    var answer: String
    /// The ticked scopes by which it is so.
    var scopes: [String] = []
    /// What they grant of what is asked about.
    var grants: [(scope: String, by: String)] = []
    /// What the key lacks.
    var missing: [String] = []
    /// The accepted risks that bear on it.
    var accepted: [Acceptance] = []
  }

  let rows: [Row]

  init(_ subject: Subject, among keys: [Key]) {
    rows = keys.flatMap { key in
      switch subject {
      case .call(let call): Self.rows(ofCall: call, key)
      case .scope(let id): [Self.row(ofScope: id, key)]
      case .rule(let id): [Self.row(ofRule: id, key)]
      }
    }
  }

  // MARK: - Answers

  private static func rows(ofCall call: String, _ key: Key) -> [Row] {
    let catalog = key.manifest.resolvedCatalog
    let operations = CallResolver(catalog: catalog).operations(of: WrittenCall(call))
    guard !operations.isEmpty else {
      return [row(key, call, "no such call of \(catalog.id)")]
    }
    let access = KeyAccess(key.manifest.original, in: catalog)
    func ids(_ scopes: [Int]) -> [String] { scopes.map { catalog.scopes[$0].id } }
    return operations.map { operation in
      let opening = access.opening(of: operation)
      var row = row(key, catalog.operations[operation].call, word(opening.answer))
      row.scopes = ids(opening.scopes)
      row.grants = opening.grants.map { (catalog.scopes[$0.scope].id, catalog.scopes[$0.by].id) }
      row.missing = ids(opening.missing)
      row.accepted = accepted(key, naming: row.scopes)
      return row
    }
  }

  private static func word(_ answer: KeyAccess.Answer) -> String {
    switch answer {
    case .open: "open"
    case .closed: "closed"
    case .otherKind: "another kind"
    case .notStated: "not stated"
    case .unknown: "unknown"
    }
  }

  private static func row(ofScope id: String, _ key: Key) -> Row {
    let catalog = key.manifest.resolvedCatalog
    guard let scope = catalog.indexOfScope(id) else {
      let isNamed = key.manifest.original.details.unknownScopes.contains(id)
      return row(key, id, isNamed ? "ticked, unknown" : "no such scope of \(catalog.id)")
    }
    let access = KeyAccess(key.manifest.original, in: catalog)
    let holders = access.holders(of: scope)
    let isTicked = holders.first == scope
    var row = row(key, id, isTicked ? "ticked" : holders.isEmpty ? "not held" : "granted")
    row.scopes = holders.map { catalog.scopes[$0].id }
    row.grants = holders.filter { $0 != scope }.map { (id, catalog.scopes[$0].id) }
    row.accepted = accepted(key, naming: row.scopes)
    return row
  }

  private static func row(ofRule id: String, _ key: Key) -> Row {
    let found = key.findings.list().filter { $0.rule == id }
    let open = found.filter { !$0.isAccepted }
    let answer =
      open.map(\.severity).max().map(\.rawValue) ?? (found.isEmpty ? "silent" : "accepted")
    var row = row(key, id, answer)
    var seen: Set<String> = []
    row.scopes = found.flatMap(\.scopes).filter { seen.insert($0).inserted }
    row.accepted = key.manifest.original.details.accepted.filter { $0.rule == id }
    return row
  }

  private static func row(_ key: Key, _ subject: String, _ answer: String) -> Row {
    Row(
      path: key.path, label: key.manifest.original.details.label, subject: subject,
      answer: answer)
  }

  /// The risks that were accepted for any of some scopes.
  private static func accepted(_ key: Key, naming scopes: [String]) -> [Acceptance] {
    key.manifest.original.details.accepted.filter { acceptance in
      acceptance.scopes.contains(where: scopes.contains)
    }
  }
}

// MARK: - Writing

extension WhoCan {
  /// A table for people, sanitized: under each call, scope or rule a line for each key.
  var lines: [String] {
    var subjects: [String] = []
    for row in rows where !subjects.contains(row.subject) { subjects.append(row.subject) }
    return subjects.enumerated().flatMap { place, subject in
      let own = rows.filter { $0.subject == subject }
      let table = TextColumns.lines(own.map { ["  " + $0.answer, $0.path, $0.reason] })
      return (place > 0 ? [""] : []) + [Sanitizer.sanitize(subject)] + table.map(Self.trimmed)
    }
  }

  /// A line without the blanks that fill up a column behind which nothing stands.
  private static func trimmed(_ line: String) -> String {
    let end = line.unicodeScalars.lastIndex { $0 != " " }
    return end.map { String(line.unicodeScalars[...$0]) } ?? ""
  }

  /// The same for programs.
  var node: JSONNode {
    .object([
      ("$schema", .string("urn:keywright:who-can:1")),
      ("keys", .array(rows.map(\.node))),
    ])
  }
}

extension WhoCan.Row {
  /// By what it is so, and which risk was accepted, as words.
  fileprivate var reason: String {
    var parts: [String] = []
    let granted = grants.map { "\($0.by), which grants \($0.scope)" }
    let granters = Set(grants.map(\.by))
    let by = scopes.filter { !granters.contains($0) } + granted
    if !by.isEmpty { parts.append("by " + by.joined(separator: " and ")) }
    if !missing.isEmpty { parts.append("lacks " + missing.joined(separator: " and ")) }
    parts += accepted.map { acceptance in
      "\(acceptance.rule) accepted by \(acceptance.by)"
        + (acceptance.until.map { " until \($0)" } ?? "")
    }
    return parts.joined(separator: "; ")
  }

  fileprivate var node: JSONNode {
    .object([
      ("manifest", .string(path)), ("label", .string(label)), ("subject", .string(subject)),
      ("answer", .string(answer)), ("scopes", .strings(scopes)),
      (
        "grants",
        .array(
          grants.map { .object([("scope", .string($0.scope)), ("by", .string($0.by))]) })
      ),
      ("missing", .strings(missing)),
      (
        "accepted",
        .array(
          accepted.map { acceptance in
            .object([
              ("rule", .string(acceptance.rule)), ("scopes", .strings(acceptance.scopes)),
              ("by", .string(acceptance.by)), ("reason", .string(acceptance.reason)),
              ("until", acceptance.until.map { .string($0.description) } ?? .null),
            ])
          })
      ),
    ])
  }
}
