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
    guard let scheme = schemes.first(where: { text.hasPrefix($0) }) else {
      throw ModelError(
        problem: "the address \"\(text)\" does not start with \(schemes.joined(separator: " or "))",
        remedy: remedy)
    }
    let rest = text.dropFirst(scheme.count)
    let isPlain = rest.utf8.allSatisfy { byte in
      Self.isUnreserved(byte) || "/:[]".utf8.contains(byte)
    }
    guard isPlain, let first = rest.first, first != "/", first != ":" else {
      throw ModelError(
        problem: "the address \"\(text)\" is more than a host, a port and a path", remedy: remedy)
    }
    var plain = text
    while plain.hasSuffix("/") { plain.removeLast() }
    self.text = plain
  }

  /// A text as a part of a path: what has a meaning in an address or a shell is percent-encoded.
  static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if isUnreserved(byte) || byte == UInt8(ascii: "/") {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }

  /// By RFC 3986: letters, digits, and `-._~`.
  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~".utf8.contains(byte)
    }
  }
}
