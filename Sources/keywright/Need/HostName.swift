import Documents

/// A host as a person names it.
enum HostName {
  /// The host in a text, with its port where one is written: by itself, in a URL, or `*` for any; the
  /// path of a URL stays behind it, as the base of its calls.
  ///
  /// Nil where the text is none of these. A part in braces stands for anything, as it does in the
  /// addresses of a catalog.
  static func host(in text: String) -> String? {
    guard text != "*" else { return text }
    var host = Substring(text)
    var base = ""
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")),
      text.utf8[colon...].starts(with: "://".utf8)
    {
      guard ["http", "https"].contains(text[..<colon].lowercased()) else { return nil }
      let authority = text.utf8[colon...].dropFirst(3).prefix { !"/?#\\".utf8.contains($0) }
      // The last sign: a password may hold one.
      let start = authority.lastIndex(of: UInt8(ascii: "@")).map(authority.index(after:))
      host = Substring(authority[(start ?? authority.startIndex)...])
      base = String(
        Substring(text.utf8[authority.endIndex...].prefix { !"?#\\".utf8.contains($0) }))
      while base.utf8.last == UInt8(ascii: "/") { base.unicodeScalars.removeLast() }
    }
    return isHost(host) ? String(host) + base : nil
  }

  private static func isHost(_ text: Substring) -> Bool {
    var name = text
    if let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")), !text.ends(exactlyWith: "]") {
      guard let port = UInt16(text[text.utf8.index(after: colon)...]), port > 0 else {
        return false
      }
      name = text[..<colon]
    }
    if name.starts(exactlyWith: "[") {
      return name.ends(exactlyWith: "]") && name.contains(exactly: ":") && name.utf8.count > 3
        && name.utf8.dropFirst().dropLast().allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
            || ":.".utf8.contains(byte)
        }
    }
    // Beyond ASCII stand the hosts of other languages.
    let isPlain = name.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-._{}".unicodeScalars.contains(scalar)
    }
    return isPlain && !name.isEmpty && !name.starts(exactlyWith: ".")
      && !name.starts(exactlyWith: "-")
  }
}
