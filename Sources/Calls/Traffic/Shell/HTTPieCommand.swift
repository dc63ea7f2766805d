/// The calls of one command of HTTPie or xh: `http [METHOD] URL [ITEM…]`.
enum HTTPieCommand {
  private static let shortWithValue = Set("aAopPsm".utf8)
  private static let longWithValue: Set<String> = [
    "auth", "auth-type", "bearer", "boundary", "cert", "cert-key", "cert-key-pass", "chunk-size",
    "ciphers", "default-scheme", "format-options", "history-print", "max-headers", "max-redirects",
    "output", "path-as-is", "pretty", "print", "proxy", "raw", "response-charset", "response-mime",
    "session", "session-read-only", "ssl", "style", "timeout", "verify", "http-version",
    "interface",
    "resolve", "unix-socket", "generate",
  ]

  static func calls(
    of words: [[UInt8]], scheme: String, hasInput: Bool
  ) -> ([CallEvidence], String?) {
    var plain: [[UInt8]] = []
    var hasBody = hasInput
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.first == UInt8(ascii: "-"), word.count > 1 else {
        plain.append(word)
        continue
      }
      if word[1] == UInt8(ascii: "-") {
        let parts = word.dropFirst(2).split(separator: UInt8(ascii: "="), maxSplits: 1)
        let name = parts.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
        if name == "raw" { hasBody = true }
        if parts.count < 2, longWithValue.contains(name) { _ = rest.popFirst() }
      } else if let last = word.last, shortWithValue.contains(last), word.count == 2 {
        _ = rest.popFirst()
      }
    }
    var method: [UInt8]?
    if let first = plain.first, plain.count > 1, first.allSatisfy(isLetter), isAddress(plain[1]) {
      method = first
      plain.removeFirst()
    }
    guard let url = plain.first, isAddress(url) else { return ([], UnreadReason.noURL) }
    if !hasBody { hasBody = plain.dropFirst().contains(where: isData) }
    var target = url
    if url.first == UInt8(ascii: ":") {
      // `:8000/x` is short for localhost.
      let rest = url.dropFirst()
      target = Array("\(scheme)://localhost".utf8)
      target += (rest.first.map { (0x30...0x39).contains($0) } ?? false) ? url : Array(rest)
    } else if !AddressText.isURL(url) {
      target = Array("\(scheme)://".utf8) + url
    }
    let call = CallEvidence(
      method: method ?? Array((hasBody ? "POST" : "GET").utf8), target: target, hasVariables: true)
    return ([call], nil)
  }

  /// A word that can follow the name, or the method.
  private static func isAddress(_ word: [UInt8]) -> Bool {
    if AddressText.isURL(word) { return true }
    guard let first = word.first, first != UInt8(ascii: "/") else { return false }
    if first == UInt8(ascii: ":") {
      return word.count > 1 && (word[1] == UInt8(ascii: "/") || (0x30...0x39).contains(word[1]))
    }
    // A host without a scheme ends in letters: a date or an address with a port does not.
    let host = word.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ":") }
    if host.elementsEqual("localhost".utf8) { return true }
    guard let dot = host.lastIndex(of: UInt8(ascii: ".")), dot > host.startIndex else {
      return false
    }
    let last = host[(dot + 1)...]
    return last.count >= 2 && last.allSatisfy(isLetter)
      && host.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || "-._".utf8.contains($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// `name=text`, `name:=json`, `name@file` and `@file`; not `Header:value` and `name==query`.
  private static func isData(_ item: [UInt8]) -> Bool {
    guard let sign = item.firstIndex(where: { ":=@".utf8.contains($0) }) else { return false }
    let next = sign + 1 < item.count ? item[sign + 1] : 0
    switch item[sign] {
    case UInt8(ascii: ":"): return next == UInt8(ascii: "=")
    case UInt8(ascii: "="): return next != UInt8(ascii: "=")
    default: return true
    }
  }
}
