import Catalogs
import Documents
import Judgement
import Keys

/// Compares two keys, both held to one policy, each read with the version of its catalog.
struct ComparedKeys {
  /// What reads and judges keys.
  var linter: Linter
  /// Whether a catalog was named, which then is the one that is meant.
  let isCatalogNamed: Bool

  /// The comparison of two sides.
  func report(from old: DiffSide, to new: DiffSide) throws(ModelError) -> DiffReport {
    var linter = linter
    // One policy for both: what differs is then the keys alone.
    let policyPath = new.policyPath ?? old.policyPath ?? "-"
    func review(_ side: DiffSide) throws(ModelError) -> Linter.Review? {
      guard let bytes = try side.read() else { return nil }
      return try linter.review(
        bytes, named: side.name, policyOf: policyPath, inItsVersion: !isCatalogNamed)
    }
    let (before, after) = (try review(old), try review(new))
    if let before, let after { try requireOnePlatform(before.manifest, after.manifest, old, new) }
    func key(_ review: Linter.Review?) -> ReviewedKey? {
      review.map {
        ReviewedKey($0.findings, catalogVersion: $0.manifest.catalogReference.version)
      }
    }
    let isInItsVersion = [before, after].compactMap(\.?.manifest).allSatisfy {
      $0.catalogReference.version == $0.resolvedCatalog.version
    }
    let (was, becomes) = (key(before), key(after))
    return DiffReport(
      diff: KeyDiff(from: was, to: becomes), old: old.name, new: new.name,
      readsOwnVersions: isInItsVersion, policy: linter.policies.path(for: policyPath),
      oldPowers: was.map { KeyPowers($0.design, in: $0.catalog) },
      newPowers: becomes.map { KeyPowers($0.design, in: $0.catalog) })
  }

  private func requireOnePlatform(
    _ before: Manifest, _ after: Manifest, _ old: DiffSide, _ new: DiffSide
  ) throws(ModelError) {
    let (was, becomes) = (before.catalogReference.id, after.catalogReference.id)
    guard was != becomes else { return }
    throw ModelError(
      file: new.nameInErrors, place: after.placeOfCatalog,
      problem: "this is a key of \"\(becomes)\", and \(old.nameInErrors) is one of \"\(was)\"",
      remedy: "Compare keys of one platform, or each of these with none")
  }
}
