import BitCollections
import Catalogs
import Documents
import Keys

/// Findings that were made before: of many keys of one catalog most have some word by word.
///
/// One for all copies of a rule set; guarded by a lock.
final class FindingMemo: @unchecked Sendable {
  /// What a finding follows from.
  private struct Cause: Hashable {
    var rule: Int
    var subjects: [Int]
    var scopes: BitSet
    var terms: KeyTerms
  }

  /// So many findings are kept at most: a few megabytes.
  private static let limit = 4096

  private let lock = WorkLock()
  // Guarded by `lock`.
  private var sources: [Int: BitSet] = [:]
  private var findings: [Cause: Finding] = [:]

  /// The finding of a rule, made only where it is not there.
  func finding(
    of rule: any ScopeRule, number: Int, for subjects: [Int], in key: KeyUnderReview
  ) -> Finding {
    guard let sources = sources(of: rule, number: number, in: key.catalog) else {
      return rule.finding(for: subjects, in: key)
    }
    let cause = Cause(
      rule: number, subjects: subjects, scopes: key.design.scopes.intersection(sources),
      terms: sources.isEmpty ? KeyTerms() : key.access.terms)
    if let finding = lock.locked({ findings[cause] }) { return finding }
    let finding = rule.finding(for: subjects, in: key)
    lock.locked { if findings.count < Self.limit { findings[cause] = finding } }
    return finding
  }

  private func sources(of rule: any ScopeRule, number: Int, in catalog: Catalog) -> BitSet? {
    if let known = lock.locked({ sources[number] }) { return known }
    guard let sources = rule.sources(in: catalog) else { return nil }
    lock.locked { self.sources[number] = sources }
    return sources
  }
}
