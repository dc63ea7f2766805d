extension CallResolver {
  /// The operation of a call whose method is in capitals and whose path is plain, on the platform's
  /// own host; nil for every other call, whatever it is.
  ///
  /// Does not allocate: logs have millions of lines.
  func plainOperation(method: Span<UInt8>, target: Span<UInt8>) -> Int? {
    guard let end = PlainPath.end(of: target) else { return nil }
    let path = target.extracting(0..<end)
    if let found = operation(method: method, path: path) { return found }
    guard !bases.isEmpty else { return nil }
    guard case .operation(let index) = withoutBase(path, { find($0, method: method) }) else {
      return nil
    }
    return index
  }

  /// The base paths of the servers that a host is, in their order; empty where it is none of them.
  func bases(onHost host: [UInt8]) -> [[UInt8]] {
    let name = CallTarget.normalized(String(decoding: host, as: UTF8.self), scheme: [])
    return servers.filter { Self.fits(name, $0.host) }.map(\.base)
  }

  /// The operation of a method in capitals at a plain path that is below one of some bases.
  func operation(method: Span<UInt8>, path: Span<UInt8>, below bases: [[UInt8]]) -> Int? {
    for base in bases {
      guard let rest = Self.remainder(of: path, after: base) else { continue }
      if let found = operation(method: method, path: path.extracting(rest)) { return found }
    }
    return nil
  }

  /// The operation of a method in capitals at a path that is below no base.
  func operation(method: Span<UInt8>, path: Span<UInt8>) -> Int? {
    let word = Self.word(method)
    guard word != 0 else { return nil }
    for (index, known) in methodWords.enumerated() where known == word {
      if let found = trie.find(path, method: index) { return found }
    }
    return word == Self.head ? get.flatMap { trie.find(path, method: $0) } : nil
  }

  private static let head = word(Array("HEAD".utf8).span)

  /// A method of at most eight letters as a number; 0 for any other.
  static func word(_ method: Span<UInt8>) -> UInt64 {
    guard method.count <= 8 else { return 0 }
    var word: UInt64 = 0
    for index in method.indices { word = word << 8 | UInt64(method[index]) }
    return word
  }
}
