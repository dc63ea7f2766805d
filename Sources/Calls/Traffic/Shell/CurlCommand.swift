/// The calls of one curl command.
///
/// The method is that of `-X`; else HEAD for `-I`, GET for `-G`, PUT for `-T`, POST where a body is
/// sent; else GET. Of the words everything but method and URL is dropped: headers, bodies, users.
struct CurlCommand {
  /// One address of a range or a list is called so often at most.
  private static let mostAddresses = 100

  /// What one command says before `--next`.
  private struct Request {
    var method: [UInt8]?
    var isHead = false
    var isGet = false
    var isUpload = false
    var hasBody = false
    var path: [UInt8]?
    var urls: [[UInt8]] = []

    var word: [UInt8] {
      if let method, !method.isEmpty { return method }
      let word =
        if isGet { "GET" } else if isHead { "HEAD" } else if isUpload { "PUT" } else if hasBody {
          "POST"
        } else { "GET" }
      return Array(word.utf8)
    }
  }

  private var requests = [Request()]
  private var isLiteral = false
  private var variables: ScriptVariables
  /// Whether options of the command stand in a file.
  private(set) var readsOtherFile = false
  /// Why the command cannot be understood.
  private(set) var failure: String?

  init(variables: ScriptVariables) { self.variables = variables }

  /// The calls, an address with a list or a range in it spread out.
  var calls: [CallEvidence] {
    requests.flatMap { request in
      request.urls.filter(AddressText.isAddress).flatMap(addresses).map { url in
        CallEvidence(
          method: request.word,
          target: request.path.map { Self.replacing(path: $0, of: url) } ?? url,
          hasVariables: true)
      }
    }
  }

  /// Reads the words after `curl`.
  mutating func read(_ words: [[UInt8]]) {
    var rest = words[...]
    var isPastOptions = false
    while let word = rest.popFirst() {
      let isOption = word.first == UInt8(ascii: "-") && word.count > 1 && !isPastOptions
      if !isOption {
        if word != [UInt8(ascii: "-")] { use("url", word) }
      } else if word == Array("--".utf8) {
        isPastOptions = true
      } else if word[1] == UInt8(ascii: "-") {
        readLong(word.dropFirst(2), &rest)
      } else {
        readShort(word.dropFirst(), &rest)
      }
    }
    let urls = requests.flatMap(\.urls)
    if let first = urls.firstIndex(where: AddressText.isAddress) {
      // Text that goes on after the word curl: who wrote it meant something else.
      if first > 0 { failure = failure ?? UnreadReason.extraWords }
      // `$OPTIONS` may say another method than the one that is seen.
      let hidesOptions = requests.contains { request in
        request.method == nil && request.urls.contains(where: AddressText.isURL)
          && request.urls.contains(where: Self.isVariable)
          && request.urls.contains { AddressText.isURL($0) && !Self.isVariable($0) }
      }
      if hidesOptions { failure = failure ?? UnreadReason.variable }
    } else {
      failure = failure ?? (readsOtherFile ? nil : UnreadReason.noURL)
    }
  }

  /// Says whether a word is one variable and nothing else.
  private static func isVariable(_ word: [UInt8]) -> Bool { VariablePath.isVariable(word[...]) }

