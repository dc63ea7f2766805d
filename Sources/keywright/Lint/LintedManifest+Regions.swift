import Documents
import Judgement
import Keys

extension LintedManifest {
  /// Where a finding stands in the manifest: the very scopes or the call, in the order of the
  /// document; else the detail that it is about, or the first line.
  func regions(of finding: Finding, in regions: ManifestRegions) -> [TextRegion] {
    if finding.rule == WantedCallClosed.id {
      let found = finding.operations.compactMap(regions.region(ofCall:))
      if !found.isEmpty { return found }
    }
    if finding.rule == Self.reasonUnused,
      let region = finding.scopes.first.flatMap(regions.region(ofReason:))
    {
      return [region]
    }
    let scopes = finding.scopes.compactMap(regions.region(ofScope:)).sorted {
      ($0.startLine, $0.startColumn) < ($1.startLine, $1.startColumn)
    }
    if !scopes.isEmpty { return scopes }
    return [Self.member(of: finding).flatMap(regions.region(ofMember:)) ?? regions.firstLine]
  }

  /// The member of a manifest that a finding about the key as a whole is about.
  private static func member(of finding: Finding) -> String? {
    switch finding.remedy?.detail {
    case .label: return "label"
    case .purpose: return "purpose"
    case .owner: return "owner"
    case .addresses: return "ipAddresses"
    case .rotateBy: return "rotateBy"
    case .reason: return "because"
    case nil: break
    }
    if finding.rule.starts(exactlyWith: "acceptance-") { return "accepted" }
    return finding.rule == "unknown-kind" ? "kind" : nil
  }
}
