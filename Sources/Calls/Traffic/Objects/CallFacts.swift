/// What an object, a row or a line of pairs says of a call, gathered member by member.
struct CallFacts {
  private struct Value {
    var bytes: [UInt8]
    var rank: Int
  }

  /// The rank of a status that is only called a code: behind all of `CallNames`.
  private static let rankOfCode = 9

  /// The method as it is written.
  private(set) var method: [UInt8]?
  private var address: Value?
  private var path: Value?
  private var route: Value?
  private var pattern: [UInt8]?
  private var requestLine: Value?
  private var port: [UInt8]?
  private var statusRank = Int.max
  private var hostRank = Int.max
  /// The host that is named; empty where none is.
  private(set) var host: [UInt8] = []
  /// The status of the answer.
  private(set) var status: Int?
  /// Whether the call only begins here, and another object says how it ended: Kubernetes' audit log.
  private var isAnnounced = false
  /// Texts that may be lines of a log.
  private(set) var texts: [[UInt8]] = []

  /// Takes a member in.
  ///
  /// - Parameters:
  ///   - name: the name as `CallNames.normalized` gives it.
  ///   - value: its text.
  ///   - isAnswer: whether it is a member of an answer, of which only the status counts.
  mutating func add(name: String, value: [UInt8], isAnswer: Bool = false) {
    guard !value.isEmpty else { return }
    guard let meaning = CallNames.meanings[name] else {
      if name == "stage", value.elementsEqual("RequestReceived".utf8) { isAnnounced = true }
      guard name == "code" else { return }
      if isAnswer {
        addStatus(value, 0, isAnswer: true)
      } else if value.count == 3, LineBytes.status(value.span, 0, 3) ?? 0 > 0 {
        // Beside a call, a code like HTTP's is its answer's where nothing else is; 0 may be no HTTP.
        addStatus(value, Self.rankOfCode, isAnswer: false)
      }
      return
    }
    guard !isAnswer || meaning.role == .status else { return }
    switch meaning.role {
    case .method:
      if method == nil {
        let verb = name == "verb" ? Self.method(ofVerb: value) : nil
        method = verb ?? (Self.isMethod(value) ? value : nil)
      }
    case .address: addAddress(Value(bytes: value, rank: meaning.rank))
    case .route:
      if meaning.rank < route?.rank ?? .max { route = Value(bytes: value, rank: meaning.rank) }
    case .pattern: pattern = value
    case .host: addHost(value, meaning.rank)
    case .port: port = value
    case .status: addStatus(value, meaning.rank, isAnswer: isAnswer)
    case .requestLine:
      if meaning.rank < requestLine?.rank ?? .max {
        requestLine = Value(bytes: value, rank: meaning.rank)
      }
    case .text: texts.append(value)
    }
  }

  private mutating func addAddress(_ value: Value) {
    let isAbsolute =
      AddressText.isURL(value.bytes)
      || value.bytes.contains(UInt8(ascii: ":"))
        && !value.bytes.contains(0x20) && value.bytes.first != UInt8(ascii: "/")
    if isAbsolute {
      if value.rank < address?.rank ?? .max { address = value }
    } else if value.rank < path?.rank ?? .max {
      path = value
    }
  }

  /// Takes a host in; a name without a dot or a port is a machine's, not a host of calls.
  mutating func addHost(_ value: [UInt8], _ rank: Int) {
    guard rank < hostRank else { return }
    var name = value[...]
    if AddressText.isURL(value), let target = CallTarget(value), case .named(let host) = target.host
    {
      name = Array(host.utf8)[...]
    }
    let span = Array(name)
    guard LineHost.isHost(span.span, 0..<span.count) else { return }
    hostRank = rank
    host = span
  }

