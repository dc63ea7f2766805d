import Documents

/// Finds the calls in values of JSON at any depth: everything that has a method and an address, or a
/// request that has them.
///
/// Headers (but for `Host`), cookies and bodies are never looked at.
struct ObjectReader {
  /// What a value holds, and the value that it stands in.
  typealias Use = (CallFacts.Finding, JSONValue) -> Void

  /// The variables that a collection sets itself.
  var variables = ScriptVariables()
  /// Whether braces stand for variables: in collections, not in logs.
  var hasVariables = false
  /// Takes in lines of text that stand in values.
  var useText: (([UInt8], JSONValue) -> Void)?
  /// Whether command lines in texts are looked for.
  var findsCommands = false

  static let requests: Set<String> = [
    "request", "req", "httprequest", "http", "url", "uri", "requestcontext",
  ]
  static let answers: Set<String> = [
    "response", "res", "httpresponse", "resp", "responsedefinition", "error", "err",
  ]
  static let headers: Set<String> = ["headers", "header", "requestheaders", "reqheaders"]
  /// Members whose insides are never looked at.
  static let closed: Set<String> = [
    "headers", "header", "requestheaders", "responseheaders", "respheaders", "cookies", "cookie",
    "body", "postdata", "content", "querystring", "query", "response", "res",
    "responsedefinition", "originalrequest", "examples", "requestheader", "responseheader",
    "reqheaders", "resheaders",
  ]
  private static let deepest = 64

  /// Looks at a value.
  mutating func read(_ value: JSONValue, _ use: Use) {
    visit(value, outer: nil, known: [], depth: 0, use)
  }

  private func visit(
    _ value: JSONValue, outer: JSONValue?, known: [[UInt8]], depth: Int, _ use: Use
  ) {
    guard depth < Self.deepest else { return }
    switch value.kind {
    case .array:
      if let facts = facts(ofPairs: value) {
        let finding = self.finding(facts, outer)
        if case .call = finding { use(finding, value) }
        return
      }
      if let useText, findsCommands, let text = Self.joined(value) {
        useText(text, value)
        return
      }
      for element in value.elements {
        visit(element, outer: outer, known: known, depth: depth + 1, use)
      }
    case .object: visit(object: value, outer: outer, known: known, depth: depth, use)
    case .string:
      if findsCommands, let useText, let text = value.string { useText(Array(text.utf8), value) }
    default: break
    }
  }

  private func visit(
    object: JSONValue, outer: JSONValue?, known: [[UInt8]], depth: Int, _ use: Use
  ) {
    var facts = CallFacts()
    gather(object, prefix: "", isAnswer: false, depth: 0, into: &facts)
    let finding = finding(facts, outer)
    switch finding {
    case .call, .unread:
      use(finding, object)
      // What was run of a collection names the item that it was made from: the same call again.
      let isRun = object["item"]?.kind == .object
      visitMembers(
        of: object, known: known, depth, skipping: Self.requests.union(isRun ? ["item"] : []), use)
      return
    case .noMethod where depth == 0: use(.noMethod, object)
    case .noMethod, .none:
      if hasVariables, let url = object["request"]?.string, AddressText.isURL(url.utf8) {
        // A request of Postman that is its address alone.
        let target = variables.filling(Array(url.utf8))
        let call = CallEvidence(method: "GET".utf8, target: target, hasVariables: true)
        use(.call(call), object)
      }
    }
    // Programs repeat a text in objects further in.
    var known = known
    for text in facts.texts where !known.contains(text) {
      useText?(text, object)
      known.append(text)
    }
    visitMembers(of: object, known: known, depth, skipping: [], use)
  }

  private func visitMembers(
    of object: JSONValue, known: [[UInt8]], _ depth: Int, skipping: Set<String>, _ use: Use
  ) {
    for (name, value) in object.members
    where value.kind == .object || value.kind == .array || findsCommands {
      let key = CallNames.normalized(name.utf8)
      // `responses` keeps the request within the answer.
      let isRequest = Self.answers.contains(key) && value["method"] != nil
      guard isRequest || !Self.closed.contains(key), !skipping.contains(key) else { continue }
      if value.kind == .string, CallNames.meanings[key]?.role == .text { continue }
      visit(value, outer: object, known: known, depth: depth + 1, use)
    }
  }

  private func finding(_ facts: CallFacts, _ outer: JSONValue?) -> CallFacts.Finding {
    var around = CallFacts()
    if let outer { gather(outer, prefix: "", isAnswer: false, depth: 1, into: &around) }
    let finding = facts.finding(
      host: around.host, status: around.status, hasVariables: hasVariables)
    guard case .call(var call) = finding, !variables.isEmpty else { return finding }
    call.target = variables.filling(call.target)
    return .call(call)
  }

  /// What an entry of an archive says, with its answer.
  func finding(ofEntry entry: JSONValue) -> CallFacts.Finding {
    var facts = CallFacts()
    gather(entry, prefix: "", isAnswer: false, depth: 0, into: &facts)
    return facts.finding(host: [], status: nil, hasVariables: false)
  }

