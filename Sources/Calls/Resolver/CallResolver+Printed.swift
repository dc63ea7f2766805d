import Documents

extension CallResolver {
  /// What stands for a part of a path that may be a secret or a person's own.
  package static let mask = "***"

  /// A call for messages: method and path, never user, password, query or fragment.
  ///
  /// A segment that no template has is masked where it may be a secret, an id or an address: where
  /// it is long, mixes letters and digits, has many digits, or holds `@`, `=` or `;`.
  package func printed(_ call: WrittenCall) -> String {
    let method =
      call.method.prefix(16).isEmpty
      ? "" : String(decoding: call.method.prefix(16), as: UTF8.self) + " "
    guard let target = CallTarget(call.target) else {
      let scheme = call.target.prefix { $0 != UInt8(ascii: ":") }.prefix(16)
      return method + String(decoding: scheme, as: UTF8.self) + ":" + Self.mask
    }
    let segments = target.path.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let shown = segments.prefix(32).map { segment -> String in
      isHarmless(segment) ? String(decoding: segment, as: UTF8.self) : Self.mask
    }
    let path = shown.joined(separator: "/") + (segments.count > 32 ? "/…" : "")
    guard case .named(let host) = target.host else { return method + path }
    return method + target.scheme + String(host.unicodeScalars.prefix(100)) + path
  }

  private func isHarmless(_ segment: ArraySlice<UInt8>) -> Bool {
    let text = PercentCoding.decoded(segment)
    if trie.literals.contains(text) || Self.isVariable(text) { return true }
    guard text.count <= 24, !text.contains(where: { "@=;:&|".utf8.contains($0) }) else {
      return false
    }
    guard !Self.tokenStarts.contains(where: { text.starts(with: $0) }) else { return false }
    let digits = text.count { (0x30...0x39).contains($0) }
    let letters = text.count { (0x61...0x7A).contains($0 | 0x20) }
    return digits < 10 && (text.count < 12 || digits == 0 || letters == 0)
  }

  /// How the tokens of platforms that name them start.
  private static let tokenStarts = [
    "sk_", "pk_", "rk_", "ghp_", "gho_", "ghs_", "ghu_", "github_pat", "glpat-", "xox", "eyJ",
    "AKIA", "whsec_", "shp", "Bearer",
  ].map { Array($0.utf8) }

  /// Says whether a segment is a name for a value: `{id}`, `$ID`, `:id`, `<id>`.
  private static func isVariable(_ text: [UInt8]) -> Bool {
    guard let first = text.first, "{$:<".utf8.contains(first) else { return false }
    return text.dropFirst().allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || "}>_-{".utf8.contains(byte)
    }
  }
}
