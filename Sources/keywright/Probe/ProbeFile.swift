import Calls
import Catalogs
import Documents
import Keys
import Proof
import SystemPackage

/// The plan of a probe, as it is written to a file.
enum ProbeFile {
  /// Writes a plan to a file that can be run, a new one unless a file that is there may be replaced.
  static func write(
    _ plan: [UInt8], to path: String, replacing: Bool = false
  ) throws(ModelError) {
    let outcome = try DocumentFile.write(
      plan, to: path, expecting: replacing ? .anything : .absent,
      mode: [.ownerReadWriteExecute, .groupRead, .groupExecute, .otherRead, .otherExecute])
    guard outcome == .written else {
      throw ModelError(
        file: path, problem: "the file is there already, and nothing was written",
        remedy: "Move it away, or name another")
    }
  }

  /// The calls that test a key, and where they go: the catalog's server, where none is named.
  static func plan(
    for document: Manifest, base: String?
  ) throws(ModelError) -> (plan: ProbePlan, base: ProbeBase) {
    let catalog = document.resolvedCatalog
    let plan = ProbePlan(document.original, catalog: catalog)
    guard !plan.calls.isEmpty else {
      throw ModelError(
        problem: "no scope of \(catalog.name) can be tested: the catalog knows no harmless call",
        remedy: "Use a catalog with calls")
    }
    guard let address = base ?? catalog.servers.first else {
      throw ModelError(
        problem: "the catalog \(catalog.id) names no server",
        remedy: "Name the platform's address with --base, such as https://api.example.com")
    }
    return (plan, try ProbeBase(address, isNamed: base != nil))
  }
}