  // MARK: - Gathering

  private func gather(
    _ object: JSONValue, prefix: String, isAnswer: Bool, depth: Int, into facts: inout CallFacts
  ) {
    for (name, value) in object.members {
      let key = CallNames.normalized(name.utf8)
      if !isAnswer, key == "url", let address = Self.address(ofParts: value) {
        facts.add(name: key, value: address)
        continue
      }
      // An answer says more than its code: `{"code": 403, "status": "Forbidden"}`.
      let isAnswerObject = value.kind == .object && Self.answers.contains(key)
      if !isAnswerObject, let text = Self.scalar(value) {
        let whole = prefix + key
        let isKnown = !prefix.isEmpty && CallNames.meanings[whole] != nil
        facts.add(name: isKnown ? whole : key, value: text, isAnswer: isAnswer)
        continue
      }
      if Self.headers.contains(key), !isAnswer {
        if let host = Self.host(ofHeaders: value) { facts.addHost(host, 1) }
        continue
      }
      guard depth < 3, value.kind == .object else { continue }
      if Self.answers.contains(key) {
        gather(value, prefix: "", isAnswer: true, depth: depth + 1, into: &facts)
      } else if key == "status", isAnswer {
        gather(value, prefix: "status", isAnswer: true, depth: depth + 1, into: &facts)
      } else if Self.requests.contains(key), !isAnswer, depth == 0 || !prefix.isEmpty {
        gather(value, prefix: prefix + key, isAnswer: false, depth: depth + 1, into: &facts)
      }
    }
  }

  /// The text of a value: a string, a number, the only one of a list, or the value of a matcher.
  static func scalar(_ value: JSONValue, depth: Int = 0) -> [UInt8]? {
    switch value.kind {
    case .string: return value.string.map { Array($0.utf8) }
    case .number: return Array(value.source)
    case .array where depth < 2:
      let elements = value.elements
      return elements.count == 1 ? scalar(elements[0], depth: depth + 1) : nil
    case .object where depth < 2:
      for name in ["value", "stringValue", "string_value", "intValue", "int_value", "equals"] {
        if let inner = value[name] { return scalar(inner, depth: depth + 1) }
      }
      if depth == 0, let code = value["code"], code.kind == .number { return Array(code.source) }
      return nil
    default: return nil
    }
  }

  /// The address that Postman's programs write in parts alone: `{"protocol": "https", "host":
  /// ["api", "example", "com"], "path": ["users"]}`.
  private static func address(ofParts value: JSONValue) -> [UInt8]? {
    guard value.kind == .object, value["raw"] == nil, let host = value["host"],
      let path = value["path"], path.kind == .array
    else { return nil }
    let labels = host.kind == .array ? host.elements.compactMap(\.string) : [host.string ?? ""]
    let segments = path.elements.compactMap { $0.string ?? $0["value"]?.string }
    guard segments.count == path.elements.count, !labels.isEmpty, labels != [""] else { return nil }
    let name = labels.joined(separator: ".")
    let scheme =
      name.utf8.starts(with: "{{".utf8) ? "" : (value["protocol"]?.string ?? "https") + "://"
    let port = value["port"]?.string.map { ":" + $0 } ?? ""
    return Array((scheme + name + port + "/" + segments.joined(separator: "/")).utf8)
  }

  /// The facts in a list of pairs, `{"key": …, "value": …}`, as OpenTelemetry and Jaeger have them.
  private func facts(ofPairs list: JSONValue) -> CallFacts? {
    guard let first = list.elements.first, first["key"]?.kind == .string, first["value"] != nil
    else { return nil }
    var facts = CallFacts()
    for pair in list.elements {
      guard let name = pair["key"]?.string, let value = pair["value"],
        let text = Self.scalar(value)
      else { continue }
      facts.add(name: CallNames.normalized(name.utf8), value: text)
    }
    return facts
  }

  private static func host(ofHeaders value: JSONValue) -> [UInt8]? {
    let names = ["host", "authority"]
    if value.kind == .object {
      for (name, inner) in value.members where names.contains(CallNames.normalized(name.utf8)) {
        return scalar(inner)
      }
      return nil
    }
    for header in value.elements {
      let name = header["name"] ?? header["key"]
      guard let text = name?.string, names.contains(CallNames.normalized(text.utf8)) else {
        continue
      }
      return header["value"].flatMap { scalar($0) }
    }
    return nil
  }

  /// The lines of a list of texts, as notebooks keep a cell.
  private static func joined(_ list: JSONValue) -> [UInt8]? {
    let elements = list.elements
    guard elements.count > 1, elements.allSatisfy({ $0.kind == .string }) else { return nil }
    var text: [UInt8] = []
    for element in elements {
      text += (element.string ?? "").utf8
      if text.last != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
    }
    return text
  }
}
