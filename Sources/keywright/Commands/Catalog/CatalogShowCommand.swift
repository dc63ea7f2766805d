import ArgumentParser
import Catalogs

/// What a catalog holds.
struct CatalogShowCommand: ParsableCommand {
  /// The forms of the page.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a catalog holds, or print its document.",
    discussion: """
      EXAMPLES
        keywright catalog show acme
        keywright catalog show acme --format json > acme.catalog.json
      """)

  @Argument(help: "The catalog's id or file.")
  var catalog: String

  @Option(help: "text, or json for the catalog's own document.")
  var format = Format.text

  func run() throws {
    try reportingErrors {
      let catalog = try CatalogSource(choice: catalog).load()
      switch format {
      case .json: Console.print(document: CatalogEncoder.encode(catalog))
      case .text: Console.print(lines: Self.lines(of: catalog))
      }
    }
  }

  /// How much of the platform it has, and how sure that is.
  private static func calls(of catalog: Catalog) -> [String] {
    let holding = CatalogHolding(catalog)
    var lines = [
      Counted.text(holding.calls, "call") + ", of which \(holding.stated) state what they require"
    ]
    if holding.uncertain > 0 {
      lines.append("\(holding.uncertain) of these uncertain, or worked out and not stated")
    }
    if holding.open > 0 {
      lines.append("\(holding.open) \(holding.open == 1 ? "needs" : "need") no scope")
    }
    return lines
  }

  private static func lines(of catalog: Catalog) -> [String] {
    var lines = ["\(catalog.name) (\(catalog.id) \(catalog.version))"]
    if !catalog.summary.isEmpty { lines += ["", catalog.summary] }
    lines += ["", "Sources"] + catalog.sources.map { "  \($0.name): \($0.location)" }
    lines += ["", "Calls"] + Self.calls(of: catalog).map { "  " + $0 }
    if !catalog.limits.isEmpty {
      lines += ["", "Where it would be wrong"] + catalog.limits.map { "  " + $0 }
    }
    lines += ["", "Categories"]
    for category in catalog.categories where !category.isPermission {
      lines.append(
        String(repeating: "  ", count: category.depth + 1)
          + "\(category.name) (\(category.scopes.count))"
          + (category.isInferred ? ", inferred" : ""))
    }
    func list(_ heading: String, _ items: [String]) {
      if !items.isEmpty { lines += ["", heading] + items.map { "  " + $0 } }
    }
    list("Rules", catalog.combinations.map { "\($0.severity.rawValue) \($0.id): \($0.title)" })
    list("Presets", catalog.presets.map { "\($0.id): \($0.purpose)" })
    list("Kinds of key", catalog.kinds.map { "\($0.id): \($0.title)" })
    list("Conditions", catalog.conditions.map { "\($0.id): \($0.question)" })
    let undeclared = catalog.scopes.count { $0.isUndeclared }
    let inferred = catalog.scopes.count { !$0.inferred.isEmpty }
    lines += [
      "",
      Counted.text(catalog.scopes.count, "scope")
        + " (\(inferred) with inferred facts, \(undeclared) undeclared), "
        + Counted.text(catalog.operations.count, "call"),
    ]
    return lines
  }
}
