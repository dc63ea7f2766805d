import Calls
import Catalogs
import Judgement
import Keys

/// What a reader of findings has to know of how a manifest was judged, and what is no finding.
enum ManifestNotes {
  /// So many calls are named; the rest is counted.
  private static let namedCalls = 3

  /// The notes, each for a line of its own, with the manifest's name.
  static func lines(of linted: LintedManifest) -> [String] {
    let name = linted.path == "-" ? "standard input" : linted.path
    return texts(of: linted).map { "\(name): \($0)" }
  }

  /// The notes.
  static func texts(of linted: LintedManifest) -> [String] {
    let calls = unknownCalls(in: linted.manifest)
    // Where all that the key names is still there, its version is nothing to act on.
    let isWhole = calls == nil && linted.manifest.original.details.unknownScopes.isEmpty
    return [
      isWhole ? nil : linted.manifest.versionNote(older: nil), calls,
      placeholders(of: linted.manifest), remainders(of: linted.manifest),
    ].compactMap { $0 }
  }

  /// What the platform's own form of the key leaves to be filled in: no rule can weigh it.
  private static func placeholders(of manifest: Manifest) -> String? {
    var named: [String] = []
    for form in manifest.resolvedCatalog.forms {
      for name in form.placeholders where !named.contains(name) { named.append(name) }
    }
    guard !named.isEmpty else { return nil }
    return
      "the form that the platform takes has to be filled in: \(named.joined(separator: ", ")); "
      + "a key design does not say it"
  }

  /// What was not said when the key was adopted: the findings are about what was.
  private static func remainders(of manifest: Manifest) -> String? {
    let count = manifest.remaindersOfAdoption
    guard count > 0 else { return nil }
    return
      "\(Counted.text(count, "thing")) of the document that it was adopted from cannot be said "
      + "in it (\"adopted\")"
  }

  /// Calls that the catalog does not have: no rule can weigh what they need.
  private static func unknownCalls(in manifest: Manifest) -> String? {
    let catalog = manifest.resolvedCatalog
    let unknown = manifest.original.details.operations
      .filter { catalog.indexOfOperation($0) == nil }
    guard !unknown.isEmpty else { return nil }
    let resolver = CallResolver(catalog: catalog)
    let named = unknown.prefix(namedCalls).map { call in
      let nearest = resolver.nearest(to: WrittenCall(call))
        .map { " (perhaps \(catalog.operations[$0].call))" }
      return resolver.printed(argument: WrittenCall(call)) + (nearest ?? "")
    }
    let more = unknown.count > namedCalls ? " and \(unknown.count - namedCalls) more" : ""
    return "the catalog has no call \(named.joined(separator: ", "))\(more)"
  }
}
