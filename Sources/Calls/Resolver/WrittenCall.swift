import Catalogs

/// A call as a person or a program wrote it: a method, where one is given, and a target.
package struct WrittenCall: Hashable, Sendable {
  /// The method in capitals; empty where none is given.
  package var method: [UInt8]
  /// The target: a path, a template or a URL.
  package var target: [UInt8]

  /// Creates a call from its parts.
  package init(method: some Sequence<UInt8>, target: some Sequence<UInt8>) {
    self.method = Self.capitals(method)
    self.target = Array(target)
  }

  /// Reads `METHOD target`, or a target alone.
  package init(_ text: String) {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let bytes = Array(text.utf8).drop(while: isSpace)
    let word = bytes.prefix { !isSpace($0) }
    let rest = bytes[word.endIndex...].drop(while: isSpace)
    let isLetter = { (byte: UInt8?) in byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }
    // HTTP has a method with a hyphen, `M-SEARCH`.
    let isMethod =
      isLetter(word.first) && isLetter(word.last)
      && word.allSatisfy { isLetter($0) || $0 == UInt8(ascii: "-") }
    if isMethod, !rest.isEmpty {
      self.init(method: word, target: rest)
    } else {
      self.init(method: [], target: bytes)
    }
    while let last = target.last, isSpace(last) { target.removeLast() }
  }

  private static func capitals(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
  }
}

extension CallResolver {
  /// What a written call is.
  ///
  /// A template is found by its text. Without a method the call is GET where the path has that, as a
  /// browser would make it, or else the path's only method.
  package func resolve(_ call: WrittenCall) -> Outcome {
    let path = String(decoding: call.target, as: UTF8.self)
    let method = call.method.isEmpty ? "GET" : String(decoding: call.method, as: UTF8.self)
    if let index = catalog.indexOfOperation(method + " " + path) { return .operation(index) }
    let outcome = resolve(method: Array(method.utf8).span, target: call.target.span)
    guard outcome == .unknown, call.method.isEmpty else { return outcome }
    let operations = operations(at: call.target)
    guard let only = operations.first, operations.count == 1 else { return .unknown }
    return .operation(only)
  }

  /// The operations that a written call may be: with a method one at most, without it all that the
  /// path has.
  package func operations(of call: WrittenCall) -> [Int] {
    if call.method.isEmpty { return operations(at: call.target) }
    if case .operation(let index) = resolve(call) { return [index] }
    return []
  }
}
