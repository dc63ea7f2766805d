/// The calls of Invoke-WebRequest and Invoke-RestMethod.
enum PowerShellCommand {
  private static let switches: Set<String> = [
    "usebasicparsing", "usedefaultcredentials", "skipcertificatecheck", "disablekeepalive",
    "passthru", "allowunencryptedauthentication", "skipheadervalidation", "resume", "noproxy",
    "proxyusedefaultcredentials", "preserveauthorizationonredirect", "skiphttperrorcheck",
    "verbose",
    "allowinsecureredirect", "followrellink",
  ]

  static func calls(of words: [[UInt8]]) -> ([CallEvidence], String?) {
    var method: [UInt8] = []
    var url: [UInt8]?
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.first == UInt8(ascii: "-"), word.count > 1 else {
        if url == nil, AddressText.isAddress(word) { url = word }
        continue
      }
      let parts = word.dropFirst().split(separator: UInt8(ascii: ":"), maxSplits: 1)
      let name = parts.first.map { String(decoding: $0, as: UTF8.self).lowercased() } ?? ""
      if switches.contains(name) { continue }
      let value = parts.count > 1 ? Array(parts[1]) : rest.popFirst() ?? []
      switch name {
      case "uri": url = value
      case "method", "custommethod": method = value
      default: break
      }
    }
    guard let url else { return ([], UnreadReason.noURL) }
    return (
      [
        CallEvidence(
          method: method.isEmpty ? Array("GET".utf8) : method, target: url, hasVariables: true)
      ], nil
    )
  }
}
