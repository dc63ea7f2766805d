import Documents

/// The address that all calls start with.
package struct ProbeBase: Hashable, Sendable {
  /// The address, without a slash at its end.
  package let text: String

  /// Reads an address.
  ///
  /// - Parameters:
  ///   - text: `https://host`, with a port and a path where need be.
  ///   - isNamed: whether a person named it; `http` is good enough only then, and never from a
  ///     catalog: the key would travel in the clear.
  /// - Throws: `ModelError` for anything that could carry a password, a query or a shell's signs.
  package init(_ text: String, isNamed: Bool) throws(ModelError) {
    let remedy = "Name the platform's address with --base, such as https://api.example.com"
    let schemes = isNamed ? ["https://", "http://"] : ["https://"]
    guard let scheme = schemes.first(where: { text.starts(exactlyWith: $0) }) else {
      throw ModelError(
        problem: "the address \"\(text)\" does not start with \(schemes.joined(separator: " or "))",
        remedy: remedy)
    }
    let rest = text.utf8.dropFirst(scheme.utf8.count)
    let isPlain = rest.allSatisfy { byte in
      PercentCoding.isUnreserved(byte) || "/:[]".utf8.contains(byte)
    }
    guard isPlain, let first = rest.first, !"/:".utf8.contains(first) else {
      throw ModelError(
        problem: "the address \"\(text)\" is more than a host, a port and a path", remedy: remedy)
    }
    var plain = text
    while plain.utf8.last == UInt8(ascii: "/") { plain.unicodeScalars.removeLast() }
    self.text = plain
  }
}