  private mutating func readLong(_ text: ArraySlice<UInt8>, _ rest: inout ArraySlice<[UInt8]>) {
    let parts = text.split(
      separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
    var name = String(decoding: parts[0], as: UTF8.self)
    if name.utf8.starts(with: "expand-".utf8) { name = String(name.utf8.dropFirst(7)) ?? name }
    let option = CurlOptions.option(name)
    if parts.count > 1 {
      use(option?.name ?? "", Array(parts[1]))
    } else if let option {
      use(option.name, option.takesValue ? rest.popFirst() ?? [] : [])
    } else if let next = rest.first, next.first != UInt8(ascii: "-"), !AddressText.isURL(next),
      rest.dropFirst().contains(where: AddressText.isURL)
    {
      // An option of a newer curl, with its value.
      rest.removeFirst()
    }
  }

  private mutating func readShort(_ text: ArraySlice<UInt8>, _ rest: inout ArraySlice<[UInt8]>) {
    var letters = text
    while let letter = letters.popFirst() {
      let name = CurlOptions.longOfShort[letter] ?? ""
      guard CurlOptions.shortWithValue.contains(letter) else {
        use(name, [])
        continue
      }
      use(name, letters.isEmpty ? rest.popFirst() ?? [] : Array(letters))
      return
    }
  }

  private mutating func use(_ option: String, _ value: [UInt8]) {
    let last = requests.count - 1
    switch option {
    case "next": requests.append(Request())
    case "request": requests[last].method = value.filter { $0 > 0x20 }
    case "head": requests[last].isHead = true
    case "get": requests[last].isGet = true
    case "upload-file": requests[last].isUpload = true
    case "url": requests[last].urls.append(variables.filling(value))
    case "request-target": requests[last].path = value
    case "config": readsOtherFile = true
    case "globoff": isLiteral = true
    case "variable":
      if let sign = value.firstIndex(of: UInt8(ascii: "=")) {
        variables[value[..<sign]] = Array(value[(sign + 1)...])
      }
    case "header":
      let name = String(decoding: value.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      if name.lowercased().utf8.elementsEqual("x-http-method-override".utf8) {
        failure = UnreadReason.methodOverride
      }
    default: if CurlOptions.withBody.contains(option) { requests[last].hasBody = true }
    }
  }

  private static func replacing(path: [UInt8], of url: [UInt8]) -> [UInt8] {
    guard let target = CallTarget(url), case .named(let host) = target.host else { return path }
    return Array((target.scheme + host).utf8) + path
  }

  // MARK: - Lists and ranges in addresses

  /// What `{a,b}` and `[1-3]` of an address stand for.
  private func addresses(_ url: [UInt8]) -> [[UInt8]] {
    guard !isLiteral, url.count <= 8192 else { return [url] }
    let query = url.firstIndex(of: UInt8(ascii: "?")) ?? url.endIndex
    var found: [[UInt8]] = [[]]
    var index = 0
    while index < query {
      let parts = Self.parts(url, &index)
      if parts.count == 1 {
        for place in found.indices { found[place] += parts[0] }
      } else {
        found = found.flatMap { start in parts.map { start + $0 } }
        if found.count > Self.mostAddresses { found.removeLast(found.count - Self.mostAddresses) }
      }
    }
    return found.map { $0 + url[query...] }
  }

  /// What the next byte, list or range of an address stands for.
  private static func parts(_ url: [UInt8], _ index: inout Int) -> [[UInt8]] {
    let byte = url[index]
    let closer: UInt8
    switch byte {
    case UInt8(ascii: "{"): closer = UInt8(ascii: "}")
    case UInt8(ascii: "["): closer = UInt8(ascii: "]")
    default:
      index += 1
      return [[byte]]
    }
    guard let close = url[index...].firstIndex(of: closer) else {
      index += 1
      return [[byte]]
    }
    let inner = url[(index + 1)..<close]
    let whole = Array(url[index...close])
    index = close + 1
    if byte == UInt8(ascii: "{") {
      guard inner.contains(UInt8(ascii: ",")), !inner.contains(UInt8(ascii: "{")) else {
        return [whole]
      }
      return inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .prefix(mostAddresses).map(Array.init)
    }
    let ends = inner.prefix { $0 != UInt8(ascii: ":") }.split(separator: UInt8(ascii: "-"))
    guard ends.count == 2, let first = Int(String(decoding: ends[0], as: UTF8.self)),
      let last = Int(String(decoding: ends[1], as: UTF8.self)), first <= last
    else { return [whole] }
    return (0...min(last &- first, mostAddresses - 1)).map { Array("\(first + $0)".utf8) }
  }
}
