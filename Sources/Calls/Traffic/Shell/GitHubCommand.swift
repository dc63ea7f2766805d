/// The calls of `gh api ENDPOINT`, GitHub's own client.
///
/// As its manual has it: the endpoint is a path below the API's root, with or without its first slash,
/// or a URL; `{owner}`, `{repo}` and `{branch}` (older: `:owner`) are filled in by the client; the
/// method is that of `-X`, else POST where fields or a body are sent, else GET.
enum GitHubCommand {
  private static let shortWithValue = Set("XfFHqtp".utf8)
  private static let longWithValue: Set<String> = [
    "method", "field", "raw-field", "header", "jq", "template", "preview", "cache", "hostname",
    "input",
  ]

  /// Says whether words after `gh` are a call, and not another of its commands or prose.
  static func isCall(_ words: [[UInt8]]) -> Bool {
    guard words.count > 1, words[0].elementsEqual("api".utf8) else { return false }
    // `gh api user` is a call; in `gh api is fine` more words follow.
    let plain = plainWords(words.dropFirst())
    return plain.count == 1 || plain.first?.contains(UInt8(ascii: "/")) == true
  }

  static func calls(of words: [[UInt8]]) -> ([CallEvidence], String?) {
    var method: [UInt8]?
    var hasBody = false
    var host: [UInt8]?
    var endpoint: [UInt8]?
    read(words.dropFirst()) { option, value in
      switch option {
      case "method", "X": method = value
      case "field", "raw-field", "f", "F", "input": hasBody = true
      case "hostname": host = value
      case "": endpoint = endpoint ?? value
      default: break
      }
    }
    guard let endpoint, !endpoint.isEmpty else { return ([], UnreadReason.noURL) }
    let isGraph = endpoint.elementsEqual("graphql".utf8)
    let word = method ?? Array((hasBody || isGraph ? "POST" : "GET").utf8)
    return (
      [CallEvidence(method: word, target: target(endpoint, host, isGraph), hasVariables: true)], nil
    )
  }

  private static func target(_ endpoint: [UInt8], _ host: [UInt8]?, _ isGraph: Bool) -> [UInt8] {
    guard !AddressText.isURL(endpoint) || endpoint.first == UInt8(ascii: "{") else {
      return endpoint
    }
    var path = endpoint[...]
    while path.first == UInt8(ascii: "/") { path.removeFirst() }
    guard let host, !host.elementsEqual("github.com".utf8) else {
      return Array("https://api.github.com/".utf8) + path
    }
    // GitHub Enterprise Server has its API below a path of the host.
    var target = Array("https://".utf8)
    target += host
    target += isGraph ? "/api/".utf8 : "/api/v3/".utf8
    return target + path
  }

  private static func plainWords(_ words: some Sequence<[UInt8]>) -> [[UInt8]] {
    var plain: [[UInt8]] = []
    read(Array(words)[...]) { option, value in if option.isEmpty { plain.append(value) } }
    return plain
  }

  /// Gives out each option with its value, and each other word under no name.
  private static func read(
    _ words: ArraySlice<[UInt8]>, _ use: (_ option: String, _ value: [UInt8]) -> Void
  ) {
    var rest = words
    while let word = rest.popFirst() {
      guard word.first == UInt8(ascii: "-"), word.count > 1 else {
        use("", word)
        continue
      }
      if word[1] == UInt8(ascii: "-") {
        let parts = word.dropFirst(2).split(
          separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(decoding: parts[0], as: UTF8.self)
        guard longWithValue.contains(name) else { continue }
        use(name, parts.count > 1 ? Array(parts[1]) : rest.popFirst() ?? [])
      } else if shortWithValue.contains(word[1]) {
        var value = word.dropFirst(2)
        if value.first == UInt8(ascii: "=") { value = value.dropFirst() }
        use(
          String(decoding: [word[1]], as: UTF8.self),
          value.isEmpty ? rest.popFirst() ?? [] : Array(value))
      }
    }
  }
}
