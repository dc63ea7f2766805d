import Calls
import Catalogs
import Designer
import Documents
import Judgement
import Keys
import Proof

/// The pages about keys of a table, and what of them can be written.
struct TablePages {
  let pool: LinterPool
  let today: CalendarDate

  /// What a page says about a key of a path, or about all that are shown.
  func page(_ subject: TeamPage.Subject, of rows: [KeyRow]) throws(ModelError) -> TeamPage {
    switch subject {
    case .split(let place):
      let path = rows[place].path
      let report = try split(path)
      return TeamPage(
        subject, title: "Split of \(path)", lines: report.lines(paths: []),
        offer: Self.folder(of: path))
    case .probe(let place):
      let path = rows[place].path
      let script = try probe(path)
      return TeamPage(
        subject, title: "Probe of \(path)", lines: script.parts(between: "\n", omitsEmpty: false),
        offer: Self.stem(of: path) + ".probe.sh")
    case .catalogs:
      return TeamPage(subject, title: "What newer catalogs change", lines: try catalogs(rows))
    case .help: return TeamPage(subject, title: "Help", lines: [])
    }
  }

  /// Writes what a page offers, over nothing that is there; says what was written.
  func write(
    _ subject: TeamPage.Subject, to path: String, of rows: [KeyRow]
  ) throws(ModelError) -> String {
    guard !path.isEmpty else { throw ModelError.emptyFileName }
    switch subject {
    case .split(let place):
      let paths = try DocumentFile.writeNew(try split(rows[place].path).documents, into: path)
      return "written: " + paths.joined(separator: ", ")
    case .probe(let place):
      try ProbeFile.write(Array(try probe(rows[place].path).utf8), to: path)
      return "written: " + path
    case .catalogs, .help: return "there is nothing to write"
    }
  }

  // MARK: - Pages

  private func split(_ path: String) throws(ModelError) -> SplitReport {
    let (manifest, findings) = try pool.withLinter { (linter) throws(ModelError) in
      try linter.review(path)
    }
    let split = KeySplit(manifest.original, rules: findings.rules, today: today)
    return SplitReport(split: split, manifest: manifest, path: path)
  }

  private func probe(_ path: String) throws(ModelError) -> String {
    let (manifest, _) = try pool.withLinter { (linter) throws(ModelError) in
      try linter.review(path)
    }
    let (plan, base) = try ProbeFile.plan(for: manifest, base: nil)
    return ProbeScript(plan, base: base).text
  }

  /// For each platform and version that keys were made with, what the catalog at hand changes.
  private func catalogs(_ rows: [KeyRow]) throws(ModelError) -> [String] {
    let old = rows.filter { $0.facts?.isCatalogOlder == true }
    guard !old.isEmpty else {
      return ["Every key was made with the version of its catalog that is here."]
    }
    var groups: [String: [KeyRow]] = [:]
    for row in old {
      guard let facts = row.facts else { continue }
      groups["\(facts.platform) \(facts.madeWith) -> \(facts.currentVersion)", default: []]
        .append(row)
    }
    var lines: [String] = []
    for title in groups.keys.sorted() {
      let keys = groups[title] ?? []
      lines += lines.isEmpty ? [] : [""]
      lines.append("\(title)  " + Counted.text(keys.count, "key"))
      lines += try changes(for: keys)
    }
    let same = rows.count { $0.facts?.isCatalogOlder == false }
    return lines + ["", Counted.text(same, "key") + " made with the version that is here"]
  }

  /// What changes for keys that were made with one version of one catalog.
  private func changes(for keys: [KeyRow]) throws(ModelError) -> [String] {
    guard let facts = keys.first?.facts else { return [] }
    let new = facts.access.catalog
    let older = CatalogSource.older(
      Manifest.CatalogReference(id: facts.platform, version: facts.madeWith))
    let diff = older.map { CatalogDiff(old: $0, new: new) }
    var lines: [String] = []
    for key in keys {
      let manifest: Manifest
      do throws(ModelError) {
        (manifest, _) = try pool.withLinter { (linter) throws(ModelError) in
          try linter.review(key.path)
        }
      } catch {
        lines.append("  \(key.path): \(error.sentences)")
        continue
      }
      let words: String
      if let diff {
        let ids =
          manifest.original.scopes.map { new.scopes[$0].id }
          + manifest.original.details.unknownScopes
        let impact = KeyImpact(of: diff, onKeyWith: ids)
        words = impact.isEmpty ? "nothing of this key changed" : impact.words
      } else {
        words = manifest.versionNote(older: nil) ?? ""
      }
      lines.append("  \(key.path): \(words)")
    }
    if older == nil {
      lines.append("  The older version is not here: only what is unknown now can be said.")
    }
    return lines
  }

  // MARK: - Names

  private static func folder(of path: String) -> String {
    let parts = path.parts(between: "/").dropLast()
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  private static func stem(of path: String) -> String {
    path.ends(exactlyWith: KeyFiles.ending)
      ? String(Substring(path.utf8.dropLast(KeyFiles.ending.utf8.count))) : path
  }
}
