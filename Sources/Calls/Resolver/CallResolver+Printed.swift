import Documents

extension CallResolver {
  /// What stands for a part of a call that may be a secret or a person's own.
  package static let mask = "***"

  private static let knownMethods = Set([
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PURGE",
    "QUERY",
    "PROPFIND", "PROPPATCH", "MKCOL", "COPY", "MOVE", "LOCK", "UNLOCK", "REPORT", "SEARCH", "LINK",
    "UNLINK", "VIEW", "BAN",
  ])

  /// A record's call for messages: nothing but a known method, the host, and the segments that a
  /// template of the catalog has; the rest is masked.
  package func printed(_ call: WrittenCall) -> String {
    printed(call) { segment in
      let text = PercentCoding.decoded(segment)
      return isKnown(text) || text.allSatisfy { $0 == UInt8(ascii: ".") }
    }
  }

  /// A call that a person named, for messages to that person: method and path, never user, password,
  /// query or fragment.
  ///
  /// A segment that no template has is masked where it may be a secret, an id or an address, and so
  /// is the one after it.
  package func printed(argument call: WrittenCall) -> String {
    var isAfterMask = false
    return printed(call) { segment in
      let text = PercentCoding.decoded(segment)
      if isKnown(text) || Self.isVariable(text) {
        isAfterMask = false
        return true
      }
      defer { isAfterMask = !Self.isHarmless(text) }
      return !isAfterMask && Self.isHarmless(text)
    }
  }

  /// Says whether a segment is one of a template or of the path that all calls are below.
  private func isKnown(_ segment: [UInt8]) -> Bool {
    trie.literals.contains(segment)
      || bases.contains { $0.split(separator: UInt8(ascii: "/")).contains(segment[...]) }
  }

  private func printed(
    _ call: WrittenCall, _ isShown: (ArraySlice<UInt8>) -> Bool
  ) -> String {
    let name = String(decoding: call.method.prefix(16), as: UTF8.self)
    let isKnown = Self.knownMethods.contains(name) || methods.contains(Array(name.utf8))
    let method = call.method.isEmpty ? "" : (isKnown ? name : Self.mask) + " "
    guard let target = CallTarget(call.target) else { return method + Self.mask }
    let segments = target.path.split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let shown = segments.prefix(32).map { segment -> String in
      isShown(segment) ? String(decoding: segment, as: UTF8.self) : Self.mask
    }
    let path = shown.joined(separator: "/") + (segments.count > 32 ? "/…" : "")
    guard case .named(let host) = target.host else { return method + path }
    return method + target.scheme + Self.printed(host: host, of: call.target) + path
  }

  /// The host of a call that goes elsewhere, for messages; nil where it is no call over HTTP.
  func printedHost(_ target: Span<UInt8>, _ host: Span<UInt8>) -> String? {
    let bytes = target.indices.map { target[$0] }
    if bytes.first == UInt8(ascii: "/"), !host.isEmpty {
      let name = String(decoding: host.indices.map { host[$0] }, as: UTF8.self)
      return Self.printed(host: name.lowercased(), of: [])
    }
    guard let target = CallTarget(bytes), case .named(let name) = target.host else { return nil }
    return Self.printed(host: name, of: bytes)
  }

  /// A host as it may be shown: masked where it may be a part of a user or a password.
  ///
  /// A `#` or `?` in a password ends what a parser takes for the host.
  private static func printed(host: String, of target: [UInt8]) -> String {
    let bytes = Array(host.utf8)
    let isClosed = bytes.first == UInt8(ascii: "[")
    let name = isClosed ? bytes : Array(bytes.prefix { $0 != UInt8(ascii: ":") })
    let port = bytes.dropFirst(name.count)
    let isName = name.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte >= 0x80
        || "-._[]:".utf8.contains(byte)
    }
    let isPort = port.isEmpty || (port.count > 1 && port.dropFirst().allSatisfy(isDigit))
    let isPlain = isName && (isClosed || isPort) && !bytes.isEmpty && bytes.count <= 100
    guard isPlain else { return mask }
    if let sign = target.firstIndex(where: { "?#\\".utf8.contains($0) }),
      target[sign...].prefix(while: { $0 != UInt8(ascii: "/") }).contains(UInt8(ascii: "@"))
    {
      return mask
    }
    return host
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isHarmless(_ text: [UInt8]) -> Bool {
    guard text.count <= 16, !text.contains(where: { "@=;:&|".utf8.contains($0) }) else {
      return false
    }
    guard !tokenStarts.contains(where: { text.starts(with: $0) }) else { return false }
    let digits = text.count(where: isDigit)
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
