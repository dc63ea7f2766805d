import BitCollections
import Catalogs
import Documents

/// The forms in which a key can be exported.
package enum ExportFormat: String, CaseIterable, Sendable {
  /// The JSON manifest.
  case manifest
  /// One scope id a line.
  case ids
  /// The ids on one line, as OAuth's `scope` parameter has them.
  case oauth
  /// A page for review.
  case markdown
  /// What to tick by hand where the platform makes keys.
  case dashboard

  /// What it is, in a few words behind its name.
  package var words: String {
    switch self {
    case .manifest: "manifest, as JSON"
    case .ids: "ids, one a line"
    case .oauth: "oauth, the ids on one line"
    case .markdown: "markdown, a page for review"
    case .dashboard: "dashboard, what to tick where keys are made"
    }
  }

  /// Whether it is made to be read by people, and by no program.
  package var isForPeople: Bool { self == .markdown || self == .dashboard }

  /// How a file of this form ends.
  package var fileEnding: String {
    switch self {
    case .manifest: ".key.json"
    case .ids: ".ids.txt"
    case .oauth: ".scope.txt"
    case .markdown: ".md"
    case .dashboard: ".dashboard.txt"
    }
  }

  /// The path of a file of this form beside another: the same name with this form's ending.
  package func path(beside path: String) -> String {
    Self.path(beside: path, ending: fileEnding)
  }

  /// The path of a file beside another: the same name with another ending.
  static func path(beside path: String, ending fileEnding: String) -> String {
    guard !path.ends(exactlyWith: fileEnding) else { return path }
    let bytes = path.utf8
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map(bytes.index(after:)) ?? path.startIndex
    let name = bytes[start...]
    let known = allCases.map(\.fileEnding) + [".json"]
    if let ending = known.first(where: {
      Substring(name).ends(exactlyWith: $0) && name.count > $0.utf8.count
    }) {
      return String(Substring(bytes.dropLast(ending.utf8.count))) + fileEnding
    }
    if let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex {
      return path[..<dot] + fileEnding
    }
    return path + fileEnding
  }

  /// The key in this form, with a final newline; a page for review lists the findings given, if any,
  /// and says what the key can do, in sentences and in the lines of a table.
  ///
  /// It may quote what documents say: sanitize it before people read it.
  package func bytes(
    of design: KeyDesign, catalog: Catalog, findings: [any FindingLine]?,
    powers: (sentences: [String], table: [String])? = nil
  ) -> [UInt8] {
    switch self {
    case .manifest: Manifest(catalog: catalog).encode(design)
    case .ids: Array((ids(design, catalog).joined(separator: "\n") + "\n").utf8)
    case .oauth: Array((ids(design, catalog).joined(separator: " ") + "\n").utf8)
    case .markdown: Array(markdown(design, catalog, findings, powers).utf8)
    case .dashboard: Array(dashboard(design, catalog).utf8)
    }
  }

  private func ids(_ design: KeyDesign, _ catalog: Catalog) -> [String] {
    design.scopes.map { catalog.scopes[$0].id } + design.details.unknownScopes
  }

  private func dashboard(_ design: KeyDesign, _ catalog: Catalog) -> String {
    var lines = ["In \(catalog.name), make a key and enter:", ""]
    let details = design.details
    if !details.label.isEmpty { lines.append("Label: \(details.label)") }
    if let kind = kind(details, catalog) { lines.append("Kind: \(kind)") }
    let addresses = details.ipAddresses.joined(separator: ", ")
    lines.append("Addresses: " + (addresses.isEmpty ? "none (any address may use it)" : addresses))
    lines += ["", "Tick these scopes and no others:"]
    for (category, scopes) in grouped(design, catalog) {
      lines += ["", category] + scopes.map { "  [x] \(catalog.listChoice(ofScope: $0))" }
    }
    return lines.map(LogLine.inert).joined(separator: "\n") + "\n"
  }

  private func markdown(
    _ design: KeyDesign, _ catalog: Catalog, _ findings: [any FindingLine]?,
    _ powers: (sentences: [String], table: [String])?
  ) -> String {
    let details = design.details
    var lines = ["# " + MarkdownText.prose(details.label.isEmpty ? "API key" : details.label), ""]
    if !details.purpose.isEmpty { lines += [MarkdownText.prose(details.purpose), ""] }
    lines.append(
      "- Platform: \(MarkdownText.prose(catalog.name)), catalog \(MarkdownText.prose(catalog.version))"
    )
    if !details.owner.isEmpty { lines.append("- Owner: " + MarkdownText.prose(details.owner)) }
    let addresses = details.ipAddresses.joined(separator: ", ")
    lines.append("- Addresses: " + (addresses.isEmpty ? "any" : addresses))
    lines.append("- Rotate by: \(details.rotateBy?.description ?? "not set")")
    if let kind = kind(details, catalog) {
      lines.append("- Kind of key: \(MarkdownText.prose(kind))")
    }
    for answer in details.answers {
      let condition = catalog.indexOfCondition(answer.condition).map { catalog.conditions[$0] }
      lines.append(
        "- \(MarkdownText.prose(condition?.question ?? answer.condition)) \(answer.holds ? "Yes" : "No")."
      )
    }
    if !details.never.isEmpty {
      lines.append("- Must never: " + details.never.map(MarkdownText.code).joined(separator: ", "))
    }
    if let powers {
      lines += ["", "## What it can do", ""]
      lines.append(powers.sentences.map(MarkdownText.prose).joined(separator: " "))
      if !powers.table.isEmpty { lines += ["", "```text"] + powers.table + ["```"] }
    }
    for (category, scopes) in grouped(design, catalog) {
      lines += ["", "## " + MarkdownText.prose(category), ""]
      for scope in scopes.map({ catalog.scopes[$0] }) {
        let summary = scope.summary.isEmpty ? scope.title : scope.summary
        let reason =
          details.reason(for: scope.id).map { " Because: " + MarkdownText.prose($0) } ?? ""
        lines.append("- \(MarkdownText.code(scope.id)): \(MarkdownText.prose(summary))\(reason)")
      }
    }
    if let findings {
      lines += ["", "## Findings", ""]
      if findings.isEmpty { lines.append("None.") }
      for finding in findings {
        lines.append(
          "- **\(finding.severity.rawValue)** \(MarkdownText.code(finding.rule)): "
            + MarkdownText.prose(finding.message))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func grouped(
    _ design: KeyDesign, _ catalog: Catalog
  ) -> [(category: String, scopes: [Int])] {
    var groups: [(category: String, scopes: [Int])] = []
    var last = -1
    for scope in design.scopes {
      let category = catalog.documentCategory(ofScope: scope)
      if category != last {
        last = category
        groups.append((catalog.listHeading(ofScope: scope), []))
      }
      groups[groups.count - 1].scopes.append(scope)
    }
    return groups
  }

  private func kind(_ details: KeyDetails, _ catalog: Catalog) -> String? {
    details.kind.map { id in catalog.indexOfKind(id).map { catalog.kinds[$0].title } ?? id }
  }
}
