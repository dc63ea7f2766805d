import ArgumentParser
import BitCollections
import Calls
import Catalogs
import Documents
import Judgement
import Keys

/// What `audit` is asked.
struct AuditRequest {
  /// The manifests that were found.
  let found: [KeyFiles.Found]
  let catalog: CatalogSource
  let policy: String?
  /// Files with records of calls, and those with calls that were counted.
  let logs: [String]
  let tallies: [String]
  let today: CalendarDate

  /// A key of the set with what reports need of it.
  typealias Key = (linted: LintedManifest, audited: AuditedKey)

  /// Reads all keys over all cores, and gives the findings about them as a set.
  ///
  /// - Returns: the results in the order of the files, and whether some record could not be read.
  func results() throws(ModelError) -> (results: LintResults, hasFailed: Bool) {
    let pool = LinterPool(
      catalogs: catalog, policy: policy, today: today, accepted: .include, report: nil)
    var results = LintResults(manifests: [], unreadable: [], today: today)
    results.isAudit = true
    var keys: [Key] = []
    var files = found[...]
    try OrderedWork.run(
      next: { () throws(ModelError) in files.popFirst() }, work: { Self.read($0, pool) },
      use: { (answer) throws(ModelError) in
        switch answer {
        case .success(let key): keys.append((key.linted, key.audited))
        case .failure(let fault):
          Console.say("keywright: \(fault.error)")
          results.unreadable.append(UnreadableManifest(path: fault.path, error: fault.error))
        }
      })
    let made = try calls(on: catalogs(of: keys))
    let audited = keys.map { key in
      AuditedKey(
        name: key.audited.name, findings: key.audited.findings,
        catalogVersion: key.audited.catalogVersion, origin: key.audited.origin,
        calls: made.calls[key.audited.catalog.id])
    }
    results.manifests = keys.map { key in
      var linted = key.linted
      linted.findings = []
      return linted
    }
    for found in AuditRules.findings(in: audited) {
      results.manifests[found.key].findings.append(found.finding)
    }
    return (results, made.hasFailed)
  }

  // MARK: - Keys

  private struct ReadKey: @unchecked Sendable {
    var linted: LintedManifest
    var audited: AuditedKey
  }

  private struct Fault: Error {
    var path: String
    var error: ModelError
  }

  private static func read(
    _ file: KeyFiles.Found, _ pool: LinterPool
  ) -> Result<ReadKey, Fault> {
    do throws(ModelError) {
      try file.requireFile()
      return .success(
        try pool.withLinter { (linter) throws(ModelError) in
          let (linted, audited) = try linter.audit(file.path)
          return ReadKey(linted: linted, audited: audited)
        })
    } catch {
      return .failure(Fault(path: file.path, error: error.withFileName))
    }
  }

  private func catalogs(of keys: [Key]) -> [Catalog] {
    var seen: Set<String> = []
    return keys.filter { $0.audited.origin != .platformGone }.map(\.audited.catalog)
      .filter { seen.insert($0.id).inserted }
  }

  // MARK: - Calls

  /// The calls that were made, by the id of their platform's catalog.
  private func calls(
    on catalogs: [Catalog]
  ) throws(ModelError) -> (calls: [String: BitSet], hasFailed: Bool) {
    guard !logs.isEmpty || !tallies.isEmpty else { return ([:], false) }
    guard logs.isEmpty || catalogs.count == 1 else {
      throw ModelError(
        file: logs[0],
        problem: "the keys are of several platforms, and a record does not say of which it is",
        remedy: "Count it first: keywright need --log FILE --catalog ID --format tally, and name "
          + "what it writes with --tally")
    }
    var readers = catalogs.map {
      TrafficReader(
        resolver: CallResolver(catalog: $0, hosts: []), counting: .standard, takingEmpty: true)
    }
    for path in logs { readers[0].read(.any, path) }
    var read = Set(logs.isEmpty ? [] : [catalogs[0].id])
    for path in tallies {
      let id = try Self.platform(ofTally: path)
      guard let place = catalogs.firstIndex(where: { $0.id == id }) else {
        throw ModelError(
          file: path, problem: "the calls were counted for \"\(id)\", and no key is of it",
          remedy: "Leave the file out, or name the folder with its keys")
      }
      readers[place].read(tally: path)
      read.insert(id)
    }
    var calls: [String: BitSet] = [:]
    for (catalog, reader) in zip(catalogs, readers) where read.contains(catalog.id) {
      calls[catalog.id] = BitSet(reader.tally.operations)
    }
    return (calls, readers.contains { $0.hasFailed })
  }

  /// The platform that a file of counted calls says it is of.
  private static func platform(ofTally path: String) throws(ModelError) -> String {
    let bytes = try DocumentFile.read(path)
    let line = bytes.split(separator: 0x0A).first.map { Array($0) } ?? []
    do {
      return try JSONDocument(parsing: line).root.require("catalog").require("id")
        .requireString()
    } catch {
      throw error.inFile(path)
    }
  }
}

extension Linter {
  /// Reads one manifest for a look at the whole set; also one whose platform is gone.
  mutating func audit(
    _ path: String
  ) throws(ModelError) -> (linted: LintedManifest, audited: AuditedKey) {
    let bytes = try Self.read(path)
    let (manifest, findings, key): Review
    var origin = AuditedKey.Origin.here
    if let gone = goneCatalog(of: bytes) {
      origin = .platformGone
      manifest = try decode(bytes, named: path) { _ in gone }
      let (rules, rulesKey) = try rules(for: gone, newer: nil, manifest: path)
      (findings, key) = (Findings(rules: rules, design: manifest.original, today: today), rulesKey)
    } else {
      (manifest, findings, key) = try review(bytes, named: path, policyOf: path)
      let reference = manifest.catalogReference
      if reference.version != manifest.resolvedCatalog.version, !isHere(reference) {
        origin = .versionGone
      }
    }
    let linted = LintedManifest(
      path: path, manifest: manifest, findings: [], rules: findings.rules, rulesKey: key,
      catalogName: catalogs.name(of: findings.rules.catalog.id),
      policyPath: policies.path(for: path))
    return (
      linted,
      AuditedKey(
        name: path, findings: findings, catalogVersion: manifest.catalogReference.version,
        origin: origin)
    )
  }

  /// A catalog that knows nothing, for a manifest that names a platform of which none is here; nil
  /// where one is, or the document is no manifest.
  private func goneCatalog(of bytes: [UInt8]) -> Catalog? {
    guard let root = try? JSONDocument(parsing: bytes).root,
      let reference = root["catalog"], let id = reference["id"]?.string,
      let version = reference["version"]?.string, !id.isEmpty,
      case .some(.none) = try? catalogs.load(id: id)
    else { return nil }
    return Catalog(unknown: id, version: version)
  }
}
