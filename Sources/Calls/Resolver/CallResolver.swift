import Catalogs
import Documents

/// Finds the operation of a catalog that a call is.
///
/// A path fits a template by its segments, percent-encoding taken out, one slash at its end ignored;
/// query and fragment count for nothing. A path with an empty segment, `.` or `..` fits none: where
/// it leads is for each server to say, and a lost id must not become another call. The base path of
/// a server that the catalog names is taken off. HEAD is GET where the catalog does not have it.
package struct CallResolver: Sendable {
  /// What a call is.
  package enum Outcome: Hashable, Sendable {
    /// An operation, by its index in the catalog.
    case operation(Int)
    /// A question of a browser before the call, which carries no key.
    case preflight
    /// A call to a host that is not the platform's, or by another protocol.
    case elsewhere
    /// Nothing that the catalog has.
    case unknown
  }

  struct Server {
    var host: String
    var base: [UInt8]
  }

  /// The catalog.
  package let catalog: Catalog
  let trie: TemplateTrie
  /// The methods that the catalog's operations have; an operation goes by its method's place.
  let methods: [[UInt8]]
  /// The same as numbers, for comparing.
  let methodWords: [UInt64]
  let servers: [Server]
  let bases: [[UInt8]]
  let get: Int?

  /// Prepares a catalog for many calls.
  ///
  /// - Parameters:
  ///   - catalog: the catalog that has the operations.
  ///   - hosts: hosts that are the platform's besides those of the catalog's servers, each with the
  ///     base path that its calls may be below (`proxy.example/api/v3`); `*` for any.
  package init(catalog: Catalog, hosts: [String] = []) {
    self.catalog = catalog
    var methods: [[UInt8]] = []
    var trie = TemplateTrie()
    for (index, operation) in catalog.operations.enumerated() {
      for name in ([operation.method] + operation.otherMethods).map({ Array($0.utf8) }) {
        let method = methods.firstIndex(of: name) ?? methods.count
        if method == methods.count { methods.append(name) }
        trie.insert(
          operation.path, method: method, operation: index, slashes: operation.slashParameter)
      }
    }
    self.methods = methods
    methodWords = methods.map { Self.word($0.span) }
    self.trie = trie
    get = methods.firstIndex(of: Array("GET".utf8))
    var servers: [Server] = []
    for server in catalog.servers {
      guard let target = CallTarget(Array(server.utf8)) else { continue }
      let isPath = server.utf8.first == UInt8(ascii: "/")
      let base = target.path.last == UInt8(ascii: "/") ? Array(target.path.dropLast()) : target.path
      switch target.host {
      case .named(let host): servers.append(Server(host: host, base: base))
      // A server's address may have variables of its own: `https://{region}.example.com/v1`.
      case .variable: servers.append(Server(host: Self.hostPattern(server), base: base))
      case .none where isPath: servers.append(Server(host: "*", base: base))
      case .none: break
      }
    }
    let known = Set(servers.map(\.base)).union([[]])
    var bases = known
    if servers.isEmpty { servers.append(Server(host: "*", base: [])) }
    for host in hosts {
      let text = Array(host.utf8)
      let end = text.firstIndex(of: UInt8(ascii: "/")) ?? text.endIndex
      let given = String(decoding: text[..<end], as: UTF8.self)
      let name = given == "*" ? given : CallTarget.normalized(given, scheme: [])
      let base = Array(text[end...])
      let all = known.union(known.map { base + $0 })
      servers += all.sorted { $0.count > $1.count }.map { Server(host: name, base: $0) }
      bases.formUnion(all)
    }
    self.servers = servers
    self.bases = bases.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// What a call is, from its method and its target: a path, or a URL.
  package func resolve(method: Span<UInt8>, target: Span<UInt8>) -> Outcome {
    resolve(method: method, target: target, host: method.extracting(0..<0))
  }

  /// What a call is, from its method, its target and the host that is named beside a path.
  ///
  /// - Parameters:
  ///   - method: the method.
  ///   - target: a path, or a URL, whose host counts then.
  ///   - host: the host, with its port; empty where none is named.
  /// - Returns: what it is.
  package func resolve(
    method: Span<UInt8>, target: Span<UInt8>, host: Span<UInt8>
  ) -> Outcome {
    let outcome =
      host.isEmpty || target.isEmpty || target[0] != UInt8(ascii: "/")
      ? outcome(target: target) { path in find(path, method: method) }
      : self.outcome(target: target, onHost: host) { path in find(path, method: method) }
    if outcome == .unknown, Self.isOptions(method) { return .preflight }
    return outcome
  }

  /// Says whether a variable stands where the host of a target should be.
  func hasVariableHost(_ target: Span<UInt8>) -> Bool {
    guard !target.isEmpty, target[0] != UInt8(ascii: "/") else { return false }
    return CallTarget(target.indices.map { target[$0] })?.host == .variable
  }

  private func outcome(
    target: Span<UInt8>, onHost host: Span<UInt8>, _ find: (Span<UInt8>) -> Int?
  ) -> Outcome {
    let name = CallTarget.normalized(
      String(decoding: host.indices.map { host[$0] }, as: UTF8.self), scheme: [])
    guard let path = CallTarget(target.indices.map { target[$0] })?.path else { return .elsewhere }
    return outcome(host: name, path: Self.normalized(path), find)
  }

  /// The operations of all methods that a target has, in the catalog's order.
  package func operations(at target: [UInt8]) -> [Int] {
    var found: Set<Int> = []
    for method in methods {
      if case .operation(let index) = resolve(method: method.span, target: target.span) {
        found.insert(index)
      }
    }
    return found.sorted()
  }

  private func outcome(
    target: Span<UInt8>, _ find: (Span<UInt8>) -> Int?
  ) -> Outcome {
    // Nearly every call of a log: a path as plain as the templates.
    if let end = PlainPath.end(of: target) {
      let path = target.extracting(0..<end)
      return find(path).map { .operation($0) } ?? withoutBase(path, find)
    }
    let bytes = target.indices.map { target[$0] }
    guard let parts = CallTarget(bytes) else { return .elsewhere }
    let path = Self.normalized(parts.path)
    guard case .named(let host) = parts.host else {
      guard let path else { return .unknown }
      return find(path.span).map { .operation($0) } ?? withoutBase(path.span, find)
    }
    return outcome(host: host, path: path, find)
  }

  private func outcome(
    host: String, path: [UInt8]?, _ find: (Span<UInt8>) -> Int?
  ) -> Outcome {
    let fitting = servers.filter { Self.fits(host, $0.host) }
    guard !fitting.isEmpty else { return .elsewhere }
    guard let path else { return .unknown }
    for server in fitting {
      guard let rest = Self.remainder(of: path.span, after: server.base) else { continue }
      if let operation = find(path.span.extracting(rest)) { return .operation(operation) }
    }
    return .unknown
  }

  func withoutBase(_ path: Span<UInt8>, _ find: (Span<UInt8>) -> Int?) -> Outcome {
    for base in bases {
      guard let rest = Self.remainder(of: path, after: base) else { continue }
      if let operation = find(path.extracting(rest)) { return .operation(operation) }
    }
    return .unknown
  }

  func find(_ path: Span<UInt8>, method: Span<UInt8>) -> Int? {
    if let index = methods.firstIndex(where: { Self.isEqual($0.span, method) }),
      let found = trie.find(path, method: index)
    {
      return found
    }
    guard let get, method.count == 4, method[0] | 0x20 == UInt8(ascii: "h"),
      Self.isEqual(Array("HEAD".utf8).span, method)
    else { return nil }
    return trie.find(path, method: get)
  }
}

// MARK: - Bytes

extension CallResolver {
  /// A path with its escapes decoded; nil where a segment is empty, `.` or `..`.
  static func normalized(_ path: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    let segments = path.dropFirst().split(
      separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let text = PercentCoding.decoded(segment)
      let isLast = index == segments.count - 1
      guard !text.isEmpty || isLast, text != [0x2E], text != [0x2E, 0x2E] else { return nil }
      result.append(UInt8(ascii: "/"))
      result += text
    }
    return result
  }

  /// What is left of a path after a base; nil where the path is not below it.
  static func remainder(of path: Span<UInt8>, after base: [UInt8]) -> Range<Int>? {
    guard path.count >= base.count, isEqual(base.span, path.extracting(0..<base.count)) else {
      return nil
    }
    let rest = base.count..<path.count
    return rest.isEmpty || path[base.count] == UInt8(ascii: "/") ? rest : nil
  }

  /// Says whether two texts are the same but for large and small letters.
  ///
  /// People write methods in small letters; in a path the difference counts, but not in its base.
  private static func isEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var index = 0
    while index < left.count {
      let (one, other) = (left[index], right[index])
      if one != other {
        let letter = one | 0x20
        guard letter == other | 0x20, (0x61...0x7A).contains(letter) else { return false }
      }
      index += 1
    }
    return true
  }

  private static func isOptions(_ method: Span<UInt8>) -> Bool {
    method.count == 7 && isEqual(Array("OPTIONS".utf8).span, method)
  }

  /// The host of a server's address whose variables stand for anything.
  private static func hostPattern(_ server: String) -> String {
    let address = server.firstRange(of: "://").map { server[$0.upperBound...] } ?? server[...]
    return String(address.prefix { $0 != "/" }).lowercased()
  }

  /// Says whether a host is a server's, whose variables in braces stand for anything.
  static func fits(_ host: String, _ pattern: String) -> Bool {
    if pattern == "*" || pattern == host { return true }
    guard pattern.utf8.contains(UInt8(ascii: "{")),
      case .pattern(let parts) = SegmentPattern.kind(of: pattern.utf8)
    else { return pattern.utf8.first == UInt8(ascii: "{") }
    return parts.matches(Array(host.utf8))
  }
}