  private mutating func addStatus(_ value: [UInt8], _ rank: Int, isAnswer: Bool) {
    guard rank < statusRank else { return }
    let text = String(decoding: value.prefix(8), as: UTF8.self)
    if let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) {
      // Browsers write 0 and -1 where no answer came.
      guard (-1..<600).contains(number) else { return }
      statusRank = rank
      status = max(number, 0)
    } else if isAnswer, value.allSatisfy({ LineBytes.isLetter($0) }) {
      statusRank = rank
      status = 0
    } else if value.count > 3, let number = Int(text.prefix(3)), value[3] == 0x20 {
      // `200 OK`
      statusRank = rank
      status = number
    } else if value.count == 3, (0x31...0x35).contains(value[0]), value[1] | 0x20 == 0x78,
      value[2] | 0x20 == 0x78
    {
      // `4xx`: it went wrong, and nobody knows how.
      statusRank = rank
      status = Int(value[0] - 0x30) * 100 + (value[0] > 0x33 ? 99 : 0)
    }
  }

  /// The method of a verb that Kubernetes' servers log in the place of HTTP's method.
  private static func method(ofVerb verb: [UInt8]) -> [UInt8]? {
    switch String(decoding: verb, as: UTF8.self).lowercased() {
    case "list", "watch": Array("GET".utf8)
    case "create": Array("POST".utf8)
    case "update": Array("PUT".utf8)
    case "deletecollection": Array("DELETE".utf8)
    default: nil
    }
  }

  /// A known method, or one word of capitals.
  private static func isMethod(_ value: [UInt8]) -> Bool {
    guard value.count <= 20 else { return false }
    if LineBytes.endOfMethod(value.span, 0, anyCase: true) == value.count { return true }
    return value.allSatisfy { (0x41...0x5A).contains($0) } || value == [UInt8(ascii: "*")]
  }

  // MARK: - The call

  /// What the members say together.
  enum Finding: Hashable {
    case call(CallEvidence)
    case unread(String)
    /// An address that no method stands beside.
    case noMethod
    case none

    /// Whether it is a call, or may be one.
    var isMention: Bool {
      switch self {
      case .call, .unread: true
      case .noMethod, .none: false
      }
    }
  }

  /// The call, with what a member further out knows of its host and its answer.
  func finding(host outerHost: [UInt8], status outerStatus: Int?, hasVariables: Bool) -> Finding {
    guard !isAnnounced else { return .none }
    let host = completeHost(outerHost)
    let status = self.status ?? outerStatus
    guard let method else { return withoutMethod(host, status) }
    if let pattern, address == nil {
      guard let path = Self.path(ofPattern: pattern) else { return .unread(UnreadReason.pattern) }
      return .call(CallEvidence(method: method, target: path, host: host, status: status))
    }
    guard let target = target(host) else {
      guard let routePath, routePath.first == UInt8(ascii: "/") else { return .none }
      return .call(CallEvidence(method: method, target: routePath, host: host, status: status))
    }
    let word = String(decoding: method, as: UTF8.self).uppercased()
    if word == "ANY" || word == "ALL" || word == "*" { return .unread(UnreadReason.anyMethod) }
    let isPath = target.first == UInt8(ascii: "/")
    return .call(
      CallEvidence(
        method: method, target: target, host: host, status: status, route: routePath ?? [],
        mayBeCut: isPath, hasVariables: hasVariables || target.starts(with: "{{".utf8)))
  }

  private func target(_ host: [UInt8]) -> [UInt8]? {
    if let address { return address.bytes }
    guard let path else {
      // Beside a method the request is its path alone.
      return requestLine.flatMap { line in
        line.bytes.first == UInt8(ascii: "/") && !line.bytes.contains(0x20) ? line.bytes : nil
      }
    }
    if path.bytes.first == UInt8(ascii: "/") { return path.bytes }
    // Akamai's paths have no first slash.
    let isRelative =
      path.rank == 4 && path.bytes.contains(UInt8(ascii: "/"))
      && !path.bytes.contains(0x20) && !host.isEmpty
    return isRelative ? [UInt8(ascii: "/")] + path.bytes : nil
  }

  private var routePath: [UInt8]? {
    guard let route else { return nil }
    if route.bytes.first == UInt8(ascii: "/") { return route.bytes }
    guard let blank = route.bytes.firstIndex(of: 0x20) else { return nil }
    return Array(route.bytes[(blank + 1)...])
  }

  private func withoutMethod(_ host: [UInt8], _ status: Int?) -> Finding {
    for text in [requestLine?.bytes, route?.rank == 0 ? route?.bytes : nil] {
      guard let text, let blank = text.firstIndex(where: LineBytes.isBlank),
        Self.isMethod(Array(text[..<blank]))
      else { continue }
      var target = text[blank...].drop(while: LineBytes.isBlank)
      var isWhole = false
      if let last = target.lastIndex(where: LineBytes.isBlank),
        case let bytes = Array(target[(last + 1)...]),
        LineBytes.isProtocol(bytes.span, 0, bytes.count)
      {
        isWhole = true
        target = target[..<last]
      }
      guard let first = target.first, first == UInt8(ascii: "/") || first == UInt8(ascii: "h")
      else {
        continue
      }
      return .call(
        CallEvidence(
          method: text[..<blank], target: target, host: host, status: status, mayBeCut: !isWhole))
    }
    let isAddressed = target(host) != nil || pattern != nil
    return isAddressed ? .noMethod : .none
  }

  private func completeHost(_ outer: [UInt8]) -> [UInt8] {
    guard !host.isEmpty else { return outer }
    guard let port, hostRank == 5, !host.contains(UInt8(ascii: ":")) else { return host }
    let text = String(decoding: port, as: UTF8.self)
    return text == "443" || text == "80" ? host : host + ":".utf8 + port
  }

  /// A regular expression of plain segments and of segments that one part fills, as a path.
  private static func path(ofPattern pattern: [UInt8]) -> [UInt8]? {
    var text = pattern[...]
    if text.first == UInt8(ascii: "^") { text = text.dropFirst() }
    if text.last == UInt8(ascii: "$") { text = text.dropLast() }
    guard text.first == UInt8(ascii: "/") else { return nil }
    // A slash within brackets separates nothing.
    var segments: [[UInt8]] = [[]]
    var isInBrackets = false
    for byte in text.dropFirst() {
      if byte == UInt8(ascii: "[") { isInBrackets = true }
      if byte == UInt8(ascii: "]") { isInBrackets = false }
      if byte == UInt8(ascii: "/"), !isInBrackets {
        segments.append([])
      } else {
        segments[segments.count - 1].append(byte)
      }
    }
    var path: [UInt8] = []
    for segment in segments {
      path.append(UInt8(ascii: "/"))
      if segment.allSatisfy({
        LineBytes.isLetter($0) || LineBytes.isDigit($0) || "-_".utf8.contains($0)
      }) {
        path += segment
      } else if fillsOneSegment(segment) {
        path += "{pattern}".utf8
      } else {
        return nil
      }
    }
    return path
  }

  private static func fillsOneSegment(_ segment: [UInt8]) -> Bool {
    var inner = segment[...]
    if inner.first == UInt8(ascii: "("), inner.last == UInt8(ascii: ")") {
      inner = inner.dropFirst().dropLast()
    }
    if let last = inner.last, "+*".utf8.contains(last) { inner = inner.dropLast() }
    if inner.last == UInt8(ascii: "}"), let open = inner.lastIndex(of: UInt8(ascii: "{")) {
      inner = inner[..<open]
    }
    if inner.elementsEqual("\\d".utf8) || inner.elementsEqual("\\w".utf8) { return true }
    guard inner.first == UInt8(ascii: "["), inner.last == UInt8(ascii: "]") else { return false }
    let content = inner.dropFirst().dropLast()
    let isNegated = content.first == UInt8(ascii: "^")
    return content.contains(UInt8(ascii: "/")) == isNegated && !content.contains(UInt8(ascii: "]"))
  }
}
