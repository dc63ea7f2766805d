/// A host as a person names it.
enum HostName {
  /// The host in a text, with its port where one is written: by itself, in a URL, or `*` for any.
  ///
  /// Nil where the text is none of these. A part in braces stands for anything, as it does in the
  /// addresses of a catalog.
  static func host(in text: String) -> String? {
    guard text != "*" else { return text }
    var host = Substring(text)
    if let end = text.firstRange(of: "://") {
      guard ["http", "https"].contains(text[..<end.lowerBound].lowercased()) else { return nil }
      let authority = text[end.upperBound...].prefix { !"/?#\\".contains($0) }
      // The last sign: a password may hold one.
      host =
        authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    }
    return isHost(host) ? String(host) : nil
  }

  private static func isHost(_ text: Substring) -> Bool {
    var name = text
    if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") {
      guard let port = UInt16(text[text.index(after: colon)...]), port > 0 else { return false }
      name = text[..<colon]
    }
    if name.first == "[" {
      return name.last == "]" && name.contains(":") && name.utf8.count > 3
        && name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || ":.".contains($0) }
    }
    // Beyond ASCII stand the hosts of other languages.
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-._{}".unicodeScalars.contains(scalar)
    }
    return isPlain && !name.isEmpty && name.first != "." && name.first != "-"
  }
}
