import Catalogs
import Documents
import Keys

/// An address list that keeps nobody out.
struct WideAddressRange: KeyRule, GenericRule {
  static let info = RuleInfo(
    id: "ip-allowlist-too-wide", title: "The address list is too wide", severity: .warning,
    trigger:
      "An entry is wider than /16 (IPv4) or /32 (IPv6), or private, which a cloud never sees.",
    consequence: "The list keeps nobody out, or lets nobody in.",
    remedy: "List single addresses or small ranges.",
    story: """
      A list that admits everyone looks like a safeguard in review and is none. 0.0.0.0/0 is \
      usually left from a first attempt; a /8 belongs to a whole cloud, where anybody can rent a \
      neighbor's address. A private address is the opposite mistake: a platform on the internet \
      never sees it, so the key works for nobody, and the next hurried edit opens it to all.
      """)

  let readsScopes = false

  func findings(in key: KeyUnderReview, summary: ScopeSummary) -> [Finding] {
    let faults = key.design.details.ipAddresses.compactMap { text -> String? in
      guard let range = AddressRange(text)?.unmapped else { return nil }
      if range.prefixLength == 0 { return "\(text) is every address" }
      if range.prefixLength < (range.isIPv4 ? 16 : 32) { return "\(text) is a very wide range" }
      return range.isPrivate ? "\(text) is private: the platform never sees it" : nil
    }
    guard !faults.isEmpty else { return [] }
    return [
      Finding(
        rule: info.id, severity: info.severity,
        message: faults.count == 1
          ? "The entry \(faults[0])."
          : Wording.sentence(
            "Of the entries,", count: faults.count, plural: "are too wide or private",
            separator: "; "
          ) { faults[$0] },
        remedy: Remedy("List single public addresses or small ranges", detail: .addresses))
    ]
  }
}
