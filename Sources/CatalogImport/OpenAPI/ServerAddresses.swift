import Documents

/// The addresses of a description's servers.
enum ServerAddresses {
  /// Longer addresses are left out.
  private static let longest = 500

  /// The addresses, without a slash at the end; those that are none are left out.
  static func of(_ root: JSONValue) -> [String] {
    var addresses: [String] = []
    if let host = root.member("host")?.scalarText {
      let schemes = root.member("schemes")?.elements.compactMap(\.string) ?? ["https"]
      let place = host + (root.member("basePath")?.scalarText ?? "")
      if place.count <= longest { addresses = schemes.map { $0 + "://" + place } }
    }
    for server in root.member("servers")?.elements ?? [] { addresses.append(address(of: server)) }
    return cleaned(addresses)
  }

  /// What of these is an address, without a slash at the end, each once.
  static func cleaned(_ addresses: [String]) -> [String] {
    var seen: Set<String> = []
    return addresses.map { address in
      String(address.reversed().drop { $0 == "/" }.reversed())
    }.filter { address in
      (address.starts(exactlyWith: "https://") || address.starts(exactlyWith: "http://"))
        && address.count <= longest
        && address.utf8.allSatisfy { (0x21..<0x7F).contains($0) } && seen.insert(address).inserted
    }
  }

  /// A server's address with the defaults of its variables, which name no further variables.
  private static func address(of server: JSONValue) -> String {
    let url = server.member("url")?.scalarText ?? ""
    let defaults = Dictionary(
      (server.member("variables")?.allMembers ?? []).map { name, variable in
        (name, variable.member("default")?.scalarText ?? "")
      }, uniquingKeysWith: { first, _ in first })
    var address = ""
    var rest = url[...]
    // What is too long already only has to stay so.
    while address.utf8.count <= longest, let open = rest.firstIndex(of: "{"),
      let close = rest[open...].firstIndex(of: "}")
    {
      let name = rest[open...close]
      address += rest[..<open] + (defaults[String(name.dropFirst().dropLast())] ?? String(name))
      rest = rest[rest.index(after: close)...]
    }
    return address + rest
  }
}
