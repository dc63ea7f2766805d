/// The calls of one wget command.
enum WgetCommand {
  private static let shortWithValue = Set("aeiBtOTwQPUlARDIXo".utf8)
  private static let longWithValue: Set<String> = [
    "append-output", "base", "bind-address", "body-data", "body-file", "ca-certificate",
    "ca-directory", "certificate", "certificate-type", "config", "connect-timeout", "cut-dirs",
    "default-page", "directory-prefix", "dns-timeout", "domains", "exclude-directories",
    "exclude-domains", "execute", "follow-tags", "header", "http-password", "http-user",
    "ignore-tags",
    "include-directories", "input-file", "level", "limit-rate", "load-cookies", "local-encoding",
    "max-redirect", "method", "output-document", "output-file", "password", "post-data",
    "post-file",
    "prefer-family", "private-key", "progress", "proxy-password", "proxy-user", "quota",
    "read-timeout", "referer", "reject", "reject-regex", "remote-encoding", "restrict-file-names",
    "retry-on-http-error", "save-cookies", "secure-protocol", "start-pos", "timeout", "tries",
    "user",
    "user-agent", "wait", "waitretry", "accept", "accept-regex",
  ]

  /// Says whether a list of addresses, or options, stand in a file.
  static func readsOtherFile(_ words: [[UInt8]]) -> Bool {
    words.contains { word in
      word.starts(with: "-i".utf8) || word.starts(with: "--input-file".utf8)
        || word.starts(with: "--config".utf8)
    }
  }

  static func calls(of words: [[UInt8]]) -> ([CallEvidence], String?) {
    var method: [UInt8]?
    var isPost = false
    var isHead = false
    var urls: [[UInt8]] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.first == UInt8(ascii: "-"), word.count > 1 else {
        urls.append(word)
        continue
      }
      guard word[1] == UInt8(ascii: "-") else {
        readShort(word.dropFirst(), &rest)
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      var value = parts.count > 1 ? Array(parts[1]) : []
      if parts.count < 2, longWithValue.contains(name) { value = rest.popFirst() ?? [] }
      switch name {
      case "method": method = value
      case "post-data", "post-file": isPost = true
      case "spider": isHead = true
      default: break
      }
    }
    let word = method ?? Array((isPost ? "POST" : isHead ? "HEAD" : "GET").utf8)
    let addresses = urls.filter(AddressText.isAddress)
    guard !addresses.isEmpty else {
      return ([], readsOtherFile(words) ? nil : UnreadReason.noURL)
    }
    let isProse = urls.first.map { !AddressText.isAddress($0) } ?? false
    return (
      addresses.map { CallEvidence(method: word, target: $0, hasVariables: true) },
      isProse ? UnreadReason.extraWords : nil
    )
  }

  private static func readShort(_ text: ArraySlice<UInt8>, _ rest: inout ArraySlice<[UInt8]>) {
    var letters = text
    while let letter = letters.popFirst() {
      // `-nv`, `-nc` and their like have two letters.
      if letter == UInt8(ascii: "n") {
        _ = letters.popFirst()
      } else if shortWithValue.contains(letter) {
        if letters.isEmpty { _ = rest.popFirst() }
        return
      }
    }
  }
}
