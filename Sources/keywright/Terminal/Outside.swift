import Calls
import CatalogImport
import Catalogs
import Designer
import Documents
import Judgement
import Keys
import Proof

/// The world outside the designer: answers what it asks about files.
struct Outside {
  /// Where catalogs come from.
  let catalogs: CatalogSource
  /// The policy that was named; nil looks for one.
  let policy: String?
  /// The day of the session.
  let today: CalendarDate

  /// Looks, and says what there is.
  func answer(_ inquiry: Inquiry, for state: DesignerState) -> InquiryAnswer {
    do throws(ModelError) {
      switch inquiry {
      case .keys: return .keys(KeysAtHand.find())
      case .calls(let path): return try calls(of: HomePath.expanded(path), state.catalog)
      case .key(let path): return .key(try key(at: HomePath.expanded(path)))
      case .comparison(let side, let key):
        return .page(try comparison(of: key, with: side, for: state))
      case .catalog(let name): return .page(try changes(in: name, for: state))
      case .probeResults(let path):
        return .page(try results(at: HomePath.expanded(path), for: state))
      }
    } catch {
      return .failed("\(error.withFileName)")
    }
  }

  /// Refuses a pipe, a device or a socket: it may never end, and nobody can stop the reading here.
  ///
  /// What is missing, and a folder where a file is needed, the reading itself tells better.
  private func requireFile(_ path: String) throws(ModelError) {
    guard DocumentFile.exists(path), !Folder.holdsFile(at: path), !Folder.isFolder(path) else {
      return
    }
    throw ModelError(file: path, problem: "this is not a regular file", remedy: "Name a file")
  }

  // MARK: - Calls

  private func calls(
    of path: String, _ catalog: Catalog
  ) throws(ModelError) -> InquiryAnswer {
    guard DocumentFile.exists(path) else { return .noFile }
    try requireFile(path)
    var reader = TrafficReader(
      resolver: CallResolver(catalog: catalog), counting: .standard, takingEmpty: false,
      reporting: false)
    reader.read(.any, path)
    if let problem = reader.problems.first { return .failed(problem) }
    return .calls(CallRecords(reader.tally))
  }

  // MARK: - Keys

  private func key(at path: String) throws(ModelError) -> OpenedKey {
    try requireFile(path)
    let bytes = try DocumentFile.read(path)
    let manifest: Manifest
    do throws(ModelError) {
      var source = catalogs
      source.choice = nil
      source.willReadSlowly = nil
      manifest = try Manifest(decoding: bytes) { id throws(ModelError) in try source.load(id: id) }
    } catch {
      throw error.file == nil ? error.inFile(path) : error
    }
    var notes: [String] = []
    var policies = PolicyFinder(named: policy, say: { notes.append($0) })
    let policy = try policies.policy(for: path, of: manifest.resolvedCatalog) ?? Policy()
    return OpenedKey(
      path: path, bytes: bytes, manifest: manifest, policy: policy,
      notice: notes.isEmpty ? nil : notes.joined(separator: "; "))
  }

  private func comparison(
    of key: [UInt8], with side: String, for state: DesignerState
  ) throws(ModelError) -> Report {
    var side = try DiffSide(side)
    if case .file(let name) = side {
      let path = HomePath.expanded(name)
      try requireFile(path)
      side = .file(path)
    }
    if case .standardInput = side {
      throw ModelError(
        problem: "standard input cannot be compared with here", remedy: "Name a file")
    }
    var source = catalogs
    source.choice = nil
    let comparison = ComparedKeys(
      linter: Linter(catalogs: source, policy: policy, today: today), isCatalogNamed: false)
    let report = try comparison.report(
      from: side, to: .bytes(key, name: "this key", policyPath: policyPath(state)))
    return Report(title: "Compared with \(side.name)", lines: report.text.map { .compared($0) })
  }

  /// What the answers of an issued key show, held against the key as it is designed now.
  private func results(at path: String, for state: DesignerState) throws(ModelError) -> Report {
    try requireFile(path)
    let verdict: ProbeVerdict
    do throws(ModelError) {
      verdict = try ProbeVerdict(
        ProbeResults(decoding: DocumentFile.read(path)),
        of: ProbePlan(state.editor.design, catalog: state.catalog))
    } catch {
      throw error.file == nil ? error.inFile(path) : error
    }
    return Report(
      title: "The answers in \(path)",
      lines: ProbeReport(verdict: verdict).lines.map { .text($0) })
  }

  private func policyPath(_ state: DesignerState) -> String {
    if case .file(let path, _) = state.target { path } else { "-" }
  }

  // MARK: - Catalogs

  private func changes(
    in name: String, for state: DesignerState
  ) throws(ModelError) -> Report {
    let choice = HomePath.expanded(name)
    // What is known by name is read from its own place, whatever stands here.
    if !CatalogSource.ids.contains(choice) { try requireFile(choice) }
    let diff = CatalogDiff(old: state.catalog, new: try CatalogSource(choice: choice).load())
    let design = state.editor.design
    let ids = design.scopes.map { state.catalog.scopes[$0].id } + design.details.unknownScopes
    let impact =
      diff.old.id == diff.new.id ? KeyImpact(of: diff, onKeyWith: ids) : nil
    let report = CatalogDiffReport(diff: diff, impacts: [("this key", impact)])
    return Report(title: "The catalog \(name)", lines: report.lines.map { .compared($0) })
  }
}
