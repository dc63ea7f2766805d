import ArgumentParser
import Catalogs
import Documents
import TerminalUI

/// Browses a catalog's scopes without the interface.
struct ScopesCommand: ParsableCommand {
  /// The forms in which scopes are listed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case ids
  }

  static let configuration = CommandConfiguration(
    commandName: "scopes",
    abstract: "List the scopes of a platform, or those that match some words, best first.",
    discussion: """
      Words may stand in any order, be cut short, and abbreviate an id: ord ref, storef and sor all \
      find stores.orders.refund. An id counts more than a title, that more than a category or a \
      summary, and the start of a word more than its middle. Presets are found by the words of \
      their jobs (fulfil, newsletter) and stand at the end of the text.

      EXAMPLES
        keywright scopes                       all of them, by category
        keywright scopes order refund          those about refunding orders, best first
        keywright scopes --format ids ord ref | head -1
        keywright scopes --format json | jq '.[] | select(.access == "delete") | .id'
      """)

  @Argument(help: "Words that a scope's id, title, category or summary has to match.")
  var query: [String] = []

  @Option(help: "text, json or ids.")
  var format = Format.text

  @OptionGroup var catalogChoice: CatalogChoice

  func run() throws {
    try reportingErrors {
      let catalog = try catalogChoice.source.load()
      let words = query.joined(separator: " ")
      let matches = ScopeSearch(catalog: catalog).matches(words)
      let found = matches?.ranked ?? Array(catalog.scopes.indices)
      let presets = matches == nil ? [] : catalog.presets(named: words)
      guard !found.isEmpty || (format == .text && !presets.isEmpty) else {
        Console.say(
          "keywright: no scope matches \"\(words)\"" + (presets.isEmpty ? "" : "; presets do"))
        throw ExitStatus.findings
      }
      switch format {
      case .text:
        Console.print(
          sanitized: lines(found, catalog, byCategory: matches == nil)
            + lines(ofPresets: presets, catalog, areAfterScopes: !found.isEmpty))
      case .json: Console.print(document: JSONWriter.write(.array(found.map { node($0, catalog) })))
      case .ids:
        // For scripts: as the platform has them.
        Console.print(document: Array(found.map { catalog.scopes[$0].id + "\n" }.joined().utf8))
      }
    }
  }

  /// The presets that the words name: a job is known by other words than its scopes.
  private func lines(
    ofPresets places: [Int], _ catalog: Catalog, areAfterScopes: Bool
  ) -> [String] {
    guard !places.isEmpty else { return [] }
    var lines = areAfterScopes ? [""] : []
    lines.append("Presets, each the scopes of a job: export --preset NAME")
    for preset in places.map({ catalog.presets[$0] }) {
      lines.append(Sanitizer.sanitize("  \(preset.id)  \(preset.title): \(preset.purpose)"))
      lines.append(
        Sanitizer.sanitize(
          "    " + preset.scopes.map { catalog.scopes[$0].id }.joined(separator: ", ")))
    }
    return lines
  }

  private func lines(_ scopes: [Int], _ catalog: Catalog, byCategory: Bool) -> [String] {
    var lines: [String] = []
    let clean = { (text: String) in Sanitizer.sanitize(text) }
    let width = scopes.map { TextWidth.columns(of: catalog.scopes[$0].id) }.max() ?? 0
    var category = -1
    for index in scopes {
      let scope = catalog.scopes[index]
      let path = catalog.categoryPath(ofScope: index).joined(separator: " / ")
      if byCategory, scope.category != category {
        category = scope.category
        if !lines.isEmpty { lines.append("") }
        lines.append(clean(path))
      }
      // In the order of the tree the category stands above, best first it stands behind.
      var marks = byCategory ? [] : [path]
      if scope.isDeprecated { marks.append("deprecated") }
      if scope.provenance == .unconfirmed { marks.append("unconfirmed") }
      let name = HonestName(scope: index, in: catalog)
      marks.append(name.verbs.total == 0 ? "no call" : name.verbs.text(separator: ", "))
      if let sentence = name.sentence { marks.append(sentence) }
      let id = TextColumns.padded(clean(scope.id), to: width)
      lines.append(
        (byCategory ? "  " : "") + id
          + clean("  \(scope.title) (\(marks.joined(separator: "; ")))"))
    }
    return lines
  }

  private func node(_ index: Int, _ catalog: Catalog) -> JSONNode {
    let scope = catalog.scopes[index]
    var members: [(name: String, value: JSONNode)] = [
      ("id", .string(scope.id)), ("title", .string(scope.title)),
      ("summary", .string(scope.summary)),
      ("category", .strings(catalog.categoryPath(ofScope: index))),
      ("access", .string(scope.access.rawValue)), ("touches", .strings(scope.touches.words)),
      ("provenance", .string(scope.provenance.name)), ("deprecated", .boolean(scope.isDeprecated)),
    ]
    let name = HonestName(scope: index, in: catalog)
    members.append(
      ("methods", .object(name.verbs.counts.map { ($0.method, .integer($0.count)) })))
    members.append(("nameDiffers", .strings(name.differences.map(\.rawValue))))
    if let replacement = scope.replacement { members.append(("replacement", .string(replacement))) }
    if !scope.includes.isEmpty {
      members.append(("includes", .strings(scope.includes.map { catalog.scopes[$0].id })))
    }
    members.append(
      ("operations", .strings(catalog.operationsOfScope[index].map { catalog.operations[$0].call }))
    )
    return .object(members)
  }
}
